"""One row for each relation of each hub, told from both ends; and one for each specialism."""

from __future__ import annotations

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import partial_text
from hubatlas.facts.relations import Relation, relations_by_hub
from hubatlas.model import Hub, Specialism

Numbered = tuple[int, Relation]


def _rows(edition: Edition) -> list[Numbered]:
    by_hub = relations_by_hub(edition.directory)
    return [pair for _, relations in sorted(by_hub.items()) for pair in enumerate(relations, start=1)]


RELATIONS: Table[Numbered] = Table(
    name="relations",
    key=2,
    title="Relations of hubs",
    description="One row for each relation of a hub to another, or to another front door of its building.",
    rows=_rows,
    columns={
        "hub": Column("text", "The hub's short name.", lambda _, row: row[1].hub.slug),
        "number": Column("integer", "The number of the relation of this hub, from 1.", lambda _, row: row[0]),
        "relation": Column("text", "What the hub is to the other.", lambda _, row: row[1].kind),
        "other": Column("text", "The other hub.", lambda _, row: row[1].other.slug if row[1].other else None),
        "name": Column(
            "text",
            "The other's name.",
            lambda _, row: row[1].other.name if row[1].other else row[1].name,
        ),
        "neighbour": Column("text", "For a shared building: what the other is.", lambda _, row: row[1].neighbour),
        "organisation": Column("text", "Who runs the other, where stated.", lambda _, row: row[1].organisation),
        "status": Column("text", "How far it is: exploring, planned, live or ended.", lambda _, row: row[1].status),
        "since": Column("text", "Since when.", lambda _, row: partial_text(row[1].since)),
        "note": Column("text", "What else to know.", lambda _, row: row[1].note),
    },
)

Offered = tuple[Hub, Specialism]


def _specialisms(edition: Edition) -> list[Offered]:
    return [(hub, each) for hub in edition.directory.hubs for each in hub.specialisms]


SPECIALISMS: Table[Offered] = Table(
    name="specialisms",
    title="Specialisms",
    description="One row for each specialism that a hub offers to its visitors, to the network or everywhere.",
    rows=_specialisms,
    columns={
        "hub": Column("text", "The lead hub's short name.", lambda _, row: row[0].slug),
        "specialism": Column("text", "The specialism: a term of the network's list.", lambda _, row: row[1].specialism),
        "scope": Column("text", "For whom: hub, network or everywhere.", lambda _, row: row[1].scope),
        "status": Column("text", "How far it is: exploring, planned, live or ended.", lambda _, row: row[1].status),
        "services": Column("list", "The services that carry it.", lambda _, row: row[1].services),
        "note": Column("text", "What else to know.", lambda _, row: row[1].note),
    },
)
