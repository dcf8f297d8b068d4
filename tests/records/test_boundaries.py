"""Outlines that a network puts beside its records: checked like them, made simpler, and never without their source."""

import json
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest

from hubatlas.records import load
from hubatlas.records.boundaries import read
from hubatlas.records.outlines import MOST_POINTS, simplified
from tests.records.riverside_network import SCHEMA, copied, said_of

SQUARE = [[-4.2, 50.3], [-4.1, 50.3], [-4.1, 50.4], [-4.2, 50.4], [-4.2, 50.3]]
STATED = """map:
  boundaries:
    source: Drawn for a test
    licence: {name: OGL, url: https://example.org/licence, attribution: Drawn for a test.}
"""
NONE = "map:\n  tiles:\n    url: none\n"


def an_area(*rings: object, kind: str = "Polygon") -> dict[str, Any]:
    return {"type": "Feature", "properties": {"WD25CD": "E05"}, "geometry": {"type": kind, "coordinates": [*rings]}}


def a_file(*features: object) -> str:
    lines = ",\n".join(json.dumps(each) for each in features)
    return f'{{"type": "FeatureCollection", "name": "wards",\n"features": [\n{lines}\n]}}\n'


def a_network(folder: Path, outlines: str | None, settings: str = STATED) -> Path:
    content = copied(folder)
    add_outlines(content, outlines, settings)
    return content


def add_outlines(content: Path, outlines: str | None, settings: str = STATED) -> None:
    """Put outlines, where there are some, and what is said of them into a network."""
    with (content / "network.yaml").open("a", encoding="utf-8") as network:
        network.write(settings)
    if outlines is not None:
        (content / "boundaries.geojson").write_text(outlines, encoding="utf-8")


def test_outlines_are_loaded_as_rings(tmp_path: Path) -> None:
    directory = load(a_network(tmp_path, a_file(an_area(SQUARE))), SCHEMA)

    assert directory.boundaries is not None
    ((ring,),) = directory.boundaries.outlines
    assert set(ring) == {(-4.2, 50.3), (-4.1, 50.3), (-4.1, 50.4), (-4.2, 50.4)}


REFUSED = {
    "a point": (
        a_file(an_area(SQUARE), {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}),
        "content/boundaries.geojson:4:1: this feature is a Point; only areas are drawn",
    ),
    "swapped": (
        a_file(an_area([[y, x] for x, y in SQUARE])),
        "content/boundaries.geojson:3:1: the point 50.3, -4.2 is outside the United Kingdom",
    ),
    "in metres": (
        a_file(an_area([[247000, 54000], [248000, 54000], [248000, 55000]])),
        "content/boundaries.geojson:3:1: the point 247000, 54000 is outside the United Kingdom",
    ),
    "not JSON": (
        '{"type": "FeatureCollection",\n"features": [}',
        "content/boundaries.geojson:2:14: this is not JSON: expecting value",
    ),
    "one feature": (
        json.dumps(an_area(SQUARE)),
        "content/boundaries.geojson:1:1: this is not a GeoJSON FeatureCollection",
    ),
    "no areas": (a_file(), "content/boundaries.geojson:1:1: the file holds no outline"),
    "a line": (
        a_file(an_area(SQUARE[:2])),
        "content/boundaries.geojson:3:1: the outline has fewer than three points",
    ),
    "texts": (
        a_file(an_area([["a", "b"]] * 3)),
        "content/boundaries.geojson:3:1: the outline has a point that is not two numbers",
    ),
    "flat": (
        a_file(an_area(1.5)),
        "content/boundaries.geojson:3:1: the coordinates here are not nested as those of an area are",
    ),
    "nested without end": ("[" * 100_000, "content/boundaries.geojson:1:1: this is not GeoJSON"),
    "no number": (
        a_file(an_area([[float("nan"), 1.0]] * 3)),
        "content/boundaries.geojson:1:1: this is not GeoJSON",
    ),
}
"""What cannot be drawn, and how that is told."""


