"""Sessions as leaflets list them: a line each, in words that hold for as long as the sheet lies about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hubatlas.directory import Directory
from hubatlas.language import gettext as _
from hubatlas.model import Service, Session
from hubatlas.pages.cards import SessionRow
from hubatlas.pages.leaflets.paper import Entry, Group
from hubatlas.pages.timetable import by_day

Held = tuple[Service, Session]


def groups_by_day(
    directory: Directory, held: Iterable[Held], today: date, *, with_place: bool = False
) -> tuple[Group, ...]:
    """The sessions under the day of the week that they are on, then those without such a day."""
    return tuple(
        Group(
            day.heading,
            tuple(_entry(row, with_place=with_place) for row in day.sessions),
            has_day=day.weekday is not None,
        )
        for day in by_day(directory, held, today)
    )


def _entry(row: SessionRow, *, with_place: bool) -> Entry:
    following = None if row.rhythm is None or row.next_day is None else _("Next: %(day)s", day=row.next_day.words)
    notes = (
        row.place_words if with_place else None,
        row.rhythm,
        following,
        _("Fully booked") if row.fully_booked else None,
    )
    return Entry(row.time, row.name, ". ".join(note for note in notes if note) or None)
