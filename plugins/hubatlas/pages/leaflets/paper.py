"""What a leaflet is: words for one sheet of A4, and how much of a timetable there is room for on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hubatlas.frozen import dataclass
from hubatlas.language import ngettext
from hubatlas.model import Provenance
from hubatlas.pages.cards import PhoneNumber
from hubatlas.pages.kinds import Head
from hubatlas.pages.leaflets.fitting import ROOMY, USUAL, fits

SOURCES_NAMED = 1
SECTIONS_KEPT = 1
ENTRIES_KEPT = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section; `label` is what it is about (a day, a question), None where the words say that."""

    words: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Some facts under a heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to go to; `time` is None where nobody has said."""

    time: str | None
    name: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What is on on one day or at one place, which is `where`; `more` says how many there was no room for.

    Groups that are not of a place or a day of the week are the first to be left out.
    """

    heading: str
    entries: tuple[Entry, ...]
    where: str | None = None
    has_day: bool = True
    more: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """What a leaflet shows. `page` is the address of all there is to know.

    `roomy` ones have larger letters, and those that `runs_on` take as many sheets as they need. `notice` is what has
    to be known first, as that a hub is not open yet. The first sections matter most. What stands over the groups is
    another heading where there is no room for all of them.
    """

    head: Head
    kind: str
    name: str
    summary: str | None
    notice: str | None
    call: PhoneNumber | None
    where: tuple[str, ...]
    sections: tuple[Section, ...]
    heading: str
    heading_of_some: str
    groups: tuple[Group, ...]
    page: str
    checked: str
    sources: str
    roomy: bool = False
    runs_on: bool = False
    sensitive: bool = False


def on_one_sheet(leaflet: Leaflet) -> Leaflet:
    """The leaflet in large letters where all fits; if not, in the usual ones, cut to what fits.

    Groups are cut evenly. Where that would leave little of them, the last of the sections go first. In large print
    the same takes as many sides as it needs.
    """
    if fits(leaflet, ROOMY):
        return replace(leaflet, roomy=True)
    found = (shorter for shorter in _ever_shorter(leaflet) if fits(shorter, USUAL))
    return next(found, leaflet)


def shortened(labels: Sequence[str], most: int) -> str:
    """The first labels on a line, and how many more there are."""
    rest = len(labels) - most
    if rest <= 1:
        return "; ".join(labels)
    return ngettext(
        "%(named)s; and %(number)s more", "%(named)s; and %(number)s more", rest, named="; ".join(labels[:most])
    )


def sources_words(provenance: Iterable[Provenance]) -> str:
    """Where the facts come from: the first sources by name, and how many more there are."""
    return shortened(list(dict.fromkeys(each.source for each in provenance)), SOURCES_NAMED)


def _ever_shorter(leaflet: Leaflet) -> Iterator[Leaflet]:
    """The leaflet with less and less; in the end with nothing but its head."""
    longest = max((len(group.entries) for group in leaflet.groups), default=0)
    kept = len(leaflet.sections)
    for sections in range(kept, min(kept, SECTIONS_KEPT) - 1, -1):
        for entries in range(longest, min(longest, ENTRIES_KEPT) - 1, -1):
            yield _cut_to(leaflet, sections, entries)
    for entries in range(min(longest, ENTRIES_KEPT) - 1, 0, -1):
        yield _cut_to(leaflet, SECTIONS_KEPT, entries)
    for sections in range(min(kept, SECTIONS_KEPT), -1, -1):
        yield replace(leaflet, sections=leaflet.sections[:sections], groups=())


def _cut_to(leaflet: Leaflet, sections: int, entries: int) -> Leaflet:
    whole = all(len(group.entries) <= entries for group in leaflet.groups)
    groups = leaflet.groups if whole else tuple(_cut(group, entries) for group in leaflet.groups if group.has_day)
    heading = leaflet.heading if whole else leaflet.heading_of_some
    return replace(leaflet, sections=leaflet.sections[:sections], groups=groups, heading=heading)


def _cut(group: Group, most: int) -> Group:
    """The group with fewer entries: first those that need no note, as what is on every week does not."""
    rest = len(group.entries) - most
    if rest <= 0:
        return group
    plainest = sorted(range(len(group.entries)), key=lambda at: (group.entries[at].note is not None, at))[:most]
    more = ngettext("and %(number)s more", "and %(number)s more", rest)
    return replace(group, entries=tuple(group.entries[at] for at in sorted(plainest)), more=more)
