"""The week of a place on paper: its hubs, and all that is on there, day by day; as many sheets as that takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.places import held_in, hubs_around
from hubatlas.facts.running import is_running
from hubatlas.facts.wording import miles_words
from hubatlas.language import gettext as _
from hubatlas.model import Hub, Place
from hubatlas.pages.hours import status
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.leaflets.paper import Leaflet, Row, Section, sources_words
from hubatlas.pages.leaflets.sessions import groups_by_day
from hubatlas.pages.listing import place_line
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.trust import checked_words


def _address(slug: str) -> str:
    return urls.leaflet(urls.place(slug))


def _page(directory: Directory, slug: str, today: date) -> Leaflet:
    place = directory.place(slug)
    held = [pair for pair in held_in(directory, slug) if is_running(directory, *pair, today)]
    groups = groups_by_day(directory, held, today, with_place=True)
    title = _("A week in %(place)s", place=place.name)
    return Leaflet(
        head=Head(
            title=title,
            description=_("The hubs of %(place)s and what is on there each week, to print.", place=place.name),
            section=urls.PLACES,
            trail=((_("Home"), urls.HOME), (_("Places"), urls.PLACES), (place.name, urls.place(place.slug))),
            indexed=False,
        ),
        kind=directory.level(place).label,
        name=title,
        summary=None if groups else _("We know of nothing that is on in %(place)s each week.", place=place.name),
        notice=None,
        call=None,
        where=(),
        sections=tuple(_sections(directory, place, today)),
        heading=_("What’s on, day by day"),
        heading_of_some="",
        groups=groups,
        page=urls.place(place.slug),
        checked=checked_words(directory, place, today),
        sources=sources_words(place.provenance),
        runs_on=True,
    )


def _sections(directory: Directory, place: Place, today: date) -> Iterator[Section]:
    """A section for each open hub of the place; where there is none, for those that are nearest."""
    around = hubs_around(directory, place)
    for hub in around.within:
        if directory.status(hub).shown_as == "open":
            yield Section(hub.name, tuple(_hub_rows(directory, hub, today)))
    for hub, miles in around.nearest:
        heading = _("%(hub)s, %(miles)s away", hub=hub.name, miles=miles_words(miles))
        yield Section(heading, tuple(_hub_rows(directory, hub, today)))


def _hub_rows(directory: Directory, hub: Hub, today: date) -> Iterator[Row]:
    street, phone = place_line(directory, hub), contact_card(hub.contact).phone
    if street:
        yield Row(street)
    yield Row(status(directory, hub, today).short)
    if phone:
        yield Row(phone.number, _("Call"))


PLACE_LEAFLET = PageKind("place-leaflet", "pages/leaflet.html", PageForEach("places", _address, _page))
