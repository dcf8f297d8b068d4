"""Specialisms: who leads what for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.pages.cards import Link
from hubatlas.pages.hub_network import SpecialismLine, specialism_line
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.tables import data_links


@dataclass(frozen=True, slots=True)
class SpecialismGroup:
    """One specialism, what it means, and the hubs that lead it."""

    label: str
    about: str | None
    leads: tuple[tuple[Link, SpecialismLine], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialismsPage:
    """What the page of specialisms shows, in the order of the network's list."""

    head: Head
    groups: tuple[SpecialismGroup, ...]
    data: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, SpecialismsPage]]:
    """The page of specialisms; none where no hub has one. The date changes nothing."""
    del today
    if not exists(directory):
        return
    groups = (
        SpecialismGroup(
            term.label,
            term.description,
            tuple(
                (hub_link(hub), specialism_line(directory, each))
                for hub in by_name(directory.hubs)
                for each in hub.specialisms
                if each.specialism == term.id
            ),
        )
        for term in directory.terms("specialisms")
    )
    yield (
        urls.SPECIALISMS,
        SpecialismsPage(
            head=Head(
                title=_("Specialisms"),
                description=_(
                    "What single hubs of %(name)s know more about, and for whom.", name=directory.network.name
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            groups=tuple(group for group in groups if group.leads),
            data=data_links((_("Specialisms"), "specialisms")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether a hub has a specialism."""
    return any(hub.specialisms for hub in directory.hubs)


SPECIALISMS = PageKind("specialisms", "pages/specialisms.html", contexts)
