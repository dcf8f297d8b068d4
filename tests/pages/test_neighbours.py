"""What is shown of networks next door: near places only, always with whose word it is and of which day."""

from datetime import date
from typing import Any

from hubatlas.directory import Directory
from hubatlas.model import Neighbour, NeighbourPlace, Point
from hubatlas.pages.neighbours import contexts
from hubatlas.publication import Licence, NeighbourFeed
from tests.builders import a_directory, a_hub, a_network
from tests.pages.test_contexts import page_at

LICENCE = Licence(name="OGL", url="https://example.org/licence", attribution="Contains data of the Coast.")


def point(latitude: float) -> Point:
    return Point(latitude=latitude, longitude=-4.1, precision="building")


def a_border(*places: NeighbourPlace, fetched_on: date = date(2026, 11, 20), **hub: Any) -> Directory:  # noqa: ANN401
    feed = NeighbourFeed(id="coast", name="Coast", feed="https://coast.example.org/", miles=5, licence=LICENCE)
    copy = Neighbour(slug="coast", publisher="Coast Council", fetched_on=fetched_on, places=places)
    mill = a_hub("Mill", **{"point": point(50.40), **hub})
    return a_directory(mill, network=a_network(neighbours=(feed,)), neighbours=(copy,))


PIER = NeighbourPlace(name="Pier Hub", point=point(50.42), page="https://coast.example.org/pier/", services=("Advice",))


def test_places_say_how_far_they_are_and_whose_word_it_is() -> None:
    [section] = page_at(a_border(PIER), "/neighbours/").sections
    [place] = section.places
    assert (place.link.label, place.miles, place.hub.address) == ("Pier Hub", "1.4 miles", "/hubs/mill/")
    assert section.source == "From the open data of Coast Council, as of 20 November 2026."
    assert (section.attribution, section.licence.label, section.old) == ("Contains data of the Coast.", "OGL", False)


def test_an_old_copy_is_called_old() -> None:
    [section] = page_at(a_border(PIER, fetched_on=date(2026, 10, 1)), "/neighbours/").sections
    assert section.old


def test_hub_page_names_the_nearest_of_them() -> None:
    [near] = page_at(a_border(PIER), "/hubs/mill/").over_the_border
    assert (near.link.address, near.source) == ("https://coast.example.org/pier/", "Coast, as of 20 November 2026")


def test_what_is_far_or_cannot_be_measured_is_not_shown() -> None:
    far = NeighbourPlace(name="Far Hub", point=point(51.5))
    for directory in (a_border(far), a_border(PIER, point=None), a_border(PIER, status="planned"), a_border()):
        assert list(contexts(directory, date(2026, 12, 1))) == []
        assert page_at(directory, "/hubs/mill/").over_the_border == ()
