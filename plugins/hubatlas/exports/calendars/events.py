"""Sessions as events that repeat, and the days on which a hub keeps other hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hubatlas import urls
from hubatlas.exports.calendars.lines import ZONE, day, folded, moment, text
from hubatlas.exports.edition import Edition
from hubatlas.exports.open_referral.identity import feed_of
from hubatlas.exports.tables.shared import day_text
from hubatlas.facts.occurrences import CHECK_FIRST, Occurrence, has_ended, occurrences
from hubatlas.facts.wording import address_words
from hubatlas.model import DAY_NAMES, Address, HoursException, Hub, Point, Service, Session

_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_LONGEST_COURSE = timedelta(days=5 * 366)
_LONGEST_MONTHS = 62  # two months, in days: within as many intervals a rule has its first day
_LONDON = ZoneInfo(ZONE)


def has_events(service: Service, session: Session, today: date) -> bool:
    """Whether a session can be put into a calendar: it is held on known days, and not over."""
    known = session.schedule.repeats in {"weekly", "monthly", "dates"}
    return known and service.status == "active" and not has_ended(session.schedule, today)


def session_events(edition: Edition, service: Service, session: Session) -> str:
    """The events of a session: one that repeats, or one for each of its dates; empty where there are none."""
    if not has_events(service, session, edition.today):
        return ""
    if session.schedule.repeats == "dates":
        coming = _held(edition, session, edition.today, max(session.schedule.dates))
        return "".join(_event(edition, service, session, each, [], each.day.isoformat()) for each in coming)
    begun = session.schedule.valid_from or date(edition.today.year, 1, 1)
    window = timedelta(days=_LONGEST_MONTHS * session.schedule.interval)
    ruled = _held(edition, _as_if_always(session), begun, begun + window)
    return _event(edition, service, session, ruled[0], _repeat(edition, session, ruled[0].day)) if ruled else ""


def closing_events(edition: Edition, hub: Hub) -> str:
    """The coming days on which a hub is closed or keeps other hours than in its usual week, as whole days."""
    exceptions = () if hub.opening_hours is None else hub.opening_hours.exceptions
    return "".join(_closing(edition, hub, each) for each in exceptions if each.last_date >= edition.today)


def _closing(edition: Edition, hub: Hub, exception: HoursException) -> str:
    words = f"{hub.name}: {day_text(exception.hours) or 'hours not known'} ({exception.reason})"
    return folded(
        (
            "BEGIN:VEVENT",
            f"UID:{feed_of(edition).id('closing', hub.slug, exception.first_date.isoformat())}",
            f"DTSTAMP:{day(edition.today)}T000000Z",
            f"DTSTART;VALUE=DATE:{day(exception.first_date)}",
            f"DTEND;VALUE=DATE:{day(exception.last_date + timedelta(days=1))}",
            f"SUMMARY:{text(words)}",
            f"URL:{edition.whole_address(urls.hub(hub.slug))}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    )


def _held(edition: Edition, session: Session, first: date, last: date) -> tuple[Occurrence, ...]:
    return occurrences(session, first=first, last=last, bank_holidays=edition.bank_holidays)


def _as_if_always(session: Session) -> Session:
    """The session as its rule alone has it, with no day left out."""
    return replace(session, schedule=replace(session.schedule, except_dates=(), bank_holidays="as usual"), course=None)


def _repeat(edition: Edition, session: Session, first: date) -> list[str]:
    """The rule of an event that repeats from its first day, and the days that it leaves out."""
    schedule = session.schedule
    days = [name[:2].upper() for name in DAY_NAMES if name in schedule.days]
    if schedule.repeats == "monthly":
        days = [_ORDINALS[week] + name for week in schedule.weeks for name in days]
    rule = f"RRULE:FREQ={schedule.repeats.upper()};INTERVAL={schedule.interval};WKST=MO;BYDAY={','.join(days)}"
    last = schedule.valid_to
    if last is None and schedule.valid_from is not None and session.course is not None:
        last = max((each.day for each in _held(edition, session, first, first + _LONGEST_COURSE)), default=first)
    if last is not None:
        rule += f";UNTIL={_until(last, timed=schedule.time is not None)}"
    doubtful = {*schedule.except_dates, *(edition.bank_holidays if schedule.bank_holidays == "not held" else ())}
    always = _as_if_always(session)
    left_out = (each for day in sorted(doubtful) if day >= first for each in _held(edition, always, day, day))
    return [rule, *(f"EXDATE{_at(each)}" for each in left_out)]


def _until(last: date, *, timed: bool) -> str:
    if not timed:
        return day(last)
    end = datetime.combine(last, time(23, 59, 59), tzinfo=_LONDON)
    return f"{moment(end.astimezone(UTC))}Z"


def _at(each: Occurrence) -> str:
    return f";VALUE=DATE:{day(each.day)}" if each.starts is None else f";TZID={ZONE}:{moment(each.starts)}"


def _event(
    edition: Edition, service: Service, session: Session, first: Occurrence, repeat: list[str], part: str = ""
) -> str:
    names = (*(service.previous_ids[:1] or (service.slug,)), session.id, *([part] if part else []))
    ends = [] if first.ends is None else [f"DTEND;TZID={ZONE}:{moment(first.ends)}"]
    return folded(
        (
            "BEGIN:VEVENT",
            f"UID:{feed_of(edition).id('session', *names)}",
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
