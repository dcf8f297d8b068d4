"""The data package describes the tables as they are, and other people's programs read every row of them."""

import io
import json
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from frictionless import Package

from tests.exports.editions import NETWORKS, files_of, network_edition

FOLDER = "/data/v1/"
ADDRESS = f"{FOLDER}datapackage.json"


@pytest.fixture(params=NETWORKS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    for address, content in files_of(network_edition(request.param), FOLDER).items():
        name = address.removeprefix(FOLDER)
        if "/" not in name:
            (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.filterwarnings("default")
def test_frictionless_finds_every_table_as_the_package_says(folder: Path) -> None:
    package = Package(str(folder / "datapackage.json"))
    assert {resource.name for resource in package.resources} == {file.stem for file in folder.glob("*.csv")}
    report = package.validate()
    assert report.flatten(["type", "note"]) == []
    assert report.valid


def test_the_package_says_whose_data_it_is_of_which_day_and_under_which_licence(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_bytes())
    [licence] = package["licenses"]
    assert licence["path"].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence/")
    assert package["created"] == "2026-12-01T00:00:00Z"
    assert package["version"] == "v1"
    assert package["contributors"][0]["title"]


def test_analysts_read_as_many_rows_from_each_table_as_there_are(folder: Path) -> None:
    for file in sorted(folder.glob("*.csv")):
        rows = json.loads(file.with_suffix(".json").read_bytes())["rows"]
        frame = pd.read_csv(io.BytesIO(file.read_bytes()), dtype=str, keep_default_na=False)
        assert len(frame) == len(rows), file.name
        options = "header=true, all_varchar=true, delim=',', quote='\"'"
        query = f"select count(*) from read_csv('{file}', {options})"  # noqa: S608 - a file of the test's own
        assert duckdb.connect().execute(query).fetchall() == [(len(rows),)], file.name
