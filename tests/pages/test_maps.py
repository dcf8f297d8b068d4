"""The maps that are drawn when the site is built: well-formed, small, the same each time, and true to the figures."""

from __future__ import annotations

import gzip
import re
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hubatlas.directory import Directory
from hubatlas.model import Boundaries, Hub, Point
from hubatlas.network import PlaceLevel
from hubatlas.pages.hub_map import MOST_NUMBERED, HubMap, map_of_all, map_of_hub, map_of_place
from hubatlas.pages.map_view import WIDTH, path_of, room_for, spread, view_of
from tests.builders import a_directory, a_hub, a_network, a_place

KB = 1024
MOST_BYTES = 6 * KB
PAGES = ("index.html", "hubs/index.html", "hubs/*/index.html", "places/*/index.html")
SVG = "{http://www.w3.org/2000/svg}"


def at(latitude: float, longitude: float) -> Point:
    return Point(latitude=latitude, longitude=longitude, precision="building")


def drawings(site: Path) -> dict[str, str]:
    """Each drawing of the site as it is in its page, by the page's path."""
    found = {}
    for pattern in PAGES:
        for file in sorted(site.glob(pattern)):
            drawn = re.search(r'<svg class="hub-map__drawing".*?</svg>', file.read_text("utf-8"), re.DOTALL)
            if drawn is not None:
                found[file.relative_to(site).as_posix()] = drawn[0]
    return found


def test_drawings_are_well_formed_named_and_small(built_site: Path) -> None:
    found = drawings(built_site)
    assert len(found) > 10
    assert {"index.html", "hubs/index.html"} <= found.keys()
    for path, drawn in found.items():
        root = ET.fromstring(drawn)  # noqa: S314 - our own
        assert root.get("role") == "img", path
        named = {each.get("id"): each.text for each in root if each.tag in {f"{SVG}title", f"{SVG}desc"}}
        assert root.get("aria-labelledby", "").split() == list(named), path
        assert all(named.values()), path
        assert len(gzip.compress(drawn.encode())) <= MOST_BYTES, path
        _, _, width, height = map(float, root.get("viewBox", "").split())
        for circle in root.iter(f"{SVG}circle"):
            if "hub-map__mark" in circle.get("class", ""):
                assert 0 <= float(circle.get("cx", "-1")) <= width, path
                assert 0 <= float(circle.get("cy", "-1")) <= height, path


def test_every_number_of_a_drawing_is_in_its_list(built_site: Path) -> None:
    for path, drawn in drawings(built_site).items():
        root = ET.fromstring(drawn)  # noqa: S314 - our own
        numbers = {text.text for text in root.iter(f"{SVG}text") if "hub-map__digit" in text.get("class", "")}
        page = (built_site / path).read_text("utf-8")
        assert numbers == set(re.findall(r'class="hub-map__number">(\d+)<', page)), path


def some_hubs(count: int, places: int = 0) -> Directory:
    """A network with so many hubs close together, from west to east."""
    hubs = tuple(
        a_hub(f"Hub {number:03}", point=at(50.37 + number % 3 / 300, -4.14 + number / 4_000)) for number in range(count)
    )
    named = tuple(a_place(f"Town {number}", point=at(50.36 + number / 1_600, -4.14)) for number in range(places))
    return a_directory(*hubs, *named)


def test_a_map_needs_something_that_is_on_it() -> None:
    nowhere = a_hub("Old Mill Hub")
    assert map_of_all(a_directory(nowhere)) is None
    assert map_of_hub(a_directory(nowhere), nowhere, ()) is None
    assert map_of_place(a_directory(a_place("Riverside", point=at(50, -4))), a_place("Riverside"), ()) is None


