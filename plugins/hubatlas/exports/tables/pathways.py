"""One row for each referral pathway, and one for each of its steps."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import source_columns
from hubatlas.facts.pathways import hand_offs
from hubatlas.model import Pathway, PathwayStep

COLUMNS: dict[str, Column[Pathway]] = {
    "pathway": Column("text", "The pathway's short name.", lambda _, row: row.slug),
    "name": Column("text", "Its name.", lambda _, row: row.name),
    "status": Column("text", "How far it is: exploring, planned, live or ended.", lambda _, row: row.status),
    "summary": Column("text", "What it is, in a sentence.", lambda _, row: row.summary),
    "needs": Column("list", "The needs it is for.", lambda _, row: row.needs),
    "referrers": Column("list", "Who can refer: terms of the network's list.", lambda _, row: row.referrers),
    "starts_with": Column("list", "Where it begins.", lambda _, row: row.starts_with),
    "hubs": Column("list", "The hubs it leads to.", lambda _, row: row.hubs),
    "to_every_hub": Column("text", "Whether it leads to every hub.", lambda _, row: row.to_every_hub),
    "services": Column("list", "The services it leads to.", lambda _, row: row.services),
    "contract_holder": Column("text", "The organisation that holds the contract.", lambda _, row: row.contract_holder),
    "steps": Column("integer", "How many steps it has.", lambda _, row: len(row.steps) or None),
    "hand_offs": Column(
        "integer",
        "How often somebody else takes over, as far as is known.",
        lambda _, row: hand_offs(row).count if row.steps else None,
    ),
    "hand_offs_unknown": Column(
        "integer",
        "At how many steps it is not known whether somebody else takes over.",
        lambda _, row: hand_offs(row).unknown if row.steps else None,
    ),
    "eligibility": Column("text", "Who it is for.", lambda _, row: row.eligibility),
    "not_for": Column("text", "Who it is not for.", lambda _, row: row.not_for),
    "how_to_refer": Column("text", "How to refer.", lambda _, row: row.how_to_refer),
    "waiting_time": Column("text", "How long people usually wait.", lambda _, row: row.waiting_time),
    "what_to_bring": Column("text", "What to bring.", lambda _, row: row.what_to_bring),
    "on_arrival": Column("text", "What happens on arrival.", lambda _, row: row.on_arrival),
    "ask_for": Column("text", "The role to ask for.", lambda _, row: row.ask_for),
    "when_closed": Column("text", "What to do when it is closed.", lambda _, row: row.when_closed),
    "phone": Column("text", "The number for questions.", lambda _, row: row.contact.phone if row.contact else None),
    "email": Column("text", "The address for questions.", lambda _, row: row.contact.email if row.contact else None),
    **source_columns(Pathway),
    "page": Column("text", "Where it stands.", lambda edition, row: edition.whole_address(urls.pathway(row.slug))),
}

PATHWAYS = Table(
    name="pathways",
    key=1,
    title="Referral pathways",
    description="One row for each way of referring somebody.",
    rows=lambda edition: edition.directory.pathways,
    columns=COLUMNS,
)

Step = tuple[Pathway, int, PathwayStep]


def _steps(edition: Edition) -> list[Step]:
    return [
        (pathway, number, step)
        for pathway in edition.directory.pathways
        for number, step in enumerate(pathway.steps, start=1)
    ]


PATHWAY_STEPS = Table(
    name="pathway-steps",
    key=2,
    title="Steps of referral pathways",
    description="One row for each step of each pathway, in order.",
    rows=_steps,
    columns={
        "pathway": Column("text", "The pathway's short name.", lambda _, row: row[0].slug),
        "step": Column("integer", "The number of the step, from 1.", lambda _, row: row[1]),
        "what": Column("text", "What happens.", lambda _, row: row[2].what),
        "who": Column("text", "The role that does it.", lambda _, row: row[2].who),
        "organisation": Column("text", "The organisation whose step it is.", lambda _, row: row[2].organisation),
        "hand_off": Column("text", "Whether somebody else takes over here, as stated.", lambda _, row: row[2].hand_off),
    },
)
