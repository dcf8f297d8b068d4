"""How a session repeats, in the parts that calendars, feeds and linked data share (RFC 5545: BYDAY, UNTIL, EXDATE)."""

from __future__ import annotations

from datetime import date

from hubatlas.facts.bank_holidays import BankHolidays
from hubatlas.facts.occurrences import occurrences, ruled_days
from hubatlas.facts.wording import MINUTES_A_DAY
from hubatlas.model import DAY_NAMES, DayName, Schedule, Session

DAY_CODES: dict[DayName, str] = {name: name[:2].upper() for name in DAY_NAMES}
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}


def day_codes(schedule: Schedule) -> list[str]:
    """The days it is held on: MO is every Monday, and of a month 1TU the first Tuesday and -1FR the last Friday."""
    days = [code for name, code in DAY_CODES.items() if name in schedule.days]
    if schedule.repeats == "monthly":
        return [_ORDINALS[week] + code for week in schedule.weeks for code in days]
    return days


def last_day(session: Session, bank_holidays: BankHolidays) -> date | None:
    """The day after which it is not held; of a course whose end is not stated that of its last meeting."""
    schedule = session.schedule
    if schedule.valid_to is not None or schedule.valid_from is None or session.course is None:
        return schedule.valid_to
    meetings = occurrences(session, first=schedule.valid_from, last=date.max, bank_holidays=bank_holidays)
    return meetings[-1].day if meetings else None


def days_left_out(schedule: Schedule, first: date, last: date | None, bank_holidays: BankHolidays) -> list[date]:
    """The days from `first` to `last` on which it would be held by its rule, and is not."""
    doubtful = {*schedule.except_dates, *(bank_holidays if schedule.bank_holidays == "not held" else ())}
    last = last or date.max
    within = [
        day
        for day in doubtful
        if first <= day <= last and (not schedule.days or DAY_NAMES[day.weekday()] in schedule.days)
    ]
    return sorted(day for day in within if next(ruled_days(schedule, day), None) == day)


def iso_time(minutes: int) -> str:
    """Minutes after midnight as 09:00:00; of the next day where there are more than a day has."""
    hour, minute = divmod(minutes % MINUTES_A_DAY, 60)
    return f"{hour:02}:{minute:02}:00"
