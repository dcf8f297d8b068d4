"""What must hold of points on the map, beyond their shape."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.model import Point
from hubatlas.records.findings import Finding
from hubatlas.records.positions import Where

# The United Kingdom with its islands, Channel Islands and Isle of Man included, in degrees.
SOUTH, NORTH = 49.1, 60.9
WEST, EAST = -8.7, 1.8


def point_findings(point: Point, where: Where) -> Iterator[Finding]:
    """A point that does not lie in the United Kingdom, and what was probably meant."""
    latitude, longitude = point.latitude, point.longitude
    if in_the_kingdom(latitude, longitude):
        return
    message = f"the point {latitude}, {longitude} is outside the United Kingdom"
    if in_the_kingdom(longitude, latitude):
        hint = f"latitude and longitude look swapped: did you mean latitude: {longitude} and longitude: {latitude}?"
    elif in_the_kingdom(latitude, -longitude):
        hint = f"did you mean longitude: {-longitude}? West of Greenwich it has a minus sign"
    elif in_the_kingdom(-latitude, longitude):
        hint = f"did you mean latitude: {-latitude}? It has no minus sign here"
    elif in_the_kingdom(longitude, -latitude):
        hint = f"did you mean latitude: {longitude} and longitude: {-latitude}?"
    else:
        hint = f"latitude lies between {SOUTH} and {NORTH}, longitude between {WEST} and {EAST}"
    yield Finding((*where, "latitude"), message, hint, at_name=True)


def in_the_kingdom(latitude: float, longitude: float) -> bool:
    """Whether a point lies in the rectangle around the United Kingdom and its islands."""
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST
