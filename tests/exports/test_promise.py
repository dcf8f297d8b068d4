"""What version 1 of the open data promises: `promise-v1.json` only ever grows, and all that it holds is kept.

After adding a table, a column or a field, ADD puts it on the list.
"""

import json
from pathlib import Path
from typing import Any

from hubatlas.exports import EXPORTS, TABLES
from tests.exports.editions import schemas

PROMISE = Path(__file__).with_name("promise-v1.json")
ADD = "PYTHONPATH=plugins .venv/bin/python -m tests.exports.test_promise"
RECORDS = ("hub", "service", "organisation", "place", "indicator", "story")


def published() -> dict[str, Any]:
    """What is published now: addresses, the columns of tables with their types, the fields of records."""
    return {
        "addresses": sorted(export.address for export in EXPORTS if export.address.startswith(("/data/", "/oruk/"))),
        "tables": {table.name: {header: column.type for header, column in table.columns.items()} for table in TABLES},
        "records": {kind: sorted(schemas()[kind]["properties"]) for kind in RECORDS},
    }


def promised() -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(PROMISE.read_text(encoding="utf-8"))
    return answer


def test_every_promised_address_is_published() -> None:
    assert set(promised()["addresses"]) <= set(published()["addresses"])


def test_every_promised_column_has_its_name_type_and_place() -> None:
    now = published()["tables"]
    for table, columns in promised()["tables"].items():
        kept = list(now[table].items())[: len(columns)]
        assert kept == list(columns.items()), f"{table}: new columns come after those that are there"


def test_every_promised_field_of_a_record_is_there() -> None:
    now = published()["records"]
    for kind, fields in promised()["records"].items():
        assert set(fields) <= set(now[kind]), kind


def test_everything_that_is_published_is_promised() -> None:
    assert promised() == published(), f"{ADD} adds what is new; see that nothing goes"


if __name__ == "__main__":
    PROMISE.write_text(json.dumps(published(), indent=2) + "\n", encoding="utf-8")
