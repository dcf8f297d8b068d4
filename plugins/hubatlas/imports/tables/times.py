"""Two times of a day in people's words, read where it is clear which half of the day each is in."""

from __future__ import annotations

import re

MIDDAY, A_DAY = 12 * 60, 24 * 60
_HALF_DAY = 12 * 60
_NINE, _SIX, _FIVE = 9 * 60, 6 * 60, 5 * 60
_WORDS = {"noon": MIDDAY, "midday": MIDDAY, "midnight": 0}

TIME = r"(?:(?:12\s*)?(?:noon|midday|midnight)|(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9])?\s*(?:am|pm|a\.m\.|p\.m\.)?)"
"""What a time looks like, in small letters."""


class NotSureError(Exception):
    """The words can mean more than one thing, or something that cannot be said in a record."""


def span(start: str, end: str) -> str:
    """Two times, each as TIME, in the way of records: 09:00-17:00. Raises NotSureError."""
    (first, first_half), (last, last_half) = _time(start), _time(end)
    if first_half is None and last_half is None:
        first, last = _without_halves(start, first, last)
    elif first_half is None:
        first = _before(first, last or A_DAY)
    elif last_half is None and last <= min(first, MIDDAY):
        last += _HALF_DAY
    last = last or A_DAY
    if not first < last <= A_DAY:
        raise NotSureError(f"{start} to {end}")
    return f"{_clock(first)}-{_clock(last)}"


def _without_halves(start: str, first: int, last: int) -> tuple[int, int]:
    """Times without am or pm.

    On a 24-hour clock, they are as they stand. Others are of the day that most people are up: from the morning on
    ("9 to 12", "9 to 5"), or in the afternoon ("1 to 3"). "7 to 9" may be either.
    """
    if first < last and (last > MIDDAY or (first >= _SIX and re.match(r"[01][0-9][:.]", start)) or first >= _NINE):
        return first, last
    if _SIX < first <= MIDDAY and last < first and last <= first - 60:
        return first, last + _HALF_DAY
    if first < last and first <= _FIVE:
        return first + _HALF_DAY, last + _HALF_DAY
    raise NotSureError(start)


def _before(first: int, last: int) -> int:
    """A time without am or pm before one that has it: in the same half of the day where that is before it."""
    later = first + _HALF_DAY if first < MIDDAY else first
    return later if last > MIDDAY and later < last else first


def _time(text: str) -> tuple[int, str | None]:
    """Minutes after midnight, and which half of the day was said: "" where that needs no saying, None if open."""
    word = text.removeprefix("12").strip()
    if word in _WORDS:
        return _WORDS[word], ""
    found = re.match(r"([0-9]+)(?:[:.]([0-9]+))?\s*([ap])?", text)
    if found is None:
        raise NotSureError(text)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if hour * 60 + minute > A_DAY or (half and not 1 <= hour <= MIDDAY // 60):
        raise NotSureError(text)
    if half is None:
        return hour * 60 + minute, "" if hour > MIDDAY // 60 else None
    return hour * 60 % _HALF_DAY + minute + (_HALF_DAY if half == "p" else 0), half


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
