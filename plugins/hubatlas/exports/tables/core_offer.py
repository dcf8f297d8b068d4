"""One row for each core service of each open hub that owes it."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.facts.core_offer import CoreEntry, core_offers, lacks
from hubatlas.frozen import dataclass
from hubatlas.model import Hub
from hubatlas.network import CoreOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow:
    """One core service of one hub; `nearest` and `miles` are of a hub that delivers it, where this one does not."""

    hub: Hub
    offer: CoreOffer
    entry: CoreEntry
    nearest: Hub | None
    miles: float | None


def _rows(edition: Edition) -> Iterator[OfferRow]:
    for matrix in core_offers(edition.directory, edition.today):
        lacking = [{lack.hub.slug: lack for lack in lacks(matrix, at)} for at in range(len(matrix.offer.services))]
        for each in sorted(matrix.hubs, key=lambda each: each.hub.slug):
            for entry, others in zip(each.entries, lacking, strict=True):
                lack = others.get(each.hub.slug)
                yield OfferRow(
                    hub=each.hub,
                    offer=matrix.offer,
                    entry=entry,
                    nearest=None if lack is None else lack.nearest,
                    miles=None if lack is None else lack.miles,
                )


def _basis(row: OfferRow) -> str:
    if row.entry.services:
        return "services"
    return "nobody" if row.entry.statement is None else "hub"


COLUMNS: dict[str, Column[OfferRow]] = {
    "hub": Column("text", "The hub's short name.", lambda _, row: row.hub.slug),
    "core_service": Column("text", "The core service's short name.", lambda _, row: row.entry.core_service.id),
    "hub_name": Column("text", "The hub's name.", lambda _, row: row.hub.name),
    "core_offer": Column("text", "The list that the core service is in.", lambda _, row: row.offer.id),
    "code": Column("text", "Its number in the network's papers.", lambda _, row: row.entry.core_service.code),
    "label": Column("text", "The core service in words.", lambda _, row: row.entry.core_service.label),
    "status": Column("text", "delivering, working towards, not yet or unknown.", lambda _, row: row.entry.status),
    "basis": Column(
        "text", "Who says so: services that are given there, the hub itself, or nobody.", lambda _, row: _basis(row)
    ),
    "how": Column("list", "on site, visiting, by phone, by referral.", lambda _, row: row.entry.how),
    "providers": Column("list", "The organisations that give it.", lambda _, row: row.entry.providers),
    "services": Column(
        "list", "The services it follows from.", lambda _, row: tuple(each.slug for each in row.entry.services)
    ),
    "evidence": Column(
        "text", "What shows it.", lambda _, row: row.entry.statement.evidence if row.entry.statement else None
    ),
    "as_of": Column(
        "text",
        "The date of the evidence, else when the service checked longest ago was checked.",
        lambda _, row: None if row.entry.as_of is None else row.entry.as_of.text,
    ),
    "variation": Column(
        "text",
        "How it differs there from elsewhere.",
        lambda _, row: row.entry.statement.variation if row.entry.statement else None,
    ),
    "nearest_hub": Column(
        "text",
        "Where it is not delivered: the nearest hub that delivers it.",
        lambda _, row: None if row.nearest is None else row.nearest.slug,
    ),
    "nearest_miles": Column(
        "number", "How many miles away that is.", lambda _, row: None if row.miles is None else round(row.miles, 1)
    ),
}

CORE_OFFER = Table(
    name="core-offer",
    key=2,
    title="Core offer",
    description="One row for each core service of each open hub that owes it: how far it is, how, and by whom.",
    rows=_rows,
    columns=COLUMNS,
)
