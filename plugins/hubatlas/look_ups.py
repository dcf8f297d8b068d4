"""What a directory looks records up in, each made when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeVar

from hubatlas.language import plain
from hubatlas.model import Body, Hub, Indicator, Organisation, Place, Programme, Service, Session, Story
from hubatlas.network import CoreService, HubKind, HubStatus, PlaceLevel, QualityScheme, Term

if TYPE_CHECKING:
    from hubatlas.directory import Directory


class _Sluggish(Protocol):
    @property
    def slug(self) -> str: ...


_Record = TypeVar("_Record", bound=_Sluggish)
_Item = TypeVar("_Item")


class LookUps:
    """Records by what they are asked for; `of` is the directory that they are in."""

    def __init__(
        self,
        *,
        hubs: tuple[Hub, ...],
        services: tuple[Service, ...],
        organisations: tuple[Organisation, ...],
        of: Directory,
    ) -> None:
        self.all_hubs = hubs
        self.all_services = services
        self.all_organisations = organisations
        self._of = of

    @cached_property
    def at_every_hub(self) -> tuple[Service, ...]:
        """The services that every open hub gives."""
        return tuple(service for service in self.all_services if service.at_every_hub == "yes")

    @cached_property
    def hubs(self) -> dict[str, Hub]:
        """Each hub by its slug."""
        return _by_slug(self.all_hubs)

    @cached_property
    def services(self) -> dict[str, Service]:
        """Each service by its slug."""
        return _by_slug(self.all_services)

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """Each organisation by its slug."""
        return _by_slug(self.all_organisations)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Each place by its slug."""
        return _by_slug(self._of.places)

    @cached_property
    def hubs_in(self) -> dict[str, tuple[Hub, ...]]:
        """The hubs that name each place, or a place within it."""
        places = ((hub, map(self._of.place_and_wider, hub.places)) for hub in self.all_hubs)
        return _grouped((place, hub) for hub, chains in places for place in dict.fromkeys(chain.from_iterable(chains)))

    @cached_property
    def places_within(self) -> dict[str | None, tuple[Place, ...]]:
        """The places directly within each place, and those within none under None, by name."""
        groups: defaultdict[str | None, list[Place]] = defaultdict(list)
        for place in sorted(self._of.places, key=lambda place: (plain(place.name).casefold(), place.slug)):
            groups[place.parent].append(place)
        return {parent: tuple(places) for parent, places in groups.items()}

    @cached_property
    def bodies(self) -> dict[str, Body]:
        """Each body by its slug."""
        return _by_slug(self._of.bodies)

    @cached_property
    def programmes(self) -> dict[str, Programme]:
        """Each programme by its slug."""
        return _by_slug(self._of.programmes)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Each indicator by its slug."""
        return _by_slug(self._of.indicators)

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Each story by its slug."""
        return _by_slug(self._of.stories)

    @cached_property
    def core_services(self) -> dict[str, CoreService]:
        """Each core service by its id."""
        return {service.id: service for offer in self._of.network.core_offers for service in offer.services}

    @cached_property
    def quality_schemes(self) -> dict[str, QualityScheme]:
        """Each quality scheme by its id."""
        return {scheme.id: scheme for scheme in self._of.network.quality_schemes}

    @cached_property
    def terms(self) -> dict[str, dict[str, Term]]:
        """Each term of each vocabulary by its id."""
        return {slug: {term.id: term for term in each.terms} for slug, each in self._of.vocabularies.items()}

    @cached_property
    def kinds(self) -> dict[str, HubKind]:
        """Each kind of hub by its id."""
        return {kind.id: kind for kind in self._of.network.hub_kinds}

    @cached_property
    def statuses(self) -> dict[str, HubStatus]:
        """Each status of hubs by its id."""
        return {status.id: status for status in self._of.network.hub_statuses}

    @cached_property
    def levels(self) -> dict[str, PlaceLevel]:
        """Each level of geography by its id."""
        return {level.id: level for level in self._of.network.place_levels}

    @cached_property
    def satellites(self) -> dict[str, tuple[Hub, ...]]:
        """The hubs whose parent is each hub."""
        return _grouped((hub.parent, hub) for hub in self.all_hubs)

    @cached_property
    def run_by(self) -> dict[str, tuple[Hub, ...]]:
        """The hubs that each organisation operates."""
        return _grouped((hub.operator, hub) for hub in self.all_hubs)

    @cached_property
    def services_of(self) -> dict[str, tuple[Service, ...]]:
        """The services that each organisation provides, whole or in single sessions."""
        return _grouped((provider, service) for service in self.all_services for provider in _providers(service))

    @cached_property
    def services_at(self) -> dict[str, tuple[Service, ...]]:
        """The services that name each hub as a host or hold a session there."""
        return _grouped((hub, service) for service in self.all_services for hub in _hosts(service))

    @cached_property
    def sessions_at(self) -> dict[str, tuple[tuple[Service, Session], ...]]:
        """Each session held at each hub, with its service."""
        return _grouped((session.hub, (each, session)) for each in self.all_services for session in each.sessions)


def _by_slug(records: tuple[_Record, ...]) -> dict[str, _Record]:
    return {record.slug: record for record in records}


def _grouped(pairs: Iterable[tuple[str | None, _Item]]) -> dict[str, tuple[_Item, ...]]:
    groups: defaultdict[str, list[_Item]] = defaultdict(list)
    for key, item in pairs:
        if key is not None:
            groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}


def _providers(service: Service) -> tuple[str, ...]:
    named = (service.provider, *(session.provider for session in service.sessions))
    return tuple(dict.fromkeys(provider for provider in named if provider is not None))


def _hosts(service: Service) -> tuple[str, ...]:
    named = (*service.hubs, *(session.hub for session in service.sessions))
    return tuple(dict.fromkeys(hub for hub in named if hub is not None))
