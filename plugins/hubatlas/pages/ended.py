"""What stands at the old address of a record that has ended, or that has another address now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports import Edition
from hubatlas.exports.changes import GROUP
from hubatlas.exports.records import page_address
from hubatlas.facts.ended import ended_records, moved_records, present_records
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.model import Ended
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import DataPageKind, Head, PageKind

_LISTS: Mapping[str, Link] = {
    "hub": Link("All hubs", urls.HUBS),
    "service": Link("All services", urls.SERVICES),
    "organisation": Link("All organisations", urls.ORGANISATIONS),
    "place": Link("All places", urls.PLACES),
    "story": Link("All stories", urls.STORIES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedPage:
    """What a reader is told of a record that has ended: since when, why, and where to go instead."""

    head: Head
    since: str
    reason: str | None
    instead: tuple[Link, ...]
    others: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """Where a record is now."""

    head: Head
    now: Link


def contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, EndedPage]]:
    """A page for each record that has ended."""
    del sizes
    for ended in ended_records(edition.directory, edition.history):
        yield page_address(ended.type, ended.id), _ended(edition.directory, ended)


def moved_contexts(directory: Directory, today: date) -> Iterator[tuple[str, MovedPage]]:
    """A page for each former address of a record, which leads on to the present one."""
    del today
    for moved in moved_records(directory):
        now = Link(moved.name, page_address(moved.type, moved.to))
        head = Head(
            title=_("%(name)s has a new address", name=moved.name),
            description=_("%(name)s has moved.", name=moved.name),
            indexed=False,
        )
        yield page_address(moved.type, moved.id), MovedPage(head=head, now=now)


def _ended(directory: Directory, ended: Ended) -> EndedPage:
    others, present = _LISTS[ended.type], present_records(directory)
    return EndedPage(
        head=Head(
            title=ended.name,
            description=f"{ended.name} is no longer in this directory.",
            section=others.address,
            trail=(("Home", urls.HOME), (others.label, others.address)),
            indexed=False,
        ),
        since=_since(directory, ended),
        reason=ended.reason,
        instead=tuple(Link(present[ended.type, slug].name, page_address(ended.type, slug)) for slug in ended.instead),
        others=others,
    )


def _since(directory: Directory, ended: Ended) -> str:
    """What became of the record, in a sentence: the network's own word, or when its file was taken out."""
    day = "" if ended.ended_on is None else partial_date_words(ended.ended_on)
    if ended in directory.ended:
        return f"This {ended.type} has ended{f' ({day})' if day else ''}."
    return f"This {ended.type} is no longer in our directory. It was taken out on {day}."


ENDED = DataPageKind("ended", "pages/ended.html", contexts, tells_sizes=False, group=GROUP)
MOVED = PageKind("moved", "pages/moved.html", moved_contexts)
