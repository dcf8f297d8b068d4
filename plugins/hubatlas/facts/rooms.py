"""Rooms that groups can book: on which days, in which evenings, and whether that is every day a standard asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import DAY_NAMES, DayHours, DayName, Hub, Room
from hubatlas.network import Standard

EVENING = 18 * 60
"""Minutes after midnight from which a time counts as evening."""

Keeps = Literal["meets", "falls short", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDays:
    """Days of the week on which some room of a hub can be booked by anyone, and those of which that is not known."""

    bookable: tuple[DayName, ...]
    unknown: tuple[DayName, ...]


def is_public(room: Room) -> bool:
    """Whether anyone can book it, not professionals alone."""
    return room.audience in ("public", "both")


def days_with_rooms(hub: Hub) -> RoomDays:
    """The days on which a group can book a room at the hub.

    A day on which one room is known to be free to book counts, whatever is not known of others.
    """
    rooms = [room for room in hub.rooms if is_public(room)]
    bookable = tuple(day for at, day in enumerate(DAY_NAMES) if any(_can_book(room, at) for room in rooms))
    silent = tuple(day for at, day in enumerate(DAY_NAMES) if any(_day(room, at) is None for room in rooms))
    return RoomDays(bookable=bookable, unknown=tuple(day for day in silent if day not in bookable))


def keeps_room_days(hub: Hub, standard: Standard) -> Keeps | None:
    """Whether rooms can be booked on as many days as the standard asks for; None where it asks for none.

    Of a hub whose record names no room, it is not known.
    """
    if standard.room_days is None:
        return None
    if not any(is_public(room) for room in hub.rooms):
        return "unknown"
    days = days_with_rooms(hub)
    if len(days.bookable) >= standard.room_days:
        return "meets"
    return "unknown" if len(days.bookable) + len(days.unknown) >= standard.room_days else "falls short"


def evenings(room: Room) -> tuple[DayName, ...]:
    """The days on which the room can be booked after six in the evening."""
    return tuple(
        day
        for at, day in enumerate(DAY_NAMES)
        if (hours := _day(room, at)) is not None and any(span.closes_at > EVENING for span in hours.spans)
    )


def rooms(directory: Directory, wanted: Callable[[Room], bool] = lambda _: True) -> Iterator[tuple[Hub, Room]]:
    """Each wanted room of each open hub, by the hub's name, in the order of its record."""
    for hub in sorted(directory.hubs, key=lambda hub: (plain(hub.name).casefold(), hub.slug)):
        if directory.status(hub).shown_as == "open":
            yield from ((hub, room) for room in hub.rooms if wanted(room))


def _day(room: Room, position: int) -> DayHours | None:
    return None if room.available is None else room.available.week[position]


def _can_book(room: Room, position: int) -> bool:
    hours = _day(room, position)
    return hours is not None and (bool(hours.spans) or hours.by_appointment)
