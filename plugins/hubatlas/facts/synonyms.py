"""Words that mean the same to somebody who searches, found in the words of a record."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

_APOSTROPHES = re.compile("['’]")
_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = 3


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without signs; the search in the browser splits what is typed alike."""
    return _WORD.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).lower()))


class Synonyms:
    """The groups of synonyms, ready to be looked for in many texts."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._phrases: defaultdict[str, list[tuple[list[str], tuple[str, ...]]]] = defaultdict(list)
        for group in (tuple(group) for group in groups):
            for phrase in group:
                folded = _folded(phrase)
                if folded:
                    self._phrases[folded[0]].append((folded, group))

    def of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """What else people may call the things in the texts: the rest of each group of which a phrase stands there."""
        found: dict[str, None] = {}
        for words in map(_folded, texts):
            for start, word in enumerate(words):
                for phrase, group in self._phrases.get(word, ()):
                    if words[start : start + len(phrase)] == phrase:
                        found |= dict.fromkeys(group)
        return tuple(found)


def _folded(text: str) -> list[str]:
    """The words, each without the s of a plural."""
    return [word.removesuffix("s") if len(word) > _LONG_WORD else word for word in words_of(text)]
