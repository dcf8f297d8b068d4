"""On how many days rooms can be booked, beside what a standard asks for."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.facts.rooms import days_with_rooms, keeps_room_days
from hubatlas.facts.wording import day_name, listed
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, pgettext
from hubatlas.model import DAY_NAMES, Hub
from hubatlas.network import Standard
from hubatlas.pages.tables import TableCell


def room_days_cell(hub: Hub, standard: Standard) -> TableCell:
    """Whether a room can be booked on as many days as the standard asks for: yes, not on which days, or not known."""
    days = days_with_rooms(hub)
    count = len(days.bookable)
    known = ngettext("On %(number)s day", "On %(number)s days", count)
    address = urls.hub(hub.slug) + "#section-rooms" if hub.rooms else None
    match keeps_room_days(hub, standard):
        case "meets":
            return TableCell(words=known, tone="good", address=address)
        case "falls short":
            told = (*days.bookable, *days.unknown)
            missing = listed([day_name(at) for at, day in enumerate(DAY_NAMES) if day not in told])
            detail = pgettext("no room can be booked", "Not on %(days)s", days=missing)
            return TableCell(words=known, tone="missing", address=address, detail=detail)
        case _:
            at_least = ngettext("On %(number)s day at least", "On %(number)s days at least", count) if count else None
            return TableCell(words=_("Not known"), tone="unknown", address=address, detail=at_least)
