"""Columns that tables of records have in common: contact, and where the facts come from."""

from __future__ import annotations

from typing import TypeVar

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column
from hubatlas.model import (
    Contact,
    DayHours,
    Hub,
    Indicator,
    Organisation,
    PartialDate,
    Pathway,
    Place,
    Programme,
    Service,
)

_Record = TypeVar("_Record", Hub, Service, Organisation, Place, Pathway, Programme, Indicator)
_Reachable = TypeVar("_Reachable", Hub, Service, Organisation)


def organisation_name(edition: Edition, slug: str | None) -> str | None:
    """The name of the organisation, None where there is none."""
    return None if slug is None else edition.directory.organisation(slug).name


def clock(minutes: int) -> str:
    """Minutes after midnight as 09:00; the end of the day is 24:00, and later times are of the next day, from 00:01."""
    hour, minute = divmod(minutes if minutes <= 24 * 60 else minutes - 24 * 60, 60)
    return f"{hour:02}:{minute:02}"


def partial_text(when: PartialDate | None) -> str | None:
    """A date as its record states it; None where none is stated."""
    return None if when is None else when.text


def day_text(hours: DayHours | None) -> str | None:
    """The hours of a day as a record states them, such as 09:00-12:30, 13:30-17:00; None where they are not known."""
    if hours is None:
        return None
    if hours.spans:
        return ", ".join(f"{clock(span.opens_at)}-{clock(span.closes_at)}" for span in hours.spans)
    return "by appointment" if hours.by_appointment else "closed"


def contact_columns(_record: type[_Reachable]) -> dict[str, Column[_Reachable]]:
    """How the public reaches those whom a record is about."""
    return {
        "phone": Column("text", "The number to ring first.", lambda _, row: _of(row).phone),
        "email": Column("text", "The address of the team.", lambda _, row: _of(row).email),
        "website": Column("text", "The page that is most use to the public.", lambda _, row: _of(row).website),
    }


def source_columns(_record: type[_Record]) -> dict[str, Column[_Record]]:
    """When and how a record was checked; the group of facts that was checked longest ago governs."""

    def checked_on(edition: Edition, row: _Record) -> str | None:
        on = edition.freshness(row).oldest.on
        return None if on is None else on.text

    return {
        "checked_on": Column("text", "When it was last checked: a day, a month or a year.", checked_on),
        "source": Column(
            "text", "Where the facts come from.", lambda edition, row: edition.freshness(row).oldest.source
        ),
        "confirmed": Column(
            "boolean",
            "Whether those who run it have confirmed all of it.",
            lambda edition, row: edition.freshness(row).confirmed,
        ),
    }


def _of(row: Hub | Service | Organisation) -> Contact:
    return row.contact or Contact()
