"""What is offered where: the services of a hub, the hubs of a service, and the hubs nearest to a point."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from operator import itemgetter

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Point, Service
from hubatlas.network import Term

NEEDS = "needs"
_EARTH_RADIUS_MILES = 3_958.7613  # the mean radius, 6,371.0088 km


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedGroup:
    """The services that help with one need; `need` is None for those of which no need is stated."""

    need: Term | None
    services: tuple[Service, ...]


def services_at(directory: Directory, hub: Hub) -> tuple[Service, ...]:
    """The services at a hub, by name: those that name it or hold a session there, and those that every open hub gives.

    Services that have ended are left out. A satellite gives what names it, and not what every hub gives.
    """
    offered = {service.slug: service for service in directory.services_at(hub.slug)}
    if _is_full(directory, hub):
        offered |= {service.slug: service for service in directory.services_at_every_hub}
    return tuple(sorted((each for each in offered.values() if each.status != "ended"), key=_by_name))


def hubs_of(directory: Directory, service: Service) -> tuple[Hub, ...]:
    """The hubs that give a service, by name: those that it names, and each open one but satellites if at every hub."""
    return directory.once((hubs_of, service.slug), lambda: _hubs_of(directory, service))


def _hubs_of(directory: Directory, service: Service) -> tuple[Hub, ...]:
    named = (*service.hubs, *(session.hub for session in service.sessions))
    giving = {slug: directory.hub(slug) for slug in named if slug is not None}
    if service.at_every_hub == "yes":
        giving |= {hub.slug: hub for hub in directory.hubs if _is_full(directory, hub)}
    return tuple(sorted(giving.values(), key=_by_name))


def by_need(directory: Directory, services: Iterable[Service]) -> tuple[NeedGroup, ...]:
    """The services grouped by need, in the order of the network's list; a service with two needs is in both groups."""
    services = tuple(services)
    groups = [
        NeedGroup(need=need, services=tuple(service for service in services if need.id in service.needs))
        for need in directory.terms(NEEDS)
    ]
    others = NeedGroup(need=None, services=tuple(service for service in services if not service.needs))
    return tuple(group for group in (*groups, others) if group.services)


def miles_between(here: Point, there: Point) -> float:
    """The great-circle distance in miles."""
    north = radians(there.latitude - here.latitude)
    east = radians(there.longitude - here.longitude)
    shrink = cos(radians(here.latitude)) * cos(radians(there.latitude))
    return 2 * _EARTH_RADIUS_MILES * asin(sqrt(sin(north / 2) ** 2 + shrink * sin(east / 2) ** 2))


def nearest_hubs(directory: Directory, here: Point, count: int) -> tuple[tuple[Hub, float], ...]:
    """The nearest open hubs whose point is known, each with its distance in miles; ties by name."""
    return tuple(_by_miles(here, _open_by_name(directory))[:count])


def hubs_by_distance(directory: Directory, hub: Hub) -> tuple[tuple[Hub, float | None], ...]:
    """Every other open hub with its distance in miles, the nearest first.

    Those whose distance is not known, or all where the hub itself is not on the map, come last, by name.
    """
    others = [other for other in _open_by_name(directory) if other.slug != hub.slug]
    if hub.point is None:
        return tuple((other, None) for other in others)
    unknown = ((other, None) for other in others if other.point is None)
    return (*_by_miles(hub.point, others), *unknown)


def _open_by_name(directory: Directory) -> tuple[Hub, ...]:
    def work() -> tuple[Hub, ...]:
        return tuple(sorted((hub for hub in directory.hubs if directory.status(hub).shown_as == "open"), key=_by_name))

    return directory.once(_open_by_name, work)


def _by_miles(here: Point, hubs: Iterable[Hub]) -> list[tuple[Hub, float]]:
    """Those on the map, the nearest first; of those as far away in the order given."""
    away = [(hub, miles_between(here, hub.point)) for hub in hubs if hub.point is not None]
    return sorted(away, key=itemgetter(1))


def _is_full(directory: Directory, hub: Hub) -> bool:
    """Whether it is open and gives what every hub gives: a satellite need not."""
    return hub.parent is None and directory.status(hub).shown_as == "open"


def _by_name(record: Hub | Service) -> tuple[str, str]:
    return (plain(record.name).casefold(), record.slug)
