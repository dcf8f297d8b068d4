"""Search: scripts answer as people type; without them the page is an A to Z of everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import plain, untranslated
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.search_filters import FilterGroup, filter_groups
from hubatlas.pages.services import first_letter


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its name, what it is, and where."""

    name: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries whose names begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page shows without scripts, and the filters that scripts show.

    `attribution` is due to whoever says where postcodes are.
    """

    head: Head
    filters: tuple[FilterGroup, ...]
    letters: tuple[Letter, ...]
    attribution: str | None


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, SearchPage]]:
    """The search page; the date changes nothing."""
    del today
    entries = [Entry(hub.name, directory.kind(hub).label, urls.hub(hub.slug)) for hub in directory.hubs]
    entries += [Entry(service.name, _("Service"), urls.service(service.slug)) for service in directory.services]
    entries += [Entry(each.name, _("Organisation"), urls.organisation(each.slug)) for each in directory.organisations]
    entries.sort(key=lambda entry: (plain(entry.name).casefold(), entry.address))
    yield (
        urls.SEARCH,
        SearchPage(
            head=Head(
                title=_("Search"),
                description=_("Search hubs, services and organisations in %(area)s.", area=directory.network.area_name),
                section=urls.SEARCH,
                trail=((_("Home"), urls.HOME),),
            ),
            filters=filter_groups(directory),
            attribution=None if directory.geography is None else untranslated(directory.geography.attribution),
            letters=tuple(
                Letter(letter, tuple(group))
                for letter, group in groupby(entries, lambda entry: first_letter(plain(entry.name)))
            ),
        ),
    )


SEARCH = PageKind("search", "pages/search.html", contexts)
