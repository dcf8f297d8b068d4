"""Pages of needs and of what is on: plain values of small directories."""

import pytest

from hubatlas.language import Language, speaking
from hubatlas.model import Contact, Signpost
from hubatlas.network import Term
from tests.builders import (
    PHONE,
    a_directory,
    a_hub,
    a_network,
    a_schedule,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
)
from tests.pages.test_contexts import page_at

NEEDS = a_vocabulary(
    "needs", "Money", Term(id="debt", label="Debt", broader="money"), Term(id="company", label="Company")
)
TERMS = (
    NEEDS,
    a_vocabulary("access-modes", Term(id="by-phone", label="By phone", remote="yes")),
    a_vocabulary("sectors", Term(id="nhs", label="NHS")),
)
CLINIC = a_service(
    "Clinic",
    needs=("money",),
    provider="health-trust",
    sessions=(a_session("a", a_schedule(days="Tuesday"), hub="old-mill"),),
)
LINE = a_service("Line", needs=("money", "debt"), access_modes=("by-phone",))
TRUST = an_organisation("Health Trust", sector="nhs")
DIRECTORY = a_directory(a_hub("Old Mill"), CLINIC, LINE, TRUST, vocabularies=TERMS)


def test_a_need_shows_what_is_on_today_hubs_and_help_from_anywhere() -> None:
    page = page_at(DIRECTORY, "/needs/money/")
    assert next(occasion.name for day in page.occasions for occasion in day.occasions) == "Clinic"
    assert [(hub.link.label, [link.label for link in hub.services]) for hub in page.doors] == [("Old Mill", ["Clinic"])]
    assert [route.link.label for route in page.remote] == ["Line"]
    assert [link.label for link in page.related] == ["Debt"]
    assert not page.nothing


def test_the_timetable_begins_with_the_day_that_the_site_is_made_for() -> None:
    held = [a_session(day.lower(), a_schedule(days=day), hub="old-mill") for day in ("Monday", "Tuesday", "Sunday")]
    unsaid = a_session("x", a_schedule(repeats="by appointment", time=None), hub="old-mill")
    directory = a_directory(a_hub("Old Mill"), a_service(sessions=(*held, unsaid)))
    days = page_at(directory, "/whats-on/").days
    assert [day.label for day in days] == ["Tuesday", "Sunday", "Monday", "By appointment"]
    assert [day.weekday for day in days] == [1, 6, 0, None]
    (row, _) = days[0].sessions[0]
    assert row.minutes == (600, 720)


def test_a_timetable_in_another_language_has_its_days_in_the_same_places() -> None:
    words = {"Tuesday": "dydd Mawrth", "Every %(days)s": "Bob wythnos: %(days)s"}
    welsh = Language(
        code="cy",
        name="Cymraeg",
        messages={(None, english): (welsh,) for english, welsh in words.items()},
        plural_form=lambda number: int(number != 1),
        number_words=str,
    )
    directory = a_directory(a_hub("Old Mill"), CLINIC, TRUST, vocabularies=TERMS)
    with speaking(welsh):
        (tuesday,) = page_at(directory, "/whats-on/").days
    assert (tuesday.heading, tuesday.weekday, tuesday.anchor) == ("Dydd Mawrth", 1, "section-tuesday")
    assert tuesday.sessions[0][0].when.startswith("Bob wythnos: dydd Mawrth, ")
    assert tuesday.sessions[0][0].rhythm is None


def test_a_phone_line_that_began_the_evening_before_is_told_too() -> None:
    night = a_session("night", a_schedule(days="Monday", time="22:00-06:00"), access_mode="by-phone")
    line = a_service("Night line", needs=("money",), access_modes=("by-phone",), sessions=(night,))
    (route,) = page_at(a_directory(line, vocabularies=TERMS), "/needs/money/").remote
    assert next((time.starts, time.ends) for time in route.times) == ("2026-11-30T22:00", "2026-12-01T06:00")
    assert [time.day.words for time in route.times][1:] == ["Monday 7 December"]


def test_a_need_that_nobody_serves_says_so_and_who_to_ask() -> None:
    network = a_network(contact=Contact(phone=PHONE))
    page = page_at(a_directory(a_hub(), network=network, vocabularies=TERMS), "/needs/company/")
    assert page.nothing
    assert page.contact.phone.number == PHONE


def test_the_list_of_needs_keeps_those_that_nobody_serves_apart() -> None:
    page = page_at(DIRECTORY, "/needs/")
    assert [(row.link.label, row.count) for row in page.served] == [
        ("Money", "2 services, 1 hub"),
        ("Debt", "1 service"),
    ]
    assert [row.link.label for row in page.unserved] == ["Company"]


def test_good_pages_elsewhere_stand_with_their_need() -> None:
    directory = a_directory(
        a_hub(), vocabularies=TERMS, signposts=(Signpost(title="Check", url="https://example.org/", needs=("debt",)),)
    )
    assert [line.link.label for line in page_at(directory, "/needs/debt/").signposts] == ["Check"]
    assert page_at(directory, "/needs/money/").signposts == ()


def test_a_hub_page_leads_to_the_nearest_help_that_it_does_not_give() -> None:
    doors = page_at(
        a_directory(a_hub("Old Mill"), a_hub("Quay"), CLINIC, TRUST, vocabularies=TERMS), "/hubs/quay/"
    ).other_doors
    assert [(each.need.label, each.hub.label) for each in doors.not_here] == [("Money", "Old Mill")]


def test_a_service_page_leads_to_others_for_the_same_needs() -> None:
    doors = page_at(DIRECTORY, "/services/line/").other_doors
    assert [link.label for link in doors.similar] == ["Clinic"]
    assert doors.remote == ()


def test_the_timetable_names_who_gives_a_session_and_from_which_sector() -> None:
    (tuesday,) = page_at(DIRECTORY, "/whats-on/").days
    ((row, giver),) = tuesday.sessions
    assert (row.name, giver.link.label, giver.sector) == ("Clinic", "Health Trust", "NHS")


def test_the_week_counts_sessions_hub_by_hub() -> None:
    week = page_at(DIRECTORY, "/whats-on/").week
    assert [cell.words for cell in week.rows[0].cells] == ["none", "1", "none", "none", "none", "none", "none"]


def test_only_hubs_where_something_is_on_have_a_timetable() -> None:
    directory = a_directory(a_hub("Old Mill"), a_hub("Quay"), CLINIC, TRUST, vocabularies=TERMS)
    assert page_at(directory, "/whats-on/old-mill/").count == "1 session"
    with pytest.raises(KeyError):
        page_at(directory, "/whats-on/quay/")
