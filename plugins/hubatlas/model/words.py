"""Words that people who need help do not use."""

from __future__ import annotations

from hubatlas.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class JargonWord:
    """A word to avoid in its several forms, and what to say instead."""

    word: str
    instead: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Jargon:
    """The words that the network avoids."""

    words: tuple[JargonWord, ...]
