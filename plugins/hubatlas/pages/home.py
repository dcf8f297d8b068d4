"""The home page: what do you need, what is on, and which hubs there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.freshness import freshness
from hubatlas.facts.offers import by_need
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Service, Span
from hubatlas.pages.cards import DayOfOccasions, HubCard, Link
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.linked_data.network import website_data
from hubatlas.pages.listing import by_name, hub_card
from hubatlas.pages.timetable import agenda, coming
from hubatlas.pages.wording import counted

DAYS_AHEAD = 7
OCCASIONS_SHOWN = 8
LONGEST_OCCASION = 5 * 60
"""In minutes: what is open for longer is there all day, and would push out what people have to be in time for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows. `more_occasions` counts those of the coming week that it has no room for."""

    head: Head
    summary: str
    needs: tuple[Link, ...]
    open_hubs: tuple[HubCard, ...]
    coming_hubs: tuple[HubCard, ...]
    occasions: tuple[DayOfOccasions, ...]
    more_occasions: int
    has_map: bool
    counts: tuple[str, ...]
    confirmed: str


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, HomePage]]:
    """The home page."""
    network = directory.network
    cards = [hub_card(directory, hub, today) for hub in by_name(directory.hubs)]
    held = [
        (service, session)
        for service in directory.services
        for session in service.sessions
        if session.schedule.time is not None and _length(session.schedule.time) <= LONGEST_OCCASION
    ]
    occasions, count = coming(directory, held, today, days=DAYS_AHEAD, most=OCCASIONS_SHOWN)
    active = [service for service in directory.services if service.status == "active"]
    yield (
        urls.HOME,
        HomePage(
            head=Head(title=network.name, description=network.summary, linked_data=(website_data(directory),)),
            summary=network.summary,
            needs=tuple(
                Link(group.need.label, urls.need(group.need.id))
                for group in by_need(directory, active)
                if group.need is not None
            ),
            open_hubs=tuple(card for card in cards if card.shown_as == "open" and card.parent is None),
            coming_hubs=tuple(card for card in cards if card.shown_as == "coming"),
            occasions=agenda(occasions),
            more_occasions=count - len(occasions),
            has_map=any(hub.point is not None for hub in directory.hubs),
            counts=_counts(directory, len(active)),
            confirmed=_confirmed(directory, today),
        ),
    )


def _length(span: Span) -> int:
    return span.closes_at - span.opens_at


def _counts(directory: Directory, services: int) -> tuple[str, ...]:
    kinds = Counter(hub.kind for hub in directory.hubs if directory.status(hub).shown_as == "open")
    hubs = (counted(kinds[kind.id], kind.label, kind.plural) for kind in directory.network.hub_kinds if kinds[kind.id])
    return (
        *(words.lower() for words in hubs),
        counted(services, "service"),
        counted(len(directory.organisations), "organisation"),
    )


def _confirmed(directory: Directory, today: date) -> str:
    records: tuple[Hub | Service, ...] = (*directory.hubs, *directory.services)
    confirmed = sum(freshness(record, directory.network, today).confirmed for record in records)
    if not confirmed:
        return "Everything here comes from published sources. No record has been confirmed by its hub or provider yet."
    share = f"{confirmed:,} of {len(records):,} records"
    return f"{share} are confirmed by the people who run the hub or service."


HOME = PageKind("home", "pages/home.html", contexts)
