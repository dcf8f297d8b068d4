"""The core offer: which hub gives which core service, how, and where the nearest is for those that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.core_offer import STATUSES, CoreEntry, OfferMatrix, core_offers, lacks
from hubatlas.facts.wording import either, listed, miles_words, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, to_translate
from hubatlas.model import CoreStatus, Hub
from hubatlas.network import CoreOffer, CoreService
from hubatlas.pages.cards import Link
from hubatlas.pages.core_offer_glance import GLANCE, TONES, WAYS, WORDS, count_words
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.wording import labels_listed, lower_first, upper_first

_COUNTS: Mapping[CoreStatus, str] = MappingProxyType(
    {
        "delivering": to_translate("%(number)s delivering"),
        "working towards": to_translate("%(number)s working towards"),
        "not yet": to_translate("%(number)s not yet"),
        "unknown": to_translate("%(number)s not known"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubLine:
    """One hub and one core service: how far it is, how and by whom it is given, and what the hub says of it.

    `nearest` is the nearest hub that delivers it where this one does not, with the distance in words where it is known.
    """

    hub: Link
    status: str
    tone: Tone
    how: str | None
    said: str | None
    as_of: str | None
    nearest: Link | None = None
    distance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreServiceCard:
    """One core service: what it means, how many hubs give it, those that do not, that do not say, and that do."""

    anchor: str
    label: str
    description: str | None
    count: str
    lacking: tuple[HubLine, ...]
    silent: tuple[HubLine, ...]
    giving: tuple[HubLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCard:
    """One list of core services; `missing` is a sentence where there is nothing to compare, and `table` then None."""

    anchor: str
    label: str
    description: str | None
    source: str | None
    answer: str | None
    missing: str | None
    table: WideTable | None
    services: tuple[CoreServiceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreOfferPage:
    """What the page of the core offer shows."""

    head: Head
    offers: tuple[OfferCard, ...]
    downloads: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, CoreOfferPage]]:
    """The page of the core offer, where the network has one."""
    if not exists(directory):
        return
    name = directory.network.name
    yield (
        urls.CORE_OFFER,
        CoreOfferPage(
            head=Head(
                title=_("Core offer"),
                description=_(
                    "Which core services each hub of %(name)s gives, how, and what is missing where.", name=name
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            offers=tuple(_offer_card(directory, matrix) for matrix in core_offers(directory, today)),
            downloads=data_links((_("Core offer"), "core-offer")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether the network has a core offer, agreed or not."""
    return bool(directory.network.core_offers)


def _offer_card(directory: Directory, matrix: OfferMatrix) -> OfferCard:
    offer = matrix.offer
    missing = _missing(directory, matrix)
    return OfferCard(
        anchor=f"offer-{offer.id}",
        label=offer.label,
        description=offer.description,
        source=source_words(offer.source, None if offer.as_of is None else partial_date_words(offer.as_of)),
        answer=None if missing else _answer(matrix),
        missing=missing,
        table=None if missing else _table(matrix),
        services=tuple(_service_card(directory, matrix, position) for position in range(len(offer.services))),
    )


def source_words(source: str | None, as_of: str | None) -> str | None:
    """Network agreement, September 2024; None where neither is known."""
    return ", ".join(part for part in (source, as_of) if part) or None


def core_service_anchor(offer: CoreOffer, service: CoreService) -> str:
    """The place of a core service on the page, where an open hub owes it."""
    return f"{offer.id}-{service.id}"


def _missing(directory: Directory, matrix: OfferMatrix) -> str | None:
    kinds = _kinds(directory, matrix.offer)
    if not matrix.offer.services:
        if matrix.offer.defined == "no":
            return _("What is in this list has not been agreed yet, so nothing can be said of any hub.")
        return _("What is in this list is not on record, so nothing can be said of any hub.")
    return None if matrix.hubs else _("No %(kinds)s is open, so nobody owes it yet.", kinds=kinds)


def _kinds(directory: Directory, offer: CoreOffer) -> str:
    """The kinds of hub that owe it, as words within a sentence: hub or family hub."""
    return either([kind.label.lower() for kind in directory.network.hub_kinds if kind.id in offer.kinds])


