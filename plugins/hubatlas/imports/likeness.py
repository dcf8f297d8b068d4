"""Records that may be about the same thing as a proposal, though their files have other names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from math import cos, hypot, radians
from typing import Any

from hubatlas.frozen import dataclass

_ALIKE = 0.72
"""How alike two names are, from 0 to 1, that together with the same place or number are taken for one."""
_NEAR = 150  # metres
_A_DEGREE = 111_320  # metres of latitude
_GRID = 0.005  # degrees; more than _NEAR on each side
_EVERYDAY = frozenset(("the", "a", "and", "of", "at", "in", "for", "hub", "centre", "center", "community", "service"))

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Alike:
    """Something known that a proposal may be: where it is, and what speaks for it."""

    path: str
    reason: str


class Likenesses:
    """Known records of one kind, found by name, postcode, number and place."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._by: dict[tuple[str, object], set[str]] = defaultdict(set)

    def add(self, path: str, record: Record) -> None:
        """Make a record known."""
        self._records[path] = record
        for mark in _marks(record):
            self._by[mark].add(path)

    def of(self, record: Record) -> Alike | None:
        """What is most likely the same; None where nothing is."""
        paths = {path for mark in _marks(record) for path in self._by.get(mark, ())}
        for path in sorted(paths, key=lambda each: (-_names_alike(self._records[each], record), each)):
            reason = _reason(self._records[path], record)
            if reason is not None:
                return Alike(path, reason)
        return None


def _reason(one: Record, other: Record) -> str | None:
    """What speaks for two records being one, in words; None where too little does."""
    alike = _names_alike(one, other)
    shared = _shared(one, other)
    if alike == 1 and (shared or not (_place(one) and _place(other))):
        return "it has the same name" + (f" and {shared}" if shared else "")
    return f"its name is much like it, and it has {shared}" if shared and alike >= _ALIKE else None


def _shared(one: Record, other: Record) -> str | None:
    first, second = dict(_contacts(one)), dict(_contacts(other))
    for what in ("the same postcode", "the same phone number"):
        if what in first and first[what] == second.get(what):
            return what
    return "almost the same place" if _metres(one, other) <= _NEAR else None


def _names_alike(one: Record, other: Record) -> float:
    first, second = _plain(one.get("name")), _plain(other.get("name"))
    return 1.0 if first == second else SequenceMatcher(None, first, second).ratio()


def _plain(name: object) -> str:
    """A name in small letters without everyday words, to be compared."""
    words = re.findall(r"[^\W_]+", str(name).casefold())
    return " ".join(sorted(word for word in words if word not in _EVERYDAY) or words)


def _marks(record: Record) -> Iterator[tuple[str, object]]:
    """By what a record can be found."""
    yield "name", _plain(record.get("name"))
    yield from _contacts(record)
    point = _point(record)
    if point is not None:
        row, column = (int(each // _GRID) for each in point)
        yield from (("cell", (row + down, column + right)) for down in (-1, 0, 1) for right in (-1, 0, 1))


def _contacts(record: Record) -> Iterator[tuple[str, str]]:
    postcode = _within(record, "address", "postal_code")
    if postcode:
        yield "the same postcode", re.sub(r"\s", "", postcode).upper()
    phone = _within(record, "contact", "phone")
    if phone:
        yield "the same phone number", re.sub(r"\D", "", phone)[-10:]


def _place(record: Record) -> bool:
    return bool(_within(record, "address", "postal_code")) or _point(record) is not None


def _within(record: Record, group: str, name: str) -> str:
    held = record.get(group)
    return str(held.get(name) or "") if isinstance(held, Mapping) else ""


def _point(record: Record) -> tuple[float, float] | None:
    point = record.get("point")
    if not isinstance(point, Mapping):
        return None
    found = (point.get("latitude"), point.get("longitude"))
    numbers = [float(each) for each in found if isinstance(each, int | float)]
    return (numbers[0], numbers[1]) if len(numbers) == len(found) else None


def _metres(one: Record, other: Record) -> float:
    first, second = _point(one), _point(other)
    if first is None or second is None:
        return float("inf")
    north = (first[0] - second[0]) * _A_DEGREE
    east = (first[1] - second[1]) * _A_DEGREE * cos(radians(first[0]))
    return hypot(north, east)


def known(records: Iterable[tuple[str, Record]]) -> Likenesses:
    """The records, made known."""
    likenesses = Likenesses()
    for path, record in records:
        likenesses.add(path, record)
    return likenesses
