"""What the editor says beside a field, and of a mistake in it: in the words of the schemas and of the checker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hubatlas.mistakes import FAULTS, PATTERNS, told

Schema = Mapping[str, Any]

_FORMATS: Mapping[str, tuple[str, str]] = {
    "uk-postcode": (PATTERNS["postcode"], FAULTS["no-postcode"]),
    "uk-phone": (PATTERNS["phone"], FAULTS["no-phone"]),
    "role-email": (r"[^@\s]+@[^@\s]+\.[^@\s]+", FAULTS["no-email"]),
    "web-address": (f"https?://{PATTERNS['web-letters']}", FAULTS["no-scheme"]),
}
"""For what the schemas leave to a format: the pattern that browsers can test, and what is said of other text."""
_PLURAL = re.compile(r"(?:(?:other|former|previous|known|small|quality|official|further) )?[a-z]{3,}s")
_ONE_LINE = "^[^\\r\\n]+$(?!\\n)"


def hint(stated: Schema) -> str:
    """What the property is for, and an example where that is one line."""
    example = next(iter(stated.get("examples", ())), None)
    if isinstance(example, str | int | float) and "\n" not in str(example) and not _is_chosen(stated):
        return f"{stated['description']} For example: {_plain(str(example))}"
    return _plain(stated["description"])


def pattern(stated: Schema) -> str | None:
    """What the whole text has to match, where something is known of that."""
    if stated.get("pattern", _ONE_LINE) != _ONE_LINE:
        return str(stated["pattern"])
    known = _FORMATS.get(stated.get("format", ""))
    return f"^{known[0]}$" if known else None


def mistake(stated: Schema) -> str:
    """What is said of a text that does not match."""
    example = next(iter(stated.get("examples", ())), "")
    known = _FORMATS.get(stated.get("format", ""))
    if known:
        return f"{stated['title']} {known[1]}; {told('such as', example=example)}"
    return f"{stated['title']} should look like {example}"


def one(stated: Schema) -> str:
    """What one item of a list is called."""
    title = str(stated["title"]).lower()
    if not _PLURAL.fullmatch(title):
        return "entry"
    return f"{title[:-3]}y" if title.endswith("ies") else title[:-1]


def capital(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]


def _is_chosen(stated: Schema) -> bool:
    return any(key in stated for key in ("enum", "x-record", "x-vocabulary", "x-network"))


def _plain(text: str) -> str:
    """The text with no sign that the editor would take for emphasis."""
    return text.replace("*", "\\*").replace("_", "\\_")
