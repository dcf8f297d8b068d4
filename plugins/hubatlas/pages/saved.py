"""The saved list, which lives in its own link and is put together in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports.saved_items import file_count
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.pages.kinds import Head, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """What the page of saved lists shows; `files` are the addresses of what it knows of each hub and service."""

    head: Head
    files: tuple[str, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, SavedPage]]:
    """The page of saved lists; the date changes nothing."""
    del today
    head = Head(
        title=_("Saved list"),
        description=_(
            "Hubs and services of %(network)s that you saved, to keep, print or share.", network=directory.network.name
        ),
        section=urls.SAVED,
        trail=((_("Home"), urls.HOME),),
        indexed=False,
    )
    files = tuple(urls.saved_items(number) for number in range(file_count(directory)))
    yield urls.SAVED, SavedPage(head=head, files=files)


SAVED = PageKind("saved", "pages/saved.html", contexts)
