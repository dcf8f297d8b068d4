"""What in a timetable is worth a look."""

from datetime import date

import pytest

from hubatlas.facts.timetable_checks import TimetableCheck, timetable_checks
from hubatlas.model import Room, Schedule
from tests.builders import a_directory, a_hub, a_schedule, a_service, a_session, some_hours

TODAY = date(2026, 12, 1)  # a Tuesday
ROOMS = (Room(id="hall", name="Hall", kind="hall"), Room(id="loft", name="Loft", kind="hall"))
WEEKLY = a_schedule(days="Tuesday", time="10:00-12:00")


def checks(first: Schedule, second: Schedule, *, second_room: str = "hall") -> tuple[TimetableCheck, ...]:
    """What is told of two sessions at one hub, the first in its hall."""
    mill = a_hub("Old Mill", rooms=ROOMS)
    choir = a_service("Choir", sessions=(a_session("a", first, hub="old-mill", room="hall"),))
    yoga = a_service("Yoga", sessions=(a_session("b", second, hub="old-mill", room=second_room),))
    return timetable_checks(a_directory(mill, choir, yoga), TODAY)


@pytest.mark.parametrize(
    ("second", "day"),
    [
        (a_schedule(days="Tuesday", time="11:30-13:00"), date(2026, 12, 1)),
        (a_schedule(days="Tuesday", time="12:00-13:00"), None),  # one ends as the other begins
        (a_schedule(days="Wednesday", time="10:00-12:00"), None),
        (a_schedule("monthly", days="Tuesday", weeks=("second",)), date(2026, 12, 8)),
        (a_schedule("dates", dates=(date(2026, 12, 15),)), date(2026, 12, 15)),
        (a_schedule(days="Tuesday", valid_to=date(2026, 11, 30)), None),
        (a_schedule(days="Tuesday", time=None), None),  # when in the day is not known
        (a_schedule(days="Monday", time="22:00-11:00"), date(2026, 12, 8)),  # over midnight into Tuesday
    ],
)
def test_a_room_used_twice_at_once_is_told_of_with_the_first_day(second: Schedule, day: date | None) -> None:
    assert [check.day for check in checks(WEEKLY, second)] == ([day] if day else [])


def test_sessions_every_second_week_that_never_meet_are_no_clash() -> None:
    odd = a_schedule(days="Tuesday", interval=2, valid_from=date(2026, 12, 1))
    even = a_schedule(days="Tuesday", interval=2, valid_from=date(2026, 12, 8))
    assert checks(odd, even) == ()


def test_a_date_on_which_one_is_not_held_is_no_clash() -> None:
    once = a_schedule("dates", dates=(date(2026, 12, 8),))
    away = a_schedule(days="Tuesday", except_dates=(date(2026, 12, 8),))
    assert checks(away, once) == ()


def test_two_rooms_of_one_hub_can_be_used_at_once() -> None:
    assert checks(WEEKLY, WEEKLY, second_room="loft") == ()


def test_a_long_session_clashes_with_each_that_begins_within_it() -> None:
    mill = a_hub("Old Mill", rooms=ROOMS)
    times = {"fair": "09:00-17:00", "choir": "10:00-11:00", "yoga": "15:00-16:00"}
    services = [
        a_service(name, sessions=(a_session("x", a_schedule(days="Tuesday", time=time), hub="old-mill", room="hall"),))
        for name, time in times.items()
    ]
    found = timetable_checks(a_directory(mill, *services), TODAY)
    assert [[service.slug for service, _ in check.sessions] for check in found] == [["fair", "choir"], ["fair", "yoga"]]


@pytest.mark.parametrize(
    ("tuesday", "told"),
    [("09:00-17:00", False), ("11:00-17:00", True), ("closed", True), ("unknown", False), ("by appointment", False)],
)
def test_a_session_while_its_hub_is_known_to_be_closed_is_told_of(tuesday: str, *, told: bool) -> None:
    week = ("closed", tuesday, "closed", "closed", "closed", "closed", "closed")
    mill = a_hub("Old Mill", opening_hours=some_hours(*week, bank_holidays="closed"))
    service = a_service("Choir", sessions=(a_session("a", WEEKLY, hub="old-mill"),))
    found = timetable_checks(a_directory(mill, service), TODAY)
    assert [check.what for check in found] == (["hub closed"] if told else [])


def test_a_note_says_that_a_session_outside_the_hours_is_meant() -> None:
    mill = a_hub("Old Mill", opening_hours=some_hours("closed"))
    service = a_service("Choir", sessions=(a_session("a", WEEKLY, hub="old-mill", note="Ring the bell."),))
    assert timetable_checks(a_directory(mill, service), TODAY) == ()
