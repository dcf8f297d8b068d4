"""Records that are no more, and former addresses of those that are: nothing that was published ends in nothing."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.directory import Directory
from hubatlas.facts.freshness import Record
from hubatlas.frozen import dataclass
from hubatlas.model import Ended, History, PartialDate

TYPES = ("hub", "service", "organisation", "place", "story")
"""The types of record whose changes are published, each with a page and a file of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A record that goes on under another slug."""

    type: str
    id: str
    name: str
    to: str


def moved_records(directory: Directory) -> tuple[Moved, ...]:
    """Every former slug that a record says it had, by type and slug."""
    return tuple(
        Moved(type=kind, id=former, name=record.name, to=record.slug)
        for kind, records in (
            ("hub", directory.hubs),
            ("service", directory.services),
            ("organisation", directory.organisations),
        )
        for record in records
        for former in record.previous_ids
    )


def ended_records(directory: Directory, history: History) -> tuple[Ended, ...]:
    """Every record that is no more, by type and slug: those that the network tells of, and those its history does."""
    taken = {(moved.type, moved.id) for moved in moved_records(directory)} | present_records(directory).keys()
    ended = {(each.type, each.id): each for each in _by_history(history)}
    ended |= {(each.type, each.id): each for each in directory.ended}
    return tuple(ended[key] for key in sorted(ended) if key not in taken)


def present_records(directory: Directory) -> dict[tuple[str, str], Record]:
    """Every record of these types that is there, by type and slug."""
    records: dict[str, tuple[Record, ...]] = {
        "hub": directory.hubs,
        "service": directory.services,
        "organisation": directory.organisations,
        "place": directory.places,
        "story": directory.stories,
    }
    return {(kind, record.slug): record for kind, each in records.items() for record in each}


def _by_history(history: History) -> Iterator[Ended]:
    for change in history.changes:
        if change.action == "ended":
            day = change.at.date()
            on = PartialDate(day.isoformat(), day, day)
            yield Ended(type=change.kind, id=change.slug, name=change.name, ended_on=on)
