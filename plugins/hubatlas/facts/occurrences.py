"""The times at which a session is held, worked out from its schedule."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import NamedTuple

from hubatlas.facts.bank_holidays import BankHolidays
from hubatlas.language import to_translate
from hubatlas.model import DAY_NAMES, Schedule, Session

CHECK_FIRST = to_translate("bank holiday: check before you go")
_MIDNIGHT = time()
_WEEK = timedelta(weeks=1)
_MONTHS_A_YEAR = 12
_YEARS_LOOKED_AHEAD = 2
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


class Occurrence(NamedTuple):
    """One time at which a session is held, as the clocks on its walls show it.

    `starts` and `ends` are None where the day is known but the time is not. `note` is what to know before going.
    """

    day: date
    starts: datetime | None = None
    ends: datetime | None = None
    note: str | None = None


def occurrences(session: Session, *, first: date, last: date, bank_holidays: BankHolidays) -> tuple[Occurrence, ...]:
    """The occurrences that begin on the days from `first` to `last`, in order.

    A course whose start is stated, and whose end is not, ends with its last meeting. Sessions by appointment and
    those whose times are not published have no occurrences.
    """
    days = takewhile(lambda day: day <= last, _held(session, first, bank_holidays))
    return tuple(_timed((day for day in days if day >= first), session.schedule, bank_holidays))


def next_occurrence(session: Session, *, after: datetime, bank_holidays: BankHolidays) -> Occurrence | None:
    """The first occurrence that is not over at that moment; None where there is none within two years."""
    first = after.date() - timedelta(days=1)  # last night's session may go on past midnight
    last = date(min(after.year + _YEARS_LOOKED_AHEAD, MAXYEAR), 12, 31)
    days = takewhile(lambda day: day <= last, _held(session, first, bank_holidays))
    for found in _timed(days, session.schedule, bank_holidays):
        if found.day >= after.date() if found.ends is None else found.ends > after:
            return found
    return None


def has_ended(schedule: Schedule, today: date) -> bool:
    """Whether all that the schedule says lies before that day."""
    if schedule.valid_to is not None and schedule.valid_to < today:
        return True
    return schedule.repeats == "dates" and all(day < today for day in schedule.dates)


def occurrence_on(day: date, schedule: Schedule, bank_holidays: BankHolidays) -> Occurrence:
    """The occurrence that begins on a day on which there is one."""
    return next(_timed((day,), schedule, bank_holidays))


def _timed(days: Iterable[date], schedule: Schedule, bank_holidays: BankHolidays) -> Iterator[Occurrence]:
    """The occurrences that begin on those days."""
    unsure = bank_holidays if schedule.bank_holidays == "unknown" and schedule.repeats != "dates" else {}
    if schedule.time is None:
        for day in days:
            yield Occurrence(day, note=CHECK_FIRST if day in unsure else None)
        return
    opens, closes = timedelta(minutes=schedule.time.opens_at), timedelta(minutes=schedule.time.closes_at)
    for day in days:
        midnight = datetime.combine(day, _MIDNIGHT)
        yield Occurrence(day, midnight + opens, midnight + closes, CHECK_FIRST if day in unsure else None)


def _held(session: Session, first: date, bank_holidays: BankHolidays) -> Iterator[date]:
    """The days of the session in order, from `first` or earlier, and without end where the schedule has none."""
    schedule = session.schedule
    ends_with_meeting = session.course if schedule.valid_from is not None and schedule.valid_to is None else None
    starts = schedule.valid_from or first
    if ends_with_meeting is None:
        starts = max(starts, first)
    closed = bank_holidays if schedule.bank_holidays == "not held" and schedule.repeats != "dates" else {}
    left_out = schedule.except_dates
    days = (day for day in ruled_days(schedule, starts) if day not in left_out and day not in closed)
    return islice(days, ends_with_meeting)


def ruled_days(schedule: Schedule, starts: date) -> Iterator[date]:
    """The days from `starts` that its rule alone gives, none left out; without end where the rule has none."""
    last = schedule.valid_to or date.max
    for day in _repeated(schedule, starts):
        if day > last:
            return
        if day >= starts:
            yield day


def _repeated(schedule: Schedule, starts: date) -> Iterator[date]:
    match schedule.repeats:
        case "weekly":
            return _weekly(schedule, starts)
        case "monthly":
            return _monthly(schedule, starts)
        case "dates":
            return iter(sorted(schedule.dates))
        case "by appointment" | "not published":
            return iter(())


def _weekly(schedule: Schedule, starts: date) -> Iterator[date]:
    """Every so many weeks, counted from the Monday of the week that `valid_from` lies in."""
    week = _monday(starts)
    if schedule.valid_from is not None:
        week += _WEEK * (-((week - _monday(schedule.valid_from)).days // len(DAY_NAMES)) % schedule.interval)
    days = [timedelta(days=position) for position, name in enumerate(DAY_NAMES) if name in schedule.days]
    weeks = _WEEK * schedule.interval
    while week.year < MAXYEAR:
        for day in days:
            yield week + day
        week += weeks


def _monthly(schedule: Schedule, starts: date) -> Iterator[date]:
    """Every so many months, counted from the month that `valid_from` lies in."""
    month = _month_number(starts)
    if schedule.valid_from is not None:
        month += (_month_number(schedule.valid_from) - month) % schedule.interval
    while month // _MONTHS_A_YEAR < MAXYEAR:
        yield from _days_in_month(schedule, month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1)
        month += schedule.interval


def _days_in_month(schedule: Schedule, year: int, month: int) -> list[date]:
    first_position, length = calendar.monthrange(year, month)
    found: set[date] = set()
    for name in schedule.days:
        first = 1 + (DAY_NAMES.index(name) - first_position) % len(DAY_NAMES)
        of_this_name = range(first, length + 1, len(DAY_NAMES))
        found.update(date(year, month, of_this_name[_ORDINALS[week]]) for week in schedule.weeks)
    return sorted(found)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month_number(day: date) -> int:
    return day.year * _MONTHS_A_YEAR + day.month - 1
