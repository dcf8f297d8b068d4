"""Opening hours and repeating sessions as schema.org states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from hubatlas.facts.bank_holidays import BankHolidays
from hubatlas.facts.occurrences import occurrences
from hubatlas.facts.opening_hours import LONDON
from hubatlas.model import DAY_NAMES, DayHours, OpeningHours, Schedule, Session, Span
from hubatlas.pages.linked_data.nodes import SCHEMA_ORG, Node, day, node

TIME_ZONE: Final = "Europe/London"
_CLOSED: Final = (("00:00:00", "00:00:00"),)
_MINUTES_A_DAY: Final = 24 * 60
_LONGEST_COURSE: Final = timedelta(days=3 * 366)
_WEEKS: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_UNITS: Final = {"weekly": "W", "monthly": "M"}


def opening_hours(hours: OpeningHours, today: date) -> list[Node]:
    """The usual week, bank holidays, and the exceptions that are not over by `today`.

    A day that is closed is stated as closed, from midnight to midnight; one that is not known, or by appointment
    only, is left out.
    """
    days: dict[tuple[str, str], list[str]] = {}
    for name, stated in zip(DAY_NAMES, hours.week, strict=True):
        for span in _spans(stated):
            days.setdefault(span, []).append(SCHEMA_ORG + name)
    holidays = hours.bank_holidays if isinstance(hours.bank_holidays, DayHours) else None
    return [
        *(_specification(span, dayOfWeek=names) for span, names in days.items()),
        *(_specification(span, dayOfWeek=[f"{SCHEMA_ORG}PublicHolidays"]) for span in _spans(holidays)),
        *(
            _specification(
                span,
                validFrom=each.first_date.isoformat(),
                validThrough=each.last_date.isoformat(),
                description=each.reason,
            )
            for each in sorted(hours.exceptions, key=lambda each: (each.first_date, each.last_date))
            if each.last_date >= today
            for span in _spans(each.hours)
        ),
    ]


def session_schedule(session: Session, today: date, bank_holidays: BankHolidays) -> list[Node]:
    """When the session is held: one schedule, or one for each date that is still to come."""
    schedule = session.schedule
    if schedule.repeats == "dates":
        ahead = (each for each in sorted(schedule.dates) if each >= today and each not in schedule.except_dates)
        return [_schedule(schedule, {"startDate": day(each), "endDate": day(each)}) for each in ahead]
    last = _last_day(session, bank_holidays)
    return [
        _schedule(
            schedule,
            {
                "repeatFrequency": f"P{schedule.interval}{_UNITS[schedule.repeats]}",
                "byDay": list(_days(schedule)),
                "startDate": day(schedule.valid_from),
                "endDate": day(last),
                "exceptDate": [day(each) for each in _not_held(schedule, today, last, bank_holidays)],
            },
        )
    ]


def moment(found: datetime | None) -> str | None:
    """2026-12-01T10:00:00+00:00: the moment that a clock in the United Kingdom shows so; None for None."""
    return None if found is None else found.replace(tzinfo=LONDON).isoformat()


def _schedule(schedule: Schedule, properties: dict[str, object]) -> Node:
    time = schedule.time
    if time is not None:
        properties |= {"startTime": _clock(time.opens_at), "endTime": _clock(time.closes_at)}
    return node("Schedule", properties | {"scheduleTimezone": TIME_ZONE})


def _days(schedule: Schedule) -> Iterator[str]:
    """Days of the week; monthly ones as in iCalendar: 1TU is the first Tuesday, -1FR the last Friday."""
    if schedule.repeats == "weekly":
        yield from (SCHEMA_ORG + name for name in schedule.days)
        return
    yield from (f"{_WEEKS[week]}{name[:2].upper()}" for week in schedule.weeks for name in schedule.days)


def _last_day(session: Session, bank_holidays: BankHolidays) -> date | None:
    """The day from which on it is not held; for a course without a stated end that of its last meeting."""
    schedule = session.schedule
    if schedule.valid_to is not None or schedule.valid_from is None or session.course is None:
        return schedule.valid_to
    first = schedule.valid_from
    last = min(first, date.max - _LONGEST_COURSE) + _LONGEST_COURSE
    held = occurrences(session, first=first, last=last, bank_holidays=bank_holidays)
    return held[-1].day if len(held) == session.course else None


def _not_held(schedule: Schedule, today: date, last: date | None, bank_holidays: BankHolidays) -> list[date]:
    """The days from `today` to the last on which it would be held, and is not."""
    days: Iterable[date] = schedule.except_dates
    if schedule.bank_holidays == "not held":
        days = {*days, *(each for each in bank_holidays if DAY_NAMES[each.weekday()] in schedule.days)}
    first = max(today, schedule.valid_from or today)
    return sorted(each for each in days if first <= each <= (last or date.max))


def _spans(hours: DayHours | None) -> Iterable[tuple[str, str]]:
    if hours is None or hours.by_appointment:
        return ()
    return [_from_to(span) for span in sorted(hours.spans)] or _CLOSED


def _from_to(span: Span) -> tuple[str, str]:
    if span.closes_at - span.opens_at >= _MINUTES_A_DAY:
        return "00:00:00", "23:59:00"  # what is widely read as open all day; equal times would mean closed
    return _clock(span.opens_at), _clock(span.closes_at)


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % _MINUTES_A_DAY, 60)
    return f"{hour:02}:{minute:02}:00"


def _specification(span: tuple[str, str], **properties: object) -> Node:
    opens, closes = span
    return {"@type": "OpeningHoursSpecification", **properties, "opens": opens, "closes": closes}
