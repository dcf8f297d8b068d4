"""The names of languages."""

from __future__ import annotations

from types import MappingProxyType

NAMES = MappingProxyType(
    {
        "ar": "Arabic",
        "bfi": "British Sign Language",
        "bg": "Bulgarian",
        "bn": "Bengali",
        "cs": "Czech",
        "cy": "Welsh",
        "de": "German",
        "es": "Spanish",
        "fa": "Persian",
        "fr": "French",
        "gd": "Scottish Gaelic",
        "gu": "Gujarati",
        "hi": "Hindi",
        "hu": "Hungarian",
        "it": "Italian",
        "ku": "Kurdish",
        "lt": "Lithuanian",
        "lv": "Latvian",
        "pa": "Punjabi",
        "pl": "Polish",
        "ps": "Pashto",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "sk": "Slovak",
        "so": "Somali",
        "sq": "Albanian",
        "sw": "Swahili",
        "ta": "Tamil",
        "ti": "Tigrinya",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "ur": "Urdu",
        "vi": "Vietnamese",
        "yue": "Cantonese",
        "zh": "Chinese",
    }
)


def language_name(code: str) -> str:
    """The English name of a BCP 47 language; the code itself where it is not in the list."""
    return NAMES.get(code.split("-", 1)[0].lower(), code)
