"""Opening hours in people's words, read where they can only mean one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from types import MappingProxyType

from hubatlas.imports.tables.times import TIME, NotSureError, span

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BANK_HOLIDAYS = "bank_holidays"
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5}
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {**_SHORT, "sun": 6, **{day: n for n, day in enumerate(DAYS)}, **{f"{day}s": n for n, day in enumerate(DAYS)}}
)
_EVERY_DAY = r"(?:open\ )?(?:7|seven)\ days(?:\ a\ week)?|every\ ?day|daily"
_TOKEN = re.compile(
    rf"""
    (?P<span>(?:from\ )?(?P<start>{TIME})\s*(?:-|to|until|till)\s*(?P<end>{TIME})(?![0-9:.]*[0-9]))
    |(?P<all>{_EVERY_DAY})|(?P<week>weekdays?)\b|(?P<weekend>weekends?)\b
    |(?P<bank>(?:public|bank)\ holidays?)\b
    |(?P<day>{"|".join(sorted(_NUMBERS, key=len, reverse=True))})\b
    |(?P<closed>closed|not\ open)\b
    |(?P<appointment>by\ appointment(?:\ only)?|appointments?\ only)\b
    |(?P<through>-|to\b|until\b)
    |(?P<between>[,;&/\n]|and\b)
    |(?P<nothing>[:.()\s]|open(?:ing)?\b|on\b|hours\b|hrs\b)
    """,
    re.VERBOSE,
)
_AS_IN_RECORDS = re.compile(r"(?:[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9](?:, ?|$))+|closed|by appointment|unknown")
_GROUPS = {"all": range(7), "week": range(5), "weekend": range(5, 7)}
_OF_DAYS = frozenset(("all", "week", "weekend", "bank", "day", "through"))

_Token = tuple[str, str]


def hours_of_week(text: str) -> dict[str, str] | None:
    """The hours that a text states, by day as a record has them; None where it is not sure what they are.

    Days that the text does not name are not in it: they are not known.
    """
    try:
        return _week(_plain(text))
    except NotSureError:
        return None


def hours_of_day(text: str) -> str | None:
    """The hours of one day that a text states, such as "09:00-12:30, 13:30-17:00" or "closed"; None if not sure."""
    if _AS_IN_RECORDS.fullmatch(text):
        return text
    try:
        tokens = [token for token in _tokens(_plain(text)) if token[0] != "between"]
        return _said([_hours(token) for token in tokens]) if tokens else None
    except NotSureError:
        return None


def _plain(text: str) -> str:
    """Small letters, one kind of dash, one kind of space."""
    dashes = re.sub("[\u2010-\u2015\u2212]", "-", text.casefold())
    return re.sub(r"[^\S\n]+", " ", dashes.replace("\r", "\n"))


def _tokens(text: str) -> Iterator[_Token]:
    """What the text is made of; raises NotSureError at the first part that is not understood."""
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise NotSureError(text[position:])
        position = found.end()
        if found["span"] is not None:
            yield "span", span(found["start"], found["end"])
        elif found["nothing"] is None:
            yield str(found.lastgroup), found[0]


def _week(text: str) -> dict[str, str]:
    """Days and hours in pairs, whichever comes first: "Monday 9 to 5, closed on Sundays"."""
    tokens = [token for token in _tokens(text) if token[0] != "between"]
    parts = [(kind, list(part)) for kind, part in groupby(tokens, key=_part)]
    if not parts or len(parts) % 2:
        raise NotSureError(text)
    hours: dict[str, list[str]] = {}
    for (kind, first), (_, second) in zip(parts[::2], parts[1::2], strict=True):
        named, said = (first, second) if kind == "days" else (second, first)
        for day in _days(named):
            hours.setdefault(day, []).extend(map(_hours, said))
    return {day: _said(hours[day]) for day in (*DAYS, BANK_HOLIDAYS) if day in hours}


def _part(token: _Token) -> str:
    kind, _ = token
    return "days" if kind in _OF_DAYS else "times" if kind == "span" else "words"


def _days(tokens: list[_Token]) -> list[str]:
    """The days that are named: one by one, in groups, or from one through to another."""
    found: list[str] = []
    last: int | None = None
    through = False
    for kind, token in tokens:
        if kind not in _OF_DAYS:
            raise NotSureError(token)
        if kind == "through":
            if last is None or through:
                raise NotSureError(token)
            through = True
        elif kind == "day" and through and last is not None:
            until = _NUMBERS[token]
            found += [DAYS[(last + step) % 7] for step in range(1, (until - last) % 7 + 1)]
            last, through = None, False
        elif through:
            raise NotSureError(token)
        elif kind == "day":
            last = _NUMBERS[token]
            found.append(DAYS[last])
        else:
            found += [BANK_HOLIDAYS] if kind == "bank" else [DAYS[number] for number in _GROUPS[kind]]
            last = None
    if through or len(set(found)) < len(found):
        raise NotSureError("the days")
    return found


def _hours(token: _Token) -> str:
    kind, text = token
    if kind not in {"span", "closed", "appointment"}:
        raise NotSureError(text)
    return text if kind == "span" else {"closed": "closed", "appointment": "by appointment"}[kind]


def _said(hours: list[str]) -> str:
    """What is said of one day: a word, or spans in order that do not overlap."""
    if len(hours) == 1:
        return hours[0]
    ordered = sorted(hours)
    if any("-" not in each for each in ordered):
        raise NotSureError(", ".join(hours))
    if any(one[6:] > other[:5] for one, other in pairwise(ordered)):
        raise NotSureError(", ".join(hours))
    return ", ".join(ordered)
