"""Needs: for each, every way to get help with it, from what can be done today to who to ask when nothing fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.crisis import lines_for
from hubatlas.facts.no_wrong_door import Help, who_helps
from hubatlas.facts.offers import NEEDS
from hubatlas.facts.wording import listed
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext
from hubatlas.model import Service
from hubatlas.network import Term
from hubatlas.pages.cards import ContactCard, DayOfOccasions, Link, ServiceCard
from hubatlas.pages.crisis import CrisisCard, crisis_cards
from hubatlas.pages.figures import stories_for
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import service_card
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.signposts import SignpostLine, signpost_lines
from hubatlas.pages.tables import data_links
from hubatlas.pages.timetable import agenda, coming
from hubatlas.pages.ways_to_help import HubWithHelp, Route, any_hub, hubs_with_help, open_then, route

DAYS_AHEAD = 7
OCCASIONS_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """A need in the list of all, and how much help there is."""

    link: Link
    about: str | None
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage:
    """What the list of needs shows: those somebody helps with, then those nobody has said they help with."""

    head: Head
    served: tuple[NeedRow, ...]
    unserved: tuple[NeedRow, ...]
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPage:
    """What the page of a need shows: what can be done first, then what is on, then the rest.

    `lines` are hubs without a door, such as a phone line, and `remote` services from anywhere; `doors` are buildings.
    `open_then` says how many hubs open on the day that the site was made for. `nothing` is true where nobody has said
    that they help with it. For whoever is not sure, `arrival` is what happens in a hub, and `unsure` is true.
    """

    head: Head
    label: str
    about: str | None
    also_called: str | None
    sensitive: bool
    crisis: tuple[CrisisCard, ...]
    unsure: bool
    arrival: tuple[str, ...]
    open_then: str | None
    lines: tuple[HubWithHelp, ...]
    remote: tuple[Route, ...]
    doors: tuple[HubWithHelp, ...]
    occasions: tuple[DayOfOccasions, ...]
    most_occasions: int
    more_occasions: int
    elsewhere: tuple[ServiceCard, ...]
    signposts: tuple[SignpostLine, ...]
    stories: tuple[tuple[Link, str], ...]
    related: tuple[Link, ...]
    contact: ContactCard
    nothing: bool
    data: tuple[Link, ...]


def list_contexts(directory: Directory, today: date) -> Iterator[tuple[str, NeedsPage]]:
    """The list of all needs; none where the network has no list of needs. The date changes nothing."""
    del today
    needs = directory.terms(NEEDS)
    if not needs:
        return
    help_with = who_helps(directory)
    rows = [(_row(need, help_with), _count(need, help_with)) for need in needs]
    yield (
        urls.NEEDS,
        NeedsPage(
            head=Head(
                title=_("What do you need?"),
                description=_("Every kind of help in %(area)s, by what you need.", area=directory.network.area_name),
                section=urls.NEEDS,
                trail=((_("Home"), urls.HOME),),
            ),
            served=tuple(row for row, count in rows if count),
            unserved=tuple(row for row, count in rows if not count),
            data=data_links((_("Services"), "services")),
        ),
    )


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, NeedPage]]:
    """A page for each need of the network's list."""
    help_with = who_helps(directory)
    for need in directory.terms(NEEDS):
        yield urls.need(need.id), _page(directory, need, help_with, today)


def _page(directory: Directory, need: Term, help_with: Help, today: date) -> NeedPage:
    network, unsure = directory.network, need.any_hub == "yes"
    running = [each for each in directory.services if each.status == "active" and need.id in each.needs]
    held = [(service, session) for service in running for session in service.sessions]
    occasions, count = coming(directory, held, today, days=DAYS_AHEAD, most=OCCASIONS_SHOWN, spare=True)
    hubs = any_hub(directory) if unsure else help_with.hubs[need.id]
    helping = hubs_with_help(directory, hubs, today)
    sensitive = need.sensitive == "yes"
    return NeedPage(
        head=Head(
            title=_("%(need)s: who can help", need=need.label),
            description=need.description
            or _("Every way to get help in %(area)s: %(need)s.", area=network.area_name, need=need.label),
            section=urls.NEEDS,
            trail=((_("Home"), urls.HOME), (_("What do you need?"), urls.NEEDS)),
        ),
        label=need.label,
        about=need.description,
        also_called=listed(need.synonyms) or None,
        sensitive=sensitive,
        crisis=crisis_cards(lines_for(network, (need.id,), sensitive=sensitive)),
        unsure=unsure,
        arrival=network.on_arrival if unsure else (),
        open_then=open_then(directory, [hub for hub, _services in hubs], today),
        lines=tuple(hub for hub in helping if hub.comes_to_you),
        remote=tuple(route(directory, service, today) for service in help_with.remote[need.id]),
        doors=tuple(hub for hub in helping if not hub.comes_to_you),
        occasions=agenda(occasions),
        most_occasions=OCCASIONS_SHOWN,
        more_occasions=max(0, count - OCCASIONS_SHOWN),
        elsewhere=_cards(directory, help_with.elsewhere[need.id], today),
        signposts=signpost_lines(directory, need.id, today),
        stories=stories_for(directory, need.id),
        related=_related(directory, need),
        contact=contact_card(network.contact),
        nothing=not running and not unsure,
        data=data_links((_("Services"), "services"), (_("Sessions"), "sessions")),
    )


def _cards(directory: Directory, services: tuple[Service, ...], today: date) -> tuple[ServiceCard, ...]:
    return tuple(service_card(directory, service, today) for service in services)


def _related(directory: Directory, need: Term) -> tuple[Link, ...]:
    """The wider need, the narrower ones, and those beside it."""
    near = [
        other
        for other in directory.terms(NEEDS)
        if other.id != need.id
        and (other.id == need.broader or other.broader == need.id or (need.broader and other.broader == need.broader))
    ]
    return tuple(Link(other.label, urls.need(other.id)) for other in near)


def _row(need: Term, help_with: Help) -> NeedRow:
    count = _count(need, help_with)
    hubs = len(help_with.hubs[need.id])
    words = ngettext("%(number)s service", "%(number)s services", count)
    if hubs:
        words += ", " + ngettext("%(number)s hub", "%(number)s hubs", hubs)
    return NeedRow(link=Link(need.label, urls.need(need.id)), about=need.description, count=words)


def _count(need: Term, help_with: Help) -> int:
    services = {service.slug for _hub, at_hub in help_with.hubs[need.id] for service in at_hub}
    services |= {service.slug for service in (*help_with.remote[need.id], *help_with.elsewhere[need.id])}
    return len(services)


ALL_NEEDS = PageKind("needs", "pages/needs.html", list_contexts)
NEED = PageKind("need", "pages/need.html", contexts)
