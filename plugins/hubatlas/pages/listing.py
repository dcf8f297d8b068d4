"""Hubs and services as they look in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.offers import hubs_of, services_at
from hubatlas.facts.wording import listed
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain
from hubatlas.model import Hub, Service
from hubatlas.pages.cards import HubCard, Link, ServiceCard, Tag
from hubatlas.pages.hours import opening_order, status, status_on
from hubatlas.pages.reaching import phone_number
from hubatlas.pages.timetable import next_of
from hubatlas.pages.wording import labels_listed, unbroken

SHOWN_AS = ("open", "coming", "ended")
OPEN_DOOR = "just-turn-up"
"""The id of the way in that asks nothing of anybody."""
_FEW = 2


def hub_link(hub: Hub) -> Link:
    """The hub's name, leading to its page."""
    return Link(hub.name, urls.hub(hub.slug))


def service_link(service: Service) -> Link:
    """The service's name, leading to its page."""
    return Link(service.name, urls.service(service.slug))


def organisation_link(directory: Directory, slug: str | None) -> Link | None:
    """The organisation's name, leading to its page; None for None."""
    return None if slug is None else Link(directory.organisation(slug).name, urls.organisation(slug))


def hub_card(directory: Directory, hub: Hub, today: date) -> HubCard:
    """The hub as it looks in a list."""
    offered = len(services_at(directory, hub))
    phone = hub.contact.phone if hub.contact else None
    return HubCard(
        slug=hub.slug,
        name=hub.name,
        address=urls.hub(hub.slug),
        kind=directory.kind(hub).label,
        shown_as=directory.status(hub).shown_as,
        status=status(directory, hub, today),
        summary=hub.summary,
        place=place_line(directory, hub),
        phone=None if phone is None else phone_number(phone),
        parent=None if hub.parent is None else hub_link(directory.hub(hub.parent)),
        services=ngettext("%(number)s service", "%(number)s services", offered) if offered else None,
    )


def hubs_today(directory: Directory, today: date) -> tuple[HubCard, ...]:
    """The open hubs but satellites, each with its hours of that day, in the order in which they open on it."""
    hubs = [hub for hub in directory.hubs if hub.parent is None and directory.status(hub).shown_as == "open"]
    return tuple(
        replace(hub_card(directory, hub, today), status=status_on(directory, hub, today))
        for hub in sorted(hubs, key=lambda hub: opening_order(directory, hub, today))
    )


def service_card(directory: Directory, service: Service, today: date) -> ServiceCard:
    """The service as it looks in a list."""
    return ServiceCard(
        slug=service.slug,
        name=service.name,
        address=urls.service(service.slug),
        summary=service.summary,
        tags=service_tags(directory, service),
        where=where_words(directory, service),
        next_occasion=next_of(directory, service, today),
    )


def place_line(directory: Directory, hub: Hub) -> str | None:
    """Street, town and postcode on one line; else the names of the hub's places; None where neither is known."""
    address = hub.address
    if address is not None:
        parts = (address.building, address.address_1, address.address_2, address.city)
        street = ", ".join(part for part in parts if part)
        return " ".join(part for part in (street, unbroken(address.postal_code)) if part) or None
    return listed([directory.place(place).name for place in hub.places]) or None


def service_tags(directory: Directory, service: Service) -> tuple[Tag, ...]:
    """The few words that decide whether to read on: whether it runs, what it costs, how to get in."""
    running = {"planned": _("Not running yet"), "paused": _("Paused"), "ended": _("No longer running")}
    state = (Tag(running[service.status]),) if service.status in running else ()
    free = (Tag(_("Free"), good=True),) if service.cost is not None and service.cost.free == "yes" else ()
    ways = (Tag(term.label, good=term.id == OPEN_DOOR) for term in directory.terms("ways-in", service.ways_in))
    return (*state, *free, *ways)


def where_words(directory: Directory, service: Service) -> str | None:
    """Where it is given, in a few words; None where nobody has said."""
    if service.at_every_hub == "yes":
        return _("At every hub")
    names = [hub.name for hub in hubs_of(directory, service)]
    if names:
        return listed(names) if len(names) <= _FEW else ngettext("At %(number)s hub", "At %(number)s hubs", len(names))
    venues = dict.fromkeys(session.venue.name for session in service.sessions if session.venue is not None)
    if venues:
        if len(venues) <= _FEW:
            return listed(list(venues))
        return ngettext("At %(number)s place", "At %(number)s places", len(venues))
    modes = directory.terms("access-modes", service.access_modes)
    return labels_listed([term.label for term in modes]) or None


def by_name(hubs: Iterable[Hub]) -> list[Hub]:
    """The hubs in the order of their names."""
    return sorted(hubs, key=lambda hub: (plain(hub.name).casefold(), hub.slug))


def open_first(directory: Directory, hubs: Iterable[Hub]) -> list[Hub]:
    """The hubs that are open, then those to come, then those that are no more, each in the order given."""
    order = ("open", "coming", "ended")
    return sorted(hubs, key=lambda hub: order.index(directory.status(hub).shown_as))
