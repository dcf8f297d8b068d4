"""The ways to get help with one need, by door, phone or screen, in the order in which they open on one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.opening_hours import hours_on
from hubatlas.facts.wording import day_of_year_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext
from hubatlas.model import Hub, Service
from hubatlas.pages.cards import Link, Occasion, PhoneNumber, Status, Tag
from hubatlas.pages.hours import opening_order, status_on
from hubatlas.pages.listing import hub_link, place_line, service_link, service_tags
from hubatlas.pages.reaching import contact_card, phone_number
from hubatlas.pages.timetable import times_from_anywhere

TIMES_TOLD = 3
"""Of a service from anywhere: a script tells the first that is not over."""

Helping = tuple[Hub, tuple[Service, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubWithHelp:
    """A hub, how to reach it, and its services for the need. `point` is "50.371,-4.142" where it is on the map."""

    slug: str
    link: Link
    status: Status
    place: str | None
    phone: PhoneNumber | None
    services: tuple[Link, ...]
    on_arrival: str | None
    point: str | None
    comes_to_you: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A service for which nobody has to travel, with the number to ring and the next times at which it answers."""

    link: Link
    summary: str
    tags: tuple[Tag, ...]
    phone: PhoneNumber | None
    website: Link | None
    times: tuple[Occasion, ...]


def hubs_with_help(directory: Directory, helping: Iterable[Helping], today: date) -> tuple[HubWithHelp, ...]:
    """The hubs in the order in which they open on that day, each with its services for the need."""
    ordered = sorted(helping, key=lambda pair: opening_order(directory, pair[0], today))
    return tuple(_hub(directory, hub, services, today) for hub, services in ordered)


def any_hub(directory: Directory) -> tuple[Helping, ...]:
    """Every open hub but satellites: each of them helps whoever is not sure what they need."""
    return tuple((hub, ()) for hub in directory.hubs if not hub.parent and directory.status(hub).shown_as == "open")


def open_then(directory: Directory, hubs: Iterable[Hub], day: date) -> str | None:
    """On Tuesday 1 December, 5 hubs open. The earliest comes first. None where no hub's hours are known."""
    holidays = bank_holidays(directory.network.bank_holidays)
    known = [hours_on(hub.opening_hours, day, holidays).hours for hub in hubs if hub.opening_hours is not None]
    if not known:
        return None
    number = sum(bool(hours and hours.spans) for hours in known)
    on = day_of_year_words(day)
    if number == 0:
        return _("On %(day)s, no hub opens, as far as we know.", day=on)
    return ngettext(
        "On %(day)s, %(number)s hub opens.",
        "On %(day)s, %(number)s hubs open. The earliest comes first.",
        number,
        day=on,
    )


def route(directory: Directory, service: Service, today: date) -> Route:
    """The service as a way to get help from anywhere; its provider's number where it has none of its own."""
    own = contact_card(service.contact)
    provider = None if service.provider is None else directory.organisation(service.provider)
    return Route(
        link=service_link(service),
        summary=service.summary,
        tags=service_tags(directory, service),
        phone=own.phone or contact_card(None if provider is None else provider.contact).phone,
        website=own.website,
        times=times_from_anywhere(directory, service, today, TIMES_TOLD),
    )


def _hub(directory: Directory, hub: Hub, services: tuple[Service, ...], today: date) -> HubWithHelp:
    phone = hub.contact.phone if hub.contact else None
    return HubWithHelp(
        slug=hub.slug,
        link=hub_link(hub),
        status=status_on(directory, hub, today),
        place=place_line(directory, hub),
        phone=None if phone is None else phone_number(phone),
        services=tuple(service_link(service) for service in services),
        on_arrival=hub.on_arrival,
        point=None if hub.point is None else f"{hub.point.latitude},{hub.point.longitude}",
        comes_to_you=hub.address is None and hub.point is None and hub.serves is not None,
    )
