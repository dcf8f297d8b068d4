"""How another website can show a hub, or what is on: what to copy, ready made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.running import running_at
from hubatlas.frozen import dataclass
from hubatlas.pages.cards import Link
from hubatlas.pages.embeds import HubFacts, hub_facts
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.listing import by_name

WIDTH = 420
WEEK_HEIGHT = 640
CARD_HEIGHT = 400
ROW_HEIGHT = 34
EXCEPTION_HEIGHT = 56
TIMETABLE_HEIGHT = 420
MOST_EXCEPTIONS = 2
"""In pixels, at that width, measured in a browser. What does not fit scrolls within the frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A page of ours to show in a box: its address from the root of the site, that of its fragment, and its size."""

    label: str
    title: str
    address: str
    fragment: str
    height: int
    width: int = WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingPage:
    """What the page for other websites shows: the frame of the whole network, and a page for each hub."""

    head: Head
    week: Frame
    hubs: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubEmbeddingPage:
    """What the page for websites that show one hub offers: its frames, and its facts to paste."""

    head: Head
    hub: HubFacts
    frames: tuple[Frame, ...]
    fragment: str


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, EmbeddingPage]]:
    """The page for other websites; the date changes nothing."""
    del today
    area = directory.network.area_name
    title = f"What’s on this week in {area}"
    yield (
        urls.EMBED,
        EmbeddingPage(
            head=Head(
                title="Show our hubs on your website",
                description=f"Cards and lists from {directory.network.name} to copy into another website, free.",
                section=urls.DATA,
                trail=(("Home", urls.HOME), ("Open data", urls.DATA)),
            ),
            week=_frame("What’s on this week, everywhere", title, urls.EMBEDDED_WEEK, WEEK_HEIGHT),
            hubs=tuple(Link(hub.name, urls.embed(hub.slug)) for hub in by_name(directory.hubs)),
        ),
    )


def _hub_page(directory: Directory, slug: str, today: date) -> HubEmbeddingPage:
    hub = directory.hub(slug)
    facts = hub_facts(directory, hub, running_at(directory, slug, today), today)
    card, week = urls.embedded_hub(slug), urls.embedded_week(slug)
    return HubEmbeddingPage(
        head=Head(
            title=f"Show {hub.name} on your website",
            description=f"A card of {hub.name}, and what is on there, to copy into another website.",
            section=urls.DATA,
            trail=(("Home", urls.HOME), ("Open data", urls.DATA), ("Show our hubs on your website", urls.EMBED)),
            indexed=False,
        ),
        hub=facts,
        frames=(
            _frame("A card of the hub", f"{hub.name}: opening hours and contact", card, _card_height(facts)),
            _frame("What’s on this week", f"What’s on this week at {hub.name}", week, WEEK_HEIGHT),
        ),
        fragment=urls.fragment(card),
    )


def _card_height(hub: HubFacts) -> int:
    """What the card takes on most days: exceptions come and go, so room for a few is enough."""
    table = hub.hours
    rows = 0 if table is None else 2 + len(table.week)
    exceptions = 0 if table is None else min(len(table.exceptions), MOST_EXCEPTIONS)
    timetable = 0 if hub.timetable is None else TIMETABLE_HEIGHT
    return CARD_HEIGHT + rows * ROW_HEIGHT + exceptions * EXCEPTION_HEIGHT + timetable


def _frame(label: str, title: str, address: str, height: int) -> Frame:
    return Frame(label=label, title=title, address=address, fragment=urls.fragment(address), height=height)


EMBEDDING = PageKind("embedding", "pages/embedding.html", contexts)
HUB_EMBEDDING = PageKind("hub-embedding", "pages/hub-embedding.html", PageForEach("hubs", urls.embed, _hub_page))
