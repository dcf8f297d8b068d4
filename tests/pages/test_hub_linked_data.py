"""What the page of a hub says to machines, as schema.org states it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hubatlas.model import Contact, HoursException, Hub, Point, Premises
from tests.builders import (
    a_directory,
    a_hub,
    a_partial_date,
    a_place,
    a_vocabulary,
    an_organisation,
    some_hours,
)
from tests.pages.linked_data import DAY, MILL_LANE, said_of_hub
from tests.pages.test_contexts import TODAY, page_at


def hours_of(hub: Hub) -> list[dict[str, Any]]:
    hours: list[dict[str, Any]] = said_of_hub(hub)["openingHoursSpecification"]
    return hours


def a_hub_open(*week: str, **rest: Any) -> Hub:  # noqa: ANN401
    return a_hub(address=MILL_LANE, opening_hours=some_hours(*week, **rest))


def test_a_hub_of_which_only_the_name_is_known_says_no_more() -> None:
    assert said_of_hub(a_hub()) == {
        "@type": "Organization",
        "@id": "https://riverside.example.org/atlas/hubs/old-mill-hub/#_this",
        "name": "Old Mill Hub",
        "description": "Help for anyone who walks in.",
        "url": "https://riverside.example.org/atlas/hubs/old-mill-hub/",
    }


def test_a_hub_with_an_address_is_a_place_that_belongs_to_somebody() -> None:
    hub = a_hub(
        address=MILL_LANE,
        point=Point(latitude=50.3706, longitude=-4.1422, precision="building"),
        operator="riverside-trust",
        places=("riverside",),
        contact=Contact(phone="01632 960105", website="https://mill.example.org/"),
        premises=Premises(uprn="100040441234"),
        opened=a_partial_date("2016-03"),
    )
    said = said_of_hub(hub, an_organisation(), a_place())
    assert said["@type"] == ["CivicStructure", "LocalBusiness"]
    assert said["telephone"] == "+441632960105"
    assert said["sameAs"] == "https://mill.example.org/"
    assert said["foundingDate"] == "2016-03"
    assert said["identifier"] == {"@type": "PropertyValue", "propertyID": "UPRN", "value": "100040441234"}
    assert (said["geo"]["latitude"], said["geo"]["longitude"]) == (50.3706, -4.1422)
    assert said["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Mill Lane",
        "addressLocality": "Riverside",
        "postalCode": "PL1 1AA",
        "addressCountry": "GB",
    }
    assert [each["name"] for each in said["parentOrganization"]] == ["Riverside Trust"]
    assert [each["@id"] for each in said["containedInPlace"]] == [
        "https://riverside.example.org/atlas/places/riverside/#_this"
    ]


def test_a_point_that_is_only_an_area_is_not_said_to_be_the_place() -> None:
    point = Point(latitude=50.37, longitude=-4.14, precision="area")
    assert "geo" not in said_of_hub(a_hub(address=MILL_LANE, point=point))


def test_days_of_the_same_hours_are_told_together() -> None:
    hub = a_hub_open(*("09:00-12:30, 13:30-17:00",) * 2, *("closed",) * 5)
    assert hours_of(hub)[:2] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"{DAY}Monday", f"{DAY}Tuesday"],
            "opens": opens,
            "closes": closes,
        }
        for opens, closes in (("09:00:00", "12:30:00"), ("13:30:00", "17:00:00"))
    ]


def test_a_closed_day_is_said_to_be_closed_and_an_unknown_one_is_left_out() -> None:
    hours = hours_of(a_hub_open("09:00-17:00", "closed", "unknown", "by appointment", "closed", "closed", "closed"))
    told = {day: (each["opens"], each["closes"]) for each in hours for day in each["dayOfWeek"]}
    assert told[f"{DAY}Tuesday"] == ("00:00:00", "00:00:00")
    assert f"{DAY}Wednesday" not in told
    assert f"{DAY}Thursday" not in told
    assert f"{DAY}PublicHolidays" not in told


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ("18:00-01:00", ("18:00:00", "01:00:00")),
        ("20:00-24:00", ("20:00:00", "00:00:00")),
        ("00:00-24:00", ("00:00:00", "23:59:00")),
    ],
)
def test_hours_that_end_at_midnight_or_later_are_not_taken_for_closed(hours: str, told: tuple[str, str]) -> None:
    (only,) = hours_of(a_hub_open(hours))
    assert (only["opens"], only["closes"]) == told


def test_bank_holidays_and_coming_exceptions_are_told_and_past_or_unknown_ones_are_not() -> None:
    exceptions = (
        HoursException(first_date=date(2026, 11, 1), last_date=date(2026, 11, 2), hours=None, reason="Past"),
        HoursException(first_date=date(2026, 12, 5), last_date=date(2026, 12, 5), hours=None, reason="Not known"),
        HoursException(
            first_date=date(2026, 12, 24),
            last_date=date(2026, 12, 28),
            hours=some_hours("closed").week[0],
            reason="Christmas",
        ),
    )
    hours = hours_of(a_hub_open("09:00-17:00", bank_holidays="10:00-12:00", exceptions=exceptions))
    assert hours[1:] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"{DAY}PublicHolidays"],
            "opens": "10:00:00",
            "closes": "12:00:00",
        },
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": "2026-12-24",
            "validThrough": "2026-12-28",
            "description": "Christmas",
            "opens": "00:00:00",
            "closes": "00:00:00",
        },
    ]


def test_only_questions_that_somebody_answered_are_features() -> None:
    hub = a_hub(address=MILL_LANE, accessibility={"lift": "yes", "ramp": "no", "hearing-loop": "unknown"})
    vocabulary = a_vocabulary("accessibility", "Lift", "Ramp", "Hearing loop", "Quiet space")
    features = said_of_hub(hub, vocabularies=[vocabulary])["amenityFeature"]
    assert [(each["name"], each["value"]) for each in features] == [("Lift", True), ("Ramp", False)]


@pytest.mark.parametrize(
    ("status", "words"), [("planned", "Planned. Not open yet."), ("closed", "Closed. You cannot go there now.")]
)
def test_a_hub_that_nobody_can_go_to_says_so_and_has_no_hours(status: str, words: str) -> None:
    hub = a_hub(status=status, address=MILL_LANE, opening_hours=some_hours("09:00-17:00"))
    said = said_of_hub(hub)
    assert said["disambiguatingDescription"] == words
    assert "openingHoursSpecification" not in said


def test_a_hub_that_has_ended_has_no_number_to_ring() -> None:
    hub = a_hub(status="closed", contact=Contact(phone="01632 960105"), closed=a_partial_date("2025-03-28"))
    said = said_of_hub(hub)
    assert "telephone" not in said
    assert said["dissolutionDate"] == "2025-03-28"


def test_a_phone_line_is_no_place_and_has_hours_at_which_it_is_answered() -> None:
    hub = a_hub(contact=Contact(phone="116 123"), opening_hours=some_hours("00:00-24:00"))
    said = said_of_hub(hub)
    assert said["@type"] == "Organization"
    assert "openingHoursSpecification" not in said
    (contact,) = said["contactPoint"]
    assert contact["telephone"] == "116123"
    assert len(contact["hoursAvailable"][0]["dayOfWeek"]) == 7


def test_the_same_day_gives_the_same_words() -> None:
    hub = a_hub_open("09:00-17:00")
    page = page_at(a_directory(hub), f"/hubs/{hub.slug}/", TODAY)
    assert page.head.linked_data == page_at(a_directory(hub), f"/hubs/{hub.slug}/", TODAY).head.linked_data
