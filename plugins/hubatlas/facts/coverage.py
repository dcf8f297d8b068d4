"""What is held where on which day of the week: needs and core services by place, what is missing, and the nearest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.given import Given, Held, Kind, Topic, given
from hubatlas.facts.offers import NEEDS, miles_between
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import DAY_NAMES, DayName, Hub, Place, Point
from hubatlas.network import CoreService, PlaceLevel, Term

State = Literal["held", "by appointment", "times not known", "not known", "nothing"]
"""How a day stands. `not known` is where a hub of the place does not say whether it gives the core service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The nearest hub outside a place that gives something, how many miles away, and on which days."""

    hub: Hub
    miles: float
    days: tuple[DayName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One need or core service in one place.

    `days` holds the sessions on each day of the week, Monday first; a session on several days is in each. `otherwise`
    is how the days without any stand, and is never `held`. `nearest` is None where no day is without, and where no
    other hub is known to give it, or to be how far away.
    """

    kind: Kind
    topic: Term | CoreService
    days: tuple[tuple[Held, ...], ...]
    otherwise: State
    nearest: Nearest | None

    def state(self, day: int) -> State:
        """How one day stands, 0 for Monday."""
        return "held" if self.days[day] else self.otherwise

    @property
    def overall(self) -> State:
        """How the week stands: held where there is a session on any day."""
        return "held" if any(self.days) else self.otherwise


class Coverage:
    """What is held where on that day's records, gathered once: of what is active, at open hubs, elsewhere, by phone."""

    def __init__(self, directory: Directory, today: date) -> None:
        self._directory = directory
        self._given = directory.once((given, today), lambda: given(directory, today))

    def core_services(self, place: Place | None) -> tuple[CoverageRow, ...]:
        """Each core service of the network in the place and within it; for None, by phone and online."""
        listed = {each.id: each for offer in self._directory.network.core_offers for each in offer.services}
        return tuple(self._row("core service", each, place) for each in listed.values())

    def needs(self, place: Place | None) -> tuple[CoverageRow, ...]:
        """Each need in the place and within it; for None, by phone and online."""
        return tuple(self._row("need", each, place) for each in self._directory.terms(NEEDS))

    @cached_property
    def level(self) -> PlaceLevel | None:
        """The widest level of geography at which hubs lie in more than one place, else the widest with any hub."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for slug in {slug for places in self._given.places_of.values() for slug in places}:
            found[self._directory.place(slug).level].add(slug)
        levels = [level for level in self._directory.network.place_levels if found[level.id]]
        several = [level for level in levels if len(found[level.id]) > 1]
        return next(iter((*several, *levels)), None)

    def hubs_outside(self, places: Iterable[Place]) -> tuple[Hub, ...]:
        """The open hubs that are not known to lie in any of the places, by slug."""
        slugs = {place.slug for place in places}
        outside = (hub for hub, around in self._given.places_of.items() if slugs.isdisjoint(around))
        return tuple(self._directory.hub(slug) for slug in sorted(outside))

    def _row(self, kind: Kind, topic: Term | CoreService, place: Place | None) -> CoverageRow:
        key: Topic = (kind, topic.id)
        slug = None if place is None else place.slug
        found = self._given.by_place[slug].get(key, Given())
        missing = [day for day in range(len(DAY_NAMES)) if not found.days[day]]
        return CoverageRow(
            kind=kind,
            topic=topic,
            days=tuple(tuple(held[each] for each in sorted(held)) for held in found.days),
            otherwise=_otherwise(found, silent=slug in self._given.silent[key]),
            nearest=self._nearest(key, place, missing) if place is not None and missing else None,
        )

    def _nearest(self, key: Topic, place: Place, missing: Sequence[int]) -> Nearest | None:
        """The nearest that has it on a day that is missing, else the nearest that gives it at all."""
        giving = self._given.by_hub[key]
        ranked = [(hub, miles) for hub, miles in self._ranked(place) if hub.slug in giving]
        helping = [pair for pair in ranked if giving[pair[0].slug].intersection(missing)]
        for hub, miles in helping or ranked:
            return Nearest(hub=hub, miles=miles, days=tuple(DAY_NAMES[day] for day in sorted(giving[hub.slug])))
        return None

    def _ranked(self, place: Place) -> tuple[tuple[Hub, float], ...]:
        """The open hubs outside the place, the nearest first; none where the place is on no map."""
        if place.slug not in self._distances:
            here = place.point or _middle(
                [hub.point for hub in self._mapped if self._lies_in(hub, place) and hub.point]
            )
            away = [
                (miles_between(here, hub.point), plain(hub.name), hub.slug)
                for hub in self._mapped
                if here is not None and hub.point is not None and not self._lies_in(hub, place)
            ]
            self._distances[place.slug] = tuple((self._directory.hub(slug), miles) for miles, _, slug in sorted(away))
        return self._distances[place.slug]

    def _lies_in(self, hub: Hub, place: Place) -> bool:
        return place.slug in self._given.places_of[hub.slug]

    @cached_property
    def _mapped(self) -> tuple[Hub, ...]:
        hubs = (self._directory.hub(slug) for slug in self._given.places_of)
        return tuple(hub for hub in hubs if hub.point is not None)

    @cached_property
    def _distances(self) -> dict[str, tuple[tuple[Hub, float], ...]]:
        return {}


def _otherwise(found: Given, *, silent: bool) -> State:
    if found.untimed:
        return "times not known"
    if found.by_appointment:
        return "by appointment"
    return "not known" if silent else "nothing"


def _middle(points: Sequence[Point]) -> Point | None:
    """The point between the points, close enough to rank what is near."""
    if not points:
        return None
    latitude = sum(point.latitude for point in points) / len(points)
    return Point(latitude=latitude, longitude=sum(point.longitude for point in points) / len(points), precision="area")
