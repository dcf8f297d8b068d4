"""A whole directory, checked and frozen, with the look-ups that facts, pages and exports share."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, TypeVarTuple

from hubatlas.asking import Noted, Questions, asked
from hubatlas.look_ups import LookUps
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

_Value = TypeVar("_Value")
_Given = TypeVarTuple("_Given")


@dataclass(frozen=True, kw_only=True)
class Directory:
    """Every record of one network, each kind sorted by slug; `prose` maps the name of each page of prose to Markdown.

    Look-ups by slug raise KeyError: references were checked when the records were loaded. `versions` tells apart what
    each file holds, by its kind and slug; empty where nobody had to know. Who reads hubs, services or organisations,
    all or some, is noted in `questions`.
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
    versions: Mapping[tuple[str, str], str] = field(repr=False, compare=False, default_factory=dict)
    questions: Questions = field(init=False, repr=False, compare=False, default_factory=Questions)

    def once(self, key: Hashable, work: Callable[[], _Value]) -> _Value:
        """What `work` gives, done once for this directory however often it is asked for under the same key."""
        return self.questions.once(key, work)

    def told(self, work: Callable[[Directory, *_Given], _Value], *given: *_Given) -> _Value:
        """What a function of a module makes of this directory, done once for it.

        A page that uses it depends on that value alone, not on all the records that it was made of: it should hold
        what pages tell, not whole records.
        """
        return self.questions.told((work, *given), lambda: work(self, *given))

    @asked
    def hub(self, slug: str) -> Hub:
        """The hub or satellite of that slug."""
        return self._look_ups.hubs[slug]

    @asked
    def service(self, slug: str) -> Service:
        """The service of that slug."""
        return self._look_ups.services[slug]

    @asked
    def organisation(self, slug: str) -> Organisation:
        """The organisation of that slug."""
        return self._look_ups.organisations[slug]

    def place(self, slug: str) -> Place:
        """The place of that slug."""
        return self._look_ups.places[slug]

    def body(self, slug: str) -> Body:
        """The body of that slug."""
        return self._look_ups.bodies[slug]

    def programme(self, slug: str) -> Programme:
        """The programme of that slug."""
        return self._look_ups.programmes[slug]

    def indicator(self, slug: str) -> Indicator:
        """The indicator of that slug."""
        return self._look_ups.indicators[slug]

    def story(self, slug: str) -> Story:
        """The story of that slug."""
        return self._look_ups.stories[slug]

    def core_service(self, core_service: str) -> CoreService:
        """The core service of that id, from whichever list of the network it is in."""
        return self._look_ups.core_services[core_service]

    def quality_scheme(self, scheme: str) -> QualityScheme:
        """The quality scheme of that id."""
        return self._look_ups.quality_schemes[scheme]

    def term(self, vocabulary: str, term: str) -> Term:
        """The term of that vocabulary (the name of its file)."""
        return self._look_ups.terms[vocabulary][term]

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
        return self._look_ups.kinds[hub.kind]

    def status(self, hub: Hub) -> HubStatus:
        """What the network says of this hub's status."""
        return self._look_ups.statuses[hub.status]

    def level(self, place: Place) -> PlaceLevel:
        """The level of geography that the place is at."""
        return self._look_ups.levels[place.level]

    @asked
    def satellites_of(self, hub: str) -> tuple[Hub, ...]:
        """The hubs whose parent is this one."""
        return self._look_ups.satellites.get(hub, ())

    @asked
    def hubs_run_by(self, organisation: str) -> tuple[Hub, ...]:
        """The hubs that the organisation operates."""
        return self._look_ups.run_by.get(organisation, ())

    @asked
    def services_of(self, organisation: str) -> tuple[Service, ...]:
        """The services that the organisation provides, whole or in single sessions."""
        return self._look_ups.services_of.get(organisation, ())

    @asked
    def services_at(self, hub: str) -> tuple[Service, ...]:
        """The services that name this hub as a host or hold a session there (not those offered at every hub)."""
        return self._look_ups.services_at.get(hub, ())

    @property
    @asked
    def services_at_every_hub(self) -> tuple[Service, ...]:
        """The services that every open hub gives, named or not."""
        return self._look_ups.at_every_hub

    @asked
    def sessions_at(self, hub: str) -> tuple[tuple[Service, Session], ...]:
        """Each session held at this hub, with its service."""
        return self._look_ups.sessions_at.get(hub, ())

    @asked
    def hubs_in(self, place: str) -> tuple[Hub, ...]:
        """The hubs that name this place, or a place within it."""
        return self._look_ups.hubs_in.get(place, ())

    def places_within(self, place: str | None) -> tuple[Place, ...]:
        """The places that are directly part of this one, by name; those that are part of none for None."""
        return self._look_ups.places_within.get(place, ())

    def place_and_wider(self, place: str) -> tuple[str, ...]:
        """The slug of the place, then of each wider place that it lies in."""
        chain = [place]
        while (parent := self.place(chain[-1]).parent) is not None:
            chain.append(parent)
        return tuple(chain)

    @cached_property
    def _look_ups(self) -> LookUps:
        # Of the collections as they stand there: that these are read is not noted, but each use of a look-up is.
        read = self.__dict__
        return LookUps(hubs=read["hubs"], services=read["services"], organisations=read["organisations"], of=self)


for _collection in ("hubs", "services", "organisations"):
    setattr(Directory, _collection, Noted(_collection))
