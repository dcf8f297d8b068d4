"""The tabular form of the Open Referral UK feed, as the profile's own data package describes it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from hubatlas.cells import csv_value
from tests.exports.editions import NETWORKS, SMALL, files_of, network_edition
from tests.exports.test_open_referral import official

PROFILE = official("oruk-profile-repo", "datapackage.json")
FOLDER = "/oruk/3.0/tabular/"
MANDATORY = {
    "organization": {"id", "name", "description"},
    "service": {"id", "organization_id", "name", "status"},
    "service_at_location": {"id", "service_id", "location_id"},
    "location": {"id", "location_type"},
    "address": {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"},
    "taxonomy_term": {"id", "name", "description"},
    "attribute": {"id", "link_id", "taxonomy_term_id"},
    "cost_option": {"id", "service_id"},
}


@pytest.fixture(params=NETWORKS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    for address, content in files_of(network_edition(request.param), FOLDER).items():
        (tmp_path / address.removeprefix(FOLDER)).write_bytes(content)
    return tmp_path


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.filterwarnings("default")
def test_frictionless_finds_every_table_valid_with_its_keys_and_references(folder: Path) -> None:
    package = Package(str(folder / "datapackage.json"))
    assert len(package.resources) == 17 == len(list(folder.glob("*.csv")))
    assert sum(len(resource.schema.foreign_keys) for resource in package.resources) == 15
    report = package.validate()
    assert report.flatten(["title", "type", "note"]) == []


def test_what_the_profile_requires_is_there(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        required = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
        assert MANDATORY.get(resource["name"], {"id"}) <= required
        for row in rows((folder / resource["path"]).read_bytes()):
            assert all(row[name] for name in required), resource["name"]


def test_tables_hold_what_the_feed_holds() -> None:
    files = files_of(SMALL, "/oruk/3.0/")
    feed = [json.loads(line) for line in files["/oruk/3.0/services.ndjson"].splitlines()]
    table = {row["id"]: row for row in rows(files[f"{FOLDER}services.csv"])}
    assert {each["id"]: each["name"] for each in feed} == {key: csv_value(row["name"]) for key, row in table.items()}
    schedules = {row["id"]: row for row in rows(files[f"{FOLDER}schedule.csv"])}
    told: dict[str, Any] = {row["id"]: row for each in feed for row in each.get("schedules", [])}
    assert schedules.keys() == told.keys()
    for key, row in schedules.items():
        assert {name: csv_value(value) for name, value in row.items() if value} == {
            name: str(value) for name, value in told[key].items()
        }


def test_no_cell_can_be_taken_for_a_formula() -> None:
    for content in files_of(SMALL, FOLDER).values():
        for row in rows(content) if not content.startswith(b"{") else ():
            texts = (value for name, value in row.items() if name not in {"latitude", "longitude"})
            assert not any(value.startswith(("=", "+", "@", "-")) for value in texts)


@pytest.mark.skipif(PROFILE is None, reason="no copy of the official package; the tests above always run")
def test_names_and_order_are_those_of_the_official_package() -> None:
    assert PROFILE is not None
    package = json.loads(PROFILE.read_bytes())
    ours = json.loads(files_of(SMALL, FOLDER)[f"{FOLDER}datapackage.json"])
    for theirs, own in zip(package["resources"], ours["resources"], strict=True):
        assert (own["name"], own["path"]) == (theirs["name"], theirs["path"])
        fields = [(field["name"], field["type"]) for field in own["schema"]["fields"]]
        assert fields == [(field["name"], field["type"]) for field in theirs["schema"]["fields"]], own["name"]
