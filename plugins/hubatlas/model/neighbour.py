"""What networks next door have near our hubs, as it was when their feeds were last read."""

from __future__ import annotations

from datetime import date

from hubatlas.frozen import dataclass
from hubatlas.model.common import Address, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourPlace:
    """A hub or another place of a network next door; `services` are what it helps with, by name."""

    name: str
    point: Point
    summary: str | None = None
    address: Address | None = None
    phone: str | None = None
    page: str | None = None
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A copy of what a network next door has near our hubs, from its feed on the day `fetched_on`."""

    slug: str
    publisher: str
    fetched_on: date
    places: tuple[NeighbourPlace, ...] = ()
