"""Sessions as events that repeat, and the days on which a hub keeps other hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from hubatlas import urls
from hubatlas.exports.calendars.lines import ZONE, day, folded, moment, text
from hubatlas.exports.edition import Edition
from hubatlas.exports.identity import first_slug, permanent_id
from hubatlas.exports.tables.shared import day_text
from hubatlas.facts.occurrences import CHECK_FIRST, Occurrence, occurrence_on, occurrences, ruled_days
from hubatlas.facts.opening_hours import LONDON
from hubatlas.facts.recurrence import day_codes, days_left_out, last_day
from hubatlas.facts.running import next_to_go_to
from hubatlas.facts.wording import address_words
from hubatlas.model import Address, HoursException, Hub, Point, Service, Session


def session_events(edition: Edition, service: Service, session: Session) -> str:
    """The events of a session that people can go to: one that repeats, or one for each of its dates."""
    if next_to_go_to(edition.directory, service, session, edition.today) is None:
        return ""
    if session.schedule.repeats == "dates":
        last, holidays = max(session.schedule.dates), edition.bank_holidays
        coming = occurrences(session, first=edition.today, last=last, bank_holidays=holidays)
        return "".join(_event(edition, service, session, each, [], each.day.isoformat()) for each in coming)
    begun = session.schedule.valid_from or date(edition.today.year, 1, 1)
    first = next(ruled_days(session.schedule, begun))
    starting = occurrence_on(first, session.schedule, edition.bank_holidays)
    return _event(edition, service, session, starting, _repeat(edition, session, first))


def closing_events(edition: Edition, hub: Hub) -> str:
    """The coming days on which a hub is closed or keeps other hours than in its usual week, as whole days."""
    exceptions = () if hub.opening_hours is None else hub.opening_hours.exceptions
    return "".join(_closing(edition, hub, each) for each in exceptions if each.last_date >= edition.today)


def _closing(edition: Edition, hub: Hub, exception: HoursException) -> str:
    words = f"{hub.name}: {day_text(exception.hours) or 'hours not known'} ({exception.reason})"
    return folded(
        (
            "BEGIN:VEVENT",
            f"UID:{permanent_id(edition.directory, 'closing', first_slug(hub), exception.first_date.isoformat())}",
            f"DTSTAMP:{day(edition.today)}T000000Z",
            f"DTSTART;VALUE=DATE:{day(exception.first_date)}",
            f"DTEND;VALUE=DATE:{day(exception.last_date + timedelta(days=1))}",
            f"SUMMARY:{text(words)}",
            f"URL:{edition.whole_address(urls.hub(hub.slug))}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    )


def _repeat(edition: Edition, session: Session, first: date) -> list[str]:
    """The rule of an event that repeats from its first day, and the days that it leaves out."""
    schedule, holidays = session.schedule, edition.bank_holidays
    days = ",".join(day_codes(schedule))
    rule = f"RRULE:FREQ={schedule.repeats.upper()};INTERVAL={schedule.interval};WKST=MO;BYDAY={days}"
    last = last_day(session, holidays)
    if last is not None:
        rule += f";UNTIL={_until(last, timed=schedule.time is not None)}"
    left_out = days_left_out(schedule, first, last, holidays)
    return [rule, *(f"EXDATE{_at(occurrence_on(each, schedule, holidays))}" for each in left_out)]


def _until(last: date, *, timed: bool) -> str:
    if not timed:
        return day(last)
    end = datetime.combine(last, time(23, 59, 59), tzinfo=LONDON)
    return f"{moment(end.astimezone(UTC))}Z"


def _at(each: Occurrence) -> str:
    return f";VALUE=DATE:{day(each.day)}" if each.starts is None else f";TZID={ZONE}:{moment(each.starts)}"


def _event(
    edition: Edition, service: Service, session: Session, first: Occurrence, repeat: list[str], part: str = ""
) -> str:
    names = (first_slug(service), session.id, *([part] if part else []))
    ends = [] if first.ends is None else [f"DTEND;TZID={ZONE}:{moment(first.ends)}"]
    return folded(
        (
            "BEGIN:VEVENT",
            f"UID:{permanent_id(edition.directory, 'session', *names)}",
            f"DTSTAMP:{day(edition.today)}T000000Z",
            f"DTSTART{_at(first)}",
            *ends,
            *repeat,
            f"SUMMARY:{text(session.name or service.name)}",
            *_about(edition, service, session),
            f"URL:{edition.whole_address(urls.session(service.slug, session.id))}",
            "END:VEVENT",
        )
    )


def _about(edition: Edition, service: Service, session: Session) -> Iterator[str]:
    where, point = _place(edition, session)
    if where:
        yield f"LOCATION:{text(where)}"
    if point is not None:
        yield f"GEO:{point.latitude};{point.longitude}"
    needs = edition.directory.terms("needs", service.needs)
    if needs:
        yield f"CATEGORIES:{','.join(text(need.label) for need in needs)}"
    checked = edition.freshness(service).oldest.on
    unsure = session.schedule.repeats != "dates" and session.schedule.bank_holidays == "unknown"
    parts = (
        service.summary,
        session.note,
        service.how_to_get_in,
        service.on_arrival,
        f"On a {CHECK_FIRST}." if unsure else None,
        None if checked is None else f"Last checked: {checked.text}.",
        edition.whole_address(urls.session(service.slug, session.id)),
    )
    described = "\n\n".join(part for part in parts if part)
    yield f"DESCRIPTION:{text(described)}"


def _place(edition: Edition, session: Session) -> tuple[str, Point | None]:
    """Where a session is held, on one line, and its point; an empty text where it is by phone or online."""
    if session.hub is not None:
        hub = edition.directory.hub(session.hub)
        return _line(hub.name, hub.address), hub.point
    if session.venue is not None:
        return _line(session.venue.name, session.venue.address), session.venue.point
    return "", None


def _line(name: str, address: Address | None) -> str:
    return ", ".join(part for part in (name, address_words(address)) if part)
