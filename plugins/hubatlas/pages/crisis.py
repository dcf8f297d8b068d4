"""The numbers for people in danger or despair, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable

from hubatlas.frozen import dataclass
from hubatlas.network import CrisisLine
from hubatlas.pages.cards import Link, PhoneNumber
from hubatlas.pages.reaching import phone_number, site_name


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisCard:
    """Who answers, when to ring, and how."""

    label: str
    about: str
    phone: PhoneNumber
    website: Link | None
    hours: str | None


def crisis_cards(lines: Iterable[CrisisLine]) -> tuple[CrisisCard, ...]:
    """The lines as the template component shows them."""
    return tuple(
        CrisisCard(
            label=line.label,
            about=line.about,
            phone=phone_number(line.phone),
            website=None if line.website is None else Link(site_name(line.website), line.website),
            hours=line.hours,
        )
        for line in lines
    )
