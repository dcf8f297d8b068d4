"""One row for each programme, for each of its milestones, and for each funding award."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import partial_text, source_columns
from hubatlas.model import FundingAward, Milestone, Programme

PROGRAMMES = Table(
    name="programmes",
    key=1,
    title="Programmes",
    description="One row for each plan, programme, pilot, campaign or piece of joint work.",
    rows=lambda edition: edition.directory.programmes,
    columns={
        "programme": Column("text", "The programme's short name.", lambda _, row: row.slug),
        "name": Column("text", "Its name.", lambda _, row: row.name),
        "kind": Column("text", "What kind of work it is: a term of the network's list.", lambda _, row: row.kind),
        "status": Column("text", "How far it is: proposed, running, finished or given up.", lambda _, row: row.status),
        "summary": Column("text", "What it is, in a sentence.", lambda _, row: row.summary),
        "started": Column("text", "When it began.", lambda _, row: partial_text(row.started)),
        "ends": Column("text", "When it ends or ended.", lambda _, row: partial_text(row.ends)),
        "review_on": Column("text", "When it is looked at again.", lambda _, row: partial_text(row.review_on)),
        "governance": Column("text", "How it is run.", lambda _, row: row.governance),
        "organisations": Column("list", "Who takes part.", lambda _, row: row.organisations),
        "hubs": Column("list", "The hubs it is about.", lambda _, row: row.hubs),
        "services": Column("list", "The services it is about.", lambda _, row: row.services),
        "needs": Column("list", "The needs it is about.", lambda _, row: row.needs),
        **source_columns(Programme),
        "page": Column(
            "text", "Where it stands.", lambda edition, row: edition.whole_address(urls.programme(row.slug))
        ),
    },
)

Step = tuple[Programme, int, Milestone]


def _milestones(edition: Edition) -> list[Step]:
    return [
        (programme, number, milestone)
        for programme in edition.directory.programmes
        for number, milestone in enumerate(programme.milestones, start=1)
    ]


MILESTONES: Table[Step] = Table(
    name="milestones",
    key=2,
    title="Milestones",
    description="One row for each milestone of each programme.",
    rows=_milestones,
    columns={
        "programme": Column("text", "The programme's short name.", lambda _, row: row[0].slug),
        "number": Column("integer", "The number of the milestone, from 1.", lambda _, row: row[1]),
        "label": Column("text", "What happens.", lambda _, row: row[2].label),
        "when": Column("text", "When, as exact as is known.", lambda _, row: partial_text(row[2].when)),
        "provisional": Column("text", "Whether the date may move.", lambda _, row: row[2].provisional),
        "done": Column("text", "Whether it has happened.", lambda _, row: row[2].done),
        "source": Column("text", "What it is taken from.", lambda _, row: row[2].source),
        "as_of": Column("text", "The date the source speaks for.", lambda _, row: partial_text(row[2].as_of)),
        "note": Column("text", "What else to know.", lambda _, row: row[2].note),
    },
)

Given = tuple[Programme, int, FundingAward]


def _funding(edition: Edition) -> list[Given]:
    return [
        (programme, number, award)
        for programme in edition.directory.programmes
        for number, award in enumerate(programme.funding, start=1)
    ]


FUNDING: Table[Given] = Table(
    name="funding",
    key=2,
    title="Funding",
    description="One row for each funding award of each programme.",
    rows=_funding,
    columns={
        "programme": Column("text", "The programme's short name.", lambda _, row: row[0].slug),
        "number": Column("integer", "The number of the award, from 1.", lambda _, row: row[1]),
        "funder": Column("text", "Who gives it.", lambda _, row: row[2].funder),
        "organisation": Column("text", "The funder's short name, if it has one.", lambda _, row: row[2].organisation),
        "amount": Column("number", "In pounds.", lambda _, row: row[2].amount),
        "at_most": Column("text", "Whether the amount is a limit.", lambda _, row: row[2].at_most),
        "about": Column("text", "Whether the amount is rounded or estimated.", lambda _, row: row[2].about),
        "share": Column("number", "Its share of the whole, in per cent.", lambda _, row: row[2].share),
        "period": Column("text", "The time it is for.", lambda _, row: partial_text(row[2].period)),
        "purpose": Column("text", "What it is for.", lambda _, row: row[2].purpose),
        "condition": Column("text", "What it depends on.", lambda _, row: row[2].condition),
        "hubs": Column("list", "The hubs it is for.", lambda _, row: row[2].hubs),
        "source": Column("text", "What it is taken from.", lambda _, row: row[2].source),
        "as_of": Column("text", "The date the source speaks for.", lambda _, row: partial_text(row[2].as_of)),
        "note": Column("text", "What else to know.", lambda _, row: row[2].note),
    },
)
