"""Hubs and satellites as points on a map: RFC 7946, WGS 84, longitude before latitude."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Export
from hubatlas.facts.wording import address_words
from hubatlas.model import Contact, Hub, Point


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    located = [(hub, hub.point) for hub in edition.directory.hubs if hub.point is not None]
    box = bounding_box(edition)
    collection = {
        "type": "FeatureCollection",
        **({} if box is None else {"bbox": list(box)}),
        "title": HUBS_GEOJSON.title,
        **envelope(edition),
        "features": [_feature(edition, hub, point) for hub, point in located],
    }
    yield urls.HUBS_GEOJSON, json_bytes(collection)


def _feature(edition: Edition, hub: Hub, point: Point) -> dict[str, Any]:
    directory = edition.directory
    contact = hub.contact or Contact()
    return {
        "type": "Feature",
        "id": hub.slug,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "slug": hub.slug,
            "name": hub.name,
            "kind": hub.kind,
            "kind_label": directory.kind(hub).label,
            "status": hub.status,
            "status_label": directory.status(hub).label,
            "shown_as": directory.status(hub).shown_as,
            "summary": hub.summary,
            "address": address_words(hub.address) or None,
            "phone": contact.phone,
            "precision": point.precision,
            "operator": None if hub.operator is None else directory.organisation(hub.operator).name,
            "parent": hub.parent,
            "places": [directory.place(place).name for place in hub.places],
            "page": urls.hub(hub.slug),
            "url": edition.whole_address(urls.hub(hub.slug)),
        },
    }


def bounding_box(edition: Edition) -> tuple[float, float, float, float] | None:
    """West, south, east and north of all hubs whose place is known; None where there is none."""
    points = [hub.point for hub in edition.directory.hubs if hub.point is not None]
    if not points:
        return None
    longitudes = [point.longitude for point in points]
    latitudes = [point.latitude for point in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


HUBS_GEOJSON = Export(
    address=urls.HUBS_GEOJSON,
    title="Hubs and satellites on the map (GeoJSON)",
    description="A point for each hub and satellite whose place is known, with how exact the point is.",
    media_type="application/geo+json",
    files=_files,
)
