"""Other readers of GeoJSON understand the map data."""

import json
from pathlib import Path

import geojson
import pytest

from tests.exports.editions import NETWORKS, SMALL, files_of, network_edition

ADDRESS = "/data/v1/hubs.geojson"


def test_a_hub_is_a_point_with_longitude_first_and_what_a_map_shows() -> None:
    collection = json.loads(files_of(SMALL, ADDRESS)[ADDRESS])
    [mill] = collection["features"]
    assert mill["geometry"] == {"type": "Point", "coordinates": [-4.1422, 50.3706]}
    assert mill["id"] == "old-mill"
    expected = {
        "slug": "old-mill",
        "name": "=Old Mill",
        "kind": "hub",
        "kind_label": "Hub",
        "status_label": "Open",
        "shown_as": "open",
        "address": "1 Mill Lane, Riverside PL1 1AA",
        "phone": "+44 808 157 0123",
        "precision": "building",
        "operator": "Riverside Trust",
        "places": ["Riverside"],
        "page": "/hubs/old-mill/",
        "url": "https://riverside.example.org/atlas/hubs/old-mill/",
    }
    assert {name: mill["properties"][name] for name in expected} == expected
    assert collection["bbox"] == [-4.1422, 50.3706, -4.1422, 50.3706]


def test_a_hub_without_a_point_is_left_out_of_the_map_data() -> None:
    assert b"quay" not in files_of(SMALL, ADDRESS)[ADDRESS].lower()


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_the_geojson_package_finds_nothing_wrong(content: Path) -> None:
    edition = network_edition(content)
    collection = geojson.loads(files_of(edition, ADDRESS)[ADDRESS])
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.errors() == []
    located = [hub.slug for hub in edition.directory.hubs if hub.point is not None]
    assert [feature.id for feature in collection.features] == located
    west, south, east, north = collection.bbox
    assert located
    for longitude, latitude in geojson.utils.coords(collection):
        assert west <= longitude <= east
        assert south <= latitude <= north
        assert latitude > 49  # nobody swapped them
        assert longitude < 2
