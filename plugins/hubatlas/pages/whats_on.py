"""What is on: the whole network's timetable by day of the week, and each hub's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.running import is_running, running_at
from hubatlas.facts.timetable_checks import TimetableCheck, timetable_checks
from hubatlas.facts.wording import day_name
from hubatlas.frozen import dataclass
from hubatlas.language import BEGINS, ngettext, number_words, untranslated
from hubatlas.language import gettext as _
from hubatlas.model import DAY_NAMES, Hub, Service, Session
from hubatlas.pages.cards import DayOfSessions, Link, SessionRow
from hubatlas.pages.hours import status
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.tables import TableCell, TableRow, WideTable, data_links
from hubatlas.pages.timetable import by_day, day_card
from hubatlas.pages.wording import upper_first

Held = tuple[Service, Session]


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives a session, and what kind of organisation that is."""

    link: Link
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableDay:
    """The sessions of one day of the week, or without one, each with who gives it; `label` is for small spaces.

    `weekday` is 0 for Monday to 6 for Sunday.
    """

    heading: str
    weekday: int | None
    label: str
    anchor: str
    sessions: tuple[tuple[SessionRow, Giver | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatsOnPage:
    """What the timetable of the network shows: how much is on at each hub on each day, then every session."""

    head: Head
    count: str
    week: WideTable | None
    days: tuple[TimetableDay, ...]
    calendar: str
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubTimetablePage:
    """What the timetable of one hub shows."""

    head: Head
    hub: Link
    hours: str
    count: str
    days: tuple[TimetableDay, ...]
    calendar: str
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """Something in the timetable that is worth a look, in words, with the sessions it is about."""

    what: Literal["room used twice", "hub closed"]
    words: str
    sessions: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksPage:
    """What the page of timetable checks shows, by hub."""

    head: Head
    hubs: tuple[tuple[Link, tuple[CheckLine, ...]], ...]
    count: str


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, WhatsOnPage]]:
    """The timetable of the whole network."""
    network = directory.network
    held = [(service, session) for service in directory.services for session in service.sessions]
    running = [(service, session) for service, session in held if is_running(directory, service, session, today)]
    yield (
        urls.WHATS_ON,
        WhatsOnPage(
            head=Head(
                title=_("What’s on in %(area)s", area=network.area_name),
                description=_(
                    "Every session in %(area)s, by day: where, when, and how to get in.", area=network.area_name
                ),
                section=urls.WHATS_ON,
                trail=((_("Home"), urls.HOME),),
            ),
            count=ngettext(
                "%(number)s session that people can go to, ring or join.",
                "%(number)s sessions that people can go to, ring or join.",
                len(running),
            ),
            week=_week(directory, running),
            days=_from_today(timetable_days(directory, running, today), today),
            calendar=urls.NETWORK_CALENDAR,
            data=data_links((_("Sessions"), "sessions")),
        ),
    )


