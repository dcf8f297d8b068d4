"""The few turns of phrase that only pages need; times and dates in words are in `hubatlas.facts.wording`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hubatlas.facts.wording import MONTHS, date_words, listed
from hubatlas.language import BEGINS, ENDS
from hubatlas.language import gettext as _


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 hub, 12 hubs, 1,100 services; `many` where the plural takes more than an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def upper_first(words: str) -> str:
    """The words to begin a line: By appointment."""
    if words.startswith(BEGINS):
        return BEGINS + upper_first(words[1:])
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """The words to stand within a sentence: by appointment, but GP surgery and Wi-Fi."""
    if words.startswith(BEGINS):
        return BEGINS + lower_first(words[1:])
    first = words.split(" ", 1)[0]
    return words if any(sign.isupper() for sign in first[1:]) else words[:1].lower() + words[1:]


def without_full_stop(words: str) -> str:
    """The words of a sentence, to stand where a full stop comes after them."""
    if words.endswith(ENDS):
        return words.removesuffix(ENDS).rstrip(".") + ENDS
    return words.rstrip(".")


def labels_listed(labels: Sequence[str]) -> str:
    """In person, by phone and online: labels as one phrase."""
    return listed([label if at == 0 else lower_first(label) for at, label in enumerate(labels)])


def unbroken(words: str | None) -> str | None:
    """The words with spaces at which no line breaks, for postcodes; None for None."""
    return None if words is None else words.replace(" ", "\N{NO-BREAK SPACE}")


def dates_words(first: date, last: date) -> str:
    """24 December 2026, 24 to 28 December 2026, or 24 December 2026 to 2 January 2027."""
    if first == last:
        return date_words(first)
    if (first.year, first.month) == (last.year, last.month):
        # Translators: two days of one month, as 24 to 28 December 2026.
        return _(
            "%(first)s to %(last)s %(month)s %(year)s",
            first=first.day,
            last=last.day,
            month=_(MONTHS[last.month - 1]),
            year=last.year,
        )
    return _("%(first)s to %(last)s", first=date_words(first), last=date_words(last))
