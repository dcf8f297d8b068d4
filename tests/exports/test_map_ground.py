"""What maps that move are drawn from, read back as somebody else would."""

from __future__ import annotations

from datetime import date
from typing import Any

import geojson

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.map_ground import MAP_GROUND
from hubatlas.model import Boundaries, Point
from tests.builders import Record, a_directory, a_hub, a_place, some_hours

HERE = Point(latitude=50.3706, longitude=-4.1422, precision="building")
RING = ((-4.2, 50.3), (-4.1, 50.3), (-4.1, 50.4))


def ground(*records: Record, **rest: Any) -> Any:  # noqa: ANN401 - the library's own type
    edition = Edition(directory=a_directory(*records, **rest), today=date(2026, 12, 1))
    ((address, content),) = MAP_GROUND.files(edition)
    assert address == urls.MAP_GROUND
    read = geojson.loads(content)
    assert read.is_valid, read.errors()
    return read


def of_kind(read: Any, kind: str) -> list[Any]:  # noqa: ANN401 - as above
    return [each for each in read.features if each.properties["kind"] == kind]


def test_hubs_that_are_there_or_to_come_are_in_it_with_their_hours() -> None:
    read = ground(
        a_hub("Old Mill Hub", point=HERE, opening_hours=some_hours("09:00-17:00")),
        a_hub("Boat Shed", point=HERE, status="planned", opening_hours=some_hours("09:00-17:00")),
        a_hub("Weir House", point=HERE, status="closed"),
        a_hub("Nowhere"),
    )
    shed, mill = of_kind(read, "hub")
    assert (mill.properties["name"], mill.properties["page"]) == ("Old Mill Hub", "/hubs/old-mill-hub/")
    assert mill.geometry.coordinates == [-4.1422, 50.3706]
    assert mill.properties["hours"]["week"][0]["spans"] == [[540, 1020]]
    assert (shed.properties["shown_as"], shed.properties["hours"]) == ("coming", None)


def test_hours_that_nobody_has_stated_are_not_shown_as_closed() -> None:
    read = ground(a_hub("Old Mill Hub", point=HERE, opening_hours=some_hours("unknown")))
    assert of_kind(read, "hub")[0].properties["hours"] is None
    assert read["unknown_hours"] == "Opening hours are not yet published. Ring before you go."


def test_names_of_places_and_outlines_are_in_it() -> None:
    read = ground(
        a_hub("Old Mill Hub", point=HERE, places=("weir-lane",)),
        a_place("Riverside", point=HERE),
        a_place("Uphill"),
        a_place("Weir Lane", parent="riverside"),
        a_place("Wide"),
        boundaries=Boundaries(outlines=((RING,),)),
    )
    assert [each.properties["name"] for each in of_kind(read, "place")] == ["Riverside", "Weir Lane"]
    (outline,) = of_kind(read, "outline")
    (line,) = outline.geometry.coordinates
    assert line[0] == line[-1]
    assert len(line) == len(RING) + 1
