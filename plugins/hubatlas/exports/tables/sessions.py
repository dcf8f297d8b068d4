"""One row for each session: a service at one place and time."""

from __future__ import annotations

from datetime import date, datetime, time

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import clock, organisation_name
from hubatlas.facts.occurrences import next_occurrence
from hubatlas.facts.schedule_wording import schedule_words
from hubatlas.facts.wording import address_words
from hubatlas.model import Address, Point, Service, Session, Venue

Held = tuple[Service, Session]
_NO_VENUE = Venue(name="")


def _rows(edition: Edition) -> list[Held]:
    return [(service, session) for service in edition.directory.services for session in service.sessions]


def _address(edition: Edition, session: Session) -> Address | None:
    return edition.directory.hub(session.hub).address if session.hub else (session.venue or _NO_VENUE).address


def _point(edition: Edition, session: Session) -> Point | None:
    return edition.directory.hub(session.hub).point if session.hub else (session.venue or _NO_VENUE).point


def _next_date(edition: Edition, row: Held) -> date | None:
    midnight = datetime.combine(edition.today, time())
    coming = next_occurrence(row[1], after=midnight, bank_holidays=edition.bank_holidays)
    return None if coming is None or row[0].status == "ended" else coming.day


def _postal_code(edition: Edition, row: Held) -> str | None:
    address = _address(edition, row[1])
    return None if address is None else address.postal_code


def _latitude(edition: Edition, row: Held) -> float | None:
    point = _point(edition, row[1])
    return None if point is None else point.latitude


def _longitude(edition: Edition, row: Held) -> float | None:
    point = _point(edition, row[1])
    return None if point is None else point.longitude


def _provider(row: Held) -> str | None:
    return row[1].provider or row[0].provider


COLUMNS: dict[str, Column[Held]] = {
    "service": Column("text", "The service it belongs to.", lambda _, row: row[0].slug),
    "session": Column("text", "Its short name within the service, which never changes.", lambda _, row: row[1].id),
    "service_name": Column("text", "The service's name.", lambda _, row: row[0].name),
    "name": Column("text", "What it is called, where not simply the service's name.", lambda _, row: row[1].name),
    "status": Column("text", "The service's status: active, planned, paused or ended.", lambda _, row: row[0].status),
    "type": Column("text", "What kind of session it is.", lambda _, row: row[1].type),
    "hub": Column("text", "The hub it takes place at.", lambda _, row: row[1].hub),
    "hub_name": Column(
        "text",
        "The hub's name.",
        lambda edition, row: edition.directory.hub(row[1].hub).name if row[1].hub else None,
    ),
    "venue": Column(
        "text", "The venue, when not at a hub.", lambda _, row: row[1].venue.name if row[1].venue else None
    ),
    "address": Column(
        "text", "Where it is, on one line.", lambda edition, row: address_words(_address(edition, row[1])) or None
    ),
    "postal_code": Column("text", "The postcode.", _postal_code),
    "latitude": Column("number", "Degrees north, WGS 84.", _latitude),
    "longitude": Column("number", "Degrees east, WGS 84.", _longitude),
    "access_mode": Column("text", "How it is given.", lambda _, row: row[1].access_mode),
    "provider": Column("text", "The organisation that gives it.", lambda _, row: _provider(row)),
    "provider_name": Column(
        "text", "The organisation's name.", lambda edition, row: organisation_name(edition, _provider(row))
    ),
    "when": Column(
        "text", "When it happens, in words.", lambda edition, row: schedule_words(row[1].schedule, edition.today)
    ),
    "repeats": Column(
        "text", "weekly, monthly, dates, by appointment or not published.", lambda _, row: row[1].schedule.repeats
    ),
    "interval": Column("integer", "Every how many weeks or months.", lambda _, row: row[1].schedule.interval),
    "days": Column("list", "The days of the week.", lambda _, row: row[1].schedule.days),
    "weeks": Column("list", "Monthly: which of that day in the month.", lambda _, row: row[1].schedule.weeks),
    "starts_at": Column(
        "time", "When it starts.", lambda _, row: clock(row[1].schedule.time.opens_at) if row[1].schedule.time else None
    ),
    "ends_at": Column(
        "time",
        "When it ends; before starts_at where that is on the next day.",
        lambda _, row: clock(row[1].schedule.time.closes_at) if row[1].schedule.time else None,
    ),
    "valid_from": Column("date", "The first day it can happen.", lambda _, row: row[1].schedule.valid_from),
    "valid_to": Column("date", "The last day it can happen.", lambda _, row: row[1].schedule.valid_to),
    "dates": Column("list", "Each date it happens on.", lambda _, row: tuple(sorted(row[1].schedule.dates))),
    "except_dates": Column(
        "list", "Dates on which it does not happen.", lambda _, row: tuple(sorted(row[1].schedule.except_dates))
    ),
    "bank_holidays": Column("text", "as usual, not held or unknown.", lambda _, row: row[1].schedule.bank_holidays),
    "next_date": Column("date", "The next day it is held, from the date of this file.", _next_date),
    "course": Column("integer", "How many meetings the course has.", lambda _, row: row[1].course),
    "capacity": Column("integer", "How many people there is room for.", lambda _, row: row[1].capacity),
    "booking_required": Column("text", "yes, no or unknown.", lambda _, row: row[1].booking_required),
    "fully_booked": Column("text", "yes, no or unknown.", lambda _, row: row[1].fully_booked),
    "audiences": Column("list", "Who it is for.", lambda _, row: row[1].audiences or row[0].audiences),
    "note": Column("text", "What people should know.", lambda _, row: row[1].note),
    "page": Column(
        "text",
        "Its place on the page.",
        lambda edition, row: edition.whole_address(urls.session(row[0].slug, row[1].id)),
    ),
}

SESSIONS = Table(
    name="sessions",
    key=2,
    title="Sessions",
    description="One row for each session: which service, where and when.",
    rows=_rows,
    columns=COLUMNS,
)
