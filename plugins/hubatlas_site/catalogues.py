"""The catalogues of translations in `theme/languages/`: for each language a file of GNU gettext, such as cy.po."""

from __future__ import annotations

import gettext
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from hubatlas.language import Language
from hubatlas_site.assets import spoken_asset
from hubatlas_site.order import BuildError

BROWSER_CODE = ".js"
CONTEXT_ENDS = "\x04"
"""Between the context of a message and the message, as in compiled files of GNU gettext."""


def languages(theme: Path, codes: Iterable[str]) -> tuple[Language, ...]:
    """The languages of those tags; BuildError where the theme has no catalogue for one, or it cannot be read."""
    return tuple(_language(theme / "languages" / f"{code}.po", code) for code in codes)


def spoken_scripts(theme: Path, code: str, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each script that says something to readers, with what it says in that language put before it."""
    catalogue = read(theme / "languages" / f"{code}.po")
    words = [
        (message, list(_texts(message)) if isinstance(message.id, tuple) else _texts(message)[0])
        for message in catalogue
        if message.id and is_translated(message) and any(file.endswith(BROWSER_CODE) for file, _ in message.locations)
    ]
    form = f"(n)=>Number({catalogue.plural_expr})"
    spoken = {}
    for name, script in assets.items():
        text = script.decode() if name.endswith(BROWSER_CODE) else ""
        said = {_key(message): texts for message, texts in words if _is_said(_english(message), text)}
        if said:
            before = f"globalThis.hubAtlas={{words:{json.dumps(said, ensure_ascii=False)},form:{form}}};"
            spoken[spoken_asset(name, code)] = before.encode() + script
    return spoken


def _key(message: Message) -> str:
    """What scripts find a message by: its English, after its context where it has one."""
    return _english(message) if message.context is None else f"{message.context}{CONTEXT_ENDS}{_english(message)}"


def _is_said(english: str, script: str) -> bool:
    """Whether the message stands in the script, between quotation marks of any kind."""
    written = json.dumps(english, ensure_ascii=False)[1:-1]
    return any(f"{mark}{written}{mark}" in script for mark in "\"'`")


def known_locale(code: str) -> Locale | None:
    """What is known of how a language is written, by its tag; None where nothing is."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def read(language_file: Path) -> Catalog:
    """The catalogue in that file; BuildError where it is not one."""
    try:
        with language_file.open("rb") as file:
            return read_po(file, locale=language_file.stem, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise BuildError(f"theme/languages/{language_file.name} is not a catalogue of translations: {error}") from None


def _language(file: Path, code: str) -> Language:
    if not file.is_file():
        there = ", ".join(sorted(each.stem for each in file.parent.glob("*.po")))
        raise BuildError(
            f"network.yaml names the language {code!r}, for which the theme has no words. It has {there or 'none'}; "
            f"begin one with: make languages ARGS='--new {code}'"
        )
    catalogue = read(file)
    locale = known_locale(code)
    if locale is None:
        raise BuildError(f"network.yaml names the language {code!r}, of which it is not known how to write numbers.")
    return Language(
        code=code,
        name=(locale.get_language_name(code) or code).title(),
        messages={
            (message.context, _english(message)): _texts(message)
            for message in catalogue
            if message.id and is_translated(message)
        },
        plural_form=gettext.c2py(catalogue.plural_expr),
        number_words=lambda number: format_decimal(number, locale=locale),
    )


def is_translated(message: Message) -> bool:
    """Whether somebody has translated the message, in each of its forms."""
    return not message.fuzzy and all(_texts(message))


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _texts(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
