"""What records say of each other: every name leads to a record, a term or a rule of the network that exists."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from hubatlas.model import Body, EndedRecords, Hub, Neighbour, Organisation, Place, Service
from hubatlas.network import Network
from hubatlas.records import kinds
from hubatlas.records.core_offer_rules import CoreServicesGiven, core_offer_findings
from hubatlas.records.corrections import nearest
from hubatlas.records.findings import Finding
from hubatlas.records.kinds import KINDS, Kind
from hubatlas.records.network_rules import is_circular
from hubatlas.records.problems import quoted
from hubatlas.records.relations import Named, Relation, named
from hubatlas.records.standing_rules import standing_findings
from hubatlas.records.wording import a_list

SHORT_LIST = 8
_KINDS = {kind.name: kind for kind in KINDS}


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
    body_parents: dict[str, str | None]
    hub_rooms: Mapping[str, Collection[str]]
    core_services: CoreServicesGiven
    previous_ids: Mapping[Kind, Mapping[str, int]]
    """How many records of a kind say that they had a name before."""


def references(kind: Kind, model: Any, relations: Iterable[Relation], known: Known) -> Iterator[Finding]:  # noqa: ANN401 - a model of any kind
    """What a record names that does not exist, and what does not hold between it and others."""
    for relation in relations:
        for each in named(model, relation):
            yield from _UNKNOWN[relation.to](each, known)
    if kind in _RULES:
        yield from _RULES[kind](model, known)
    if kind in known.previous_ids:
        yield from _shared_ids(kind, model, known)


def _shared_ids(kind: Kind, model: Hub | Service | Organisation, known: Known) -> Iterator[Finding]:
    """Former file names that belong to another record as well: ids of open data are made from them."""
    hint = "an id belongs to one record for good"
    for position, slug in enumerate(model.previous_ids):
        where = ("previous_ids", position)
        if slug in known.slugs.get(kind, ()):
            yield Finding(where, f"{quoted(slug)} is the file name of a {kind.name} now", hint)
        elif known.previous_ids[kind][slug] > 1:
            yield Finding(where, f"more than one {kind.name} says that it was {quoted(slug)} before", hint)


def _unknown_record(each: Named, known: Known) -> Iterator[Finding]:
    kind = _KINDS[each.relation.target]
    slugs = known.slugs.get(kind, ())
    if each.name not in slugs:
        hint = _choices(each.name, slugs) or f"add {kind.folder}/{each.name}.yaml first"
        yield Finding(each.where, f"there is no {kind.name} {quoted(each.name)}", hint)


def _unknown_term(each: Named, known: Known) -> Iterator[Finding]:
    file = f"vocabularies/{each.relation.target}.yaml"
    if each.relation.target not in known.terms:
        message = f"{quoted(each.name)} should be a term of {file}, and there is no such file"
        yield Finding(each.where, message, "add the file, with this term in it", each.is_name)
        return
    terms = known.terms[each.relation.target]
    if terms is not None and each.name not in terms:
        hint = _choices(each.name, terms) or f"choose one of the terms in {file}"
        yield Finding(each.where, f"{quoted(each.name)} is not a term of {file}", hint, each.is_name)


def _unknown_id(each: Named, known: Known) -> Iterator[Finding]:
    if known.network is None:
        return
    ids = _IDS[each.relation.target](known.network)
    if each.name not in ids:
        message = f"{quoted(each.name)} is not among the {each.relation.target} of network.yaml"
        yield Finding(each.where, message, _choices(each.name, ids) or "add it there, or choose one that is there")


_UNKNOWN: Mapping[str, Callable[[Named, Known], Iterator[Finding]]] = MappingProxyType(
    {"record": _unknown_record, "vocabulary": _unknown_term, "network": _unknown_id}
)

_IDS: Mapping[str, Callable[[Network], list[str]]] = MappingProxyType(
    {
        "hub_kinds": lambda network: [kind.id for kind in network.hub_kinds],
        "hub_statuses": lambda network: [status.id for status in network.hub_statuses],
        "place_levels": lambda network: [level.id for level in network.place_levels],
        "core_services": lambda network: [each.id for offer in network.core_offers for each in offer.services],
        "languages": lambda network: list(network.site.languages),
        "quality_schemes": lambda network: [scheme.id for scheme in network.quality_schemes],
    }
)


def _place_rules(place: Place, known: Known) -> Iterator[Finding]:
    """Places that lie in each other, or in a place of a smaller level."""
    if known.network is None:
        return
    levels = [level.id for level in known.network.place_levels]
    around = known.place_levels.get(place.parent or "")
    if is_circular(place.slug, known.place_parents):
        message = f"{quoted(place.slug)} comes round to itself through the places it is part of"
        yield Finding(("parent",), message, "leave out the line that closes the circle")
    elif around in levels and place.level in levels and levels.index(around) >= levels.index(place.level):
        message = f"a place of level {place.level} cannot be part of {quoted(place.parent)}, of level {around}"
        yield Finding(("parent",), message, f"network.yaml lists the levels from the widest: {', '.join(levels)}")


def _hub_rules(hub: Hub, known: Known) -> Iterator[Finding]:
    """Hubs that belong to each other, and what the network says that a kind of hub must have."""
    if hub.parent == hub.slug:
        yield Finding(("parent",), "a hub cannot be its own parent", "name the hub it belongs to")
    elif is_circular(hub.slug, known.hub_parents):
        message = f"{quoted(hub.slug)} comes round to itself through its parents"
        yield Finding(("parent",), message, "leave out the line that closes the circle")
    if known.network:
        yield from _required(hub, known.network)
        yield from standing_findings(hub, known.network)
        yield from core_offer_findings(hub, known.network, known.core_services)


def _required(hub: Hub, network: Network) -> Iterator[Finding]:
    kind = next((kind for kind in network.hub_kinds if kind.id == hub.kind), None)
    if kind is None:
        return
    is_open = any(status.id == hub.status and status.shown_as == "open" for status in network.hub_statuses)
    for name in dict.fromkeys((*kind.requires, *(kind.requires_when_open if is_open else ()))):
        if getattr(hub, name) in (None, (), "unknown"):
            when = "" if name in kind.requires else " once it is open"
            message = f"a hub of kind {hub.kind} must say its {name}{when}, by the hub_kinds of network.yaml"
            yield Finding(("kind",), message, f"add a line that begins with `{name}:`", of_absence=True)


def _service_rules(service: Service, known: Known) -> Iterator[Finding]:
    if service.follow_on == service.slug:
        yield Finding(("follow_on",), "a service cannot come after itself", "name the service that comes next")
    for position, session in enumerate(service.sessions):
        rooms = known.hub_rooms.get(session.hub or "")
        if session.room is not None and (session.hub is None or (rooms is not None and session.room not in rooms)):
            where = f"the hub {quoted(session.hub)}" if session.hub else "a session without a hub"
            hint = _choices(session.room, rooms or ()) or "a room is one of those under rooms in the hub's record"
            yield Finding(("sessions", position, "room"), f"{where} has no room {quoted(session.room)}", hint)


def _body_rules(body: Body, known: Known) -> Iterator[Finding]:
    if is_circular(body.slug, known.body_parents):
        message = f"{quoted(body.slug)} comes round to itself through the bodies it is part of"
        yield Finding(("part_of",), message, "leave out the line that closes the circle")


def _ended_rules(ended: EndedRecords, known: Known) -> Iterator[Finding]:
    """Records that are said to be no more and are there, under this or another name, or are said so twice."""
    seen: set[tuple[str, str]] = set()
    for position, each in enumerate(ended.records):
        kind, where = _KINDS[each.type], ("records", position)
        slugs = known.slugs.get(kind, ())
        if each.id in slugs:
            message = f"the {each.type} {quoted(each.id)} is there, in {kind.folder}/{each.id}.yaml"
            yield Finding((*where, "id"), message, "take out this entry, or that file")
        elif each.id in known.previous_ids.get(kind, ()):
            message = f"another {each.type} says that it was {quoted(each.id)} before, and its address leads there"
            yield Finding((*where, "id"), message, "take out this entry, or that line under previous_ids")
        if (each.type, each.id) in seen:
            yield Finding((*where, "id"), f"the {each.type} {quoted(each.id)} is listed twice", "keep one of the two")
        seen.add((each.type, each.id))
        for number, slug in enumerate(each.instead):
            if slug not in slugs:
                hint = _choices(slug, slugs) or f"name the file of a {each.type} that is there"
                yield Finding((*where, "instead", number), f"there is no {each.type} {quoted(slug)}", hint)


def _neighbour_rules(neighbour: Neighbour, known: Known) -> Iterator[Finding]:
    """A copy of a feed that the network does not list."""
    if known.network is None:
        return
    listed = [each.id for each in known.network.neighbours]
    if neighbour.slug not in listed:
        hint = _choices(neighbour.slug, listed) or "delete the file, or list the network there"
        yield Finding((), f"network.yaml lists no neighbour {quoted(neighbour.slug)}", hint)


_RULES: Mapping[Kind, Callable[[Any, Known], Iterator[Finding]]] = MappingProxyType(
    {
        kinds.PLACE: _place_rules,
        kinds.HUB: _hub_rules,
        kinds.SERVICE: _service_rules,
        kinds.BODY: _body_rules,
        kinds.ENDED: _ended_rules,
        kinds.NEIGHBOUR: _neighbour_rules,
    }
)


def _choices(written: str, known: Collection[str]) -> str:
    near = nearest(written, known)
    if near:
        return f"did you mean {near}?"
    return f"choose {a_list(known, 'or')}" if 0 < len(known) <= SHORT_LIST else ""
