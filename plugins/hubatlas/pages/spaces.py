"""Rooms and desks to book: hub by hub, and by day of the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.rooms import days_with_rooms, evenings, is_public, rooms
from hubatlas.facts.wording import day_hours_words, day_name, days_of_week_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, pgettext, to_translate
from hubatlas.model import DAY_NAMES, DayHours, Hub, Room, RoomCost
from hubatlas.pages.cards import ContactCard, HoursTable, Link, Mark
from hubatlas.pages.hours import hours_table
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.reaching import phone_number
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.wording import upper_first

AUDIENCE = {
    "public": to_translate("Anyone"),
    "professionals": to_translate("Professionals"),
    "both": to_translate("Anyone, and professionals"),
}
PRICES = {
    None: to_translate("£%(amount)s."),
    "hour": to_translate("£%(amount)s an hour."),
    "half day": to_translate("£%(amount)s a half day."),
    "day": to_translate("£%(amount)s a day."),
    "session": to_translate("£%(amount)s a session."),
    "visit": to_translate("£%(amount)s a visit."),
    "month": to_translate("£%(amount)s a month."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCard:
    """A room, or a number of desks: what it is, when and how it can be booked."""

    anchor: str
    name: str
    kind: str
    size: str | None
    audience: str
    evenings: str | None
    when: HoursTable | None
    kit: tuple[str, ...]
    access: tuple[Mark, ...]
    cost: str
    booking: str | None
    contact: ContactCard
    note: str | None


@dataclass(frozen=True, slots=True)
class HubRooms:
    """The rooms of one hub."""

    hub: Link
    rooms: tuple[RoomCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpacesPage:
    """What the page of rooms and desks shows. `facilities` are each a label and the hubs that have it."""

    head: Head
    hubs: tuple[HubRooms, ...]
    week: WideTable | None
    facilities: tuple[tuple[str, tuple[Link, ...]], ...]
    data: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, SpacesPage]]:
    """The page of rooms and desks; none where no open hub has said that it has any."""
    if not exists(directory):
        return
    found = list(rooms(directory))
    by_hub = [(hub, [room for _hub, room in group]) for hub, group in groupby(found, key=lambda pair: pair[0])]
    yield (
        urls.SPACES,
        SpacesPage(
            head=Head(
                title=_("Rooms and desks to book"),
                description=_(
                    "Rooms for groups and desks for professionals in %(area)s.", area=directory.network.area_name
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME),),
            ),
            hubs=tuple(HubRooms(hub_link(hub), room_cards(directory, hub, today)) for hub, _rooms in by_hub),
            week=_week([hub for hub, own in by_hub if any(is_public(room) for room in own)]),
            facilities=_facilities(directory),
            data=data_links((_("Rooms"), "rooms"), (_("Hubs"), "hubs")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether some open hub has said that it has rooms or desks."""
    return any(True for _ in rooms(directory))


def room_cards(directory: Directory, hub: Hub, today: date) -> tuple[RoomCard, ...]:
    """The rooms of a hub as pages show them, in the order of its record."""
    return tuple(_card(directory, hub, room, today) for room in hub.rooms)


def _card(directory: Directory, hub: Hub, room: Room, today: date) -> RoomCard:
    late = evenings(room)
    booking = room.booking
    phone = None if booking is None or booking.phone is None else phone_number(booking.phone)
    return RoomCard(
        anchor=urls.room(hub.slug, room.id).rpartition("#")[2],
        name=room.name,
        kind=directory.term("room-kinds", room.kind).label,
        size=_size(room),
        audience=_(AUDIENCE[room.audience]),
        evenings=upper_first(days_of_week_words(late)) if late else None,
        when=None if room.available is None else hours_table(room.available, today),
        kit=tuple(term.label for term in directory.terms("kit", room.kit)),
        access=tuple(
            Mark(term.label, room.accessibility[term.id])
            for term in directory.terms("accessibility", room.accessibility)
        ),
        cost=_cost(room.cost),
        booking=None if booking is None else booking.how,
        contact=ContactCard()
        if booking is None
        else ContactCard(
            phone=phone,
            email=booking.email,
            website=None if booking.url is None else Link(_("Book online"), booking.url),
        ),
        note=room.note,
    )


def _size(room: Room) -> str | None:
    parts = (
        None if room.number is None else str(room.number),
        None
        if room.capacity is None
        else ngettext("holds %(number)s person", "holds %(number)s people", room.capacity),
    )
    return ", ".join(part for part in parts if part) or None


def _cost(cost: RoomCost | None) -> str:
    """Whether and what it costs; a room of which nobody has said is never called free."""
    if cost is None or cost.free == "unknown":
        words = _("Not known. Ask when you book.")
    elif cost.free == "yes":
        words = _("Free.")
    elif cost.amount is None:
        words = _("There is a charge.")
    else:
        amount = f"{cost.amount:,.2f}".removesuffix(".00")
        words = _(PRICES[cost.per], amount=amount)
    return f"{words} {cost.note}" if cost is not None and cost.note else words


def _week(hubs: list[Hub]) -> WideTable | None:
    """On which days of the week anyone can book a room, hub by hub."""
    if not hubs:
        return None
    return WideTable(
        id="rooms-by-day",
        caption=_("When anyone can book a room"),
        corner=_("Hub"),
        columns=tuple(TableCell(words=upper_first(day_name(at))) for at in range(len(DAY_NAMES))),
        rows=tuple(TableRow(TableCell(words=hub.name, address=urls.hub(hub.slug)), _row(hub)) for hub in hubs),
    )


def _row(hub: Hub) -> tuple[TableCell, ...]:
    days = days_with_rooms(hub)
    return tuple(
        TableCell(words=pgettext("can be booked", "Yes"), tone="good", detail=_times(hub, position))
        if day in days.bookable
        else _no(known=day not in days.unknown)
        for position, day in enumerate(DAY_NAMES)
    )


def _no(*, known: bool) -> TableCell:
    tone: Tone = "missing" if known else "unknown"
    return TableCell(words=pgettext("can be booked", "No") if known else _("Not known"), tone=tone)


def _times(hub: Hub, position: int) -> str:
    """From the earliest to the latest time at which some room can be booked that day."""
    days = [room.available.week[position] for room in hub.rooms if is_public(room) and room.available is not None]
    spans = [span for day in days if day is not None for span in day.spans]
    if not spans:
        return _("by appointment")
    whole = type(spans[0])(min(span.opens_at for span in spans), max(span.closes_at for span in spans))
    return day_hours_words(DayHours(spans=(whole,)))


def _facilities(directory: Directory) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Each facility of the network's list that some open hub is known to have, with those hubs."""
    hubs = [hub for hub in by_name(directory.hubs) if directory.status(hub).shown_as == "open"]
    having = (
        (term.label, tuple(hub_link(hub) for hub in hubs if hub.facilities.get(term.id) == "yes"))
        for term in directory.terms("facilities")
    )
    return tuple((label, links) for label, links in having if links)


SPACES = PageKind("spaces", "pages/spaces.html", contexts)
SPACES_PART = NetworkPart("Rooms and desks", urls.SPACES, "What groups and professionals can book, and when.", exists)
