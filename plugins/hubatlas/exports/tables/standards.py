"""One row for each standard of weekly hours of each open hub that owes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.facts.commitment import Commitment, commitments, roles_held

_MINUTE = timedelta(minutes=1)


def _rows(edition: Edition) -> Iterator[Commitment]:
    for hub in edition.directory.hubs:
        yield from commitments(edition.directory, hub)


def _roles(edition: Edition, row: Commitment, *, held: bool) -> tuple[str, ...]:
    found = roles_held(row.hub, row.standard, edition.today)
    return tuple(sorted(name for name, role in found if (role is not None) == held))


COLUMNS: dict[str, Column[Commitment]] = {
    "hub": Column("text", "The hub's short name.", lambda _, row: row.hub.slug),
    "standard": Column("text", "The standard's short name.", lambda _, row: row.standard.id),
    "hub_name": Column("text", "The hub's name.", lambda _, row: row.hub.name),
    "standard_label": Column("text", "The standard in words.", lambda _, row: row.standard.label),
    "counting": Column(
        "text",
        "hub alone, or linked venues: with its further sites and the hubs it opens with, no minute twice.",
        lambda _, row: row.standard.counting,
    ),
    "minimum_minutes": Column(
        "integer", "Minutes a week that the standard asks for.", lambda _, row: row.minimum // _MINUTE
    ),
    "counted_minutes": Column(
        "integer",
        "Minutes open in a usual week; a least where days are not known, empty where nothing is known.",
        lambda _, row: row.counted // _MINUTE if row.counted or row.exact else None,
    ),
    "verdict": Column("text", "meets, falls short or unknown.", lambda _, row: row.verdict),
    "short_minutes": Column(
        "integer",
        "How many minutes it falls short.",
        lambda _, row: None if row.short_by is None else row.short_by // _MINUTE,
    ),
    "unknown_days": Column("list", "Days whose hours are not known.", lambda _, row: row.unknown_days),
    "by_appointment_days": Column(
        "list", "Days by appointment, which are not counted.", lambda _, row: row.by_appointment_days
    ),
    "doors": Column("list", "Whose hours count.", lambda _, row: tuple(door.name for door in row.doors)),
    "roles_held": Column(
        "list", "Roles the standard asks for that are held.", lambda edition, row: _roles(edition, row, held=True)
    ),
    "roles_not_known": Column(
        "list",
        "Roles the standard asks for of which the record does not say that they are held.",
        lambda edition, row: _roles(edition, row, held=False),
    ),
}

STANDARDS = Table(
    name="standards",
    key=2,
    title="Weekly hours against the standards",
    description="One row for each standard of weekly hours of each open hub that owes it, counted from the records.",
    rows=_rows,
    columns=COLUMNS,
)
