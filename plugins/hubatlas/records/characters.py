"""Characters that a record may not hold: those that nobody can see, that reorder text, or that mean nothing."""

from __future__ import annotations

import re
import unicodedata

# Zero-width joiners stay: Persian, Hindi and emoji are written with them.
FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, NEL among them; tab, LF and CR are judged below
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # invisible: soft hyphen, joiners, fillers
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\uffa0"  # zero-width, line separators, direction overrides
    "\ufeff\ufff0-\uffff\ufdd0-\ufdef"  # byte order mark, replacement character, not characters at all
    "\ud800-\udfff\ue000-\uf8ff"  # halves of characters, private use
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # hidden tags, private use
    "]"
    "|\r(?!\n)"  # a lone carriage return, which some programs take for the end of a line
)
_UNNAMED = {
    "\r": "a carriage return without a line feed",
    "\x85": "a next-line character",
    "\ufeff": "a byte order mark",
}


def described(character: str) -> str:
    """A character as a message names it: its code point, then its name."""
    point = f"U+{ord(character):04X}"
    name = _UNNAMED.get(character) or unicodedata.name(character, "").lower() or _kind(character)
    return f"{point} ({name})"


def normalised(text: str) -> str:
    """The text in Unicode's composed form, so that the same word is always the same letters."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _kind(character: str) -> str:
    kinds = {"Cc": "a control character", "Co": "a private-use character", "Cs": "half of a character"}
    return kinds.get(unicodedata.category(character), "not a character")
