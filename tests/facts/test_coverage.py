"""What is held where on which day: what is there, what is missing, what nobody says, and who is nearest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hubatlas.directory import Directory
from hubatlas.facts.coverage import Coverage, CoverageRow
from hubatlas.model import Point, Schedule, Venue
from hubatlas.network import PlaceLevel
from tests.builders import (
    a_core_offer,
    a_directory,
    a_hub,
    a_network,
    a_place,
    a_schedule,
    a_service,
    a_session,
    a_statement,
    a_vocabulary,
)

TODAY = date(2026, 12, 1)  # a Tuesday
LEVELS = (
    PlaceLevel(id="county", label="County", plural="Counties"),
    PlaceLevel(id="town", label="Town", plural="Towns"),
    PlaceLevel(id="street", label="Street", plural="Streets"),
)
COUNTY = a_place("County", level="county")
NORTH = a_place("North", parent="county")
SOUTH = a_place("South", parent="county")
LANE = a_place("Lane", level="street", parent="north")
MILL = a_hub("Mill", places=("lane",), core_offer=(a_statement("advice", "not yet"),))
QUAY = a_hub("Quay", places=("south",), point=Point(latitude=50.0, longitude=-4.0, precision="building"))


def _directory(*records: Any, hubs: Any = (MILL, QUAY)) -> Directory:  # noqa: ANN401 - records of any kind
    return a_directory(
        *(COUNTY, NORTH, SOUTH, LANE),
        *hubs,
        *records,
        network=a_network(place_levels=LEVELS, core_offers=(a_core_offer("Advice"),)),
        vocabularies=[a_vocabulary("needs", "Money")],
    )


def _money(directory: Directory, place: Any) -> CoverageRow:  # noqa: ANN401 - a place, or None
    (row,) = Coverage(directory, TODAY).needs(place)
    return row


def _counts(row: CoverageRow) -> list[int]:
    return [len(day) for day in row.days]


def _service(*sessions: Any, **rest: Any) -> Any:  # noqa: ANN401 - as the builder
    return a_service(needs=("money",), core_services=("advice",), sessions=sessions, **rest)


def test_a_session_counts_on_each_of_its_days_in_its_place_and_those_around_it() -> None:
    directory = _directory(_service(a_session(hub="mill", schedule=a_schedule(days="Monday Wednesday"))))

    for place in (LANE, NORTH, COUNTY):
        assert _counts(_money(directory, place)) == [1, 0, 1, 0, 0, 0, 0]
    assert _money(directory, SOUTH).overall == "nothing"
    assert _money(directory, None).overall == "nothing"


@pytest.mark.parametrize(
    ("schedule", "counts", "otherwise"),
    [
        (a_schedule(days="Tuesday", interval=2), [0, 1, 0, 0, 0, 0, 0], "nothing"),
        (a_schedule("monthly", "Friday", weeks=("first",)), [0, 0, 0, 0, 1, 0, 0], "nothing"),
        (a_schedule(days="Tuesday", valid_to=date(2026, 11, 30)), [0] * 7, "nothing"),
        (a_schedule("dates", dates=(date(2026, 11, 30), date(2026, 12, 5))), [0, 0, 0, 0, 0, 1, 0], "nothing"),
        (a_schedule(days="Tuesday", time=None), [0, 1, 0, 0, 0, 0, 0], "nothing"),
        (a_schedule("by appointment", time=None), [0] * 7, "by appointment"),
        (a_schedule("not published", time=None), [0] * 7, "times not known"),
    ],
)
def test_days_without_a_session_say_what_is_known(schedule: Schedule, counts: list[int], otherwise: str) -> None:
    row = _money(_directory(_service(a_session(hub="mill", schedule=schedule))), NORTH)

    assert (_counts(row), row.otherwise) == (counts, otherwise)


def test_a_service_that_names_a_hub_and_no_times_is_there_at_times_not_known() -> None:
    row = _money(_directory(_service(a_session(hub="quay"), hubs=("mill",))), NORTH)

    assert [row.state(day) for day in range(7)] == ["times not known"] * 7


def test_a_service_at_every_hub_is_in_every_place_that_has_a_hub() -> None:
    directory = _directory(_service(at_every_hub="yes"))

    assert {_money(directory, place).otherwise for place in (NORTH, SOUTH, COUNTY)} == {"times not known"}


@pytest.mark.parametrize(
    "rest", [{"status": "planned"}, {"status": "ended"}, {"needs": ()}], ids=["planned", "ended", "another need"]
)
def test_what_is_not_running_covers_nothing(rest: dict[str, Any]) -> None:
    service = a_service(**{"needs": ("money",), "sessions": (a_session(hub="mill"),)} | rest)

    assert _money(_directory(service), NORTH).overall == "nothing"


def test_sessions_at_a_hub_that_is_not_open_do_not_count() -> None:
    planned = a_hub("Mill", status="planned", places=("lane",))

    assert _money(_directory(_service(a_session(hub="mill")), hubs=(planned,)), NORTH).overall == "nothing"


def test_a_session_at_another_venue_counts_in_the_places_of_the_venue() -> None:
    directory = _directory(_service(a_session(venue=Venue(name="Elm", places=("lane",)))))

    assert _counts(_money(directory, NORTH)) == [0, 1, 0, 0, 0, 0, 0]


def test_what_needs_no_place_is_told_by_itself_and_where_a_hub_gives_it_so() -> None:
    directory = _directory(_service(a_session(), hubs=("mill",)))

    for place in (None, NORTH):
        assert _counts(_money(directory, place)) == [0, 1, 0, 0, 0, 0, 0]
    assert _money(directory, SOUTH).overall == "nothing"


def test_one_session_in_two_ways_counts_once() -> None:
    two = (a_hub("Mill", places=("lane",)), a_hub("Forge", places=("north",)))
    directory = _directory(_service(a_session(), hubs=("mill", "forge")), hubs=two)

    assert _counts(_money(directory, NORTH)) == [0, 1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("place", "otherwise"),
    [
        (NORTH, "nothing"),  # its only hub says: not yet
        (SOUTH, "not known"),  # its only hub says nothing
        (COUNTY, "not known"),
    ],
)
def test_a_core_service_is_only_called_missing_where_every_hub_says_so(place: Any, otherwise: str) -> None:  # noqa: ANN401
    (row,) = Coverage(_directory(), TODAY).core_services(place)

    assert row.otherwise == otherwise


def test_a_core_service_that_a_hub_states_is_there_at_times_not_known() -> None:
    stating = a_hub("Mill", places=("lane",), core_offer=(a_statement("advice"),))
    (row,) = Coverage(_directory(hubs=(stating,)), TODAY).core_services(NORTH)

    assert row.otherwise == "times not known"


def _point(latitude: float) -> Point:
    return Point(latitude=latitude, longitude=-4.0, precision="building")


def test_the_nearest_is_one_that_has_it_on_a_day_that_is_missing() -> None:
    hubs = (
        a_hub("Mill", places=("lane",), point=_point(50.0)),
        a_hub("Near, same day", places=("south",), point=_point(50.1)),
        a_hub("Further, another day", places=("south",), point=_point(50.2)),
    )
    sessions = (
        a_session("a", hub="mill"),
        a_session("b", hub="near-same-day"),
        a_session("c", hub="further-another-day", schedule=a_schedule(days="Friday")),
    )

    nearest = _money(_directory(_service(*sessions), hubs=hubs), NORTH).nearest

    assert nearest is not None
    assert (nearest.hub.slug, round(nearest.miles), nearest.days) == ("further-another-day", 14, ("Friday",))


def test_a_place_on_no_map_has_no_nearest() -> None:
    assert _money(_directory(_service(a_session(hub="quay"))), NORTH).nearest is None


def test_a_place_with_something_every_day_needs_no_nearest() -> None:
    every_day = a_schedule(days="Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    sessions = (a_session("a", hub="mill", schedule=every_day), a_session("b", hub="quay"))
    hubs = (a_hub("Mill", places=("lane",), point=_point(50.0)), QUAY)

    assert _money(_directory(_service(*sessions), hubs=hubs), NORTH).nearest is None


@pytest.mark.parametrize(
    ("hubs", "level"),
    [
        ((MILL, QUAY), "town"),
        ((MILL,), "county"),
        ((MILL, a_hub("Shut", places=("south",), status="closed")), "county"),
        ((a_hub("Nowhere"),), None),
    ],
)
def test_places_are_compared_at_the_widest_level_with_more_than_one(hubs: Any, level: str | None) -> None:  # noqa: ANN401
    found = Coverage(_directory(hubs=hubs), TODAY).level

    assert (found and found.id) == level


def test_hubs_that_lie_in_none_of_the_places_are_named() -> None:
    nowhere = a_hub("Nowhere")
    coverage = Coverage(_directory(hubs=(MILL, QUAY, nowhere)), TODAY)

    assert coverage.hubs_outside([NORTH]) == (nowhere, QUAY)
