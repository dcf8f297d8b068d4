"""One row for each room, or number of desks, of a hub."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Cell, Column, Table
from hubatlas.exports.tables.shared import day_text
from hubatlas.facts.rooms import evenings
from hubatlas.model import DAY_NAMES, Booking, Hub, Room, RoomCost

HubRoom = tuple[Hub, Room]
_NO_BOOKING = Booking()


def _rows(edition: Edition) -> list[HubRoom]:
    return [(hub, room) for hub in edition.directory.hubs for room in hub.rooms]


def _cost(row: HubRoom) -> RoomCost:
    return row[1].cost or RoomCost(free="unknown")


def _booking(row: HubRoom) -> Booking:
    return row[1].booking or _NO_BOOKING


def _on(position: int) -> Column[HubRoom]:
    def hours(_edition: Edition, row: HubRoom) -> Cell:
        available = row[1].available
        return None if available is None else day_text(available.week[position])

    day = DAY_NAMES[position]
    return Column("text", f"When it can be booked on {day}: times, closed, by appointment; empty if not known.", hours)


COLUMNS: dict[str, Column[HubRoom]] = {
    "hub": Column("text", "The hub's short name.", lambda _, row: row[0].slug),
    "room": Column("text", "The room's short name within the hub.", lambda _, row: row[1].id),
    "hub_name": Column("text", "The hub's name.", lambda _, row: row[0].name),
    "name": Column("text", "The room's name.", lambda _, row: row[1].name),
    "kind": Column("text", "What kind of room it is: a term of the network's list.", lambda _, row: row[1].kind),
    "audience": Column("text", "Who can book it: public, professionals or both.", lambda _, row: row[1].audience),
    "capacity": Column("integer", "How many people it holds.", lambda _, row: row[1].capacity),
    "number": Column("integer", "How many of them there are, for desks.", lambda _, row: row[1].number),
    **{day.lower(): _on(position) for position, day in enumerate(DAY_NAMES)},
    "evenings": Column("list", "Days on which it can be booked after six.", lambda _, row: evenings(row[1])),
    "kit": Column("list", "What is in it.", lambda _, row: row[1].kit),
    "accessibility_yes": Column(
        "list",
        "Accessibility it has.",
        lambda _, row: tuple(sorted(term for term, answer in row[1].accessibility.items() if answer == "yes")),
    ),
    "accessibility_no": Column(
        "list",
        "Accessibility it lacks.",
        lambda _, row: tuple(sorted(term for term, answer in row[1].accessibility.items() if answer == "no")),
    ),
    "free": Column("text", "Whether it is free: yes, no or unknown.", lambda _, row: _cost(row).free),
    "amount": Column("number", "What it costs, in pounds.", lambda _, row: _cost(row).amount),
    "per": Column("text", "What the amount is for, such as an hour.", lambda _, row: _cost(row).per),
    "cost_note": Column("text", "More about the cost.", lambda _, row: _cost(row).note),
    "booking": Column("text", "How to book it.", lambda _, row: _booking(row).how),
    "booking_phone": Column("text", "The number to ring.", lambda _, row: _booking(row).phone),
    "booking_email": Column("text", "The address to write to.", lambda _, row: _booking(row).email),
    "booking_url": Column("text", "Where to book.", lambda _, row: _booking(row).url),
    "note": Column("text", "What else to know.", lambda _, row: row[1].note),
    "page": Column(
        "text", "Where it stands.", lambda edition, row: edition.whole_address(urls.room(row[0].slug, row[1].id))
    ),
}

ROOMS = Table(
    name="rooms",
    key=2,
    title="Rooms and desks",
    description="One row for each room that groups can book, and for each number of desks.",
    rows=_rows,
    columns=COLUMNS,
)
