"""When something happens, as the profile's schedules: repeats by RRULE parts, exceptions as rows of few days.

Times are wall-clock times of Europe/London without a zone, as the standard's own example has them: a fixed offset
would be wrong for half of the year.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hubatlas.exports.identity import first_slug
from hubatlas.exports.open_referral.items import Feed, Item, stated
from hubatlas.facts.recurrence import DAY_CODES, day_codes, iso_time, last_day
from hubatlas.facts.schedule_wording import exceptions_words, schedule_words
from hubatlas.facts.wording import day_hours_words
from hubatlas.model import DAY_NAMES, HoursException, Hub, OpeningHours, Schedule, Session, Span

_BANK_HOLIDAYS = {"not held": "Not on bank holidays", "unknown": "Check before going on a bank holiday"}


def session_schedules(feed: Feed, session: Session, service_id: str, place_id: str | None, name: str) -> list[Item]:
    """The schedules of one session; `name` tells it from every other session of the network."""
    schedule = session.schedule
    shared = stated(service_id=service_id, service_at_location_id=place_id, **_times(schedule.time))
    words = schedule_words(schedule, feed.edition.today)
    match schedule.repeats:
        case "weekly" | "monthly":
            held = _BANK_HOLIDAYS.get(schedule.bank_holidays)
            notes = [each for each in (exceptions_words(schedule, feed.edition.today), held) if each]
            return [
                stated(
                    id=feed.id("schedule", name),
                    **shared,
                    **_repeat(schedule),
                    valid_from=_iso(schedule.valid_from),
                    valid_to=_iso(last_day(session, feed.edition.bank_holidays)),
                    description=words,
                    notes=". ".join(notes),
                )
            ]
        case "dates":
            days = sorted(set(schedule.dates) - set(schedule.except_dates))
            return [
                stated(id=feed.id("schedule", name, day.isoformat()), **shared, **_one_day(day), description=words)
                for day in days
            ]
        case _:
            return [stated(id=feed.id("schedule", name), **shared, description=words)]


def opening_schedules(feed: Feed, hub: Hub, service_id: str, place_id: str) -> list[Item]:
    """When a hub is open: a row for each stretch of hours and the days that have it, and one for each exception."""
    hours = hub.opening_hours
    shared = {"service_id": service_id, "service_at_location_id": place_id}
    if hours is None:
        words = feed.directory.network.unknown_hours
        return [stated(id=feed.id("hub-schedule", first_slug(hub), "unknown"), **shared, description=words)]
    notes = [f"On bank holidays: {_bank_holidays(hours)}", *([hours.note] if hours.note else [])]
    rows = [
        stated(
            id=feed.id("hub-schedule", first_slug(hub), _span_name(span)),
            **shared,
            freq="WEEKLY",
            byday=",".join(days),
            **_times(span),
            notes=". ".join(notes),
        )
        for span, days in _by_span(hours).items()
    ]
    by_appointment = [day for day, at in zip(DAY_NAMES, hours.week, strict=True) if at and at.by_appointment]
    if by_appointment:
        rows.append(
            stated(
                id=feed.id("hub-schedule", first_slug(hub), "by-appointment"),
                **shared,
                freq="WEEKLY",
                byday=",".join(DAY_CODES[day] for day in by_appointment),
                description="By appointment",
            )
        )
    return rows + [row for each in hours.exceptions for row in _exception_rows(feed, hub, each, shared)]


def _bank_holidays(hours: OpeningHours) -> str:
    return hours.bank_holidays if hours.bank_holidays == "as usual" else day_hours_words(hours.bank_holidays)


def _exception_rows(feed: Feed, hub: Hub, exception: HoursException, shared: dict[str, str]) -> list[Item]:
    first, last = exception.first_date.isoformat(), exception.last_date.isoformat()
    spans: Iterable[Span | None] = (exception.hours.spans if exception.hours else ()) or (None,)
    if exception.hours is None:
        words = f"Hours not known: {exception.reason}"
    elif exception.hours.by_appointment:
        words = f"By appointment: {exception.reason}"
    else:
        words = f"Open at other hours: {exception.reason}" if exception.hours.spans else f"Closed: {exception.reason}"
    return [
        stated(
            id=feed.id("hub-schedule", first_slug(hub), first, _span_name(span)),
            **shared,
            valid_from=first,
            valid_to=last,
            **_times(span),
            description=words,
        )
        for span in spans
    ]


def _by_span(hours: OpeningHours) -> dict[Span, list[str]]:
    """The codes of the days that have each stretch of hours."""
    found: dict[Span, list[str]] = {}
    for day, at in zip(DAY_NAMES, hours.week, strict=True):
        for span in at.spans if at else ():
            found.setdefault(span, []).append(DAY_CODES[day])
    return found


def _repeat(schedule: Schedule) -> Item:
    return stated(
        freq=schedule.repeats.upper(),
        byday=",".join(day_codes(schedule)),
        interval=schedule.interval if schedule.interval > 1 else None,
        dtstart=_iso(schedule.valid_from),
    )


def _one_day(day: date) -> Item:
    return {"valid_from": day.isoformat(), "valid_to": day.isoformat(), "dtstart": day.isoformat()}


def _times(span: Span | None) -> Item:
    return {} if span is None else {"opens_at": iso_time(span.opens_at), "closes_at": iso_time(span.closes_at)}


def _span_name(span: Span | None) -> str:
    return "all-day" if span is None else f"{span.opens_at}-{span.closes_at}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
