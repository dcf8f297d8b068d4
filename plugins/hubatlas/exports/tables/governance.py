"""One row for each seat on a body, and one for each membership."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import partial_text
from hubatlas.model import Body, Membership, Organisation, Seat

BodySeat = tuple[Body, int, Seat | None]
_NO_SEAT = Seat(seat="")


def _seats(edition: Edition) -> list[BodySeat]:
    """Each seat of each body; one row without a seat for a body of which none is known."""
    return [
        (body, number, seat)
        for body in edition.directory.bodies
        for number, seat in enumerate(body.seats or (None,), start=1)
    ]


BODIES: Table[BodySeat] = Table(
    name="bodies",
    key=2,
    title="Bodies and their seats",
    description="One row for each seat on each body that steers the network.",
    rows=_seats,
    columns={
        "body": Column("text", "The body's short name.", lambda _, row: row[0].slug),
        "number": Column("integer", "The number of the seat within the body, from 1.", lambda _, row: row[1]),
        "name": Column("text", "The body's name.", lambda _, row: row[0].name),
        "summary": Column("text", "What it is.", lambda _, row: row[0].summary),
        "part_of": Column("text", "The wider body it is part of.", lambda _, row: row[0].part_of),
        "frequency": Column("text", "How often it meets.", lambda _, row: row[0].frequency),
        "chair": Column("text", "The role that chairs it.", lambda _, row: row[0].chair),
        "interim": Column("text", "Whether it is for now only.", lambda _, row: row[0].interim),
        "started": Column("text", "When it began.", lambda _, row: partial_text(row[0].started)),
        "ended": Column("text", "When it ended.", lambda _, row: partial_text(row[0].ended)),
        "seat": Column("text", "The seat, by role.", lambda _, row: (row[2] or _NO_SEAT).seat or None),
        "organisation": Column("text", "Whose seat it is.", lambda _, row: (row[2] or _NO_SEAT).organisation),
        "seats": Column("integer", "How many such seats there are.", lambda _, row: (row[2] or _NO_SEAT).number),
        "since": Column("text", "Since when.", lambda _, row: partial_text((row[2] or _NO_SEAT).since)),
        "page": Column("text", "Where it stands.", lambda edition, row: edition.whole_address(urls.body(row[0].slug))),
    },
)

Member = tuple[Organisation, Membership]


def _members(edition: Edition) -> list[Member]:
    return [(each, membership) for each in edition.directory.organisations for membership in each.memberships]


MEMBERSHIPS: Table[Member] = Table(
    name="memberships",
    title="Members",
    description="One row for each part that an organisation has in the network or in one of its bodies.",
    rows=_members,
    columns={
        "organisation": Column("text", "The organisation's short name.", lambda _, row: row[0].slug),
        "body": Column("text", "The body; empty for the network itself.", lambda _, row: row[1].body),
        "kind": Column("text", "The part it has: a term of the network's list.", lambda _, row: row[1].kind),
        "name": Column("text", "The organisation's name.", lambda _, row: row[0].name),
        "status": Column("text", "How far it is: exploring, planned, live or ended.", lambda _, row: row[1].status),
        "since": Column("text", "Since when.", lambda _, row: partial_text(row[1].since)),
        "founding": Column("text", "Whether it was there from the start.", lambda _, row: row[1].founding),
        "hubs": Column(
            "list",
            "The hubs it runs.",
            lambda edition, row: tuple(hub.slug for hub in edition.directory.hubs_run_by(row[0].slug)),
        ),
        "note": Column("text", "What else to know.", lambda _, row: row[1].note),
    },
)
