"""A hub on one sheet: how to reach it, when it is open, what it helps with and what is on each week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.offers import by_need, services_at
from hubatlas.facts.running import running_at
from hubatlas.language import gettext as _
from hubatlas.model import Hub
from hubatlas.pages.cards import HoursRow
from hubatlas.pages.hours import hours_in_short, status
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.leaflets.paper import Leaflet, Row, Section, on_one_sheet, shortened, sources_words
from hubatlas.pages.leaflets.sessions import groups_by_day
from hubatlas.pages.listing import place_line
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.trust import checked_words
from hubatlas.pages.wording import lower_first, upper_first

EXCEPTIONS_AHEAD = timedelta(weeks=5)
"""A leaflet lies on a table for a while."""
EXCEPTIONS_TOLD = 4
NEEDS_NAMED = 12
FACILITIES_NAMED = 12


def _address(slug: str) -> str:
    return urls.leaflet(urls.hub(slug))


def _page(directory: Directory, slug: str, today: date) -> Leaflet:
    return on_one_sheet(_leaflet(directory, directory.hub(slug), today))


def _leaflet(directory: Directory, hub: Hub, today: date) -> Leaflet:
    known = status(directory, hub, today)
    is_open = directory.status(hub).shown_as == "open"
    groups = groups_by_day(directory, running_at(directory, hub.slug, today), today) if is_open else ()
    return Leaflet(
        head=Head(
            title=_("Leaflet of %(hub)s", hub=hub.name),
            description=_(
                "%(name)s on one sheet of A4, to print: %(summary)s", name=hub.name, summary=lower_first(hub.summary)
            ),
            section=urls.HUBS,
            trail=((_("Home"), urls.HOME), (_("Hubs"), urls.HUBS), (hub.name, urls.hub(hub.slug))),
            indexed=False,
        ),
        kind=directory.kind(hub).label,
        name=hub.name,
        summary=hub.summary,
        notice=known.words if known.kind in {"coming", "ended"} else None,
        call=contact_card(hub.contact).phone if known.kind != "ended" else None,
        where=tuple(_where(directory, hub)) if known.kind != "ended" else (),
        sections=tuple(_sections(directory, hub, today)) if known.kind != "ended" else (),
        heading=_("On here each week"),
        heading_of_some=_("Some of what is on here each week"),
        groups=groups,
        page=urls.hub(hub.slug),
        checked=checked_words(directory, hub, today),
        sources=sources_words(hub.provenance),
    )


def _sections(directory: Directory, hub: Hub, today: date) -> Iterator[Section]:
    known = status(directory, hub, today)
    if known.kind == "hours" and hub.opening_hours is not None:
        hours = hours_in_short(hub.opening_hours, today, today + EXCEPTIONS_AHEAD)
        rows = [_hours_row(row) for row in (*hours.week, hours.bank_holidays, *hours.exceptions[:EXCEPTIONS_TOLD])]
        yield Section(_("Opening hours"), (*rows, *((Row(hours.note),) if hours.note else ())))
    elif known.kind == "unknown":
        yield Section(_("Opening hours"), (Row(known.words),))
    needs = [group.need.label for group in by_need(directory, services_at(directory, hub)) if group.need is not None]
    if needs:
        heading = _("Help planned here") if known.kind == "coming" else _("Get help here with")
        yield Section(heading, (Row(shortened(needs, NEEDS_NAMED)),))
    there = [
        term.label
        for vocabulary, answers in (("accessibility", hub.accessibility), ("facilities", hub.facilities))
        for term in directory.terms(vocabulary)
        if answers.get(term.id) == "yes"
    ]
    if there:
        yield Section(_("What you will find"), (Row(shortened(there, FACILITIES_NAMED)),))
    if hub.on_arrival:
        yield Section(_("When you arrive"), (Row(hub.on_arrival),))


def _where(directory: Directory, hub: Hub) -> Iterator[str]:
    place = place_line(directory, hub)
    if hub.address is None:
        if place:
            yield _("In %(place)s. The address is not published.", place=place)
        else:
            yield _("The address is not published.")
    elif place:
        yield place
    if hub.getting_there:
        yield hub.getting_there


def _hours_row(row: HoursRow) -> Row:
    hours = row.hours if row.known else _("%(hours)s: ring to ask", hours=row.hours)
    return Row(hours, upper_first(row.days))


HUB_LEAFLET = PageKind("hub-leaflet", "pages/leaflet.html", PageForEach("hubs", _address, _page, formerly=True))
