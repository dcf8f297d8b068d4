"""Each record is published whole: it keeps to its published schema, and loads as the record it came from."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from hubatlas.exports.records import RECORDS
from hubatlas.facts.indicators import shown_record
from hubatlas.records import load
from tests.exports.editions import NETWORKS, SCHEMA, SMALL, files_of, json_of, network_edition


def test_a_record_says_what_it_is_where_it_is_and_where_its_facts_are_from() -> None:
    mill = json_of(SMALL, "/data/v1/hubs/old-mill.json")
    assert (mill["type"], mill["id"], mill["name"]) == ("hub", "old-mill", "=Old Mill")
    assert mill["page"] == "https://riverside.example.org/atlas/hubs/old-mill/"
    assert mill["record"] == "https://riverside.example.org/atlas/data/v1/hubs/old-mill.json"
    assert mill["schema"] == "https://riverside.example.org/atlas/schema/hub.schema.json"
    assert mill["licence"]["name"] == "OGL v3"
    assert mill["labels"]["operator"]["name"] == "Riverside Trust"
    assert [service["id"] for service in mill["labels"]["services"]] == ["a-friendly-ear", "money-advice"]
    assert mill["checked"]["facts"]["identity"] == {
        "checked_on": "2026-10-02",
        "source": "Council list",
        "confirmed_on": "2026-10-02",
        "due_on": "2027-10-02",
        "state": "fresh",
    }


def test_a_record_is_written_as_its_editor_would_write_it() -> None:
    mill = json_of(SMALL, "/data/v1/hubs/old-mill.json")["contents"]
    assert mill["opening_hours"] == {
        "monday": "09:00-12:30, 13:30-17:00",
        "tuesday": "closed",
        "wednesday": "by appointment",
        "thursday": "unknown",
        "friday": "18:00-01:00",
        "saturday": "20:00-24:00",
        "sunday": "closed",
        "bank_holidays": "as usual",
        "exceptions": [
            {"first_date": "2026-12-24", "last_date": "2026-12-26", "hours": "09:00-12:00", "reason": "Christmas"}
        ],
    }
    advice = json_of(SMALL, "/data/v1/services/money-advice.json")["contents"]
    assert advice["cost"] == {"free": "no", "amount": 2.5}
    assert advice["sessions"][0] == {
        "id": "late",
        "hub": "old-mill",
        "schedule": {"repeats": "weekly", "days": ["Friday"], "time": "22:00-01:00"},
    }
    assert "description" not in advice


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_published_record_keeps_to_its_published_schema(content: Path) -> None:
    files = files_of(network_edition(content), "/schema/", "/data/v1/")
    published = {address: json.loads(text) for address, text in files.items() if address.startswith("/schema/")}
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in published.values()
    )
    whole = (json.loads(text) for address, text in files.items() if address.count("/") == 4)
    records = [record for record in whole if "ended" not in record]  # a note on one that has ended or moved
    assert len(records) > 50
    for record in records:
        schema = published[f"/schema/{record['type']}.schema.json"]
        assert record["schema"] == schema["$id"]
        errors = list(Draft202012Validator(schema, registry=registry).iter_errors(record["contents"]))
        assert not errors, f"{record['id']}: {errors[0].message}"


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_what_is_published_loads_as_the_directory_it_came_from(content: Path, tmp_path: Path) -> None:
    edition = network_edition(content)
    copy = tmp_path / "content"
    shutil.copytree(content, copy)
    for export in RECORDS:
        for address, text in export.files(edition):
            _, _, _, folder, name = address.split("/")
            record = copy / folder / name.replace(".json", ".yaml")
            assert record.exists()
            record.write_text(json.dumps(json.loads(text)["contents"], ensure_ascii=False, indent=2), encoding="utf-8")
    shown = tuple(shown_record(edition.directory, indicator) for indicator in edition.directory.indicators)
    assert load(copy, SCHEMA) == replace(edition.directory, indicators=shown)  # hidden numbers are left out
