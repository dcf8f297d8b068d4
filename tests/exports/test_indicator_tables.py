"""Figures, returns, freshness and completeness as data: what pages hide, files hide as well."""

import csv
import io
from datetime import date
from typing import Any

from hubatlas.exports import Edition
from hubatlas.model import Consent, IndicatorValue, Story
from tests.builders import a_directory, a_hub, a_partial_date, a_provenance, a_service, an_indicator
from tests.exports.editions import files_of, json_of, schemas

Q1 = "2026-01/2026-03"


def a_value(value: float | None, hub: str | None = None, **rest: Any) -> IndicatorValue:  # noqa: ANN401
    return IndicatorValue(hub=hub, period=a_partial_date(Q1), value=value, **rest)


EDITION = Edition(
    directory=a_directory(
        *(
            a_hub("Fen"),
            a_hub("Mill", provenance=(a_provenance("identity", confirmed_on=date(2026, 4, 2)),)),
            a_hub("Quay"),
        ),
        a_service("Advice", hubs=("mill",)),
        an_indicator(
            "Visits",
            suppress_below=5,
            returns="quarterly",
            returns_from=a_partial_date(Q1),
            values=(a_value(1093, source="Board paper"), a_value(90, "fen"), a_value(3, "mill", note="3 men came.")),
        ),
        Story(
            slug="tea",
            name="Tea",
            summary="A cup of tea.",
            text="She came in.",
            consent=Consent(given="yes", how="In writing."),
            provenance=(a_provenance(),),
        ),
    ),
    today=date(2026, 4, 10),
    schemas=schemas(),
)


def rows_of(table: str) -> list[dict[str, str]]:
    content = files_of(EDITION, f"/data/v1/{table}.csv")[f"/data/v1/{table}.csv"]
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_every_value_is_a_row_that_says_whether_and_why_it_is_hidden() -> None:
    rows = [
        [
            row[header]
            for header in ("scope", "of", "value", "words", "hidden", "at_least", "returns_handed_in", "source")
        ]
        for row in rows_of("indicator-values")
    ]
    assert rows == [
        ["network", "", "", "not shown", "within", "false", "", "Board paper"],
        ["network", "", "90", "at least 90 visits", "", "true", "2", ""],
        ["hub", "fen", "90", "90 visits", "", "false", "", ""],
        ["hub", "mill", "", "fewer than 5 visits", "small", "false", "", ""],
    ]


def test_every_return_that_is_due_is_a_row() -> None:
    rows = [(row["hub"], row["period"], row["last_date"], row["handed_in"]) for row in rows_of("returns")]
    assert rows == [
        ("fen", Q1, "2026-03-31", "true"),
        ("mill", Q1, "2026-03-31", "true"),
        ("quay", Q1, "2026-03-31", "false"),
    ]


def test_a_hidden_number_is_in_no_file() -> None:
    files = files_of(EDITION)
    told = {
        address: content.decode()
        for address, content in files.items()
        if not address.startswith("/schema/") and not address.endswith(".zip")
    }
    assert {address for address, text in told.items() if "men came" in text or "1093" in text} == set()
    record = json_of(EDITION, "/data/v1/indicators/visits.json")
    assert record["contents"]["values"] == [
        {"period": Q1, "source": "Board paper"},
        {"period": Q1, "value": 90, "hub": "fen"},
        {"period": Q1, "hub": "mill"},
    ]
    assert [each["words"] for each in record["labels"]["values"]] == ["not shown", "90 visits", "fewer than 5 visits"]


def test_a_story_is_published_whole_with_its_consent() -> None:
    record = json_of(EDITION, "/data/v1/stories/tea.json")
    assert record["page"] == "https://riverside.example.org/atlas/network/stories/tea/"
    assert record["contents"]["consent"] == {"given": "yes", "how": "In writing."}


def test_each_group_of_facts_is_a_row_with_who_confirmed_it() -> None:
    rows = {(row["record"], row["facts"]): (row["state"], row["confirmed_on"]) for row in rows_of("freshness")}
    assert rows == {
        ("fen", "identity"): ("unconfirmed", ""),
        ("fen", "description"): ("unconfirmed", ""),
        ("mill", "identity"): ("fresh", "2026-04-02"),
        ("quay", "identity"): ("unconfirmed", ""),
        ("quay", "description"): ("unconfirmed", ""),
        ("advice", "identity"): ("unconfirmed", ""),
        ("advice", "description"): ("unconfirmed", ""),
    }


def test_completeness_is_told_of_each_open_hub_and_running_service() -> None:
    rows = [(row["kind"], row["record"], row["per_cent"]) for row in rows_of("completeness")]
    # no lists of accessibility (4) and facilities (1); Mill is known to give something (4); of 31
    assert rows == [("hubs", "fen", "16"), ("hubs", "mill", "29"), ("hubs", "quay", "16"), ("services", "advice", "12")]
