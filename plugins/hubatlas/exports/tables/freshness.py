"""How fresh records are, group by group of facts; and how complete, by what the public needs."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import organisation_name
from hubatlas.facts.completeness import Completeness, hub_completeness, service_completeness
from hubatlas.facts.confirmation import RecordKind, owner_of, records_to_check
from hubatlas.facts.freshness import Checked, Record
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshnessRow:
    """One group of facts of one record."""

    kind: RecordKind
    record: Record
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessRow:
    """One hub or service, and how complete its record is."""

    kind: RecordKind
    record: Hub | Service
    completeness: Completeness


def _freshness(edition: Edition) -> Iterator[FreshnessRow]:
    for kind, record in records_to_check(edition.directory):
        for checked in edition.freshness(record).groups:
            yield FreshnessRow(kind=kind, record=record, checked=checked)


def _completeness(edition: Edition) -> Iterator[CompletenessRow]:
    directory = edition.directory
    for hub in directory.hubs:
        if (of_hub := hub_completeness(directory, hub)) is not None:
            yield CompletenessRow(kind="hubs", record=hub, completeness=of_hub)
    for service in directory.services:
        if (of_service := service_completeness(directory, service)) is not None:
            yield CompletenessRow(kind="services", record=service, completeness=of_service)


FRESHNESS_COLUMNS: dict[str, Column[FreshnessRow]] = {
    "kind": Column("text", "hubs, services, organisations or places.", lambda _, row: row.kind),
    "record": Column("text", "The record's short name, which never changes.", lambda _, row: row.record.slug),
    "facts": Column("text", "The group of facts.", lambda _, row: row.checked.facts),
    "name": Column("text", "The record's name.", lambda _, row: row.record.name),
    "owner": Column("text", "The organisation that can confirm it.", lambda _, row: owner_of(row.record)),
    "owner_name": Column(
        "text", "The organisation's name.", lambda edition, row: organisation_name(edition, owner_of(row.record))
    ),
    "state": Column(
        "text",
        "fresh; due or overdue for a new check; unconfirmed by those who run it.",
        lambda _, row: row.checked.state,
    ),
    "checked_on": Column(
        "text",
        "When it was last checked: a day, a month or a year.",
        lambda _, row: None if row.checked.on is None else row.checked.on.text,
    ),
    "source": Column("text", "Where the facts come from.", lambda _, row: row.checked.source),
    "confirmed_on": Column(
        "date", "The day those who run it last confirmed them.", lambda _, row: row.checked.confirmed_on
    ),
    "confirmed_by": Column("text", "The role that confirmed them.", lambda _, row: row.checked.confirmed_by),
    "due_on": Column("date", "The day from which a new check is due.", lambda _, row: row.checked.due_on),
}

COMPLETENESS_COLUMNS: dict[str, Column[CompletenessRow]] = {
    "kind": Column("text", "hubs or services.", lambda _, row: row.kind),
    "record": Column("text", "The record's short name, which never changes.", lambda _, row: row.record.slug),
    "name": Column("text", "The record's name.", lambda _, row: row.record.name),
    "per_cent": Column(
        "integer",
        "How much of what the public needs it says, weighted, in per cent.",
        lambda _, row: row.completeness.per_cent,
    ),
    "lacks": Column(
        "list",
        "What is not known of it, or only in part; what people need most comes first.",
        lambda _, row: tuple(lack.id for lack in row.completeness.lacks),
    ),
}

FRESHNESS = Table(
    name="freshness",
    key=3,
    title="Freshness",
    description="One row for each group of facts of each record: who confirmed it, and when a new check is due.",
    rows=_freshness,
    columns=FRESHNESS_COLUMNS,
)
COMPLETENESS = Table(
    name="completeness",
    key=2,
    title="Completeness",
    description="One row for each open hub and running service: how much it says of what the public needs.",
    rows=_completeness,
    columns=COMPLETENESS_COLUMNS,
)
