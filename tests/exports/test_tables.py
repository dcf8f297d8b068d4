"""The tables say what the records say, as CSV and as typed JSON, and other programs can read them."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hubatlas.exports import EXPORTS, TABLES, Edition
from hubatlas.exports.csv_cells import csv_cell
from tests.exports.editions import NETWORKS, SMALL, files_of, json_of, network_edition


class Strict(csv.Dialect):
    """RFC 4180 to the letter: what does not keep to it is an error."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = csv.QUOTE_ALL
    strict = True


def rows_of(edition: Edition, table: str) -> list[dict[str, str]]:
    content = files_of(edition, f"/data/v1/{table}.csv")[f"/data/v1/{table}.csv"]
    assert not content.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), dialect=Strict)
    assert len(set(header)) == len(header)
    return [dict(zip(header, row, strict=True)) for row in rows]


def row_of(edition: Edition, table: str, **key: str) -> dict[str, str]:
    [found] = [row for row in rows_of(edition, table) if key.items() <= row.items()]
    return found


def test_the_promised_tables_are_there_in_both_formats() -> None:
    addresses = {export.address for export in EXPORTS if export.listed}
    for table in ("hubs", "services", "sessions", "opening-hours", "organisations"):
        assert {f"/data/v1/{table}.csv", f"/data/v1/{table}.json"} <= addresses


def test_a_hub_is_a_row_with_what_is_known_of_it() -> None:
    row = row_of(SMALL, "hubs", hub="old-mill")
    expected = {
        "name": "'=Old Mill",
        "other_names": "Mill;; Lane; The Mill",
        "former_names": "Corn Exchange",
        "kind": "hub",
        "kind_label": "Hub",
        "status": "open",
        "status_label": "Open",
        "shown_as": "open",
        "operator": "riverside-trust",
        "operator_name": "Riverside Trust",
        "postal_code": "PL1 1AA",
        "latitude": "50.3706",
        "longitude": "-4.1422",
        "precision": "building",
        "phone": "'+44 808 157 0123",
        "email": "",
        "open_minutes_each_week": "",
        "accessibility_yes": "step-free-entrance",
        "accessibility_no": "hearing-loop",
        "services": "a-friendly-ear; money-advice",
        "checked_on": "2026-10-02",
        "source": "Council list",
        "confirmed": "true",
        "page": "https://riverside.example.org/atlas/hubs/old-mill/",
    }
    assert {header: row[header] for header in expected} == expected


def test_a_session_is_a_row_with_its_next_date() -> None:
    late = row_of(SMALL, "sessions", session="late")
    assert (late["service"], late["hub_name"], late["postal_code"]) == ("money-advice", "'=Old Mill", "PL1 1AA")
    assert (late["starts_at"], late["ends_at"], late["days"]) == ("22:00", "01:00", "Friday")
    assert late["when"] == "Every Friday, 10pm to 1am"
    assert late["next_date"] == "2026-12-04"
    elm = row_of(SMALL, "sessions", session="elm")
    assert (elm["venue"], elm["starts_at"], elm["next_date"]) == ("Elm Surgery", "", "")
    assert elm["when"] == "Times are not published: ring to ask"


def test_opening_hours_tell_unknown_from_closed() -> None:
    rows = [
        tuple(row[header] for header in ("applies", "day", "state", "opens_at", "closes_at"))
        for row in rows_of(SMALL, "opening-hours")
        if row["hub"] == "old-mill"
    ]
    assert rows == [
        ("usual week", "Monday", "open", "09:00", "12:30"),
        ("usual week", "Monday", "open", "13:30", "17:00"),
        ("usual week", "Tuesday", "closed", "", ""),
        ("usual week", "Wednesday", "by appointment", "", ""),
        ("usual week", "Thursday", "unknown", "", ""),
        ("usual week", "Friday", "open", "18:00", "01:00"),
        ("usual week", "Saturday", "open", "20:00", "24:00"),
        ("usual week", "Sunday", "closed", "", ""),
        ("bank holidays", "", "as usual", "", ""),
        ("exception", "", "open", "09:00", "12:00"),
    ]
    quay = [row["state"] for row in rows_of(SMALL, "opening-hours") if row["hub"] == "quay"]
    assert quay == ["unknown"] * 8


def test_json_rows_have_types() -> None:
    [mill, quay] = json_of(SMALL, "/data/v1/hubs.json")["rows"]
    assert (mill["name"], mill["latitude"], mill["confirmed"]) == ("=Old Mill", 50.3706, True)
    assert mill["other_names"] == ["Mill; Lane", "The Mill"]
    assert (quay["latitude"], quay["other_names"], quay["services"]) == (None, [], [])
    advice = json_of(SMALL, "/data/v1/services.json")["rows"][1]
    assert (advice["cost"], advice["minimum_age"], advice["maximum_age"], advice["sessions"]) == (2.5, 18, None, 2)


def test_json_says_who_publishes_it_and_under_which_licence() -> None:
    whole = json_of(SMALL, "/data/v1/organisations.json")
    assert whole["licence"] == {"name": "OGL v3", "url": "https://example.org/licence"}
    assert whole["attribution"] == "Contains hub information."
    assert (whole["publisher"], whole["version"], whole["date"]) == ("Riverside Trust", "v1", "2026-12-01")
    assert whole["count"] == len(whole["rows"]) == 1
    assert whole["rows"][0]["identifiers"] == ["GB-CHC-1234567"]


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_csv_and_json_hold_the_same_rows(content: Path) -> None:
    edition = network_edition(content)
    for table in TABLES:
        in_json = json_of(edition, f"/data/v1/{table.name}.json")
        types = {header: column["type"] for header, column in in_json["columns"].items()}
        rows = rows_of(edition, table.name)
        assert rows or content.name != "estuary", f"{table.name} has no rows"
        assert len(rows) == len(in_json["rows"])
        for row, typed in zip(rows, in_json["rows"], strict=True):
            assert list(row) == list(typed)
            for header, value in typed.items():
                assert_of_type(value, types[header])
                assert row[header] == csv_cell(tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_each_row_has_a_key_of_its_own(content: Path) -> None:
    edition = network_edition(content)
    for table, key in (("hubs", 1), ("services", 1), ("sessions", 2), ("organisations", 1)):
        keys = [tuple(row.values())[:key] for row in rows_of(edition, table)]
        assert len(set(keys)) == len(keys)
        assert keys == sorted(keys) or table == "sessions"


def test_every_column_says_what_it_means() -> None:
    for table in TABLES:
        for header, column in table.columns.items():
            assert header == header.lower()
            assert column.description.endswith(".")


def assert_of_type(value: Any, kind: str) -> None:  # noqa: ANN401 - JSON of any shape
    if value is None:
        return
    match kind:
        case "list":
            assert all(isinstance(item, str) for item in value)
        case "integer":
            assert type(value) is int
        case "number":
            assert type(value) in {int, float}
        case "boolean":
            assert type(value) is bool
        case "date":
            assert date.fromisoformat(value).isoformat() == value
        case "time":
            assert value == "24:00" or json.dumps(value)[3] == ":"
        case _:
            assert type(value) is str