def test_marks_do_not_cover_each_other_and_say_where_they_belong() -> None:
    drawn = map_of_all(some_hubs(12))
    assert drawn is not None
    assert [mark.number for mark in drawn.marks] == list(range(1, 13))
    for one, other in combinations(drawn.marks, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    moved = [mark for mark in drawn.marks if mark.home is not None]
    assert all(mark.home and hypot(mark.x - mark.home[0], mark.y - mark.home[1]) > mark.radius for mark in moved)


def test_two_hubs_in_one_building_have_a_mark_each() -> None:
    here = at(50.3706, -4.1422)
    drawn = map_of_all(a_directory(a_hub("A hub", point=here), a_hub("B hub", point=here)))
    assert drawn is not None
    one, other = drawn.marks
    assert hypot(one.x - other.x, one.y - other.y) >= 2 * one.radius


def test_of_very_many_hubs_each_is_a_dot() -> None:
    drawn = map_of_all(some_hubs(MOST_NUMBERED + 1))
    assert drawn is not None
    assert drawn.entries == ()
    assert {mark.number for mark in drawn.marks} == {None}
    assert len(drawn.marks) > MOST_NUMBERED / 2


def test_a_hub_that_has_ended_is_on_no_map() -> None:
    hubs = (a_hub("Old Mill Hub", point=at(50.37, -4.14)), a_hub("Boat Shed", point=at(50.38, -4.1), status="closed"))
    drawn = map_of_all(a_directory(*hubs))
    assert drawn is not None
    assert [entry.link.label for entry in drawn.entries] == ["Old Mill Hub"]
    assert map_of_hub(a_directory(*hubs), hubs[1], hubs[:1]) is None


def test_a_hub_to_come_looks_otherwise_and_its_entry_says_so() -> None:
    drawn = map_of_all(a_directory(a_hub("Old Mill Hub", point=at(50.37, -4.14), status="planned")))
    assert drawn is not None
    assert [mark.look for mark in drawn.marks] == ["coming"]
    assert [entry.note for entry in drawn.entries] == ["planned"]
    assert ("coming", "Planned, not open yet") in drawn.looks


def test_the_map_of_a_hub_has_it_in_the_middle_and_what_is_near_it() -> None:
    directory = some_hubs(9)
    hub, *others = directory.hubs
    drawn = map_of_hub(directory, hub, others)
    assert drawn is not None
    middle = next(mark for mark in drawn.marks if mark.look == "middle")
    assert abs(middle.x - WIDTH / 2) <= 1
    assert drawn.middle == hub.slug
    assert [entry.link.label for entry in drawn.entries] == [other.name for other in others[:3]]


def test_the_scale_is_as_long_as_it_says() -> None:
    west, east = a_hub("West", point=at(50.4, -4.2)), a_hub("East", point=at(50.4, -4.1))
    drawn = map_of_all(a_directory(west, east))
    assert drawn is not None
    length, words = drawn.scale
    apart = abs(drawn.marks[0].x - drawn.marks[1].x)  # 0.1 degrees: 4.41 miles this far north
    assert words == "1 mile"
    assert length == pytest.approx(apart / 4.41, rel=0.02)


def names(drawn: HubMap | None) -> list[str]:
    assert drawn is not None
    return [name.name for name in drawn.names]


def a_hub_in(*places: str) -> Hub:
    return a_hub("Old Mill Hub", point=at(50.37, -4.14), places=places)


def test_a_place_without_a_point_is_named_where_its_hub_is_and_others_that_the_hub_serves_are_not() -> None:
    places = (a_place("Riverside"), a_place("Weir Lane"), a_place("Uphill"))
    assert names(map_of_all(a_directory(a_hub_in("riverside", "uphill"), *places))) == ["Riverside"]


def test_the_name_of_the_whole_area_is_left_out_for_those_within_it() -> None:
    levels = (
        PlaceLevel(id="town", label="Town", plural="Towns"),
        PlaceLevel(id="ward", label="Ward", plural="Wards"),
    )
    places = (
        a_place("Riverside", point=at(50.37, -4.14)),
        a_place("Weir Lane", level="ward", parent="riverside", point=at(50.375, -4.14)),
    )
    network = a_network(place_levels=levels)
    assert names(map_of_all(a_directory(a_hub_in("weir-lane"), *places, network=network))) == ["Weir Lane"]


def test_names_of_places_do_not_cover_each_other() -> None:
    drawn = map_of_all(some_hubs(3, places=40))
    assert drawn is not None
    assert 1 < len(drawn.names) < 40
    heights = sorted(name.y for name in drawn.names if name.anchor == "middle")
    assert all(later - earlier >= 25 for earlier, later in pairwise(heights))


def test_only_what_is_seen_of_an_outline_is_drawn() -> None:
    view = view_of([at(50.4, -4.2), at(50.3, -4.1)], 1_000)
    everywhere = ((-5.0, 50.0), (-3.0, 50.0), (-3.0, 51.0), (-5.0, 51.0))
    elsewhere = ((-3.0, 52.0), (-2.0, 52.0), (-2.0, 53.0))
    assert path_of(view, [elsewhere]) == ""
    numbers = [abs(int(number)) for number in re.findall(r"-?\d+", path_of(view, [everywhere]))]
    assert max(numbers) <= max(WIDTH, view.height) + 24


def test_outlines_are_drawn_where_the_network_has_them() -> None:
    ring = ((-4.2, 50.3), (-4.0, 50.3), (-4.0, 50.45), (-4.2, 50.45))
    directory = a_directory(a_hub_in(), boundaries=Boundaries(outlines=((ring,),)))
    drawn = map_of_all(directory)
    assert drawn is not None
    assert drawn.land.startswith("M")
    assert drawn.land.endswith("z")


def test_spreading_keeps_marks_in_the_frame_and_leaves_those_apart_where_they_are() -> None:
    frame = (20.0, 20.0, 300.0, 200.0)
    assert spread([(50, 50), (200, 100)], 40, frame) == [(50, 50), (200, 100)]
    for x, y in spread([(20, 20)] * 6, 40, frame):
        assert 20 <= x <= 300
        assert 20 <= y <= 200


def test_a_name_finds_the_nearest_free_side_or_none() -> None:
    frame = (0.0, 0.0, 400.0, 400.0)
    mark = (180.0, 180.0, 220.0, 220.0)
    found = room_for((100, 20), (200, 200), [mark], frame)
    assert found is not None
    box, anchor = found
    assert anchor == "middle"
    assert box[3] <= 180
    assert room_for((100, 20), (200, 200), [(0, 0, 400, 400)], frame) is None
