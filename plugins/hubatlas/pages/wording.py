"""The few turns of phrase that only pages need; times and dates in words are in `hubatlas.facts.wording`."""

from __future__ import annotations

from datetime import date

from hubatlas.facts.wording import date_words


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 hub, 12 hubs, 1,100 services; `many` where the plural takes more than an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def upper_first(words: str) -> str:
    """The words to begin a line: By appointment."""
    return words[:1].upper() + words[1:]


def dates_words(first: date, last: date) -> str:
    """24 December 2026, or 24 December 2026 to 2 January 2027."""
    return date_words(first) if first == last else f"{date_words(first)} to {date_words(last)}"
