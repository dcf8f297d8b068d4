"""What is in a place: the hubs in it and those that serve it, what is held there, and how deprived it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from hubatlas.directory import Directory
from hubatlas.facts.offers import nearest_hubs
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Place, Point, Service, Session, SmallArea

MOST_DEPRIVED = 1

Held = tuple[Service, Session]
Located = tuple[Place, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubsAround:
    """The hubs of a place, by name: `within` it, and `serving` it from elsewhere; `nearest` where none within is open.

    Each of the nearest comes with its distance in miles.
    """

    within: tuple[Hub, ...]
    serving: tuple[Hub, ...]
    nearest: tuple[tuple[Hub, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallAreas:
    """Small areas of the census, served by somebody or in a place, and how many are in the most deprived fifth.

    `unknown` counts those of which the fifth is not stated. `years` are those of the indices they were read from.
    """

    count: int
    most_deprived: int
    unknown: int
    years: tuple[int, ...]


def hubs_around(directory: Directory, place: Place) -> HubsAround:
    """The hubs in a place, those that say they serve it, or a place it lies in or that lies in it, and the nearest."""
    within = [hub for hub in directory.hubs if _lies_in(directory, hub.places, place)]
    inside = {hub.slug for hub in within}
    wider = set(directory.place_and_wider(place.slug))
    serving = [
        hub
        for hub in directory.hubs
        if hub.slug not in inside
        and hub.serves is not None
        and (wider & set(hub.serves.places) or _lies_in(directory, hub.serves.places, place))
    ]
    has_open = any(directory.status(hub).shown_as == "open" for hub in within)
    nearest = () if has_open or place.point is None else nearest_hubs(directory, place.point, 3)
    return HubsAround(within=_by_name(within), serving=_by_name(serving), nearest=nearest)


def located_places(directory: Directory) -> tuple[Located, ...]:
    """Each place that can be put on a map: at its own point, else in the middle of the hubs that are in it.

    A hub names the smallest area that it is in first; those after it may be wider, or next to it.
    """
    return directory.once("located places", lambda: tuple(_located_places(directory)))


def _located_places(directory: Directory) -> Iterator[Located]:
    there: defaultdict[str, list[Point]] = defaultdict(list)
    for hub in directory.hubs:
        if hub.point is not None and hub.places and directory.status(hub).shown_as != "ended":
            there[hub.places[0]].append(hub.point)
    for place in directory.places:
        if place.point is not None:
            yield place, place.point
        elif place.slug in there:
            points = there[place.slug]
            latitude = sum(point.latitude for point in points) / len(points)
            longitude = sum(point.longitude for point in points) / len(points)
            yield place, Point(latitude=round(latitude, 5), longitude=round(longitude, 5), precision="area")


def held_in(directory: Directory, place: str) -> tuple[Held, ...]:
    """Every session of an active service that its hub or its other venue lies in a place, by the place's slug."""
    found = directory.told(_held_by_place).get(place, ())
    return tuple((service := directory.service(slug), service.sessions[position]) for slug, position in found)


def _held_by_place(directory: Directory) -> dict[str, tuple[tuple[str, int], ...]]:
    """The slugs of the services, and which of their sessions, under each place."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for service in directory.services:
        for position, session in enumerate(service.sessions if service.status == "active" else ()):
            chains = (directory.place_and_wider(place) for place in _places_of(directory, session))
            for place in dict.fromkeys(chain.from_iterable(chains)):
                found[place].append((service.slug, position))
    return {place: tuple(held) for place, held in found.items()}


def small_areas(areas: Iterable[SmallArea]) -> SmallAreas | None:
    """The areas counted; None where there are none."""
    areas = tuple(areas)
    if not areas:
        return None
    return SmallAreas(
        count=len(areas),
        most_deprived=sum(area.quintile == MOST_DEPRIVED for area in areas),
        unknown=sum(area.quintile is None for area in areas),
        years=tuple(sorted({area.year for area in areas if area.year is not None and area.quintile is not None})),
    )


def serves_most_deprived(hub: Hub) -> bool | None:
    """Whether the hub serves a small area in the most deprived fifth; None where its areas do not tell."""
    found = small_areas(hub.serves.lsoas if hub.serves else ())
    if found is None:
        return None
    if found.most_deprived:
        return True
    return None if found.unknown else False


def _places_of(directory: Directory, session: Session) -> tuple[str, ...]:
    if session.hub is not None:
        return directory.hub(session.hub).places
    return () if session.venue is None else session.venue.places


def _lies_in(directory: Directory, places: Iterable[str], place: Place) -> bool:
    return any(place.slug in directory.place_and_wider(each) for each in places)


def _by_name(hubs: Iterable[Hub]) -> tuple[Hub, ...]:
    return tuple(sorted(hubs, key=lambda hub: (plain(hub.name).casefold(), hub.slug)))
