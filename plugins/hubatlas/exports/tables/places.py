"""One row for each place, and one for each known gap in a place."""

from __future__ import annotations

from typing import Literal

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import partial_text, source_columns
from hubatlas.facts.places import small_areas
from hubatlas.model import Gap, Place


def _open_hubs(edition: Edition, place: Place) -> tuple[str, ...]:
    directory = edition.directory
    return tuple(hub.slug for hub in directory.hubs_in(place.slug) if directory.status(hub).shown_as == "open")


def _point(place: Place, which: Literal["latitude", "longitude"]) -> float | None:
    return None if place.point is None else getattr(place.point, which)


COLUMNS: dict[str, Column[Place]] = {
    "place": Column("text", "The place's short name.", lambda _, row: row.slug),
    "name": Column("text", "Its name.", lambda _, row: row.name),
    "other_names": Column("list", "Other names people use.", lambda _, row: row.other_names),
    "level": Column("text", "The level of geography it is at.", lambda _, row: row.level),
    "parent": Column("text", "The larger place it is part of.", lambda _, row: row.parent),
    "code": Column("text", "Its code of the Office for National Statistics.", lambda _, row: row.code),
    "summary": Column("text", "What it is.", lambda _, row: row.summary),
    "latitude": Column("number", "Degrees north of its middle.", lambda _, row: _point(row, "latitude")),
    "longitude": Column("number", "Degrees east of its middle.", lambda _, row: _point(row, "longitude")),
    "open_hubs": Column("list", "The open hubs in it, or in a place within it.", _open_hubs),
    "gaps": Column("integer", "How many gaps in provision are known.", lambda _, row: len(row.gaps)),
    "rural_urban": Column("text", "Rural, urban or mixed.", lambda _, row: row.rural_urban),
    "deprivation_quintile": Column(
        "integer",
        "Its fifth of deprivation, 1 for the most deprived.",
        lambda _, row: row.deprivation.quintile if row.deprivation else None,
    ),
    "deprivation_year": Column(
        "integer", "The year of the index.", lambda _, row: row.deprivation.year if row.deprivation else None
    ),
    "small_areas": Column(
        "list", "Small areas (LSOAs) in it that matter to the network.", lambda _, row: tuple(x.code for x in row.lsoas)
    ),
    "small_areas_most_deprived": Column(
        "integer",
        "How many of them are in the most deprived fifth.",
        lambda _, row: areas.most_deprived if (areas := small_areas(row.lsoas)) else None,
    ),
    "wards": Column("list", "Electoral wards in it.", lambda _, row: tuple(ward.name for ward in row.wards)),
    "priorities": Column(
        "list", "What people there put first.", lambda _, row: row.profile.priorities if row.profile else ()
    ),
    "profile_refreshed": Column(
        "text",
        "When its profile was last refreshed.",
        lambda _, row: partial_text(row.profile.refreshed) if row.profile else None,
    ),
    **source_columns(Place),
    "page": Column("text", "Its page.", lambda edition, row: edition.whole_address(urls.place(row.slug))),
}

PLACES = Table(
    name="places",
    key=1,
    title="Places",
    description="One row for each place, at every level of the network's geography.",
    rows=lambda edition: edition.directory.places,
    columns=COLUMNS,
)

PlaceGap = tuple[Place, int, Gap]


def _gaps(edition: Edition) -> list[PlaceGap]:
    return [
        (place, number, gap) for place in edition.directory.places for number, gap in enumerate(place.gaps, start=1)
    ]


GAPS: Table[PlaceGap] = Table(
    name="gaps",
    key=2,
    title="Known gaps",
    description="One row for each gap in provision that the network knows of.",
    rows=_gaps,
    columns={
        "place": Column("text", "The place's short name.", lambda _, row: row[0].slug),
        "number": Column("integer", "The number of the gap within the place, from 1.", lambda _, row: row[1]),
        "about": Column("text", "What is missing.", lambda _, row: row[2].about),
        "needs": Column("list", "The needs it is about.", lambda _, row: row[2].needs),
        "core_services": Column("list", "The core services it is about.", lambda _, row: row[2].core_services),
        "since": Column("text", "Since when it is known.", lambda _, row: partial_text(row[2].since)),
    },
)
