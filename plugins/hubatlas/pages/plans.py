"""Plans and history: programmes with their dates, money, partners and papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.model import FundingAward, Milestone, Programme
from hubatlas.pages.cards import Link
from hubatlas.pages.governance import DocumentLine, document_lines
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link, organisation_link, service_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.trust import source_line
from hubatlas.pages.wording import upper_first

STATUS = {"running": "Running now", "proposed": "Proposed", "finished": "Finished", "given up": "Given up"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneLine:
    """A milestone: when, what, and how sure that is. `tone` marks it: done, to come, or past without a word."""

    when: str
    label: str
    state: str
    tone: Tone
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeCard:
    """A programme, whole. `facts` are each a question and its answer."""

    anchor: str
    name: str
    kind: str
    summary: str
    description: str | None
    facts: tuple[tuple[str, str], ...]
    partners: tuple[Link, ...]
    about: tuple[Link, ...]
    milestones: tuple[MilestoneLine, ...]
    funding: WideTable | None
    documents: tuple[DocumentLine, ...]
    links: tuple[Link, ...]
    questions: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansPage:
    """What the page of plans shows: programmes under their status, what runs now first."""

    head: Head
    groups: tuple[tuple[str, tuple[ProgrammeCard, ...]], ...]
    data: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, PlansPage]]:
    """The page of plans; none where no programme is on record."""
    if not exists(directory):
        return
    programmes = sorted(directory.programmes, key=lambda each: (each.name.casefold(), each.slug))
    groups = (
        (heading, tuple(_card(directory, each, today) for each in programmes if each.status == status))
        for status, heading in STATUS.items()
    )
    yield (
        urls.PLANS,
        PlansPage(
            head=Head(
                title="Plans and history",
                description=f"What {directory.network.name} plans, does and did, with dates and money.",
                section=urls.NETWORK,
                trail=(("Home", urls.HOME), ("The network", urls.NETWORK)),
            ),
            groups=tuple((heading, cards) for heading, cards in groups if cards),
            data=data_links(("Programmes", "programmes"), ("Milestones", "milestones"), ("Funding", "funding")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether a programme is on record."""
    return bool(directory.programmes)


def milestone_line(milestone: Milestone, today: date) -> MilestoneLine:
    """A milestone as pages show it; one that is past and of which nobody says that it happened is not called done."""
    state, tone = _state(milestone, today)
    return MilestoneLine(
        when="Date to be set" if milestone.when is None else upper_first(partial_date_words(milestone.when)),
        label=milestone.label,
        state=state,
        tone=tone,
        note=milestone.note,
    )


def _state(milestone: Milestone, today: date) -> tuple[str, Tone]:
    if milestone.done == "yes":
        return "Done", "good"
    if milestone.when is None:
        return "No date set", "unknown"
    if milestone.when.last >= today:
        return "Provisional" if milestone.provisional == "yes" else "To come", "part"
    if milestone.done == "no":
        return "Did not happen by then", "missing"
    return "Not known whether it happened", "unknown"


def _card(directory: Directory, programme: Programme, today: date) -> ProgrammeCard:
    partners = (organisation_link(directory, slug) for slug in programme.organisations)
    return ProgrammeCard(
        anchor=programme.slug,
        name=programme.name,
        kind=directory.term("programme-kinds", programme.kind).label,
        summary=programme.summary,
        description=programme.description,
        facts=_facts(programme),
        partners=tuple(link for link in partners if link),
        about=(
            *(hub_link(directory.hub(slug)) for slug in programme.hubs),
            *(service_link(directory.service(slug)) for slug in programme.services),
            *(Link(need.label, urls.need(need.id)) for need in directory.terms("needs", programme.needs)),
        ),
        milestones=tuple(
            milestone_line(each, today)
            for each in sorted(programme.milestones, key=lambda each: each.when.first if each.when else date.max)
        ),
        funding=_funding(directory, programme) if programme.funding else None,
        documents=document_lines(programme.documents),
        links=tuple(Link(link.title, link.url) for link in programme.links),
        questions=programme.open_questions,
        source=source_line(programme),
    )


def _facts(programme: Programme) -> tuple[tuple[str, str], ...]:
    dates = (("Began", programme.started), ("Ends", programme.ends), ("Looked at again", programme.review_on))
    facts = [(question, upper_first(partial_date_words(when))) for question, when in dates if when is not None]
    if programme.governance is not None:
        facts.append(("How it is run", programme.governance))
    return tuple(facts)


def _funding(directory: Directory, programme: Programme) -> WideTable:
    return WideTable(
        id=f"funding-{programme.slug}",
        caption=f"Money for {programme.name}",
        corner="From",
        columns=tuple(
            TableCell(words=column) for column in ("How much", "For what", "For when", "Condition", "Source")
        ),
        rows=tuple(_award(directory, award) for award in programme.funding),
    )


def _heading(words: str) -> TableCell:
    return TableCell(words=words)


def _award(directory: Directory, award: FundingAward) -> TableRow:
    funder = organisation_link(directory, award.organisation)
    hubs = ", ".join(directory.hub(slug).name for slug in award.hubs)
    source = ", ".join(
        part for part in (award.source, None if award.as_of is None else partial_date_words(award.as_of)) if part
    )
    return TableRow(
        TableCell(words=award.funder, address=funder.address if funder else None),
        (
            TableCell(words=amount_words(award), detail=award.note),
            TableCell(words=award.purpose, detail=f"For {hubs}" if hubs else None),
            TableCell(words="Not known" if award.period is None else upper_first(partial_date_words(award.period))),
            TableCell(words=award.condition or "–"),
            TableCell(words=source or "As the programme"),
        ),
    )


def amount_words(award: FundingAward) -> str:
    """About £300,000 (50%), up to £2,000, or not known."""
    share = "" if award.share is None else f"{award.share:g}%"
    if award.amount is None:
        return share or "Not known"
    about = "About " if award.about == "yes" else "Up to " if award.at_most == "yes" else ""
    words = f"{about}£{award.amount:,.2f}".removesuffix(".00")
    return f"{words} ({share})" if share else words


PLANS = PageKind("plans", "pages/plans.html", contexts)
PLANS_PART = NetworkPart("Plans and history", urls.PLANS, "Programmes, milestones, money and papers.", exists)
