"""Referral pathways, for those who refer: who may, how, and what happens then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.pathways import hand_offs
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain, to_translate
from hubatlas.model import Pathway
from hubatlas.pages.cards import ContactCard, Link
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link, organisation_link, service_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.tables import data_links
from hubatlas.pages.trust import source_line

PROGRESS = {
    "live": to_translate("Works now"),
    "planned": to_translate("Planned"),
    "exploring": to_translate("Being talked about"),
    "ended": to_translate("Ended"),
}
_ORDER = tuple(PROGRESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of a pathway."""

    what: str
    who: str | None
    organisation: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayCard:
    """A pathway, whole. `facts` are each a question and its answer, in the order in which a referrer asks."""

    anchor: str
    name: str
    progress: str
    works: bool
    summary: str
    description: str | None
    referrers: tuple[str, ...]
    starts_with: tuple[str, ...]
    leads_to: tuple[Link, ...]
    to_every_hub: bool
    steps: tuple[StepLine, ...]
    hand_offs: str | None
    facts: tuple[tuple[str, str], ...]
    contract_holder: Link | None
    contact: ContactCard
    links: tuple[Link, ...]
    questions: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralsPage:
    """What the page of pathways shows; the two indexes are each a label and the pathways under it."""

    head: Head
    pathways: tuple[PathwayCard, ...]
    by_need: tuple[tuple[Link, tuple[Link, ...]], ...]
    by_referrer: tuple[tuple[str, tuple[Link, ...]], ...]
    data: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, ReferralsPage]]:
    """The page of pathways; none where the network has none. The date changes nothing."""
    del today
    if not exists(directory):
        return
    pathways = sorted(directory.pathways, key=lambda each: (_ORDER.index(each.status), plain(each.name).casefold()))
    yield (
        urls.REFERRALS,
        ReferralsPage(
            head=Head(
                title=_("Referring somebody"),
                description=_(
                    "Ways to refer somebody to a hub or service in %(area)s.", area=directory.network.area_name
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME),),
            ),
            pathways=tuple(_card(directory, pathway) for pathway in pathways),
            by_need=tuple(
                (Link(need.label, urls.need(need.id)), found)
                for need in directory.terms("needs")
                if (found := _links(pathway for pathway in pathways if need.id in pathway.needs))
            ),
            by_referrer=tuple(
                (term.label, found)
                for term in directory.terms("referrers")
                if (found := _links(pathway for pathway in pathways if term.id in pathway.referrers))
            ),
            data=data_links((_("Pathways"), "pathways"), (_("Steps"), "pathway-steps")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether the network has pathways."""
    return bool(directory.pathways)


def pathway_link(pathway: Pathway) -> Link:
    """The pathway's name, leading to it."""
    return Link(pathway.name, urls.pathway(pathway.slug))


def _links(pathways: Iterator[Pathway]) -> tuple[Link, ...]:
    return tuple(pathway_link(pathway) for pathway in pathways)


def _card(directory: Directory, pathway: Pathway) -> PathwayCard:
    return PathwayCard(
        anchor=pathway.slug,
        name=pathway.name,
        progress=_(PROGRESS[pathway.status]),
        works=pathway.status == "live",
        summary=pathway.summary,
        description=pathway.description,
        referrers=tuple(term.label for term in directory.terms("referrers", pathway.referrers)),
        starts_with=pathway.starts_with,
        leads_to=(
            *(hub_link(directory.hub(slug)) for slug in pathway.hubs),
            *(service_link(directory.service(slug)) for slug in pathway.services),
        ),
        to_every_hub=pathway.to_every_hub == "yes",
        steps=tuple(
            StepLine(what=step.what, who=step.who, organisation=organisation_link(directory, step.organisation))
            for step in pathway.steps
        ),
        hand_offs=_hand_offs(pathway),
        facts=_facts(pathway),
        contract_holder=organisation_link(directory, pathway.contract_holder),
        contact=contact_card(pathway.contact),
        links=tuple(Link(link.title, link.url) for link in pathway.links),
        questions=pathway.open_questions,
        source=source_line(pathway),
    )


def _hand_offs(pathway: Pathway) -> str | None:
    if not pathway.steps:
        return None
    found = hand_offs(pathway)
    words = ngettext("%(number)s hand-off", "%(number)s hand-offs", found.count) if found.count else _("No hand-off")
    if not found.unknown:
        return words
    # Translators: %(hand_offs)s is such as 2 hand-offs, or No hand-off.
    return ngettext(
        "%(hand_offs)s known of; at %(number)s step it is not known",
        "%(hand_offs)s known of; at %(number)s steps it is not known",
        found.unknown,
        hand_offs=words,
    )


def _facts(pathway: Pathway) -> tuple[tuple[str, str], ...]:
    asked = (
        (_("Who it is for"), pathway.eligibility),
        (_("Who it is not for"), pathway.not_for),
        (_("How to refer"), pathway.how_to_refer),
        (_("Waiting time"), pathway.waiting_time or _("Not known. Ask when you refer.")),
        (_("What to bring"), pathway.what_to_bring),
        (_("What happens on arrival"), pathway.on_arrival),
        (_("Who to ask for"), pathway.ask_for),
        (_("When it is closed"), pathway.when_closed),
    )
    return tuple((question, answer) for question, answer in asked if answer)


REFERRALS = PageKind("referrals", "pages/referrals.html", contexts)
REFERRALS_PART = NetworkPart("Referring somebody", urls.REFERRALS, "Who can refer whom to where, and how.", exists)
