"""What hubs give of the core services that the network asks for, from their services and from what they state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.freshness import checked_on
from hubatlas.facts.occurrences import has_ended
from hubatlas.facts.offers import miles_between, services_at
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import CoreServiceStatement, CoreStatus, How, Hub, PartialDate, Service, Session
from hubatlas.network import CoreOffer, CoreService

STATUSES: tuple[CoreStatus, ...] = ("delivering", "working towards", "not yet", "unknown")
WAYS: tuple[How, ...] = ("on site", "visiting", "by phone", "by referral")
ACCESS_MODES = "access-modes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreEntry:
    """How far one hub gives one core service.

    `services` are those from which it is derived; `statement` is what the hub says itself. Where there is neither it
    is unknown. `how` and `providers` (organisations, by slug) are empty where that is not known. `as_of` is the date
    of the statement's evidence, else the day on which the service checked longest ago was checked.
    """

    core_service: CoreService
    status: CoreStatus
    how: tuple[How, ...] = ()
    providers: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    statement: CoreServiceStatement | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class HubOffer:
    """How far one hub gives each core service of one list, in the order of the list."""

    hub: Hub
    entries: tuple[CoreEntry, ...]


@dataclass(frozen=True, slots=True)
class OfferMatrix:
    """One list of core services, and how far each hub that owes it gives them; hubs by name, the open ones only."""

    offer: CoreOffer
    hubs: tuple[HubOffer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A hub that does not deliver a core service, and the nearest that does, with the miles between.

    `nearest` is None where none delivers it. `miles` is None where a point is not known; it is then the first by name.
    """

    hub: Hub
    status: CoreStatus
    nearest: Hub | None
    miles: float | None


def owed_offers(directory: Directory, hub: Hub) -> tuple[CoreOffer, ...]:
    """The lists of core services that hubs of this kind owe."""
    return tuple(offer for offer in directory.network.core_offers if hub.kind in offer.kinds)


def core_offer(directory: Directory, hub: Hub, offer: CoreOffer, today: date) -> HubOffer:
    """How far the hub gives each core service of the list on that day.

    A core service that a service gives here is delivered, unless the hub states that it is still working towards it.
    What no service says is as the hub states it, and unknown where nobody says it. A hub that is not open delivers
    nothing yet, whatever services name it.
    """
    given = _given(directory, hub, today)
    return HubOffer(hub, tuple(_entry(directory, hub, each, given.get(each.id, [])) for each in offer.services))


def core_offers(directory: Directory, today: date) -> tuple[OfferMatrix, ...]:
    """Each list of core services of the network, with the open hubs that owe it."""
    hubs = [hub for hub in directory.hubs if directory.status(hub).shown_as == "open"]
    hubs.sort(key=lambda hub: (plain(hub.name).casefold(), hub.slug))
    return tuple(
        OfferMatrix(offer, tuple(core_offer(directory, hub, offer, today) for hub in hubs if hub.kind in offer.kinds))
        for offer in directory.network.core_offers
    )


def lacks(matrix: OfferMatrix, position: int) -> tuple[Lack, ...]:
    """The hubs that are not known to deliver the core service at that position of the list, by status, then name."""
    delivering = [each.hub for each in matrix.hubs if each.entries[position].status == "delivering"]
    lacking = [
        Lack(hub=each.hub, status=each.entries[position].status, nearest=nearest, miles=miles)
        for each in matrix.hubs
        if each.entries[position].status != "delivering"
        for nearest, miles in (_nearest(each.hub, delivering),)
    ]
    return tuple(sorted(lacking, key=lambda each: STATUSES.index(each.status)))


def is_remote(directory: Directory, access_modes: tuple[str, ...]) -> bool:
    """Whether every one of these ways of giving help, of which there are some, is one that needs no place."""
    modes = directory.terms(ACCESS_MODES, access_modes)
    return bool(modes) and all(mode.remote == "yes" for mode in modes)


def needs_no_place(service: Service) -> bool:
    """Whether all of its times are for people who stay where they are."""
    return bool(service.sessions) and all(each.hub is None and each.venue is None for each in service.sessions)


_Given = tuple[Service, tuple[Session, ...]]
"""A service that is given at a hub, with its sessions there that are not over."""


def _given(directory: Directory, hub: Hub, today: date) -> dict[str, list[_Given]]:
    """What is given at the hub now of each core service, by the name of the service."""
    found: dict[str, list[_Given]] = {}
    if directory.status(hub).shown_as != "open":
        return found
    for service in services_at(directory, hub):
        if not service.core_services or service.status != "active":
            continue
        here = [session for session in service.sessions if session.hub == hub.slug]
        running = tuple(session for session in here if not has_ended(session.schedule, today))
        only_by_sessions = hub.slug not in service.hubs and service.at_every_hub != "yes"
        if only_by_sessions and not running:
            continue
        for core_service in service.core_services:
            found.setdefault(core_service, []).append((service, running))
    return found


def _entry(directory: Directory, hub: Hub, core_service: CoreService, given: list[_Given]) -> CoreEntry:
    stated = next((each for each in hub.core_offer if each.core_service == core_service.id), None)
    services = tuple(service for service, _ in given)
    status: CoreStatus = "unknown" if stated is None else stated.status
    if services and status != "working towards":
        status = "delivering"
    ways = {way for each in given for way in _ways(directory, hub, each)} | set(stated.how if stated else ())
    named = [provider for each in given for provider in _providers(*each)]
    if stated is not None and stated.provider is not None:
        named.append(stated.provider)
    as_of = None if stated is None else stated.as_of
    return CoreEntry(
        core_service=core_service,
        status=status,
        how=tuple(way for way in WAYS if way in ways),
        providers=tuple(dict.fromkeys(named)),
        services=services,
        statement=stated,
        as_of=as_of or _checked_on(services),
    )


def _ways(directory: Directory, hub: Hub, given: _Given) -> Iterator[How]:
    """How people get the service at the hub; nothing where it is not known whose it is."""
    service, sessions = given
    if not sessions:
        if is_remote(directory, service.access_modes) or needs_no_place(service):
            yield "by phone"
        elif service.provider is not None:
            yield "on site" if service.provider == hub.operator else "visiting"
    for session in sessions:
        provider = session.provider or service.provider
        if session.access_mode is not None and is_remote(directory, (session.access_mode,)):
            yield "by phone"
        elif provider is not None:
            yield "on site" if provider == hub.operator else "visiting"


def _providers(service: Service, sessions: tuple[Session, ...]) -> Iterator[str]:
    for provider in [session.provider or service.provider for session in sessions] or [service.provider]:
        if provider is not None:
            yield provider


def _checked_on(services: tuple[Service, ...]) -> PartialDate | None:
    found = [checked_on(service) for service in services]
    dates = [on for on in found if on is not None]
    return min(dates, key=lambda on: on.first) if found and len(dates) == len(found) else None


def _nearest(hub: Hub, others: list[Hub]) -> tuple[Hub | None, float | None]:
    """The nearest of the others; where that cannot be told, the first, without a distance."""
    here = hub.point
    measured = [(miles_between(here, each.point), each) for each in others if here and each.point]
    if measured:
        miles, nearest = min(measured, key=lambda pair: (pair[0], plain(pair[1].name), pair[1].slug))
        return nearest, miles
    return (others[0], None) if others else (None, None)
