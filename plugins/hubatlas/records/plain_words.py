"""What makes the texts of a record hard to read. All of it is advice: it never keeps a record from being published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hubatlas.frozen import dataclass
from hubatlas.model import JargonWord
from hubatlas.records.problems import quoted
from hubatlas.records.readability import reading_age, sentences

LONGEST_SENTENCE = 25
OLDEST_READER = 15
GROWN_UP = 18
_SHOUTED = re.compile(r"\b[A-Z][A-Z'’]+(?:[ -]+[A-Z][A-Z'’]+)+\b|\b[A-Z]{7,}\b")
_LETTERS_OF_SHOUTING = 9  # fewer are abbreviations side by side, such as "NHS GP"
_IMAGE = re.compile(r"!\[\s*\]\(|<img(?![^>]*\balt=[\"']?[^\"'\s>])[^>]*>", re.IGNORECASE)

Words = tuple[str, str]
"""What is wrong, and what to do."""

PUBLIC_TEXTS: Mapping[str, frozenset[str]] = {
    "hub": frozenset(
        (
            *("summary", "description", "status_note", "on_arrival", "getting_there", "access_note"),
            *("opening_hours.note", "opening_hours.exceptions.reason", "rooms.note"),
        )
    ),
    "service": frozenset(
        (
            *("summary", "description", "eligibility", "not_for", "how_to_get_in", "what_to_bring", "on_arrival"),
            *("waiting_time", "cost.note", "sessions.note"),
        )
    ),
    "organisation": frozenset(("summary", "description")),
    "place": frozenset(("summary",)),
    "story": frozenset(("summary", "text")),
    "network": frozenset(("strapline", "summary", "unknown_hours")),
    "signposts": frozenset(("links.about",)),
}
"""The texts that people read who look for help, by kind of record: for these, plain words matter most."""


@dataclass(frozen=True, slots=True)
class Avoided:
    """The words that a network avoids, ready to be looked for."""

    pattern: re.Pattern[str] | None
    instead: Mapping[str, str]


def avoided(words: Sequence[JargonWord]) -> Avoided:
    """The words in all their forms; the longest is looked for first."""
    instead = {form.casefold(): each.instead for each in words for form in (each.word, *each.also)}
    if not instead:
        return Avoided(None, instead)
    forms = "|".join(re.escape(form) for form in sorted(instead, key=lambda form: (-len(form), form)))
    return Avoided(re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE), instead)


def plain_advice(name: str, text: str, jargon: Avoided) -> Iterator[Words]:
    """What could be said more plainly in one text that people read who look for help."""
    yield from _long_sentences(name, text)
    yield from _hard_to_read(name, text)
    yield from _jargon(text, jargon)


def form_advice(name: str, text: str) -> Iterator[Words]:
    """What hurts in any text: capitals, and pictures that some readers cannot see."""
    for shouted in _SHOUTED.findall(text):
        if sum(letter.isalpha() for letter in shouted) >= _LETTERS_OF_SHOUTING:
            yield f"{name} has {quoted(shouted)} in capitals, which are hard to read", "write it in small letters"
            break
    if _IMAGE.search(text):
        yield (
            f"{name} has a picture without words",
            "say between the square brackets what it shows: ![the front door](…)",
        )


def _long_sentences(name: str, text: str) -> Iterator[Words]:
    longest = max(sentences(text), key=len, default=[])
    if len(longest) > LONGEST_SENTENCE:
        begins = quoted(" ".join(longest[:5]))
        yield f"{name} has a sentence of {len(longest)} words (it begins {begins})", "make two or three of it"


def _hard_to_read(name: str, text: str) -> Iterator[Words]:
    age = reading_age(text)
    if age is not None and age > OLDEST_READER:
        years = f"about {age:.0f}" if age <= GROWN_UP else f"more than {GROWN_UP}"
        yield f"{name} needs a reading age of {years}", "many adults read like a child of 11: use shorter words"


def _jargon(text: str, jargon: Avoided) -> Iterator[Words]:
    if jargon.pattern is None:
        return
    for word in dict.fromkeys(found.casefold() for found in jargon.pattern.findall(text)):
        yield f"{quoted(word)} is a word that people who need help do not use", f"say: {jargon.instead[word]}"
