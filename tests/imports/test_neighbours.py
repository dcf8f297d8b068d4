"""Copies of what networks next door have: near places only, sound ones only, and the last copy where a feed fails."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.imports.feeds.sources import Feed, read_feed
from hubatlas.imports.neighbours import MOST_PLACES, copy_of
from hubatlas.records import check, load
from hubatlas.records.checking import Checker
from tests.exports.editions import NETWORKS, ROOT, SCHEMA, files_of, network_edition

HERE = (56.35, -3.84)
DAY = date(2026, 11, 20)
CHECKER = Checker(SCHEMA, "neighbour")


def hub(name: str, latitude: float = 56.36, **contents: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON of any shape
    point = {"latitude": latitude, "longitude": -3.84, "precision": "building"}
    return {
        "type": "hub",
        "id": "x",
        "page": "https://coast.example.org/hubs/x/",
        "labels": {"shown_as": "open", "services": [{"name": "Advice"}]},
        "contents": {"name": name, "point": point, **contents},
    }


def copied(*records: dict[str, Any], services: tuple[dict[str, Any], ...] = (), miles: float = 5) -> dict[str, Any]:
    feed = Feed(records=records, services=services, publisher="Coast Council")
    return copy_of(feed, [HERE], miles, DAY, CHECKER, "Coast")


def names(copy: dict[str, Any]) -> list[str]:
    return [place["name"] for place in copy.get("places", [])]


def test_only_what_is_near_is_copied_nearest_first() -> None:
    copy = copied(hub("Far", 57.5), hub("Further", 56.40), hub("Near", 56.36))
    assert names(copy) == ["Near", "Further"]
    assert (copy["publisher"], copy["fetched_on"]) == ("Coast Council", "2026-11-20")
    assert copy["places"][0]["services"] == ["Advice"]


def test_what_is_closed_or_not_on_the_map_is_left_out() -> None:
    closed = hub("Closed")
    closed["labels"]["shown_as"] = "ended"
    without = hub("Nowhere")
    del without["contents"]["point"]
    assert "places" not in copied(closed, without)


def test_hostile_values_are_left_out_and_the_place_stays() -> None:
    bad = {**hub("Pier", contact={"phone": "<script>"}), "page": "javascript:alert(1)"}
    assert copied(bad)["places"] == [
        {
            "name": "Pier",
            "point": {"latitude": 56.36, "longitude": -3.84, "precision": "building"},
            "services": ["Advice"],
        }
    ]
    assert names(copied(hub("x" * 5000), hub("Two\nlines"), {**hub("y"), "contents": {"point": 7}})) == ["Two lines"]


def test_places_of_an_open_referral_feed_are_where_its_services_are_held() -> None:
    at = {"id": "1", "location": {"name": "Hall", "latitude": 56.36, "longitude": -3.84}}
    services = tuple({"name": name, "status": "active", "service_at_locations": [at]} for name in ("Tea", "Talk"))
    [place] = copied(services=services)["places"]
    assert (place["name"], place["services"]) == ("Hall", ["Tea", "Talk"])


def test_a_copy_stays_small_enough_for_a_record() -> None:
    many = [hub(f"Hub {number}", 56.35 + number / 10_000, summary="x" * 190) for number in range(200)]
    assert len(copied(*many)["places"]) == MOST_PLACES


def test_the_open_data_of_a_real_network_can_be_copied(tmp_path: Path) -> None:
    for address, source in files_of(network_edition(NETWORKS[1]), "/data/v1/").items():
        path = tmp_path / address.removeprefix("/data/v1/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source)
    feed = read_feed(str(tmp_path), Fetcher())
    copy = copy_of(feed, [(51.63, 0.81)], 3, DAY, CHECKER, "Estuary")
    assert "Wickhaven Harbour Hub" in names(copy)
    assert CHECKER.findings(copy) == []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A network with one neighbour, whose feed is a file beside it."""
    shutil.copytree(ROOT / "tests" / "networks" / "first-steps", tmp_path / "content")
    network = tmp_path / "content" / "network.yaml"
    listed = """neighbours:
  - id: coast
    name: Coast
    feed: https://feed.invalid/none
    miles: 5
    licence: {name: OGL, url: 'https://example.org/licence', attribution: Coast.}
"""
    network.write_text(network.read_text("utf-8") + listed, encoding="utf-8")
    return tmp_path / "content"


def refresh(content: Path, *more: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "scripts" / "refresh_neighbours.py"
    command = [sys.executable, str(script), "--content", str(content), "--today", "2026-11-20", "--allow-local"]
    return subprocess.run([*command, *more], capture_output=True, text=True, check=False)


def test_a_feed_that_is_gone_leaves_the_last_copy(content: Path) -> None:
    (content / "neighbours").mkdir()
    last = content / "neighbours" / "coast.yaml"
    last.write_text("publisher: Coast Council\nfetched_on: 2026-10-01\n", encoding="utf-8")
    done = refresh(content)
    assert (done.returncode, done.stderr) == (0, "")
    assert "coast: The feed cannot be read: " in done.stdout
    assert done.stdout.endswith("The copy stays as it was.\n")
    assert "2026-10-01" in last.read_text("utf-8")
    assert check(content, SCHEMA) == ()


def test_a_copy_that_nobody_lists_is_a_problem(content: Path) -> None:
    (content / "neighbours").mkdir()
    (content / "neighbours" / "cost.yaml").write_text("publisher: x\nfetched_on: 2026-10-01\n", encoding="utf-8")
    said = 'neighbours/cost.yaml:1:1: network.yaml lists no neighbour "cost"; did you mean coast?'
    assert [str(problem).endswith(said) for problem in check(content, SCHEMA)] == [True]


def test_the_command_writes_what_a_build_reads(
    content: Path,
    tmp_path: Path,
    site_server: Any,  # noqa: ANN401 - a fixture that serves a folder
) -> None:
    folder = tmp_path / "feed" / "data" / "v1"
    (folder / "hubs").mkdir(parents=True)
    (folder / "datapackage.json").write_text('{"name": "hub-atlas", "resources": []}')
    (folder / "hubs.json").write_text('{"rows": [{"hub": "x"}]}')
    (folder / "hubs" / "x.json").write_text(json.dumps(hub("Pier Hub")))
    address = f"{site_server(tmp_path / 'feed')}data/v1/datapackage.json"
    done = refresh(content, "--from", f"coast={address}")
    assert done.stdout == "coast: 1 places near our hubs.\n", done.stdout + done.stderr
    [copy] = load(content, SCHEMA).neighbours
    assert [place.name for place in copy.places] == ["Pier Hub"]
    assert check(content, SCHEMA) == ()


def test_a_feed_that_has_been_emptied_leaves_the_last_copy(content: Path, tmp_path: Path) -> None:
    (content / "neighbours").mkdir()
    last = content / "neighbours" / "coast.yaml"
    place = "- name: Pier Hub\n  point: {latitude: 56.36, longitude: -3.84, precision: building}\n"
    last.write_text(f"publisher: Coast Council\nfetched_on: 2026-10-01\nplaces:\n{place}", encoding="utf-8")
    before = last.read_bytes()
    emptied = tmp_path / "emptied.json"
    emptied.write_text(json.dumps({**hub("Pier Hub"), "contents": {"name": "Pier Hub"}}), encoding="utf-8")
    done = refresh(content, "--from", f"coast={emptied}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("coast: It has nothing near our hubs any more. The copy stays as it was; delete ")
    assert last.read_bytes() == before
