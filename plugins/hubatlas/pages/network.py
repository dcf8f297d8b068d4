"""The network's own page: what it is for, what it asks, what it set out to reach, who looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.targets import TargetNow, TargetState, kind_counts, targets_now
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, pgettext, to_translate
from hubatlas.model import PartialDate
from hubatlas.network import CoreOffer, Standard, Target
from hubatlas.pages import governance, plans, quality, referrals, spaces, specialisms
from hubatlas.pages.cards import ContactCard, Link
from hubatlas.pages.core_offer import CORE_OFFER_PART, source_words
from hubatlas.pages.coverage import COVERAGE_PART
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.parts import NetworkPart, PartLink, every_network, part_links
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.roles import RoleLine, role_lines
from hubatlas.pages.standards import STANDARDS_PART, asks_words
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable
from hubatlas.pages.wording import lower_first, upper_first

PARTS: tuple[NetworkPart, ...] = (
    CORE_OFFER_PART,
    COVERAGE_PART,
    STANDARDS_PART,
    NetworkPart(
        to_translate("Quality"),
        urls.QUALITY,
        to_translate("Which hubs hold which award, and what lapses when."),
        quality.exists,
    ),
    NetworkPart(
        to_translate("Governance"),
        urls.GOVERNANCE,
        to_translate("Who steers the network, and who belongs to it."),
        governance.exists,
    ),
    NetworkPart(
        to_translate("Indicators"),
        urls.INDICATORS,
        to_translate("What the network counts, over time."),
        lambda directory: bool(directory.indicators),
    ),
    NetworkPart(
        to_translate("Stories"),
        urls.STORIES,
        to_translate("What it meant to somebody."),
        lambda directory: bool(directory.stories),
    ),
    NetworkPart(
        to_translate("Learning"),
        urls.LEARNING,
        to_translate("What the network learned."),
        lambda directory: bool(directory.learning),
    ),
    NetworkPart(
        to_translate("Plans and history"),
        urls.PLANS,
        to_translate("Programmes with their money, dates and papers."),
        plans.exists,
    ),
    NetworkPart(
        to_translate("Specialisms"),
        urls.SPECIALISMS,
        to_translate("What single hubs know more about than others."),
        specialisms.exists,
    ),
    NetworkPart(
        to_translate("Rooms and desks"),
        urls.SPACES,
        to_translate("What groups and professionals can book."),
        spaces.exists,
    ),
    NetworkPart(
        to_translate("Timetable checks"),
        urls.TIMETABLE_CHECKS,
        to_translate("Rooms used twice at once, and sessions while their hub is closed."),
        lambda directory: any(service.sessions for service in directory.services),
    ),
    NetworkPart(
        to_translate("Referrals"),
        urls.REFERRALS,
        to_translate("How professionals send somebody to a hub."),
        referrals.exists,
    ),
    NetworkPart(
        to_translate("Freshness"),
        urls.FRESHNESS,
        to_translate("Which records are confirmed, and which are due."),
        every_network,
    ),
    NetworkPart(to_translate("Words"), urls.WORDS, to_translate("What the network's words mean."), every_network),
)
"""The pages about the network that its own page leads to, in this order."""

_STATES: Mapping[TargetState, tuple[str, Tone]] = MappingProxyType(
    {
        "reached": (to_translate("Reached"), "good"),
        "not yet": (to_translate("Not yet"), "part"),
        "not reached": (to_translate("Not reached"), "missing"),
        "given up": (to_translate("Given up"), "plain"),
        "unknown": (to_translate("Not known"), "unknown"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCard:
    """A standard or a list of core services, in a sentence, with where it comes from."""

    link: Link
    about: str
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """What the network's own page shows. Of `earlier_roles` somebody held them once."""

    head: Head
    name: str
    strapline: str | None
    vision: str | None
    summary: str
    counts: tuple[str, ...]
    parts: tuple[PartLink, ...]
    asked: tuple[AskedCard, ...]
    targets: WideTable | None
    roles: tuple[RoleLine, ...]
    earlier_roles: tuple[RoleLine, ...]
    contact: ContactCard
    benefits: str | None
    links: tuple[Link, ...]
    open_questions: tuple[str, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, NetworkPage]]:
    """The network's own page, which every network has."""
    network = directory.network
    over = [role.until is not None and role.until.last < today for role in network.roles]
    roles = list(zip(role_lines(directory, network.roles), over, strict=True))
    yield (
        urls.NETWORK,
        NetworkPage(
            head=Head(
                title=_("The network"),
                description=_("What %(name)s is for, what it asks of its hubs, and how far it is.", name=network.name),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME),),
            ),
            name=network.name,
            strapline=network.strapline,
            vision=network.vision,
            summary=network.summary,
            counts=tuple(_counts(directory)),
            parts=part_links(directory, PARTS),
            asked=(
                *(_standard(directory, standard) for standard in network.standards),
                *(_core_offer(offer) for offer in network.core_offers),
            ),
            targets=_targets(directory, today),
            roles=tuple(role for role, is_over in roles if not is_over),
            earlier_roles=tuple(role for role, is_over in roles if is_over),
            contact=contact_card(network.contact),
            benefits=network.benefits,
            links=tuple(Link(link.title, link.url) for link in network.links),
            open_questions=network.open_questions,
        ),
    )


