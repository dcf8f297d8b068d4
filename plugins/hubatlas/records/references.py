"""What records say of each other: every name leads to a record, a term or a rule of the network that exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from hubatlas.model import Hub, Organisation, Place, Service, Session
from hubatlas.network import Network
from hubatlas.records import kinds
from hubatlas.records.corrections import nearest
from hubatlas.records.findings import Finding
from hubatlas.records.kinds import Kind
from hubatlas.records.network_rules import is_circular
from hubatlas.records.positions import Where
from hubatlas.records.problems import quoted
from hubatlas.records.wording import a_list

SHORT_LIST = 8


@dataclass(frozen=True, kw_only=True)
class Known:
    """What records may refer to.

    `slugs` holds the names of all files, also of those whose records are wrong, so that one mistake is said once.
    `terms` maps a vocabulary to its terms, or to None where its file is wrong. `network` is None where its file is.
    """

    slugs: Mapping[Kind, Collection[str]]
    terms: Mapping[str, Collection[str] | None]
    network: Network | None
    hub_parents: dict[str, str | None]
    place_parents: dict[str, str | None]
    place_levels: Mapping[str, str]

    def record(self, kind: Kind, slug: str | None, where: Where) -> Iterator[Finding]:
        """A finding where no record of that kind has this slug."""
        known = self.slugs.get(kind, ())
        if slug is not None and slug not in known:
            hint = _choices(slug, known) or f"add {kind.folder}/{slug}.yaml first"
            yield Finding(where, f"there is no {kind.name} {quoted(slug)}", hint)

    def records(self, kind: Kind, slugs: Iterable[str], where: Where) -> Iterator[Finding]:
        """As `record`, for each item of a list."""
        for position, slug in enumerate(slugs):
            yield from self.record(kind, slug, (*where, position))

    def term(self, vocabulary: str, term: str | None, where: Where, *, at_name: bool = False) -> Iterator[Finding]:
        """A finding where the vocabulary lacks the term, or the network lacks the vocabulary."""
        if term is None:
            return
        if vocabulary not in self.terms:
            message = f"{quoted(term)} should be a term of vocabularies/{vocabulary}.yaml, and there is no such file"
            yield Finding(where, message, "add the file, with this term in it", at_name)
            return
        known = self.terms[vocabulary]
        if known is not None and term not in known:
            hint = _choices(term, known) or f"choose one of the terms in vocabularies/{vocabulary}.yaml"
            yield Finding(where, f"{quoted(term)} is not a term of vocabularies/{vocabulary}.yaml", hint, at_name)

    def terms_of(self, vocabulary: str, terms: Iterable[str], where: Where) -> Iterator[Finding]:
        """As `term`, for each item of a list."""
        for position, term in enumerate(terms):
            yield from self.term(vocabulary, term, (*where, position))


def network_references(network: Network, known: Known) -> Iterator[Finding]:
    """What the network names that does not exist."""
    yield from known.record(kinds.ORGANISATION, network.publisher, ("publisher",))


def organisation_references(organisation: Organisation, known: Known) -> Iterator[Finding]:
    """What an organisation names that does not exist."""
    yield from known.term("sectors", organisation.sector, ("sector",))


def place_references(place: Place, known: Known) -> Iterator[Finding]:
    """What a place names that does not exist, and places that lie in each other."""
    yield from known.record(kinds.PLACE, place.parent, ("parent",))
    if known.network is None:
        return
    levels = [level.id for level in known.network.place_levels]
    yield from _network_id(place.level, levels, "place_levels", ("level",))
    around = known.place_levels.get(place.parent or "")
    if is_circular(place.slug, known.place_parents):
        message = f"{quoted(place.slug)} comes round to itself through the places it is part of"
        yield Finding(("parent",), message, "leave out the line that closes the circle")
    elif around in levels and place.level in levels and levels.index(around) >= levels.index(place.level):
        message = f"a place of level {place.level} cannot be part of {quoted(place.parent)}, of level {around}"
        yield Finding(("parent",), message, f"network.yaml lists the levels from the widest: {', '.join(levels)}")


def hub_references(hub: Hub, known: Known) -> Iterator[Finding]:
    """What a hub names that does not exist, and what the network says that its kind must have."""
    yield from known.record(kinds.ORGANISATION, hub.operator, ("operator",))
    yield from known.records(kinds.PLACE, hub.places, ("places",))
    yield from known.record(kinds.HUB, hub.parent, ("parent",))
    if hub.parent == hub.slug:
        yield Finding(("parent",), "a hub cannot be its own parent", "name the hub it belongs to")
    elif is_circular(hub.slug, known.hub_parents):
        message = f"{quoted(hub.slug)} comes round to itself through its parents"
        yield Finding(("parent",), message, "leave out the line that closes the circle")
    for term in hub.accessibility:
        yield from known.term("accessibility", term, ("accessibility", term), at_name=True)
    for term in hub.facilities:
        yield from known.term("facilities", term, ("facilities", term), at_name=True)
    if known.network:
        yield from _hub_rules(hub, known.network)


def _hub_rules(hub: Hub, network: Network) -> Iterator[Finding]:
    yield from _network_id(hub.status, [status.id for status in network.hub_statuses], "hub_statuses", ("status",))
    yield from _network_id(hub.kind, [kind.id for kind in network.hub_kinds], "hub_kinds", ("kind",))
    required = next((kind.requires for kind in network.hub_kinds if kind.id == hub.kind), ())
    for name in required:
        if not getattr(hub, name):
            message = f"a hub of kind {hub.kind} must say its {name}, by the hub_kinds of network.yaml"
            yield Finding(("kind",), message, f"add a line that begins with `{name}:`", of_absence=True)


def service_references(service: Service, known: Known) -> Iterator[Finding]:
    """What a service and its sessions name that does not exist."""
    yield from known.record(kinds.ORGANISATION, service.provider, ("provider",))
    yield from known.records(kinds.HUB, service.hubs, ("hubs",))
    yield from known.record(kinds.SERVICE, service.follow_on, ("follow_on",))
    if service.follow_on == service.slug:
        yield Finding(("follow_on",), "a service cannot come after itself", "name the service that comes next")
    yield from known.terms_of("service-types", service.types, ("types",))
    yield from known.terms_of("needs", service.needs, ("needs",))
    yield from known.terms_of("audiences", service.audiences, ("audiences",))
    yield from known.terms_of("access-modes", service.access_modes, ("access_modes",))
    yield from known.terms_of("ways-in", service.ways_in, ("ways_in",))
    for position, session in enumerate(service.sessions):
        yield from _session_references(session, known, ("sessions", position))


def _session_references(session: Session, known: Known, where: Where) -> Iterator[Finding]:
    yield from known.record(kinds.HUB, session.hub, (*where, "hub"))
    yield from known.record(kinds.ORGANISATION, session.provider, (*where, "provider"))
    yield from known.term("session-types", session.type, (*where, "type"))
    yield from known.term("access-modes", session.access_mode, (*where, "access_mode"))
    yield from known.terms_of("audiences", session.audiences, (*where, "audiences"))
    if session.venue:
        yield from known.records(kinds.PLACE, session.venue.places, (*where, "venue", "places"))


def _network_id(written: str, known: Collection[str], section: str, where: Where) -> Iterator[Finding]:
    if written not in known:
        message = f"{quoted(written)} is not among the {section} of network.yaml"
        yield Finding(where, message, _choices(written, known) or "add it there, or choose one that is there")


def _choices(written: str, known: Collection[str]) -> str:
    near = nearest(written, known)
    if near:
        return f"did you mean {near}?"
    return f"choose {a_list(known, 'or')}" if 0 < len(known) <= SHORT_LIST else ""
