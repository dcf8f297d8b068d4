"""How hubs stand to each other and to others: each relation told from both ends, with how far it is and since when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, PartialDate, Progress

Kind = Literal[
    "satellite of",
    "has the satellite",
    "mentored by",
    "mentors",
    "replaced by",
    "took over from",
    "opens together with",
    "shares its building with",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation of a hub, as seen from it.

    The other end is a hub of this network, or else a front door that only has a `name`, a `neighbour` term, or both.
    """

    hub: Hub
    kind: Kind
    other: Hub | None
    status: Progress
    name: str | None = None
    neighbour: str | None = None
    organisation: str | None = None
    url: str | None = None
    since: PartialDate | None = None
    note: str | None = None


_INVERSE: dict[Kind, Kind] = {
    "satellite of": "has the satellite",
    "mentored by": "mentors",
    "replaced by": "took over from",
    "opens together with": "opens together with",
    "shares its building with": "shares its building with",
}


def relations_by_hub(directory: Directory) -> dict[str, tuple[Relation, ...]]:
    """The relations of every hub, by its slug: those that its record states, then those that others state of it.

    One that both ends state is told once from each.
    """
    return directory.once(relations_by_hub, lambda: _relations_by_hub(directory))


def _relations_by_hub(directory: Directory) -> dict[str, tuple[Relation, ...]]:
    stated = [relation for hub in directory.hubs for relation in stated_relations(directory, hub)]
    found: dict[str, list[Relation]] = {hub.slug: [] for hub in directory.hubs}
    for relation in stated:
        found[relation.hub.slug].append(relation)
    for relation in stated:
        if relation.other is not None:
            own = found[relation.other.slug]
            kind = _INVERSE[relation.kind]
            if not any(each.kind == kind and each.other == relation.hub for each in own):
                own.append(_from_the_other_end(relation, kind, relation.other))
    return {slug: tuple(relations) for slug, relations in found.items()}


def stated_relations(directory: Directory, hub: Hub) -> Iterator[Relation]:
    """The relations that the hub's own record states."""
    if hub.parent is not None:
        yield Relation(hub=hub, kind="satellite of", other=directory.hub(hub.parent), status="live")
    for slug in hub.replaced_by:
        yield Relation(hub=hub, kind="replaced by", other=directory.hub(slug), status="live")
    for slug in hub.opens_with:
        yield Relation(hub=hub, kind="opens together with", other=directory.hub(slug), status="live")
    for mentor in hub.mentored_by:
        other = directory.hub(mentor.hub)
        yield Relation(
            hub=hub, kind="mentored by", other=other, status=mentor.status, since=mentor.since, note=mentor.note
        )
    for door in hub.shares_building_with:
        yield Relation(
            hub=hub,
            kind="shares its building with",
            other=None if door.hub is None else directory.hub(door.hub),
            status=door.status,
            name=door.name,
            neighbour=door.kind,
            organisation=door.organisation,
            url=door.url,
            since=door.since,
            note=door.note,
        )


def _from_the_other_end(relation: Relation, kind: Kind, hub: Hub) -> Relation:
    return Relation(
        hub=hub, kind=kind, other=relation.hub, status=relation.status, since=relation.since, note=relation.note
    )