def check_contexts(directory: Directory, today: date) -> Iterator[tuple[str, ChecksPage]]:
    """What in the timetable is worth a look."""
    checks = timetable_checks(directory, today)
    hubs = {check.hub.slug: check.hub for check in checks}
    yield (
        urls.TIMETABLE_CHECKS,
        ChecksPage(
            head=Head(
                title=_("Timetable checks"),
                description=_(
                    "Rooms used twice at once, and sessions while their hub is closed, in the next 12 weeks."
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
                indexed=False,
            ),
            hubs=tuple(
                (hub_link(hub), tuple(_line(check, today) for check in checks if check.hub.slug == slug))
                for slug, hub in hubs.items()
            ),
            count=ngettext(
                "%(number)s thing in the next 12 weeks may be wrong in the records, or may be meant.",
                "%(number)s things in the next 12 weeks may be wrong in the records, or may be meant.",
                len(checks),
            ),
        ),
    )


def _hub_page(directory: Directory, slug: str, today: date) -> HubTimetablePage | None:
    """The timetable of a hub; None where nothing is held there."""
    hub = directory.hub(slug)
    held = running_at(directory, slug, today)
    if not held:
        return None
    return HubTimetablePage(
        head=Head(
            title=_("What’s on at %(hub)s", hub=hub.name),
            description=ngettext(
                "%(number)s session at %(hub)s, by day.",
                "%(number)s sessions at %(hub)s, by day.",
                len(held),
                hub=hub.name,
            ),
            section=urls.WHATS_ON,
            trail=((_("Home"), urls.HOME), (_("What’s on"), urls.WHATS_ON)),
        ),
        hub=hub_link(hub),
        hours=status(directory, hub, today).words,
        count=ngettext("%(number)s session", "%(number)s sessions", len(held)),
        days=timetable_days(directory, held, today),
        calendar=urls.hub_calendar(hub.slug),
        data=data_links((_("Sessions"), "sessions")),
    )


def timetable_days(directory: Directory, held: Iterable[Held], today: date) -> tuple[TimetableDay, ...]:
    """The sessions that are not over, under the days they are held on, each with who gives it."""
    held = tuple(held)
    givers = {(service.slug, session.id): _giver(directory, service, session) for service, session in held}
    return tuple(_day(day, givers) for day in by_day(directory, held, today))


def _from_today(days: tuple[TimetableDay, ...], today: date) -> tuple[TimetableDay, ...]:
    """The days in the order in which they come, from that of today on; what has no day of the week comes last."""
    week = [day for day in days if day.weekday is not None]
    week.sort(key=lambda day: ((day.weekday or 0) - today.weekday()) % len(DAY_NAMES))
    return (*week, *(day for day in days if day.weekday is None))


def _day(day: DayOfSessions, givers: dict[tuple[str, str], Giver | None]) -> TimetableDay:
    return TimetableDay(
        heading=day.heading,
        weekday=day.weekday,
        label=day.label,
        anchor=day.anchor,
        sessions=tuple((row, givers[row.service.address.split("/")[2], row.id]) for row in day.sessions),
    )


def _giver(directory: Directory, service: Service, session: Session) -> Giver | None:
    slug = session.provider or service.provider
    if slug is None:
        return None
    organisation = directory.organisation(slug)
    sector = None if organisation.sector is None else directory.term("sectors", organisation.sector).label
    return Giver(Link(organisation.name, urls.organisation(slug)), sector)


def _week(directory: Directory, held: Iterable[Held]) -> WideTable | None:
    """How many sessions each hub has on each day of the week; None where nothing is held at any hub."""
    counts = Counter((session.hub, day) for _service, session in held if session.hub for day in session.schedule.days)
    hubs = [hub for hub in by_name(directory.hubs) if any(counts[hub.slug, day] for day in DAY_NAMES)]
    if not hubs:
        return None
    return WideTable(
        id="week",
        caption=_("How much is on, hub by hub"),
        corner=_("Hub"),
        columns=tuple(TableCell(words=upper_first(day_name(at))) for at in range(len(DAY_NAMES))),
        rows=tuple(
            TableRow(
                TableCell(words=hub.name, address=urls.whats_on(hub.slug)),
                tuple(_count(hub, day, counts[hub.slug, day]) for day in DAY_NAMES),
            )
            for hub in hubs
        ),
    )


def _count(hub: Hub, day: str, count: int) -> TableCell:
    if not count:
        return TableCell(words=_("none"))
    return TableCell(words=number_words(count), address=f"{urls.whats_on(hub.slug)}#section-{day.lower()}")


def _line(check: TimetableCheck, today: date) -> CheckLine:
    day = day_card(check.day, today).words
    if check.what == "room used twice":
        room = next((room.name for room in check.hub.rooms if room.id == check.room), check.room)
        words = _("%(room)s is used for two things at once, first on %(day)s.", room=room, day=day)
    elif check.reason:
        reason = check.reason if BEGINS in check.reason else untranslated(check.reason)
        words = _("Held while the hub is closed, first on %(day)s (%(reason)s).", day=day, reason=reason)
    else:
        words = _("Held while the hub is closed, first on %(day)s.", day=day)
    return CheckLine(
        what=check.what,
        words=words,
        sessions=tuple(
            Link(session.name or service.name, urls.session(service.slug, session.id))
            for service, session in check.sessions
        ),
    )


WHATS_ON = PageKind("whats-on", "pages/whats-on.html", contexts)
HUB_TIMETABLE = PageKind("hub-timetable", "pages/hub-timetable.html", PageForEach("hubs", urls.whats_on, _hub_page))
TIMETABLE_CHECKS = PageKind("timetable-checks", "pages/timetable-checks.html", check_contexts)
