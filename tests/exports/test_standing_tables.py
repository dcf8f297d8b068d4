"""Core offer, standards and coverage as data: the same facts as the pages show."""

from __future__ import annotations

from datetime import date

from hubatlas.exports import Edition
from hubatlas.model import Point
from tests.builders import (
    a_core_offer,
    a_directory,
    a_hub,
    a_network,
    a_partial_date,
    a_place,
    a_schedule,
    a_service,
    a_session,
    a_standard,
    a_statement,
    a_vocabulary,
    an_organisation,
    some_hours,
)
from tests.exports.editions import TODAY, json_of, schemas
from tests.exports.test_tables import row_of, rows_of

MILL = a_hub(
    "Mill",
    places=("riverside",),
    point=Point(latitude=50.0, longitude=-4.0, precision="building"),
    opening_hours=some_hours("09:00-17:00", "by appointment", *("closed",) * 5),
    core_offer=(
        a_statement("company", "working towards", evidence="Training.", as_of=a_partial_date("2026-09")),
        a_statement("food", "not yet"),
    ),
)
QUAY = a_hub(
    "Quay",
    point=Point(latitude=50.1, longitude=-4.0, precision="building"),
    opening_hours=some_hours("09:00-17:00", "unknown", *("closed",) * 5),
    core_offer=(a_statement("company", how=("by referral",)),),
)
ADVICE = a_service(
    "Money advice",
    provider="guest",
    needs=("money",),
    core_services=("advice",),
    sessions=(a_session(hub="mill", schedule=a_schedule(days="Monday Tuesday")),),
)
EDITION = Edition(
    directory=a_directory(
        *(MILL, QUAY, ADVICE, an_organisation("Guest"), a_place()),
        network=a_network(
            core_offers=(a_core_offer("Advice", "Company", "Food"),), standards=(a_standard(roles=("advisor",)),)
        ),
        vocabularies=[a_vocabulary("needs", "Money", "Food")],
    ),
    today=TODAY,
    schemas=schemas(),
)


def test_the_core_offer_is_a_row_for_each_hub_and_core_service() -> None:
    rows = rows_of(EDITION, "core-offer")

    assert [(row["hub"], row["core_service"], row["status"], row["basis"]) for row in rows] == [
        ("mill", "advice", "delivering", "services"),
        ("mill", "company", "working towards", "hub"),
        ("mill", "food", "not yet", "hub"),
        ("quay", "advice", "unknown", "nobody"),
        ("quay", "company", "delivering", "hub"),
        ("quay", "food", "unknown", "nobody"),
    ]
    advice = rows[0]
    assert (advice["how"], advice["providers"], advice["services"]) == ("visiting", "guest", "money-advice")
    assert (rows[1]["evidence"], rows[1]["as_of"]) == ("Training.", "2026-09")
    assert (rows[1]["nearest_hub"], rows[1]["nearest_miles"]) == ("quay", "6.9")
    assert (rows[2]["nearest_hub"], rows[2]["nearest_miles"]) == ("", "")


def test_hours_against_the_standard_are_in_minutes_and_unknown_ones_are_no_shortfall() -> None:
    mill, quay = (row_of(EDITION, "standards", hub=hub) for hub in ("mill", "quay"))

    assert (mill["minimum_minutes"], mill["counted_minutes"], mill["verdict"], mill["short_minutes"]) == (
        "2220",
        "480",
        "falls short",
        "1740",
    )
    assert mill["by_appointment_days"] == "Tuesday"
    assert mill["roles_not_known"] == "advisor"
    assert (quay["counted_minutes"], quay["verdict"], quay["short_minutes"]) == ("480", "unknown", "")
    assert quay["unknown_days"] == "Tuesday"


def test_coverage_counts_sessions_by_day_and_leaves_empty_what_is_not_known() -> None:
    money = row_of(EDITION, "coverage", place="riverside", kind="need", topic="money")
    assert [money[day] for day in ("monday", "tuesday", "wednesday")] == ["1", "1", "0"]
    assert money["other_days"] == "nothing"

    company = row_of(EDITION, "coverage", place="riverside", topic="company")
    assert (company["monday"], company["nearest_hub"], company["nearest_days"]) == ("0", "quay", "")
    silent = a_directory(
        a_hub("Unsaid", places=("riverside",)), a_place(), network=a_network(core_offers=(a_core_offer("Advice"),))
    )
    [row] = [
        each
        for each in json_of(Edition(directory=silent, today=TODAY), "/data/v1/coverage.json")["rows"]
        if each["place"]
    ]
    assert (row["monday"], row["other_days"]) == (None, "not known")


def test_what_was_worked_out_is_of_the_day_of_the_edition() -> None:
    ending = a_service(
        "Money advice",
        core_services=("advice",),
        sessions=(a_session(hub="mill", schedule=a_schedule(days="Monday", valid_to=date(2026, 12, 7))),),
    )
    network = a_network(core_offers=(a_core_offer("Advice"),))
    directory = a_directory(a_hub("Mill"), ending, network=network)

    statuses = [
        rows_of(Edition(directory=directory, today=day), "core-offer")[0]["status"]
        for day in (date(2026, 12, 7), date(2026, 12, 8))
    ]
    assert statuses == ["delivering", "unknown"]
