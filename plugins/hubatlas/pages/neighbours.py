"""Just over the border: what networks next door have near our hubs, always with whose word it is and of which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.neighbours import OverTheBorder, near_hub, over_the_border
from hubatlas.facts.wording import address_words, date_words, miles_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, untranslated
from hubatlas.model import Hub
from hubatlas.pages.cards import Link, PhoneNumber
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link
from hubatlas.pages.reaching import phone_number

SHOWN_AT_A_HUB = 3
SERVICES_SHOWN = 12
OLD_AFTER = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourCard:
    """A place next door; `link` has its name alone as label, and an empty address where it has no page."""

    link: Link
    summary: str | None
    miles: str
    hub: Link
    address: str
    phone: PhoneNumber | None
    services: tuple[str, ...]
    more_services: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourSection:
    """The places of one network next door, and whose word they are."""

    id: str
    name: str
    source: str
    old: bool
    licence: Link
    attribution: str
    places: tuple[NeighbourCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighboursPage:
    """What the page of networks next door shows."""

    head: Head
    sections: tuple[NeighbourSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPlace:
    """A place next door, in a line on the page of a hub of ours."""

    link: Link
    miles: str
    source: str


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, NeighboursPage]]:
    """The page; none where nothing is near."""
    found = over_the_border(directory)
    if not found:
        return
    head = Head(
        title=_("Just over the border"),
        description=ngettext(
            "%(number)s place of networks next door to %(area)s that may be nearer to you.",
            "%(number)s places of networks next door to %(area)s that may be nearer to you.",
            len(found),
            area=directory.network.area_name,
        ),
        section=urls.HUBS,
        trail=((_("Home"), urls.HOME), (_("Hubs"), urls.HUBS)),
    )
    ids = dict.fromkeys(each.feed.id for each in found)
    sections = tuple(_section([each for each in found if each.feed.id == name], today) for name in ids)
    yield urls.NEIGHBOURS, NeighboursPage(head=head, sections=sections)


def near_places(directory: Directory, hub: Hub) -> tuple[NearPlace, ...]:
    """The nearest places next door to a hub, each with whose word it is."""
    return tuple(
        NearPlace(link=_link(each), miles=miles_words(each.miles), source=_source(each))
        for each in near_hub(directory, hub, SHOWN_AT_A_HUB)
    )


def _section(found: list[OverTheBorder], today: date) -> NeighbourSection:
    first = found[0]
    licence = first.feed.licence
    return NeighbourSection(
        id=first.feed.id,
        name=first.feed.name,
        source=_(
            "From the open data of %(publisher)s, as of %(date)s.",
            publisher=first.copy.publisher,
            date=date_words(first.copy.fetched_on),
        ),
        old=first.copy.fetched_on + OLD_AFTER < today,
        licence=Link(licence.name, licence.url),
        attribution=licence.attribution,
        places=tuple(_card(each) for each in found),
    )


def _card(each: OverTheBorder) -> NeighbourCard:
    place = each.place
    more = len(place.services) - SERVICES_SHOWN
    return NeighbourCard(
        link=_link(each),
        summary=None if place.summary is None else untranslated(place.summary),
        miles=miles_words(each.miles),
        hub=hub_link(each.hub),
        address=address_words(place.address),
        phone=None if place.phone is None else phone_number(place.phone),
        services=tuple(untranslated(service) for service in place.services[:SERVICES_SHOWN]),
        more_services=ngettext("and %(number)s more", "and %(number)s more", more) if more > 0 else None,
    )


def _link(each: OverTheBorder) -> Link:
    return Link(each.place.name, each.place.page or "")


def _source(each: OverTheBorder) -> str:
    return _("%(network)s, as of %(date)s", network=each.feed.name, date=date_words(each.copy.fetched_on))


NEIGHBOURS = PageKind("neighbours", "pages/neighbours.html", contexts)
