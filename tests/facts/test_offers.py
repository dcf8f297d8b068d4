"""What is offered where."""

import pytest

from hubatlas.facts.offers import by_need, hubs_of, miles_between, nearest_hubs, services_at
from hubatlas.model import Point
from tests.builders import a_directory, a_hub, a_service, a_session, a_vocabulary

MILL = a_hub("Old Mill")
QUAY = a_hub("Quay")
PLANNED = a_hub("Planned Hub", status="planned")
EVERYWHERE = a_service("A friendly ear", at_every_hub="yes")
NAMED = a_service("Warm room", hubs=("old-mill",))
HELD = a_service("Chess", sessions=(a_session(hub="quay"), a_session("phone")))
ENDED = a_service("Old club", hubs=("old-mill",), status="ended")
DIRECTORY = a_directory(MILL, QUAY, PLANNED, EVERYWHERE, NAMED, HELD, ENDED)


def test_a_hub_gives_what_names_it_what_is_held_there_and_what_every_hub_gives() -> None:
    assert services_at(DIRECTORY, MILL) == (EVERYWHERE, NAMED)
    assert services_at(DIRECTORY, QUAY) == (EVERYWHERE, HELD)


def test_a_hub_that_is_not_open_gives_only_what_names_it() -> None:
    assert services_at(DIRECTORY, PLANNED) == ()


def test_a_satellite_gives_only_what_names_it() -> None:
    landing = a_hub("Landing", kind="satellite", parent="quay")
    rowing = a_service("Rowing", hubs=("landing",))
    directory = a_directory(QUAY, landing, EVERYWHERE, rowing)
    assert services_at(directory, landing) == (rowing,)
    assert hubs_of(directory, EVERYWHERE) == (QUAY,)


def test_a_service_knows_its_hubs() -> None:
    assert hubs_of(DIRECTORY, EVERYWHERE) == (MILL, QUAY)
    assert hubs_of(DIRECTORY, NAMED) == (MILL,)
    assert hubs_of(DIRECTORY, HELD) == (QUAY,)


def test_services_stand_under_each_of_their_needs_and_the_rest_comes_last() -> None:
    needs = a_vocabulary("needs", "Money", "Company", "Housing")
    both = a_service("Lunch and advice", needs=("company", "money"))
    other = a_service("Something else")
    directory = a_directory(both, other, vocabularies=[needs])
    groups = [(group.need and group.need.label, group.services) for group in by_need(directory, [other, both])]
    assert groups == [("Money", (both,)), ("Company", (both,)), (None, (other,))]


@pytest.mark.parametrize(
    ("here", "there", "miles"),
    [
        ((50.37, -4.14), (50.37, -4.14), 0),
        # A degree of latitude is 69.1 miles, a degree of longitude half of that at 60 degrees north.
        ((50.0, -4.0), (51.0, -4.0), 69.1),
        ((51.5074, -0.1278), (55.9533, -3.1883), 332),  # London to Edinburgh
        ((60.0, -4.0), (60.0, -5.0), 34.5),
    ],
)
def test_distances_follow_the_curve_of_the_earth(
    here: tuple[float, float], there: tuple[float, float], miles: float
) -> None:
    assert miles_between(a_point(*here), a_point(*there)) == pytest.approx(miles, abs=0.5)


def test_the_nearest_hubs_are_open_ones_whose_place_is_known() -> None:
    near = a_hub("Near", point=a_point(50.37, -4.14))
    far = a_hub("Far", point=a_point(50.40, -4.14))
    same = a_hub("Also near", point=a_point(50.37, -4.14))
    closed = a_hub("Shut", status="closed", point=a_point(50.37, -4.14))
    directory = a_directory(near, far, same, closed, a_hub("By phone only"))
    found = nearest_hubs(directory, a_point(50.37, -4.14), 3)
    assert [hub for hub, _ in found] == [same, near, far]
    assert found[2][1] == pytest.approx(2.07, abs=0.01)
    assert nearest_hubs(directory, a_point(50.37, -4.14), 1) == found[:1]


def a_point(latitude: float, longitude: float) -> Point:
    return Point(latitude=latitude, longitude=longitude, precision="building")
