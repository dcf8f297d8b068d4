"""What pages say to machines: values of small directories, as schema.org states them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from hubatlas.model import Address, Contact, Cost, HoursException, Hub, Point, Premises, Service, Venue
from hubatlas.network import Term
from tests.builders import (
    Record,
    a_directory,
    a_hub,
    a_network,
    a_partial_date,
    a_place,
    a_schedule,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
    some_hours,
)
from tests.pages.test_contexts import TODAY, page_at

MILL_LANE = Address(address_1="1 Mill Lane", city="Riverside", postal_code="PL1 1AA")
DAY = "https://schema.org/"


def said_of(page: str, *records: Record, **rest: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a directory's own
    """The things that a page of that directory is about, the page's own first."""
    context = page_at(a_directory(*records, **rest), page)
    return [json.loads(thing) for thing in context.head.linked_data]


def said_of_hub(hub: Hub, *others: Record, **rest: Any) -> dict[str, Any]:  # noqa: ANN401
    return said_of(f"/hubs/{hub.slug}/", hub, *others, **rest)[0]


def said_of_service(service: Service, *others: Record, **rest: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return said_of(f"/services/{service.slug}/", service, *others, **rest)


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


@pytest.mark.parametrize(
    ("same_as", "kinds"),
    [
        (("http://id.esd.org.uk/service/1", "https://schema.org/GovernmentOrganization"), "Government"),
        ((), ""),
    ],
)
def test_what_a_provider_is_comes_from_the_networks_own_list_of_sectors(same_as: tuple[str, ...], kinds: str) -> None:
    sectors = a_vocabulary("sectors", Term(id="council", label="Council", same_as=same_as))
    trust = an_organisation(sector="council")
    service = a_service(provider=trust.slug)
    said = said_of_service(service, trust, vocabularies=[sectors])[0]
    assert said["@type"] == f"{kinds}Service"
    assert said["provider"]["@type"] == f"{kinds}Organization"


@pytest.mark.parametrize(
    ("cost", "offer", "free"),
    [
        (None, None, None),
        (Cost(free="unknown"), None, None),
        (Cost(free="no"), None, False),
        (Cost(free="yes"), 0, True),
        (Cost(free="no", amount=2.5), 2.5, False),
    ],
)
def test_a_price_is_told_only_where_it_is_known(cost: Cost | None, offer: float | None, free: bool | None) -> None:  # noqa: FBT001 - a value to compare with
    service, event = said_of_service(a_service(cost=cost, sessions=(a_session(venue=Venue(name="Elm Surgery")),)))
    assert service.get("offers", {}).get("price") == event.get("offers", {}).get("price") == offer
    assert event.get("isAccessibleForFree") is free


def test_a_service_tells_who_it_is_for_and_every_way_to_get_it() -> None:
    service = a_service(
        hubs=("old-mill-hub",),
        audiences=("carers",),
        minimum_age=18,
        contact=Contact(phone="0808 157 0100", website="https://help.example.org/"),
        languages=("cy",),
    )
    (said,) = said_of_service(service, a_hub(address=MILL_LANE), vocabularies=[a_vocabulary("audiences", "Carers")])
    assert said["audience"] == [{"@type": "PeopleAudience", "audienceType": "Carers", "suggestedMinAge": 18}]
    place, phone, website = said["availableChannel"]
    assert place["serviceLocation"]["address"]["postalCode"] == "PL1 1AA"
    assert phone["servicePhone"]["telephone"] == "+448081570100"
    assert website["serviceUrl"] == "https://help.example.org/"
    assert place["availableLanguage"] == ["en", "cy"]


def test_a_session_is_an_event_that_repeats_with_its_next_date() -> None:
    schedule = a_schedule(
        days="Tuesday",
        time="10:00-12:00",
        interval=2,
        valid_from=date(2026, 11, 24),
        except_dates=(date(2026, 12, 8), date(2026, 11, 24)),
    )
    session = a_session(schedule=schedule, hub="old-mill-hub", capacity=12)
    _, event = said_of_service(a_service(sessions=(session,)), a_hub(address=MILL_LANE))
    assert event["startDate"] == "2026-12-22T10:00:00+00:00"
    assert event["endDate"] == "2026-12-22T12:00:00+00:00"
    assert event["location"]["name"] == "Old Mill Hub"
    assert event["maximumAttendeeCapacity"] == 12
    assert event["eventSchedule"] == [
        {
            "@type": "Schedule",
            "repeatFrequency": "P2W",
            "byDay": [f"{DAY}Tuesday"],
            "startDate": "2026-11-24",
            "exceptDate": ["2026-12-08"],
            "startTime": "10:00:00",
            "endTime": "12:00:00",
            "scheduleTimezone": "Europe/London",
        }
    ]


def test_a_monthly_session_names_its_days_as_calendars_do() -> None:
    schedule = a_schedule("monthly", days="Friday", weeks=("first", "last"), time=None)
    session = a_session(schedule=schedule, venue=Venue(name="Elm Surgery"))
    _, event = said_of_service(a_service(sessions=(session,)))
    assert event["startDate"] == "2026-12-04"
    assert event["eventSchedule"] == [
        {
            "@type": "Schedule",
            "repeatFrequency": "P1M",
            "byDay": ["1FR", "-1FR"],
            "scheduleTimezone": "Europe/London",
        }
    ]


def test_a_course_ends_with_its_last_meeting_and_is_not_held_on_bank_holidays() -> None:
    schedule = a_schedule(days="Friday", valid_from=date(2026, 12, 4), bank_holidays="not held")
    session = a_session(schedule=schedule, course=5, venue=Venue(name="Elm Surgery"))
    _, event = said_of_service(a_service(sessions=(session,)))
    (told,) = event["eventSchedule"]
    assert told["endDate"] == "2027-01-15"  # without 25 December and 1 January
    assert told["exceptDate"] == ["2026-12-25", "2027-01-01"]


def test_set_dates_are_told_one_by_one_until_they_are_past() -> None:
    dates = (date(2026, 11, 3), date(2026, 12, 10), date(2027, 1, 14))
    session = a_session(schedule=a_schedule("dates", dates=dates), venue=Venue(name="Elm Surgery"))
    _, event = said_of_service(a_service(sessions=(session,)))
    assert [each["startDate"] for each in event["eventSchedule"]] == ["2026-12-10", "2027-01-14"]


@pytest.mark.parametrize(
    ("service", "hub"),
    [
        (a_service(sessions=(a_session(schedule=a_schedule("by appointment", time=None)),)), a_hub()),
        (a_service(sessions=(a_session(schedule=a_schedule("not published", time=None)),)), a_hub()),
        (a_service(sessions=(a_session(schedule=a_schedule(days="Monday", valid_to=date(2026, 11, 30))),)), a_hub()),
        (a_service(status="paused", sessions=(a_session(hub="old-mill-hub"),)), a_hub()),
        (a_service(sessions=(a_session(hub="old-mill-hub"),)), a_hub(status="closed")),
    ],
    ids=["by appointment", "not published", "over", "paused", "at a closed hub"],
)
def test_what_has_no_date_or_cannot_be_gone_to_is_no_event(service: Service, hub: Hub) -> None:
    assert len(said_of_service(service, hub)) == 1


def test_a_session_by_phone_needs_no_place_and_one_that_says_nothing_has_none() -> None:
    modes = a_vocabulary("access-modes", Term(id="by-phone", label="By phone", remote="yes"))
    by_phone, unsaid = a_session("a", access_mode="by-phone"), a_session("b")
    _, first, second = said_of_service(a_service(sessions=(by_phone, unsaid)), vocabularies=[modes])
    assert first["location"]["@type"] == "VirtualLocation"
    assert first["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert "location" not in second


def test_an_organisation_is_not_said_to_live_on_our_site() -> None:
    trust = an_organisation(contact=Contact(website="https://trust.example.org/"))
    (said,) = said_of(f"/organisations/{trust.slug}/", trust)
    assert said["url"] == "https://trust.example.org/"
    assert said["mainEntityOfPage"] == f"https://riverside.example.org/atlas/organisations/{trust.slug}/"


def test_the_home_page_says_how_to_search_the_site() -> None:
    (said,) = said_of("/", network=a_network(short_name="Riverside"))
    assert said["@type"] == "WebSite"
    assert said["alternateName"] == "Riverside"
    assert (
        said["potentialAction"]["target"]["urlTemplate"]
        == "https://riverside.example.org/atlas/search/?q={search_term_string}"
    )


def test_the_same_day_gives_the_same_words() -> None:
    hub = a_hub_open("09:00-17:00")
    page = page_at(a_directory(hub), f"/hubs/{hub.slug}/", TODAY)
    assert page.head.linked_data == page_at(a_directory(hub), f"/hubs/{hub.slug}/", TODAY).head.linked_data
