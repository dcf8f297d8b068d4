"""How hard a text is to read: its sentences, and the age at which people can read it easily."""

from __future__ import annotations

import re

FEWEST_WORDS = 30
"""Of a shorter text a reading age says nothing."""
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"\bhttps?://\S+|\S+@\S+")
_MARKS = re.compile(r"^[ \t]*(?:[-*+>]|#+|\d+[.)])[ \t]+", re.MULTILINE)
_ENDS = re.compile(r"[.!?:;]+[\"')\]]*\s+|\n\s*\n|\n(?=\s*(?:[-*+>]|#+|\d+[.)])\s)")
_WORD = re.compile(r"[A-Za-z0-9£][A-Za-z0-9£'’.,/-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^dtaeiouy]ed|[^laeiouy]e)$")
_SCHOOL_BEGINS = 5


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; each item of a list is one, and what stands after a colon or semicolon another."""
    plain = _ADDRESS.sub(" ", _LINK.sub(r"\1", text)).replace("**", "").replace("_", " ")
    parts = (_WORD.findall(_MARKS.sub("", part)) for part in _ENDS.split(f"{plain}\n\n"))
    return [words for words in parts if words]


def reading_age(text: str) -> float | None:
    """The age in years at which most people can read it easily (Flesch and Kincaid); None for a short text."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    if len(words) < FEWEST_WORDS:
        return None
    grade = 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(grade, 0) + _SCHOOL_BEGINS


def syllables(word: str) -> int:
    """About how many syllables a word has: its groups of vowels, without an e that is not heard."""
    letters = re.sub("[^a-z]", "", word.casefold())
    return max(1, len(_VOWELS.findall(_SILENT.sub(lambda end: end[0][:1], letters))))
