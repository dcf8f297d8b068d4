"""One row for each need and each core service of each place: what is held on each day, and the nearest elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Cell, Column, Table
from hubatlas.facts.coverage import Coverage, CoverageRow
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES, Place


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One need or core service in one place; for None, by phone and online."""

    place: Place | None
    row: CoverageRow


def _rows(edition: Edition) -> Iterator[TopicRow]:
    coverage = Coverage(edition.directory, edition.today)
    for place in (*edition.directory.places, None):
        for row in (*coverage.core_services(place), *coverage.needs(place)):
            yield TopicRow(place, row)


def _sessions(day: int, _edition: Edition, row: TopicRow) -> Cell:
    held = len(row.row.days[day])
    return held if held or row.row.otherwise == "nothing" else None


def _days() -> dict[str, Column[TopicRow]]:
    return {
        day.lower(): Column(
            "integer",
            f"Sessions on a {day}; empty where none is on record and there may be some.",
            partial(_sessions, position),
        )
        for position, day in enumerate(DAY_NAMES)
    }


COLUMNS: dict[str, Column[TopicRow]] = {
    "place": Column(
        "text",
        "The place's short name; empty for by phone or online.",
        lambda _, row: row.place.slug if row.place else None,
    ),
    "kind": Column("text", "need or core service.", lambda _, row: row.row.kind),
    "topic": Column("text", "The short name of the need or core service.", lambda _, row: row.row.topic.id),
    "place_name": Column("text", "The place's name.", lambda _, row: row.place.name if row.place else None),
    "level": Column(
        "text", "The level of geography of the place.", lambda _, row: row.place.level if row.place else None
    ),
    "label": Column("text", "The need or core service in words.", lambda _, row: row.row.topic.label),
    **_days(),
    "other_days": Column(
        "text",
        "How days without a session stand: by appointment, times not known, not known or nothing.",
        lambda _, row: row.row.otherwise,
    ),
    "nearest_hub": Column(
        "text",
        "Where a day has none: the nearest hub elsewhere that has it, on such a day if there is one.",
        lambda _, row: row.row.nearest.hub.slug if row.row.nearest else None,
    ),
    "nearest_miles": Column(
        "number",
        "How many miles away that is.",
        lambda _, row: round(row.row.nearest.miles, 1) if row.row.nearest else None,
    ),
    "nearest_days": Column(
        "list", "The days on which it has it.", lambda _, row: row.row.nearest.days if row.row.nearest else ()
    ),
}

COVERAGE = Table(
    name="coverage",
    title="Coverage",
    description="One row for each need and core service of each place: sessions by day, and the nearest elsewhere.",
    rows=_rows,
    columns=COLUMNS,
)