def _counts(directory: Directory) -> Iterator[str]:
    """9 hubs open, 2 to come: each kind that there is, then the services and organisations."""
    for each in kind_counts(directory):
        number = each.open or each.coming
        kind = (each.kind.label if number == 1 else each.kind.plural).lower()
        values = {"number": number_words(number), "kind": kind, "coming": number_words(each.coming)}
        # Translators: %(kind)s is a kind of hub in small letters, in the singular for one and else in the plural.
        both = _("%(number)s %(kind)s open, %(coming)s to come", **values)
        one = _("%(number)s %(kind)s open", **values) if each.open else _("%(number)s %(kind)s to come", **values)
        yield upper_first(both if each.open and each.coming else one)
    active = sum(service.status == "active" for service in directory.services)
    yield ngettext("%(number)s service", "%(number)s services", active)
    yield ngettext("%(number)s organisation", "%(number)s organisations", len(directory.organisations))


def _standard(directory: Directory, standard: Standard) -> AskedCard:
    asks = ". ".join(asks_words(directory, standard))
    return AskedCard(
        link=Link(standard.label, f"{urls.STANDARDS}#standard-{standard.id}"),
        about=standard.description or (f"{asks}." if asks else _("What it asks is not on record.")),
        source=source_words(standard.source, _date(standard.as_of)),
    )


def _core_offer(offer: CoreOffer) -> AskedCard:
    number = len(offer.services)
    what = ngettext("%(number)s core service", "%(number)s core services", number) if number else _("Not agreed yet")
    return AskedCard(
        link=Link(offer.label, f"{urls.CORE_OFFER}#offer-{offer.id}"),
        about=f"{what}: {lower_first(offer.description)}" if offer.description else f"{what}.",
        source=source_words(offer.source, _date(offer.as_of)),
    )


def _targets(directory: Directory, today: date) -> WideTable | None:
    found = targets_now(directory, today)
    if not found:
        return None
    return WideTable(
        id="targets",
        caption=_("What was planned, and what there is now"),
        corner=_("Target"),
        columns=tuple(
            TableCell(words=words)
            for words in (_("Planned"), _("Now"), _("Reached"), pgettext("the source of what was planned", "From"))
        ),
        rows=tuple(_target_row(each) for each in found),
    )


def _target_row(each: TargetNow) -> TableRow:
    target = each.target
    now = (
        TableCell(words=number_words(each.now))
        if each.now is not None
        else TableCell(words=_("Not counted here"), tone="unknown")
    )
    set_on = None if target.set_on is None else _("set %(date)s", date=partial_date_words(target.set_on))
    state, tone = _STATES[each.state]
    source = source_words(target.source, _date(target.as_of))
    return TableRow(
        TableCell(words=target.label),
        (
            TableCell(words=_planned(target), detail=set_on),
            now,
            TableCell(words=_(state), tone=tone),
            TableCell(words=source or _("Not known"), detail=target.note),
        ),
    )


def _planned(target: Target) -> str:
    """4 to 5 by December 2026; a target without a number is told by its date alone."""
    number = "" if target.least is None else number_words(target.least)
    if target.most is not None:
        most = number_words(target.most)
        number = _("%(first)s to %(last)s", first=number, last=most) if number else _("up to %(number)s", number=most)
    if target.by is None:
        return number or _("No number")
    by = partial_date_words(target.by)
    return _("%(number)s by %(date)s", number=number, date=by) if number else _("by %(date)s", date=by)


def _date(partial: PartialDate | None) -> str | None:
    return None if partial is None else partial_date_words(partial)


NETWORK = PageKind("network", "pages/network.html", contexts)
