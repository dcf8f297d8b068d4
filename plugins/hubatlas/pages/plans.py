"""Plans and history: programmes with their dates, money, partners and papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import pgettext, plain, to_translate
from hubatlas.model import FundingAward, Milestone, Programme
from hubatlas.pages.cards import Link
from hubatlas.pages.governance import DocumentLine, document_lines
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link, organisation_link, service_link
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.trust import source_line
from hubatlas.pages.wording import upper_first

STATUS = {
    "running": to_translate("Running now"),
    "proposed": to_translate("Proposed"),
    "finished": to_translate("Finished"),
    "given up": to_translate("Given up"),
}


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
    programmes = sorted(directory.programmes, key=lambda each: (plain(each.name).casefold(), each.slug))
    groups = (
        (_(heading), tuple(_card(directory, each, today) for each in programmes if each.status == status))
        for status, heading in STATUS.items()
    )
    yield (
        urls.PLANS,
        PlansPage(
            head=Head(
                title=_("Plans and history"),
                description=_("What %(name)s plans, does and did, with dates and money.", name=directory.network.name),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            groups=tuple((heading, cards) for heading, cards in groups if cards),
            data=data_links(
                (_("Programmes"), "programmes"), (_("Milestones"), "milestones"), (_("Funding"), "funding")
            ),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether a programme is on record."""
    return bool(directory.programmes)


def milestone_line(milestone: Milestone, today: date) -> MilestoneLine:
    """A milestone as pages show it; one that is past and of which nobody says that it happened is not called done."""
    state, tone = _state(milestone, today)
    return MilestoneLine(
        when=_("Date to be set") if milestone.when is None else upper_first(partial_date_words(milestone.when)),
        label=milestone.label,
        state=state,
        tone=tone,
        note=milestone.note,
    )


def _state(milestone: Milestone, today: date) -> tuple[str, Tone]:
    if milestone.done == "yes":
        return _("Done"), "good"
    if milestone.when is None:
        return _("No date set"), "unknown"
    if milestone.when.last >= today:
        return _("Provisional") if milestone.provisional == "yes" else _("To come"), "part"
    if milestone.done == "no":
        return _("Did not happen by then"), "missing"
    return _("Not known whether it happened"), "unknown"


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
    dates = ((_("Began"), programme.started), (_("Ends"), programme.ends), (_("Looked at again"), programme.review_on))
    facts = [(question, upper_first(partial_date_words(when))) for question, when in dates if when is not None]
    if programme.governance is not None:
        facts.append((_("How it is run"), programme.governance))
    return tuple(facts)


def _funding(directory: Directory, programme: Programme) -> WideTable:
    return WideTable(
        id=f"funding-{programme.slug}",
        caption=_("Money for %(programme)s", programme=programme.name),
        corner=pgettext("who gives the money", "From"),
        columns=tuple(
            TableCell(words=column)
            for column in (_("How much"), _("For what"), _("For when"), _("Condition"), _("Source"))
        ),
        rows=tuple(_award(directory, award) for award in programme.funding),
    )


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
            TableCell(words=award.purpose, detail=_("For %(hubs)s", hubs=hubs) if hubs else None),
            TableCell(words=upper_first(partial_date_words(award.period)) if award.period else _("Not known")),
            TableCell(words=award.condition or "–"),
            TableCell(words=source or _("As the programme")),
        ),
    )


def amount_words(award: FundingAward) -> str:
    """About £300,000 (50%), up to £2,000, or not known."""
    share = "" if award.share is None else f"{award.share:g}%"
    if award.amount is None:
        return share or _("Not known")
    words = f"£{award.amount:,.2f}".removesuffix(".00")
    if award.about == "yes":
        words = _("About %(amount)s", amount=words)
    elif award.at_most == "yes":
        words = _("Up to %(amount)s", amount=words)
    return f"{words} ({share})" if share else words


PLANS = PageKind("plans", "pages/plans.html", contexts)
