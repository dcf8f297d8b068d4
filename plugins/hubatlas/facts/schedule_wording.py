"""A session's schedule in one plain sentence."""

from __future__ import annotations

from datetime import date

from hubatlas.facts.wording import date_words, day_words, days_of_week_words, listed, span_words
from hubatlas.model import DAY_NAMES, Schedule

BY_APPOINTMENT = "By appointment"
NOT_PUBLISHED = "Times are not published: ring to ask"
TIME_NOT_PUBLISHED = "time not published, ring to ask"
_DATES_WRITTEN_OUT = 4
_WEEKS = ("first", "second", "third", "fourth", "last")


def schedule_words(schedule: Schedule, today: date) -> str:
    """When it happens, such as "Every second Tuesday, 10am to midday, until 15 December 2026".

    A start is told until it has come, an end always.
    """
    match schedule.repeats:
        case "by appointment":
            parts = [BY_APPOINTMENT, *_limits(schedule, today)]
        case "not published":
            parts = [NOT_PUBLISHED]
        case "dates":
            parts = [_dates_words(schedule, today), _time_words(schedule)]
        case _:
            days = _weekly_words(schedule) if schedule.repeats == "weekly" else _monthly_words(schedule)
            parts = [days, _time_words(schedule), *_limits(schedule, today)]
    return ", ".join(parts)


def exceptions_words(schedule: Schedule, today: date) -> str | None:
    """The coming days on which it is not held: "Not on 29 December 2026", or None where there are none."""
    coming = [date_words(day) for day in sorted(schedule.except_dates) if day >= today]
    return f"Not on {listed(coming)}" if coming else None


def _weekly_words(schedule: Schedule) -> str:
    days = days_of_week_words(schedule.days)
    match schedule.interval:
        case 1:
            return days if " to " in days else f"Every {days.removeprefix('every ')}"
        case 2 if len(schedule.days) == 1:
            return f"Every second {days}"
        case 2:
            return f"Every second week, {_each_day(schedule)}"
        case weeks:
            return f"Every {weeks} weeks, {_each_day(schedule)}"


def _monthly_words(schedule: Schedule) -> str:
    weeks = listed(sorted(schedule.weeks, key=_WEEKS.index)).capitalize()
    names = listed(sorted(schedule.days, key=DAY_NAMES.index))
    match schedule.interval:
        case 1:
            month = "the month"
        case 2:
            month = "every second month"
        case months:
            month = f"the month, every {months} months"
    return f"{weeks} {names} of {month}"


def _each_day(schedule: Schedule) -> str:
    days = days_of_week_words(schedule.days)
    return f"on {days}" if " to " not in days and days != "every day" else days


def _dates_words(schedule: Schedule, today: date) -> str:
    dates = sorted(schedule.dates)
    coming = [day for day in dates if day >= today and day not in schedule.except_dates]
    if not coming:
        return f"Last held on {day_words(dates[-1])}"
    if len(coming) <= _DATES_WRITTEN_OUT:
        return listed([day_words(day) for day in coming])
    return f"{len(coming)} dates from {date_words(coming[0])} to {date_words(coming[-1])}"


def _time_words(schedule: Schedule) -> str:
    return TIME_NOT_PUBLISHED if schedule.time is None else span_words(schedule.time)


def _limits(schedule: Schedule, today: date) -> list[str]:
    if schedule.valid_to is not None and schedule.valid_to < today:
        return [f"ended {date_words(schedule.valid_to)}"]
    limits = []
    if schedule.valid_from is not None and schedule.valid_from > today:
        limits.append(f"from {date_words(schedule.valid_from)}")
    if schedule.valid_to is not None:
        limits.append(f"until {date_words(schedule.valid_to)}")
    return limits
