"""One row for each organisation."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import contact_columns, source_columns
from hubatlas.model import Organisation

COLUMNS: dict[str, Column[Organisation]] = {
    "organisation": Column("text", "The organisation's short name, which never changes.", lambda _, row: row.slug),
    "name": Column("text", "Its name.", lambda _, row: row.name),
    "other_names": Column("list", "Other names people use.", lambda _, row: row.other_names),
    "former_names": Column(
        "list", "Names it had before.", lambda _, row: tuple(former.name for former in row.former_names)
    ),
    "sector": Column("text", "The sector it belongs to.", lambda _, row: row.sector),
    "identifiers": Column(
        "list",
        "Official numbers, each after its org-id.guide list.",
        lambda _, row: tuple(f"{each.scheme}-{each.identifier}" for each in row.identifiers),
    ),
    "summary": Column("text", "What it does.", lambda _, row: row.summary),
    **contact_columns(Organisation),
    "hubs": Column(
        "list",
        "The hubs it runs.",
        lambda edition, row: tuple(hub.slug for hub in edition.directory.hubs_run_by(row.slug)),
    ),
    "services": Column(
        "list",
        "The services it gives.",
        lambda edition, row: tuple(service.slug for service in edition.directory.services_of(row.slug)),
    ),
    **source_columns(Organisation),
    "page": Column("text", "Its page.", lambda edition, row: edition.whole_address(urls.organisation(row.slug))),
}

ORGANISATIONS = Table(
    name="organisations",
    key=1,
    title="Organisations",
    description="One row for each organisation that runs hubs, gives services or takes part in the network.",
    rows=lambda edition: edition.directory.organisations,
    columns=COLUMNS,
)
