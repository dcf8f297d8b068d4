"""Every service, by need and from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.offers import by_need
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain
from hubatlas.network import Term
from hubatlas.pages.cards import Link, ServiceCard
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import service_card, service_link


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """The services that help with one need."""

    heading: str
    anchor: str
    about: str | None
    services: tuple[ServiceCard, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The services whose names begin with one letter."""

    letter: str
    services: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesPage:
    """What the list of services shows: under each need the soonest first, then all from A to Z, also what has ended."""

    head: Head
    count: str
    needs: tuple[NeedGroup, ...]
    letters: tuple[Letter, ...]


def need_anchor(need: Term | None) -> str:
    """The place of a need in the list of services."""
    return "need-other" if need is None else f"need-{need.id}"


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, ServicesPage]]:
    """The list of all services."""
    network = directory.network
    services = sorted(directory.services, key=lambda service: (plain(service.name).casefold(), service.slug))
    running = [service for service in services if service.status != "ended"]
    cards = {service.slug: service_card(directory, service, today) for service in running}
    yield (
        urls.SERVICES,
        ServicesPage(
            head=Head(
                title=_("All services in %(area)s", area=network.area_name),
                description=ngettext(
                    "%(number)s service in %(area)s, by need and from A to Z.",
                    "%(number)s services in %(area)s, by need and from A to Z.",
                    len(running),
                    area=network.area_name,
                ),
                section=urls.SERVICES,
                trail=((_("Home"), urls.HOME),),
            ),
            count=ngettext(
                "%(number)s service, by what you need", "%(number)s services, by what you need", len(running)
            ),
            needs=tuple(
                NeedGroup(
                    _("Other help") if group.need is None else group.need.label,
                    need_anchor(group.need),
                    None if group.need is None else group.need.description,
                    tuple(sorted((cards[service.slug] for service in group.services), key=_soonest)),
                )
                for group in by_need(directory, running)
            ),
            letters=tuple(
                Letter(letter, tuple(service_link(service) for service in group))
                for letter, group in groupby(services, lambda service: first_letter(service.name))
            ),
        ),
    )


def _soonest(card: ServiceCard) -> tuple[bool, str, str]:
    """Services by their next day, then by name; those of which no day is known come last."""
    occasion = card.next_occasion
    return occasion is None, "" if occasion is None else occasion.day.iso, plain(card.name).casefold()


def first_letter(name: str) -> str:
    """The letter a name is listed under; 0-9 for those that begin with a number."""
    sign = plain(name)[:1].upper()
    return sign if sign.isalpha() else "0-9"


SERVICES = PageKind("services", "pages/services.html", contexts)
