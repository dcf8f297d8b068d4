"""What the page of a service says to machines, of itself and of its sessions, as schema.org states it."""

from __future__ import annotations

from datetime import date

import pytest

from hubatlas.model import Contact, Cost, Hub, Service, Venue
from hubatlas.network import Term
from tests.builders import (
    a_hub,
    a_schedule,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
)
from tests.pages.linked_data import DAY, MILL_LANE, said_of_service


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
