"""A reader of CSV on the Web finds every table as the metadata beside it says."""

import json
from pathlib import Path

import pytest
from csvw import CSVW

from tests.exports.editions import NETWORKS, files_of, network_edition

FOLDER = "/data/v1/"


@pytest.fixture(params=NETWORKS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    for address, content in files_of(network_edition(request.param), FOLDER).items():
        name = address.removeprefix(FOLDER)
        if "/" not in name:
            (tmp_path / name).write_bytes(content)
    return tmp_path


def test_every_table_is_read_with_its_types_and_key(folder: Path) -> None:
    described = sorted(folder.glob("*.csv-metadata.json"))
    assert [each.name.partition(".")[0] for each in described] == [each.stem for each in sorted(folder.glob("*.csv"))]
    for metadata in described:
        whole = json.loads((folder / metadata.name.replace(".csv-metadata", "")).read_bytes())
        reader = CSVW(str(metadata), validate=True)
        assert reader.is_valid, reader.warnings
        [table] = reader.tables
        rows = list(table)
        assert len(rows) == whole["count"], metadata.name
        numbers = {name for name, column in whole["columns"].items() if column["type"] in {"integer", "boolean"}}
        for row, expected in zip(rows, whole["rows"], strict=True):
            assert {name: row[name] for name in numbers} == {name: expected[name] for name in numbers}
        key = table.tableSchema.primaryKey or []
        assert len({tuple(row[name] for name in key) for row in rows}) == (len(rows) if key else min(len(rows), 1))


def test_metadata_says_whose_data_it_is_of_which_day_and_under_which_licence(folder: Path) -> None:
    whole = json.loads((folder / "hubs.csv-metadata.json").read_bytes())
    assert whole["dc:license"]["@id"].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence/")
    assert (whole["dc:modified"]["@value"], whole["schema:version"]) == ("2026-12-01", "v1")
    assert whole["dc:publisher"]
    assert whole["dc:rights"]
