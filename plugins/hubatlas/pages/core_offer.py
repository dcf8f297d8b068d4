"""The core offer: which hub gives which core service, how, and where the nearest is for those that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.core_offer import STATUSES, CoreEntry, OfferMatrix, core_offers, lacks
from hubatlas.facts.wording import listed, miles_words, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.model import Hub
from hubatlas.network import CoreOffer, CoreService
from hubatlas.pages.cards import Link
from hubatlas.pages.core_offer_glance import GLANCE, TONES, WORDS, count_words
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.wording import counted, labels_listed, lower_first, upper_first


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
                title="Core offer",
                description=f"Which core services each hub of {name} gives, how, and what is missing where.",
                section=urls.NETWORK,
                trail=(("Home", urls.HOME), ("The network", urls.NETWORK)),
            ),
            offers=tuple(_offer_card(directory, matrix) for matrix in core_offers(directory, today)),
            downloads=data_links(("Core offer", "core-offer")),
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
        agreed = "has not been agreed yet" if matrix.offer.defined == "no" else "is not on record"
        return f"What is in this list {agreed}, so nothing can be said of any hub."
    return None if matrix.hubs else f"No {kinds} is open, so nobody owes it yet."


def _kinds(directory: Directory, offer: CoreOffer) -> str:
    """The kinds of hub that owe it, as words within a sentence: hub or family hub."""
    kinds = [kind.label for kind in directory.network.hub_kinds if kind.id in offer.kinds]
    return labels_listed(kinds).replace(" and ", " or ").lower()


def _answer(matrix: OfferMatrix) -> str:
    """How the hubs stand in two sentences."""
    count = Counter(entry.status for each in matrix.hubs for entry in each.entries)
    everyone = [
        service.label
        for position, service in enumerate(matrix.offer.services)
        if all(each.entries[position].status == "delivering" for each in matrix.hubs)
    ]
    parts = [f"{count[status]} {WORDS[status].lower()}" for status in STATUSES if count[status]]
    hubs, services = counted(len(matrix.hubs), "open hub"), counted(len(matrix.offer.services), "core service")
    first = f"{hubs} and {services}: {listed(parts)}."
    return f"{first} Given at every hub: {labels_listed(everyone)}." if everyone else first


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
        caption=f"{matrix.offer.label}, hub by hub",
        corner="Hub",
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _cell(hub: Hub, entry: CoreEntry) -> TableCell:
    address = None if entry.status == "unknown" else f"{urls.hub(hub.slug)}#{GLANCE}"
    if len(entry.services) == 1 and entry.statement is None:
        address = urls.service(entry.services[0].slug)
    return TableCell(
        words=WORDS[entry.status],
        tone=TONES[entry.status],
        address=address,
        detail=upper_first(listed(entry.how)) or None,
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
        count=count_words(len(giving), sum(status == "unknown" for status, _ in lacking), len(entries)),
        lacking=tuple(line for status, line in lacking if status != "unknown"),
        silent=tuple(line for status, line in lacking if status == "unknown"),
        giving=tuple(_line(directory, hub, entries[hub.slug]) for hub in giving),
    )


def _line(directory: Directory, hub: Hub, entry: CoreEntry) -> HubLine:
    providers = listed([directory.organisation(slug).name for slug in entry.providers])
    ways = listed(entry.how)
    return HubLine(
        hub=Link(hub.name, f"{urls.hub(hub.slug)}#{GLANCE}"),
        status=WORDS[entry.status],
        tone=TONES[entry.status],
        how=f"{ways}, by {providers}" if ways and providers else ways or (f"by {providers}" if providers else None),
        said=_said(entry),
        as_of=None if entry.as_of is None else partial_date_words(entry.as_of),
    )


def _said(entry: CoreEntry) -> str | None:
    """Two advisors are being trained. Different here: for people over 50."""
    if entry.statement is None:
        return None
    variation = entry.statement.variation
    parts = (entry.statement.evidence, None if variation is None else f"Different here: {lower_first(variation)}")
    return " ".join(part for part in parts if part) or None


def _label(service: CoreService) -> str:
    return f"{service.code} {service.label}" if service.code else service.label


CORE_OFFER = PageKind("core-offer", "pages/core-offer.html", contexts)
CORE_OFFER_PART = NetworkPart(
    "Core offer", urls.CORE_OFFER, "Which core services each hub gives, and the nearest that does.", exists
)