@pytest.mark.parametrize(("outlines", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, outlines: str, said: str) -> None:
    problems = said_of(a_network(tmp_path, outlines))

    assert len(problems) == 1
    assert problems[0].startswith(said)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    (problem,) = said_of(a_network(tmp_path, " " * 2_500_000))
    assert problem.startswith("content/boundaries.geojson:1:1: the file is larger than 2 MiB; ")


def test_outlines_whose_source_is_not_stated_are_refused(tmp_path: Path) -> None:
    (problem,) = said_of(a_network(tmp_path, a_file(an_area(SQUARE)), NONE))
    assert problem.startswith("content/boundaries.geojson:1:1: nothing says whose these boundaries are; ")


def test_a_source_of_outlines_that_are_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = said_of(a_network(tmp_path, None))
    assert ": there is no boundaries.geojson; " in problem
    assert problem.startswith("content/network.yaml:")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/tiles/area.png", "is not a PMTiles file on this site"),
        ("/../area.pmtiles", "is not a PMTiles file on this site"),
        ("http://tiles.example.org/{z}/{x}/{y}.png", "does not begin with https://"),
        ("https://tiles.example.org/{z}/{x}.png", "has no {z}, {x} and {y}"),
        ("https://{z}.example.org/{x}/{y}.png", "is not a web address"),
        ("https://127.0.0.1/{z}/{x}/{y}.png", "is not a web address"),
    ],
)
def test_a_source_of_streets_that_cannot_be_one_is_told(tmp_path: Path, address: str, said: str) -> None:
    settings = f'map:\n  tiles:\n    url: "{address}"\n    attribution: Somebody\n'
    (problem,) = said_of(a_network(tmp_path, None, settings))
    assert said in problem


def test_streets_without_an_attribution_are_refused(tmp_path: Path) -> None:
    (problem,) = said_of(a_network(tmp_path, None, "map:\n  tiles:\n    url: /tiles/area.pmtiles\n"))
    assert "nothing says whose the street pictures are" in problem


def a_circle(points: int, middle: float = -4.0, turn: float = 0) -> list[list[float]]:
    angles = [turn + 2 * pi * step / points for step in range(points)]
    ring = [[round(middle + cos(angle) / 10, 6), round(50.4 + sin(angle) / 20, 6)] for angle in angles]
    return [*ring, ring[0]]


def test_outlines_are_made_simpler_and_stay_small() -> None:
    found = read(a_file(*(an_area(a_circle(4_000, -4 + step / 5)) for step in range(10))).encode()).outlines

    assert len(found) == 10
    assert 20 * 10 <= sum(len(ring) for rings in found for ring in rings) <= MOST_POINTS


def cells() -> str:
    """Areas side by side, more than a map can show."""
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    rings = (
        [[round(-4.5 + (x + right) / 100, 3), round(50 + (y + up) / 100, 3)] for right, up in corners]
        for x in range(31)
        for y in range(31)
    )
    return a_file(*map(an_area, rings))


def test_more_areas_than_a_map_can_show_are_refused(tmp_path: Path) -> None:
    (problem,) = said_of(a_network(tmp_path, cells()))
    assert problem.startswith("content/boundaries.geojson:1:1: the file has more borders than a small map can show; ")


def test_more_areas_than_anybody_draws_are_refused_unread(tmp_path: Path) -> None:
    (problem,) = said_of(a_network(tmp_path, a_file(*[an_area(SQUARE)] * 1_001)))
    assert problem.startswith("content/boundaries.geojson:1:1: the file has more than 1,000 areas; ")


def test_a_border_that_two_areas_share_stays_one_line() -> None:
    border = [(-4.0 + (step % 3) / 1000, 50.3 + step / 100) for step in range(11)]
    west = ((-4.2, 50.3), *border, (-4.2, 50.4))
    east = ((-3.8, 50.4), *border[::-1], (-3.8, 50.3))
    (left,), (right,) = simplified(((west,), (east,)), most=12)

    assert set(left) & set(border) == set(right) & set(border)
    assert len(set(left) & set(border)) < len(border)


def test_it_does_not_matter_where_or_which_way_round_a_ring_begins() -> None:
    ring = tuple((x, y) for x, y in a_circle(300)[:-1])
    ((first,),) = simplified(((ring,),), most=40)
    ((other,),) = simplified(((ring[100:] + ring[:100],),), most=40)

    assert set(first) == set(other)
