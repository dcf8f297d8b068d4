"""The home page: what do you need, what is on, and which hubs there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.freshness import checked_on, freshness_in
from hubatlas.facts.offers import NEEDS, by_need
from hubatlas.facts.running import is_running
from hubatlas.facts.wording import date_words, short_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, to_translate
from hubatlas.model import DAY_NAMES, Hub, Service, Span
from hubatlas.pages.cards import DayOfOccasions, HubCard, Link
from hubatlas.pages.hub_map import HubMap, map_of_all
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.linked_data.network import website_data
from hubatlas.pages.listing import by_name, hub_card, hubs_today
from hubatlas.pages.timetable import Held, agenda, coming

DAYS_AHEAD = 7
OCCASIONS_SHOWN = 8
LATELY = timedelta(days=30)
UNSURE = to_translate("I am not sure")
LONGEST_OCCASION = 5 * 60
"""In minutes: what is open for longer is there all day, and would push out what people have to be in time for."""

_ALL_ON = (
    to_translate("All on Mondays"),
    to_translate("All on Tuesdays"),
    to_translate("All on Wednesdays"),
    to_translate("All on Thursdays"),
    to_translate("All on Fridays"),
    to_translate("All on Saturdays"),
    to_translate("All on Sundays"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows.

    `needs` are the big choices, the last of them for whoever is not sure. Of the `occasions` the first `most` are shown
    until a script knows which are over; `day` is the timetable of the day that the site was made for.
    """

    head: Head
    summary: str
    needs: tuple[Link, ...]
    more_needs: bool
    referrals: Link | None
    day: Link
    most: int
    open_hubs: tuple[HubCard, ...]
    coming_hubs: tuple[HubCard, ...]
    occasions: tuple[DayOfOccasions, ...]
    map: HubMap | None
    counts: tuple[str, ...]
    confirmed: str


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, HomePage]]:
    """The home page."""
    network = directory.network
    coming_hubs = [hub for hub in by_name(directory.hubs) if directory.status(hub).shown_as == "coming"]
    choices = _choices(directory)
    held = [
        (service, session)
        for service in directory.services
        for session in service.sessions
        if session.schedule.time is not None and _length(session.schedule.time) <= LONGEST_OCCASION
    ]
    occasions, _count = coming(directory, held, today, days=DAYS_AHEAD, most=OCCASIONS_SHOWN, spare=True)
    active = [service for service in directory.services if service.status == "active"]
    yield (
        urls.HOME,
        HomePage(
            head=Head(title=network.name, description=network.summary, linked_data=(website_data(directory),)),
            summary=network.summary,
            needs=(*choices, _unsure(directory)),
            more_needs=len(choices) < len(directory.terms(NEEDS)) - 1,
            referrals=Link(_("Refer somebody"), urls.REFERRALS) if directory.pathways else None,
            day=_timetable_of(directory, held, today),
            most=OCCASIONS_SHOWN,
            open_hubs=hubs_today(directory, today),
            coming_hubs=tuple(hub_card(directory, hub, today) for hub in coming_hubs),
            occasions=agenda(occasions),
            map=map_of_all(directory),
            counts=(*_counts(directory, len(active)), *_checked_lately(directory, today)),
            confirmed=_confirmed(directory, today),
        ),
    )


def _choices(directory: Directory) -> tuple[Link, ...]:
    """The needs that the network puts first, else all that somebody helps with; without that of the unsure."""
    chosen = directory.network.home_needs
    if not chosen:
        active = [service for service in directory.services if service.status == "active"]
        chosen = tuple(group.need.id for group in by_need(directory, active) if group.need is not None)
    terms = {need.id: need for need in directory.terms(NEEDS)}
    return tuple(Link(terms[need].label, urls.need(need)) for need in chosen if terms[need].any_hub != "yes")


def _unsure(directory: Directory) -> Link:
    """Where whoever does not know what they need goes: the need for that, else the list of hubs."""
    for need in directory.terms(NEEDS):
        if need.any_hub == "yes":
            return Link(need.label, urls.need(need.id))
    return Link(_(UNSURE), urls.HUBS)


def _timetable_of(directory: Directory, held: list[Held], today: date) -> Link:
    """The part of the timetable for the day of the week of `today`, where there is one."""
    name = DAY_NAMES[today.weekday()]
    if any(
        name in session.schedule.days and is_running(directory, service, session, today) for service, session in held
    ):
        return Link(_(_ALL_ON[today.weekday()]), f"{urls.WHATS_ON}#section-{name.lower()}")
    return Link(_("The whole timetable"), urls.WHATS_ON)


def _length(span: Span) -> int:
    return span.closes_at - span.opens_at


def _counts(directory: Directory, services: int) -> tuple[str, ...]:
    kinds = Counter(hub.kind for hub in directory.hubs if directory.status(hub).shown_as == "open")
    hubs = (
        # Translators: how many hubs there are of a kind, %(one)s and %(many)s being what the network calls the kind.
        ngettext(
            "%(number)s %(one)s",
            "%(number)s %(many)s",
            kinds[kind.id],
            one=kind.label.lower(),
            many=kind.plural.lower(),
        )
        for kind in directory.network.hub_kinds
        if kinds[kind.id]
    )
    return (
        *hubs,
        ngettext("%(number)s service", "%(number)s services", services),
        ngettext("%(number)s organisation", "%(number)s organisations", len(directory.organisations)),
    )


def _checked_lately(directory: Directory, today: date) -> Iterator[str]:
    """How much was checked in the last month, in words that stay true; nothing where nothing was."""
    records: tuple[Hub | Service, ...] = (*directory.hubs, *directory.services)
    since = today - LATELY
    lately = sum(on is not None and on.first >= since for on in map(checked_on, records))
    if lately:
        on = short_date_words(since) if since.year == today.year else date_words(since)
        share = f"{100 * lately // len(records)}%"
        # Translators: %(share)s is such as 45%.
        yield _("%(share)s checked since %(date)s", share=share, date=on)


def _confirmed(directory: Directory, today: date) -> str:
    records: tuple[Hub | Service, ...] = (*directory.hubs, *directory.services)
    confirmed = sum(freshness_in(directory, record, today).confirmed for record in records)
    if not confirmed:
        return _(
            "Everything here comes from published sources. No record has been confirmed by its hub or provider yet."
        )
    return _(
        "%(some)s of %(all)s records are confirmed by the people who run the hub or service.",
        some=number_words(confirmed),
        all=number_words(len(records)),
    )


HOME = PageKind("home", "pages/home.html", contexts)
