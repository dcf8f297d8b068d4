"""The names of languages."""

from __future__ import annotations

from types import MappingProxyType

from hubatlas.language import gettext as _
from hubatlas.language import to_translate

NAMES = MappingProxyType(
    {
        "ar": to_translate("Arabic"),
        "bfi": to_translate("British Sign Language"),
        "bg": to_translate("Bulgarian"),
        "bn": to_translate("Bengali"),
        "cs": to_translate("Czech"),
        "cy": to_translate("Welsh"),
        "de": to_translate("German"),
        "es": to_translate("Spanish"),
        "fa": to_translate("Persian"),
        "fr": to_translate("French"),
        "gd": to_translate("Scottish Gaelic"),
        "gu": to_translate("Gujarati"),
        "hi": to_translate("Hindi"),
        "hu": to_translate("Hungarian"),
        "it": to_translate("Italian"),
        "ku": to_translate("Kurdish"),
        "lt": to_translate("Lithuanian"),
        "lv": to_translate("Latvian"),
        "pa": to_translate("Punjabi"),
        "pl": to_translate("Polish"),
        "ps": to_translate("Pashto"),
        "pt": to_translate("Portuguese"),
        "ro": to_translate("Romanian"),
        "ru": to_translate("Russian"),
        "sk": to_translate("Slovak"),
        "so": to_translate("Somali"),
        "sq": to_translate("Albanian"),
        "sw": to_translate("Swahili"),
        "ta": to_translate("Tamil"),
        "ti": to_translate("Tigrinya"),
        "tr": to_translate("Turkish"),
        "uk": to_translate("Ukrainian"),
        "ur": to_translate("Urdu"),
        "vi": to_translate("Vietnamese"),
        "yue": to_translate("Cantonese"),
        "zh": to_translate("Chinese"),
    }
)


def language_name(code: str) -> str:
    """What the reader's language calls a BCP 47 language; the code itself where it is not in the list."""
    name = NAMES.get(code.split("-", 1)[0].lower())
    return code if name is None else _(name)