def _answer(matrix: OfferMatrix) -> str:
    """How the hubs stand in two sentences."""
    count = Counter(entry.status for each in matrix.hubs for entry in each.entries)
    everyone = [
        service.label
        for position, service in enumerate(matrix.offer.services)
        if all(each.entries[position].status == "delivering" for each in matrix.hubs)
    ]
    parts = [_(_COUNTS[status], number=number_words(count[status])) for status in STATUSES if count[status]]
    first = _(
        "%(hubs)s and %(services)s: %(counts)s.",
        hubs=ngettext("%(number)s open hub", "%(number)s open hubs", len(matrix.hubs)),
        services=ngettext("%(number)s core service", "%(number)s core services", len(matrix.offer.services)),
        counts=listed(parts),
    )
    if not everyone:
        return first
    return " ".join((first, _("Given at every hub: %(services)s.", services=labels_listed(everyone))))


def _table(matrix: OfferMatrix) -> WideTable:
    columns = (
        TableCell(
            words=f"{each.code} {each.label}" if each.code else each.label,
            address=f"#{core_service_anchor(matrix.offer, each)}",
        )
        for each in matrix.offer.services
    )
    rows = (
        TableRow(
            TableCell(words=each.hub.name, address=urls.hub(each.hub.slug)),
            tuple(_cell(each.hub, entry) for entry in each.entries),
        )
        for each in matrix.hubs
    )
    return WideTable(
        id=f"table-{matrix.offer.id}",
        caption=_("%(label)s, hub by hub", label=matrix.offer.label),
        corner=_("Hub"),
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _cell(hub: Hub, entry: CoreEntry) -> TableCell:
    address = None if entry.status == "unknown" else f"{urls.hub(hub.slug)}#{GLANCE}"
    if len(entry.services) == 1 and entry.statement is None:
        address = urls.service(entry.services[0].slug)
    return TableCell(
        words=_(WORDS[entry.status]),
        tone=TONES[entry.status],
        address=address,
        detail=upper_first(_ways(entry)) or None,
    )


def _service_card(directory: Directory, matrix: OfferMatrix, position: int) -> CoreServiceCard:
    service = matrix.offer.services[position]
    entries = {each.hub.slug: each.entries[position] for each in matrix.hubs}
    giving = [each.hub for each in matrix.hubs if entries[each.hub.slug].status == "delivering"]
    lacking = [
        (
            lack.status,
            replace(
                _line(directory, lack.hub, entries[lack.hub.slug]),
                nearest=None if lack.nearest is None else hub_link(lack.nearest),
                distance=None if lack.miles is None else miles_words(lack.miles),
            ),
        )
        for lack in lacks(matrix, position)
    ]
    return CoreServiceCard(
        anchor=core_service_anchor(matrix.offer, service),
        label=_label(service),
        description=service.description,
        count=count_words(len(giving), sum(status == "unknown" for status, _each in lacking), len(entries)),
        lacking=tuple(line for status, line in lacking if status != "unknown"),
        silent=tuple(line for status, line in lacking if status == "unknown"),
        giving=tuple(_line(directory, hub, entries[hub.slug]) for hub in giving),
    )


def _line(directory: Directory, hub: Hub, entry: CoreEntry) -> HubLine:
    providers = listed([directory.organisation(slug).name for slug in entry.providers])
    by = _("by %(providers)s", providers=providers) if providers else ""
    return HubLine(
        hub=Link(hub.name, f"{urls.hub(hub.slug)}#{GLANCE}"),
        status=_(WORDS[entry.status]),
        tone=TONES[entry.status],
        how=", ".join(part for part in (_ways(entry), by) if part) or None,
        said=_said(entry),
        as_of=None if entry.as_of is None else partial_date_words(entry.as_of),
    )


def _ways(entry: CoreEntry) -> str:
    return listed([_(WAYS[way]) for way in entry.how])


def _said(entry: CoreEntry) -> str | None:
    """Two advisors are being trained. Different here: for people over 50."""
    if entry.statement is None:
        return None
    variation = entry.statement.variation
    parts = (
        entry.statement.evidence,
        None if variation is None else _("Different here: %(words)s", words=lower_first(variation)),
    )
    return " ".join(part for part in parts if part) or None


def _label(service: CoreService) -> str:
    return f"{service.code} {service.label}" if service.code else service.label


CORE_OFFER = PageKind("core-offer", "pages/core-offer.html", contexts)
CORE_OFFER_PART = NetworkPart(
    to_translate("Core offer"),
    urls.CORE_OFFER,
    to_translate("Which core services each hub gives, and the nearest that does."),
    exists,
)
