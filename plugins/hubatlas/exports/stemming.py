"""Stems of words, the same as those that lunr.js makes of what a reader types."""

from __future__ import annotations

from functools import cache

from lunr.stemmer import PorterStemmer

_LONGEST_KEPT_WHOLE = 2


@cache  # a directory says the same words again and again, and stemming is what takes the time
def stem(word: str) -> str:
    """The stem of a word in lower case: advic for advice."""
    stemmed: str = _STEMMER.stem(word)
    return stemmed


class _BrowserStemmer(PorterStemmer):  # type: ignore[misc] # lunr is published without types
    """lunr.js keeps the y of money and holiday, as later editions of Porter's rules do; its Python twin does not."""

    b: str

    def step1c(self) -> None:
        """Turn a last y into i after a consonant that is not the first letter."""
        word = self.b[: self.k + 1]
        if len(word) > _LONGEST_KEPT_WHOLE and word.endswith("y") and word[-2] not in "aeiou":
            self.b = f"{word[:-1]}i{self.b[self.k + 1 :]}"


_STEMMER = _BrowserStemmer()
