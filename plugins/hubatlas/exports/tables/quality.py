"""One row for each quality award, and one for each application."""

from __future__ import annotations

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import partial_text
from hubatlas.facts.quality import applications, awards, deadline
from hubatlas.model import Application, Hub
from hubatlas.network import QualityScheme

QUALITY = Table(
    name="quality",
    title="Quality awards",
    description="One row for each level of a quality scheme that a hub holds or held.",
    rows=lambda edition: awards(edition.directory, edition.today),
    columns={
        "scheme": Column("text", "The scheme's short name.", lambda _, row: row.scheme.id),
        "hub": Column("text", "The hub's short name.", lambda _, row: row.hub.slug),
        "awarded": Column("text", "When: a day, a month or a year.", lambda _, row: row.award.awarded.text),
        "level": Column("text", "The level.", lambda _, row: row.award.level),
        "until": Column("date", "The last day it counts; empty where it does not lapse.", lambda _, row: row.until),
        "validity": Column(
            "text",
            "How it stands: valid, lapsing (within 92 days), lapsed, or unknown where only the month or year is known.",
            lambda _, row: row.validity,
        ),
        "themes": Column(
            "list",
            "The level of each theme, where they differ.",
            lambda _, row: tuple(f"{theme}: {level}" for theme, level in sorted(row.award.themes.items())),
        ),
        "validated_by": Column("text", "The organisation that checked it.", lambda _, row: row.award.validated_by),
        "evidence": Column("text", "Where the evidence can be read.", lambda _, row: row.award.evidence),
        "note": Column("text", "What else to know.", lambda _, row: row.award.note),
    },
)

Asked = tuple[Hub, Application, QualityScheme]


def _asked(edition: Edition) -> list[Asked]:
    return list(applications(edition.directory))


APPLICATIONS: Table[Asked] = Table(
    name="applications",
    title="Applications",
    description="One row for each application to a quality scheme, as far as it is public.",
    rows=_asked,
    columns={
        "scheme": Column("text", "The scheme's short name.", lambda _, row: row[2].id),
        "hub": Column("text", "The hub's short name.", lambda _, row: row[0].slug),
        "stage": Column("text", "The stage it is at.", lambda _, row: row[1].stage),
        "decision": Column("text", "What was decided, or waiting.", lambda _, row: row[1].decision),
        "submitted": Column("text", "When it was handed in.", lambda _, row: partial_text(row[1].submitted)),
        "decided_on": Column("text", "When it was decided.", lambda _, row: partial_text(row[1].decided_on)),
        "decided_by": Column("text", "The body that decides.", lambda _, row: row[1].decided_by),
        "deadline": Column("date", "The day by which it must be finished.", lambda _, row: deadline(row[1], row[2])),
        "reasons": Column("text", "Why.", lambda _, row: row[1].reasons),
    },
)
