"""Dates, counts and lists as a reader says them aloud. Month and day names never depend on the machine's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hubatlas.model import DAY_NAMES, PartialDate

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_PARTS_OF_MONTH = 2
_PARTS_OF_DAY = 3


def day_in_words(day: date) -> str:
    """12 September 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date, *, today: date) -> str:
    """Today, Tomorrow, or Friday 5 December; the year only where it is not this one."""
    away = (day - today).days
    name = {0: "Today", 1: "Tomorrow"}.get(away, DAY_NAMES[day.weekday()])
    year = "" if day.year == today.year else f" {day.year}"
    return f"{name} {day.day} {MONTHS[day.month - 1]}{year}"


def partial_in_words(partial: PartialDate) -> str:
    """12 September 2025, September 2025 or 2025: as exact as it is known."""
    parts = partial.text.split("-")
    if len(parts) == _PARTS_OF_DAY:
        return day_in_words(partial.first)
    if len(parts) == _PARTS_OF_MONTH:
        return f"{MONTHS[partial.first.month - 1]} {partial.first.year}"
    return partial.text


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 hub, 12 hubs, 1,100 services."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """One, two and three."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
