"""Opening hours and repeating sessions as schema.org states them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from hubatlas.facts.bank_holidays import BankHolidays
from hubatlas.facts.opening_hours import LONDON
from hubatlas.facts.recurrence import day_codes, days_left_out, iso_time, last_day
from hubatlas.facts.wording import MINUTES_A_DAY
from hubatlas.model import DAY_NAMES, DayHours, OpeningHours, Schedule, Session, Span
from hubatlas.pages.linked_data.nodes import SCHEMA_ORG, Node, day, node

TIME_ZONE: Final = "Europe/London"
_CLOSED: Final = (("00:00:00", "00:00:00"),)
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
    weekly = schedule.repeats == "weekly"
    last = last_day(session, bank_holidays)
    left_out = days_left_out(schedule, max(today, schedule.valid_from or today), last, bank_holidays)
    return [
        _schedule(
            schedule,
            {
                "repeatFrequency": f"P{schedule.interval}{_UNITS[schedule.repeats]}",
                "byDay": [SCHEMA_ORG + name for name in schedule.days] if weekly else day_codes(schedule),
                "startDate": day(schedule.valid_from),
                "endDate": day(last),
                "exceptDate": [day(each) for each in left_out],
            },
        )
    ]


def moment(found: datetime | None) -> str | None:
    """2026-12-01T10:00:00+00:00: the moment that a clock in the United Kingdom shows so; None for None."""
    return None if found is None else found.replace(tzinfo=LONDON).isoformat()


def _schedule(schedule: Schedule, properties: dict[str, object]) -> Node:
    time = schedule.time
    if time is not None:
        properties |= {"startTime": iso_time(time.opens_at), "endTime": iso_time(time.closes_at)}
    return node("Schedule", properties | {"scheduleTimezone": TIME_ZONE})


def _spans(hours: DayHours | None) -> Iterable[tuple[str, str]]:
    if hours is None or hours.by_appointment:
        return ()
    return [_from_to(span) for span in sorted(hours.spans)] or _CLOSED


def _from_to(span: Span) -> tuple[str, str]:
    if span.closes_at - span.opens_at >= MINUTES_A_DAY:
        return "00:00:00", "23:59:00"  # what is widely read as open all day; equal times would mean closed
    return iso_time(span.opens_at), iso_time(span.closes_at)


def _specification(span: tuple[str, str], **properties: object) -> Node:
    opens, closes = span
    return {"@type": "OpeningHoursSpecification", **properties, "opens": opens, "closes": closes}
