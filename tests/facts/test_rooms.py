"""On which days groups can book a room, and in which evenings."""

from typing import Literal

import pytest

from hubatlas.facts.rooms import RoomDays, days_with_rooms, evenings, keeps_room_days, rooms
from hubatlas.model import DAY_NAMES, Hub, Room
from hubatlas.network import Standard
from tests.builders import a_directory, a_hub, some_hours

SEVEN = Standard(id="rooms", label="A room every day", kinds=("hub",), room_days=7)
ALL_WEEK = ("09:00-17:00",) * 7
WORKING = ("09:00-17:00",) * 5


def a_room(*week: str, audience: Literal["public", "professionals", "both"] = "public") -> Room:
    """A hall, free to book at those hours of the week, or at hours that are not published."""
    available = some_hours(*week) if week else None
    return Room(id="hall", name="Hall", kind="hall", audience=audience, available=available)


def with_rooms(*given: Room) -> Hub:
    return a_hub("Old Mill", rooms=given)


@pytest.mark.parametrize(
    ("given", "bookable", "unknown"),
    [
        ((), (), ()),
        ((a_room(),), (), DAY_NAMES),
        ((a_room(*ALL_WEEK),), DAY_NAMES, ()),
        ((a_room(*WORKING, "closed", "unknown"),), DAY_NAMES[:5], ("Sunday",)),
        ((a_room(*WORKING, "closed", "closed"), a_room()), DAY_NAMES[:5], ("Saturday", "Sunday")),
        ((a_room(*WORKING, "by appointment", "closed"),), DAY_NAMES[:6], ()),
        ((a_room(*ALL_WEEK, audience="professionals"),), (), ()),
        ((a_room(*ALL_WEEK, audience="both"),), DAY_NAMES, ()),
    ],
)
def test_days_on_which_anyone_can_book_are_told_apart_from_unknown_ones(
    given: tuple[Room, ...], bookable: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert days_with_rooms(with_rooms(*given)) == RoomDays(bookable=bookable, unknown=unknown)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "keeps"),
    [
        ((a_room(*ALL_WEEK),), "meets"),
        ((a_room(*WORKING, "closed", "closed"),), "falls short"),
        ((a_room(*WORKING, "09:00-12:00", "unknown"),), "unknown"),
        ((a_room(*WORKING, "closed", "unknown"),), "falls short"),  # whatever Sunday is, Saturday is closed
        ((a_room(*WORKING, "closed", "closed"), a_room("closed", *("unknown",) * 6)), "unknown"),
        ((), "unknown"),
        ((a_room(*ALL_WEEK, audience="professionals"),), "unknown"),
    ],
)
def test_a_room_every_day_is_met_missed_or_not_known(given: tuple[Room, ...], keeps: str) -> None:
    assert keeps_room_days(with_rooms(*given), SEVEN) == keeps


def test_a_standard_without_rooms_asks_for_none() -> None:
    assert keeps_room_days(with_rooms(), Standard(id="hours", label="Hours", kinds=("hub",), weekly_hours=30)) is None


def test_an_evening_goes_on_after_six() -> None:
    room = a_room("09:00-18:00", "09:00-18:01", "19:00-21:00", "closed", "unknown", "18:00-01:00", "by appointment")
    assert evenings(room) == ("Tuesday", "Wednesday", "Saturday")


def test_rooms_of_hubs_that_are_not_open_are_left_out() -> None:
    shut = a_hub("Shut", status="closed", rooms=(a_room(),))
    mill = with_rooms(a_room())
    assert [hub.slug for hub, _ in rooms(a_directory(shut, mill))] == ["old-mill"]
