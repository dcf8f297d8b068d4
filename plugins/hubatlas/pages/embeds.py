"""What other websites can show: a card of each hub, and what is on this week.

Each is a page of its own, which another page shows in a frame and which changes when the site does, and a fragment: a
piece of HTML without style that another page holds as its own. None has a script, a cookie or a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.running import is_running, running_at
from hubatlas.facts.wording import day_words
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Service, Session
from hubatlas.pages.cards import DayOfOccasions, HoursTable, PhoneNumber, Status
from hubatlas.pages.hours import hours_in_short, status
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.reaching import address_lines, contact_card
from hubatlas.pages.timetable import agenda, coming

DAYS_AHEAD = 7
NEXT_SHOWN = 5
MOST_SHOWN = 300
MOST_UNFOLDED = 14
EXCEPTIONS_AHEAD = timedelta(weeks=4)

Held = tuple[Service, Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What is on in the seven days from the one that the site was made for; `more` counts what there is no room for.

    Where `folded`, each day but the first is folded away.
    """

    dates: str
    days: tuple[DayOfOccasions, ...]
    more: int
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HubFacts:
    """What people need to go to a hub or to ring it. `page` and `timetable` are addresses from the root of the site."""

    name: str
    kind: str
    page: str
    summary: str
    status: Status
    address_lines: tuple[str, ...]
    phone: PhoneNumber | None
    hours: HoursTable | None
    timetable: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HubEmbed:
    """What the card of a hub shows; `week` is None where the hub is not open."""

    head: Head
    hub: HubFacts
    week: Week | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekEmbed:
    """What the list of what is on this week shows; `page` is the address of all there is to know."""

    head: Head
    week: Week
    page: str
    with_place: bool


def _card(directory: Directory, slug: str, today: date) -> HubEmbed:
    """The card of a hub; also of one to come or that has ended, which somebody may show already."""
    hub = directory.hub(slug)
    held = running_at(directory, slug, today)
    is_open = directory.status(hub).shown_as == "open"
    return HubEmbed(
        head=_head(f"{hub.name}: when it is open and how to reach it", hub.summary),
        hub=hub_facts(directory, hub, held, today),
        week=_week(directory, held, today, NEXT_SHOWN) if is_open else None,
    )


def week_contexts(directory: Directory, today: date) -> Iterator[tuple[str, WeekEmbed]]:
    """What is on this week in the whole network."""
    everything = [(service, session) for service in directory.services for session in service.sessions]
    running = [(service, session) for service, session in everything if is_running(directory, service, session, today)]
    title = f"What’s on this week in {directory.network.area_name}"
    yield urls.EMBEDDED_WEEK, _week_embed(directory, running, title, urls.WHATS_ON, today)


def _hub_week(directory: Directory, slug: str, today: date) -> WeekEmbed:
    """What is on this week at a hub, also where that is nothing."""
    hub = directory.hub(slug)
    held = running_at(directory, slug, today)
    page = urls.whats_on(slug) if held else urls.hub(slug)
    return _week_embed(directory, held, f"What’s on this week at {hub.name}", page, today, with_place=False)


def hub_facts(directory: Directory, hub: Hub, held: Iterable[Held], today: date) -> HubFacts:
    """What people need to go to the hub, at which those sessions are held, or to ring it."""
    known = status(directory, hub, today)
    hours = hub.opening_hours if known.kind == "hours" else None
    return HubFacts(
        name=hub.name,
        kind=directory.kind(hub).label,
        page=urls.hub(hub.slug),
        summary=hub.summary,
        status=known,
        address_lines=address_lines(hub.address),
        phone=None if known.kind == "ended" else contact_card(hub.contact).phone,
        hours=None if hours is None else hours_in_short(hours, today, today + EXCEPTIONS_AHEAD),
        timetable=urls.whats_on(hub.slug) if held else None,
    )


def _week_embed(
    directory: Directory, held: Iterable[Held], title: str, page: str, today: date, *, with_place: bool = True
) -> WeekEmbed:
    week = _week(directory, held, today, MOST_SHOWN)
    description = f"{title}. {week.dates}."
    return WeekEmbed(head=_head(title, description), week=week, page=page, with_place=with_place)


def _week(directory: Directory, held: Iterable[Held], today: date, most: int) -> Week:
    occasions, count = coming(directory, held, today, days=DAYS_AHEAD, most=most)
    last = today + timedelta(days=DAYS_AHEAD - 1)
    return Week(
        dates=_dates_words(today, last),
        days=agenda(occasions),
        more=count - len(occasions),
        folded=len(occasions) > MOST_UNFOLDED,
    )


def _dates_words(first: date, last: date) -> str:
    """From Tuesday 1 to Monday 7 December 2026; the month and the year are said twice only where they differ."""
    begins, ends = day_words(first), day_words(last)
    if first.year == last.year:
        begins = " ".join(begins.split(" ")[: 2 if first.month == last.month else 3])
    return f"From {begins} to {ends}"


def _head(title: str, description: str) -> Head:
    return Head(title=title, description=description, indexed=False)


# Other websites go on asking for the address of a hub that they were given.
_CARDS = PageForEach("hubs", urls.embedded_hub, _card, formerly=True)
_WEEKS = PageForEach("hubs", urls.embedded_week, _hub_week, formerly=True)
HUB_EMBED = PageKind("hub-embed", "embeds/hub.html", _CARDS, fragment="embeds/hub.fragment.html")
WEEK_EMBED = PageKind("week-embed", "embeds/week.html", week_contexts, fragment="embeds/week.fragment.html")
HUB_WEEK_EMBED = PageKind("hub-week-embed", "embeds/week.html", _WEEKS, fragment="embeds/week.fragment.html")
