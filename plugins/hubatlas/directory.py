"""A whole directory, checked and frozen, with the look-ups that facts, pages and exports share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

from hubatlas.language import plain
from hubatlas.model import (
    Body,
    Boundaries,
    Ended,
    Geography,
    Hub,
    Indicator,
    LearningEntry,
    Neighbour,
    Organisation,
    Pathway,
    Place,
    PostcodePoints,
    Programme,
    Service,
    Session,
    Signpost,
    Story,
)
from hubatlas.network import CoreService, HubKind, HubStatus, Network, PlaceLevel, QualityScheme, Term, Vocabulary


class _Sluggish(Protocol):
    @property
    def slug(self) -> str: ...


_Record = TypeVar("_Record", bound=_Sluggish)
_Value = TypeVar("_Value")


@dataclass(frozen=True, kw_only=True)
class Directory:
    """Every record of one network, each kind sorted by slug; `prose` maps the name of each page of prose to Markdown.

    Look-ups by slug raise KeyError: references were checked when the records were loaded.
    """

    network: Network
    vocabularies: Mapping[str, Vocabulary]
    synonyms: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    hubs: tuple[Hub, ...]
    services: tuple[Service, ...]
    bodies: tuple[Body, ...] = ()
    programmes: tuple[Programme, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    stories: tuple[Story, ...] = ()
    learning: tuple[LearningEntry, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    geography: Geography | None = None
    boundaries: Boundaries | None = None
    postcodes: tuple[PostcodePoints, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    ended: tuple[Ended, ...] = ()
    prose: Mapping[str, str] = field(default_factory=dict)
    _worked_out: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def once(self, key: Hashable, work: Callable[[], _Value]) -> _Value:
        """What `work` gives, done once for this directory however often it is asked for under the same key."""
        if key not in self._worked_out:
            self._worked_out[key] = work()
        value: _Value = self._worked_out[key]
        return value

    def hub(self, slug: str) -> Hub:
        """The hub or satellite of that slug."""
        return self._hubs[slug]

    def service(self, slug: str) -> Service:
        """The service of that slug."""
        return self._services[slug]

    def organisation(self, slug: str) -> Organisation:
        """The organisation of that slug."""
        return self._organisations[slug]

    def place(self, slug: str) -> Place:
        """The place of that slug."""
        return self._places[slug]

    def body(self, slug: str) -> Body:
        """The body of that slug."""
        return self._bodies[slug]

    def programme(self, slug: str) -> Programme:
        """The programme of that slug."""
        return self._programmes[slug]

    def indicator(self, slug: str) -> Indicator:
        """The indicator of that slug."""
        return self._indicators[slug]

    def core_service(self, core_service: str) -> CoreService:
        """The core service of that id, from whichever list of the network it is in."""
        return self._core_services[core_service]

    def quality_scheme(self, scheme: str) -> QualityScheme:
        """The quality scheme of that id."""
        return self._quality_schemes[scheme]

    def term(self, vocabulary: str, term: str) -> Term:
        """The term of that vocabulary (the name of its file)."""
        return self._terms[vocabulary][term]

    def terms(self, vocabulary: str, ids: Iterable[str] | None = None) -> tuple[Term, ...]:
        """The terms named in `ids`, or all of them, in the vocabulary's own order; empty where it does not exist."""
        found = self.vocabularies.get(vocabulary)
        if found is None:
            return ()
        if ids is None:
            return found.terms
        wanted = set(ids)
        return tuple([term for term in found.terms if term.id in wanted]) if wanted else ()

    def kind(self, hub: Hub) -> HubKind:
        """What the network says of this kind of hub."""
        return self._kinds[hub.kind]

    def status(self, hub: Hub) -> HubStatus:
        """What the network says of this hub's status."""
        return self._statuses[hub.status]

    def level(self, place: Place) -> PlaceLevel:
        """The level of geography that the place is at."""
        return self._levels[place.level]

    def satellites_of(self, hub: str) -> tuple[Hub, ...]:
        """The hubs whose parent is this one."""
        return self._satellites.get(hub, ())

    def hubs_run_by(self, organisation: str) -> tuple[Hub, ...]:
        """The hubs that the organisation operates."""
        return self._run_by.get(organisation, ())

    def services_of(self, organisation: str) -> tuple[Service, ...]:
        """The services that the organisation provides, whole or in single sessions."""
        return self._services_of.get(organisation, ())

    def services_at(self, hub: str) -> tuple[Service, ...]:
        """The services that name this hub as a host or hold a session there (not those offered at every hub)."""
        return self._services_at.get(hub, ())

    @cached_property
    def services_at_every_hub(self) -> tuple[Service, ...]:
        """The services that every open hub gives, named or not."""
        return tuple(service for service in self.services if service.at_every_hub == "yes")

    def sessions_at(self, hub: str) -> tuple[tuple[Service, Session], ...]:
        """Each session held at this hub, with its service."""
        return self._sessions_at.get(hub, ())

    def hubs_in(self, place: str) -> tuple[Hub, ...]:
        """The hubs that name this place, or a place within it."""
        return tuple(hub for hub in self.hubs if any(place in self.place_and_wider(own) for own in hub.places))

    def places_within(self, place: str | None) -> tuple[Place, ...]:
        """The places that are directly part of this one, by name; those that are part of none for None."""
        return self._places_within.get(place, ())

    def place_and_wider(self, place: str) -> tuple[str, ...]:
        """The slug of the place, then of each wider place that it lies in."""
        chain = [place]
        while (parent := self.place(chain[-1]).parent) is not None:
            chain.append(parent)
        return tuple(chain)

    @cached_property
    def _hubs(self) -> dict[str, Hub]:
        return _by_slug(self.hubs)

    @cached_property
    def _services(self) -> dict[str, Service]:
        return _by_slug(self.services)

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return _by_slug(self.organisations)

    @cached_property
    def _places(self) -> dict[str, Place]:
        return _by_slug(self.places)

    @cached_property
    def _places_within(self) -> dict[str | None, tuple[Place, ...]]:
        groups: defaultdict[str | None, list[Place]] = defaultdict(list)
        for place in sorted(self.places, key=lambda place: (plain(place.name).casefold(), place.slug)):
            groups[place.parent].append(place)
        return {parent: tuple(places) for parent, places in groups.items()}

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return _by_slug(self.bodies)

    @cached_property
    def _programmes(self) -> dict[str, Programme]:
        return _by_slug(self.programmes)

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return _by_slug(self.indicators)

    @cached_property
    def _core_services(self) -> dict[str, CoreService]:
        return {service.id: service for offer in self.network.core_offers for service in offer.services}

    @cached_property
    def _quality_schemes(self) -> dict[str, QualityScheme]:
        return {scheme.id: scheme for scheme in self.network.quality_schemes}

    @cached_property
    def _terms(self) -> dict[str, dict[str, Term]]:
        return {slug: {term.id: term for term in each.terms} for slug, each in self.vocabularies.items()}

    @cached_property
    def _kinds(self) -> dict[str, HubKind]:
        return {kind.id: kind for kind in self.network.hub_kinds}

    @cached_property
    def _statuses(self) -> dict[str, HubStatus]:
        return {status.id: status for status in self.network.hub_statuses}

    @cached_property
    def _levels(self) -> dict[str, PlaceLevel]:
        return {level.id: level for level in self.network.place_levels}

    @cached_property
    def _satellites(self) -> dict[str, tuple[Hub, ...]]:
        return _grouped((hub.parent, hub) for hub in self.hubs)

    @cached_property
    def _run_by(self) -> dict[str, tuple[Hub, ...]]:
        return _grouped((hub.operator, hub) for hub in self.hubs)

    @cached_property
    def _services_of(self) -> dict[str, tuple[Service, ...]]:
        return _grouped((organisation, service) for service in self.services for organisation in _providers(service))

    @cached_property
    def _services_at(self) -> dict[str, tuple[Service, ...]]:
        return _grouped((hub, service) for service in self.services for hub in _hosts(service))

    @cached_property
    def _sessions_at(self) -> dict[str, tuple[tuple[Service, Session], ...]]:
        return _grouped((session.hub, (service, session)) for service in self.services for session in service.sessions)


_Item = TypeVar("_Item")


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
