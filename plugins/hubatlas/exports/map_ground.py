"""What maps that move are drawn from: hubs with their hours, the names of places, and outlines, in one small file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, json_bytes
from hubatlas.exports.kinds import Export
from hubatlas.facts.opening_hours import as_plain
from hubatlas.facts.places import located_places
from hubatlas.model import Hub, Point, Ring

DECIMALS = 5


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    directory = edition.directory
    levels = {level.id: position for position, level in enumerate(directory.network.place_levels)}
    roots = directory.places_within(None)
    boundaries = () if directory.boundaries is None else directory.boundaries.outlines
    hubs = ((hub, hub.point) for hub in directory.hubs if directory.status(hub).shown_as != "ended")
    features = [
        *(_outline(rings) for rings in boundaries),
        *(
            _at(point, kind="place", name=place.name, size=levels[place.level])
            for place, point in located_places(directory)
            if (place,) != roots
        ),
        *(_hub(edition, hub, point) for hub, point in hubs if point is not None),
    ]
    whole = {
        "type": "FeatureCollection",
        "unknown_hours": directory.network.unknown_hours,
        "features": features,
    }
    yield urls.MAP_GROUND, json_bytes(whole)


def _hub(edition: Edition, hub: Hub, point: Point) -> dict[str, Any]:
    directory = edition.directory
    status = directory.status(hub)
    hours = hub.opening_hours
    known = status.shown_as == "open" and hours is not None and any(day is not None for day in hours.week)
    return _at(
        point,
        kind="hub",
        slug=hub.slug,
        name=hub.name,
        kind_label=directory.kind(hub).label,
        status_label=status.label,
        shown_as=status.shown_as,
        precision=point.precision,
        places=[directory.place(place).name for place in hub.places],
        page=urls.hub(hub.slug),
        hours=as_plain(hours) if known and hours is not None else None,
    )


def _at(point: Point, **properties: object) -> dict[str, Any]:
    coordinates = [round(point.longitude, DECIMALS), round(point.latitude, DECIMALS)]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": coordinates},
        "properties": properties,
    }


def _outline(rings: tuple[Ring, ...]) -> dict[str, Any]:
    """Closed lines: which ring is a hole in which part is left to how they are filled."""
    lines = [[list(point) for point in (*ring, ring[0])] for ring in rings]
    return {
        "type": "Feature",
        "geometry": {"type": "MultiLineString", "coordinates": lines},
        "properties": {"kind": "outline"},
    }


MAP_GROUND = Export(
    address=urls.MAP_GROUND,
    title="What the maps show",
    description="Hubs, names of places and outlines, for the maps of this site.",
    media_type="application/geo+json",
    files=_files,
    listed=False,
    in_each_language=True,
)
