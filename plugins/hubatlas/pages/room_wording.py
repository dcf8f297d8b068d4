"""On how many days rooms can be booked, beside what a standard asks for."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.facts.rooms import days_with_rooms, keeps_room_days
from hubatlas.facts.wording import listed
from hubatlas.model import DAY_NAMES, Hub
from hubatlas.network import Standard
from hubatlas.pages.tables import TableCell
from hubatlas.pages.wording import counted


def room_days_cell(hub: Hub, standard: Standard) -> TableCell:
    """Whether a room can be booked on as many days as the standard asks for: yes, not on which days, or not known."""
    days = days_with_rooms(hub)
    count = counted(len(days.bookable), "day")
    address = urls.hub(hub.slug) + "#section-rooms" if hub.rooms else None
    match keeps_room_days(hub, standard):
        case "meets":
            return TableCell(words=f"On {count}", tone="good", address=address)
        case "falls short":
            missing = [day for day in DAY_NAMES if day not in (*days.bookable, *days.unknown)]
            return TableCell(words=f"On {count}", tone="missing", address=address, detail=f"Not on {listed(missing)}")
        case _:
            at_least = f"On {count} at least" if days.bookable else None
            return TableCell(words="Not known", tone="unknown", address=address, detail=at_least)
