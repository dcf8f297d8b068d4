"""Times, days and lengths of time in words, in the style of GOV.UK. No name depends on the machine's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hubatlas.model import DAY_NAMES, Address, DayHours, DayName, PartialDate, Span

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
MINUTES_A_DAY = 24 * 60
_MIDDAY = MINUTES_A_DAY // 2
_WEEKEND_STARTS = 5


def listed(items: Sequence[str]) -> str:
    """One, two and three."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def time_words(minutes: int) -> str:
    """9am, 12:30pm, midday or midnight; minutes after midnight, of this day or the next."""
    minutes %= MINUTES_A_DAY
    if minutes == 0:
        return "midnight"
    if minutes == _MIDDAY:
        return "midday"
    hour, minute = divmod(minutes, 60)
    half = "am" if hour < _MIDDAY // 60 else "pm"
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{half}"


def span_words(span: Span) -> str:
    """9am to 5pm; 6pm to 1am where it passes midnight; all day from midnight to midnight."""
    if (span.opens_at, span.closes_at) == (0, MINUTES_A_DAY):
        return "all day"
    return f"{time_words(span.opens_at)} to {time_words(span.closes_at)}"


def day_hours_words(hours: DayHours | None) -> str:
    """9am to 12:30pm and 1:30pm to 5pm, closed, by appointment, or not known."""
    if hours is None:
        return "not known"
    if hours.spans:
        return listed([span_words(span) for span in sorted(hours.spans)])
    return "by appointment" if hours.by_appointment else "closed"


def date_words(day: date) -> str:
    """24 December 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_words(day: date) -> str:
    """Thursday 24 December 2026."""
    return f"{DAY_NAMES[day.weekday()]} {date_words(day)}"


def partial_date_words(partial: PartialDate) -> str:
    """12 September 2025, September 2025, 2025, autumn 2014, July to September 2025: as exact as it is known."""
    first, stretch, last = partial.text.partition("/")
    if stretch:
        begins, ends = _date_part_words(first, partial.first), _date_part_words(last, partial.last)
        if partial.first.year == partial.last.year and "-" in first and "-" in last:
            begins = begins.removesuffix(f" {partial.first.year}")
        return f"{begins} to {ends}"
    return first.casefold() if " " in first else _date_part_words(first, partial.first)


def _date_part_words(text: str, day: date) -> str:
    """A year, a month or a day, whichever the text is, of that day."""
    match text.count("-"):
        case 0:
            return text
        case 1:
            return f"{MONTHS[day.month - 1]} {day.year}"
        case _:
            return date_words(day)


def relative_day_words(day: date, today: date) -> str:
    """Today, tomorrow, the day's name within a week, or the whole date without a year that is today's."""
    away = (day - today).days
    if away in (0, 1):
        return ("today", "tomorrow")[away]
    if 1 < away < len(DAY_NAMES):
        return DAY_NAMES[day.weekday()]
    return day_words(day) if day.year != today.year else day_words(day).rpartition(" ")[0]


def days_of_week_words(days: Sequence[DayName]) -> str:
    """Monday, Wednesday and Friday; Monday to Friday where three or more follow each other; every day."""
    positions = sorted({DAY_NAMES.index(day) for day in days})
    if len(positions) == len(DAY_NAMES):
        return "every day"
    names = [DAY_NAMES[position] for position in positions]
    consecutive = positions == list(range(positions[0], positions[-1] + 1)) if positions else False
    if consecutive and len(positions) > 2:  # noqa: PLR2004 - two days read better with "and"
        return f"{names[0]} to {names[-1]}"
    return listed(names)


def duration_words(duration: timedelta) -> str:
    """30 hours 30 minutes, 1 hour, 45 minutes, or no time."""
    hours, minutes = divmod(round(duration.total_seconds()) // 60, 60)
    counted = ((hours, "hour"), (minutes, "minute"))
    parts = [f"{number:,} {unit}{'' if number == 1 else 's'}" for number, unit in counted if number]
    return " ".join(parts) or "no time"


def miles_words(miles: float) -> str:
    """0.4 miles, 1 mile, 12 miles: tenths below ten."""
    tenths = round(miles, 1)
    if tenths < 0.1:  # noqa: PLR2004 - the smallest distance that is shown
        return "less than 0.1 miles"
    shown = f"{tenths:g}" if tenths < 10 else f"{miles:,.0f}"  # noqa: PLR2004 - tenths say nothing beyond ten miles
    return f"{shown} mile{'' if shown == '1' else 's'}"


def address_words(address: Address | None) -> str:
    """The address on one line; empty where nothing of it is known."""
    if address is None:
        return ""
    street = (address.building, address.address_1, address.address_2, address.city, address.state_province)
    line = ", ".join(part for part in street if part)
    return " ".join(part for part in (line, address.postal_code) if part)
