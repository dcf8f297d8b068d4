"""What is in a place: hubs in it, around it and serving it, and how deprived its small areas are."""

import pytest

from hubatlas.facts.places import SmallAreas, held_in, hubs_around, serves_most_deprived, small_areas
from hubatlas.model import Point, ServedAreas, SmallArea, Venue
from tests.builders import a_directory, a_hub, a_place, a_service, a_session

COUNTY = a_place("County")
DISTRICT = a_place("District", parent="county")
LOCALITY = a_place("Locality", parent="district")
TOWN = a_place("Town", parent="locality", point=Point(latitude=50.0, longitude=-4.0, precision="area"))
ESTATE = a_place("Estate", parent="town")
TREE = (COUNTY, DISTRICT, LOCALITY, TOWN, ESTATE)


def test_a_hub_is_in_every_place_around_it_however_deep() -> None:
    hub = a_hub("Old Mill", places=("estate",))
    directory = a_directory(hub, *TREE)
    assert [hubs_around(directory, place).within for place in TREE] == [(hub,)] * 5


@pytest.mark.parametrize("served", ["town", "county", "estate"])
def test_a_hub_elsewhere_serves_a_place_that_it_names_or_that_lies_in_or_around_it(served: str) -> None:
    hub = a_hub("Line", serves=ServedAreas(places=(served,)))
    around = hubs_around(a_directory(hub, *TREE), TOWN)
    assert (around.within, around.serving) == ((), (hub,))


def test_a_place_without_an_open_hub_knows_the_nearest() -> None:
    there = a_hub("Old Mill", point=Point(latitude=50.1, longitude=-4.0, precision="building"))
    shut = a_hub("Shut", status="closed", places=("town",))
    around = hubs_around(a_directory(there, shut, *TREE), TOWN)
    assert around.within == (shut,)
    assert [(hub, round(miles, 1)) for hub, miles in around.nearest] == [(there, 6.9)]


def test_a_place_with_an_open_hub_needs_no_other() -> None:
    hub = a_hub("Old Mill", places=("town",), point=Point(latitude=50.1, longitude=-4.0, precision="building"))
    assert hubs_around(a_directory(hub, *TREE), TOWN).nearest == ()


def test_what_is_on_in_a_place_is_at_its_hubs_and_its_other_venues() -> None:
    hub = a_hub("Old Mill", places=("estate",))
    at_hub = a_service("Choir", sessions=(a_session(hub="old-mill"),))
    at_surgery = a_service("Clinic", sessions=(a_session(venue=Venue(name="Surgery", places=("town",))),))
    by_phone = a_service("Line", sessions=(a_session(),))
    ended = a_service("Old club", status="ended", sessions=(a_session(hub="old-mill"),))
    directory = a_directory(hub, at_hub, at_surgery, by_phone, ended, *TREE)
    assert [service.name for service, _ in held_in(directory, "town")] == ["Choir", "Clinic"]
    assert [service.name for service, _ in held_in(directory, "estate")] == ["Choir"]


WORST = SmallArea(code="E01000001", quintile=1, year=2019)
BEST = SmallArea(code="E01000002", quintile=5, year=2015)
SILENT = SmallArea(code="E01000003")


def test_small_areas_are_counted_with_the_years_they_were_read_from() -> None:
    assert small_areas((WORST, BEST, SILENT)) == SmallAreas(count=3, most_deprived=1, unknown=1, years=(2015, 2019))
    assert small_areas(()) is None


@pytest.mark.parametrize(
    ("areas", "serves"),
    [((WORST, BEST), True), ((BEST,), False), ((BEST, SILENT), None), ((WORST, SILENT), True), ((), None)],
)
def test_whether_a_hub_serves_the_most_deprived_is_yes_no_or_not_known(
    areas: tuple[SmallArea, ...], *, serves: bool | None
) -> None:
    assert serves_most_deprived(a_hub(serves=ServedAreas(lsoas=areas))) is serves
    assert serves_most_deprived(a_hub()) is None
