"""Who confirmed what and when: for each record that people rely on, by its kind and by those who run it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.freshness import Freshness, Record, freshness_in, months_later
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Organisation, Service

RecordKind = Literal["hubs", "services", "organisations", "places"]
KINDS: tuple[RecordKind, ...] = ("hubs", "services", "organisations", "places")
MONTHS_OF_TRUST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """How fresh one record is, and the last confirmation of any part of it by those who run it.

    `owner` is the slug of the organisation that runs it, None where that is not known or it is the network's own.
    `lapsed` where nobody has confirmed anything of it within a year.
    """

    kind: RecordKind
    record: Record
    owner: str | None
    freshness: Freshness
    confirmed_on: date | None
    confirmed_by: str | None
    lapsed: bool


def records_to_check(directory: Directory) -> tuple[tuple[RecordKind, Record], ...]:
    """Each hub, service, organisation and place that somebody should confirm now and then: all that have not ended."""
    hubs = (hub for hub in directory.hubs if directory.status(hub).shown_as != "ended")
    services = (service for service in directory.services if service.status != "ended")
    return (
        *(("hubs", hub) for hub in hubs),
        *(("services", service) for service in services),
        *(("organisations", organisation) for organisation in directory.organisations),
        *(("places", place) for place in directory.places),
    )


def confirmations(directory: Directory, today: date) -> tuple[Confirmation, ...]:
    """The confirmation of each record to check: never confirmed first, then by how long ago, then by name."""
    found = (
        confirmation(kind, record, freshness_in(directory, record, today), today)
        for kind, record in records_to_check(directory)
    )
    return tuple(sorted(found, key=_in_order))


def confirmation(kind: RecordKind, record: Record, fresh: Freshness, today: date) -> Confirmation:
    """What is known of the record's confirmation, given how fresh it is."""
    last = max(fresh.groups, key=lambda group: (group.confirmed_on or date.min, group.confirmed_by or ""))
    on = last.confirmed_on
    return Confirmation(
        kind=kind,
        record=record,
        owner=owner_of(record),
        freshness=fresh,
        confirmed_on=on,
        confirmed_by=last.confirmed_by,
        lapsed=on is None or months_later(on, MONTHS_OF_TRUST) <= today,
    )


def owner_of(record: Record) -> str | None:
    """The organisation that runs what the record is about, and so can confirm it; None where nobody says."""
    match record:
        case Hub():
            return record.operator
        case Service():
            return record.provider
        case Organisation():
            return record.slug
    return None


def _in_order(each: Confirmation) -> tuple[object, ...]:
    return (KINDS.index(each.kind), each.confirmed_on or date.min, plain(each.record.name).casefold(), each.record.slug)
