"""Who helps with what, and where to go from a hub that does not: nobody who asks is sent away with nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hubatlas.directory import Directory
from hubatlas.facts.offers import NEEDS, services_at
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Service
from hubatlas.network import Term

ACCESS_MODES = "access-modes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Who helps with each need, by its id: open hubs with their services, by name; and services from anywhere.

    `remote` are those for which nobody has to travel. `elsewhere` are those at neither. `services` are all of them but
    the remote ones, by name.
    """

    hubs: Mapping[str, tuple[tuple[Hub, tuple[Service, ...]], ...]]
    remote: Mapping[str, tuple[Service, ...]]
    elsewhere: Mapping[str, tuple[Service, ...]]
    services: Mapping[str, tuple[Service, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A need that a hub does not serve, the nearest open hub that does, and the miles to it where both are on the map.

    `hub` is None where no open hub serves it.
    """

    need: Term
    hub: Hub | None
    miles: float | None


def who_helps(directory: Directory) -> Help:
    """Who helps with each need, by services that run now; worked out once, for all kinds of pages."""
    return directory.once(who_helps, lambda: _who_helps(directory))


def _who_helps(directory: Directory) -> Help:
    open_hubs = [hub for hub in directory.hubs if directory.status(hub).shown_as == "open"]
    at_hubs: dict[str, list[tuple[Hub, tuple[Service, ...]]]] = {need.id: [] for need in directory.terms(NEEDS)}
    placed: set[str] = set()
    for hub in sorted(open_hubs, key=lambda hub: (plain(hub.name).casefold(), hub.slug)):
        running = [service for service in services_at(directory, hub) if service.status == "active"]
        placed.update(service.slug for service in running)
        for need in dict.fromkeys(need for service in running for need in service.needs if need in at_hubs):
            at_hubs[need].append((hub, tuple(service for service in running if need in service.needs)))
    running = sorted(
        (each for each in directory.services if each.status == "active"), key=lambda each: plain(each.name)
    )
    remote = [service for service in running if is_remote(directory, service)]
    from_anywhere = {service.slug for service in remote}
    elsewhere = [each for each in running if each.slug not in placed and each.slug not in from_anywhere]
    return Help(
        hubs={need: tuple(hubs) for need, hubs in at_hubs.items()},
        remote=_by_need(at_hubs, remote),
        elsewhere=_by_need(at_hubs, elsewhere),
        services=_by_need(at_hubs, [each for each in running if each.slug not in from_anywhere]),
    )


def is_remote(directory: Directory, service: Service) -> bool:
    """Whether a service can be had from anywhere, by one of its ways of being given or in one of its sessions."""
    modes = {*service.access_modes, *(session.access_mode for session in service.sessions if session.access_mode)}
    return any(term.remote == "yes" for term in directory.terms(ACCESS_MODES, modes))


def hubs_that_help(directory: Directory) -> dict[str, frozenset[str]]:
    """The slugs of the open hubs that help with each need, by its id."""
    helping = who_helps(directory).hubs.items()
    return {need: frozenset(hub.slug for hub, _services in hubs) for need, hubs in helping}


def not_here(directory: Directory, hub: Hub, others: Sequence[tuple[Hub, float | None]]) -> tuple[Elsewhere, ...]:
    """The needs that this hub does not serve but another does, in the network's order, each with the nearest hub.

    `others` are the other open hubs, the nearest first, as `hubs_by_distance` gives them.
    """
    found = []
    helping = directory.told(hubs_that_help)
    for need in directory.terms(NEEDS):
        serving = helping[need.id]
        if hub.slug in serving or not serving:
            continue
        nearest, miles = next(each for each in others if each[0].slug in serving)
        found.append(Elsewhere(need=need, hub=nearest, miles=miles))
    return tuple(found)


def _by_need(needs: Iterable[str], services: list[Service]) -> dict[str, tuple[Service, ...]]:
    return {need: tuple(service for service in services if need in service.needs) for need in needs}
