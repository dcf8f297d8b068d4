"""What the pages about the network say to a coordinator, before any template."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest

from hubatlas.directory import Directory
from hubatlas.model import Contact, FurtherSite, HoursException, Point, Role, Room
from hubatlas.network import PlaceLevel, Standard, Target
from hubatlas.pages import PAGES
from hubatlas.pages.core_offer_glance import count_words
from hubatlas.pages.tables import TableCell, WideTable
from tests.builders import (
    a_core_offer,
    a_day,
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

TODAY = date(2026, 12, 1)  # a Tuesday
VOCABULARIES = (a_vocabulary("needs", "Money", "Food"), a_vocabulary("roles", "Advisor", "Programme lead"))
OFFER = a_core_offer("Advice", "Company")
WEEK = ("09:00-16:24",) * 5 + ("closed",) * 2  # 37 hours


def _pages(directory: Directory) -> dict[str, Any]:
    return {address: context for kind in PAGES for address, context in kind.contexts(directory, TODAY)}


def _at(address: str, *records: Any, **network: Any) -> Any:  # noqa: ANN401 - contexts are of many types
    directory = a_directory(*records, network=a_network(**network), vocabularies=VOCABULARIES)
    return _pages(directory)[address]


def _shown(table: WideTable) -> dict[str, list[str]]:
    """The words of the table, row by row."""
    return {row.header.words: [cell.words for cell in row.cells] for row in table.rows}


def _cell(table: WideTable, row: str, column: str) -> TableCell:
    position = [cell.words for cell in table.columns].index(column)
    (found,) = [each.cells[position] for each in table.rows if each.header.words == row]
    return found


def test_a_network_that_asks_for_nothing_has_its_own_page_and_none_of_the_others() -> None:
    pages = _pages(a_directory(a_hub()))

    assert not {"/network/core-offer/", "/network/coverage/", "/network/standards/"} & pages.keys()
    assert [part.link.label for part in pages["/network/"].parts] == ["Freshness", "Words"]
    assert pages["/hubs/old-mill-hub/"].core_offer is None
    assert pages["/hubs/old-mill-hub/"].commitments == ()


def test_every_page_about_the_network_can_be_kept_between_builds() -> None:
    network = a_network(core_offers=(OFFER,), standards=(a_standard(),))
    hub = a_hub(places=("riverside",), opening_hours=some_hours(*WEEK))
    directory = a_directory(hub, a_place(), network=network, vocabularies=VOCABULARIES)
    kept = {address: page for address, page in _pages(directory).items() if address.startswith("/network/")}

    assert {"/network/", "/network/core-offer/", "/network/coverage/", "/network/standards/"} <= kept.keys()
    assert pickle.loads(pickle.dumps(kept)) == kept  # noqa: S301 - just made


# The network's own page.


def test_the_networks_page_counts_hubs_from_the_records() -> None:
    hubs = (a_hub("Mill"), a_hub("Quay", status="planned"), a_hub("Shop", kind="satellite", status="planned"))

    assert _at("/network/", *hubs, a_service()).counts == (
        "1 hub open, 1 to come",
        "1 satellite to come",
        "1 service",
        "0 organisations",
    )


def test_targets_stand_beside_what_there_is_now_and_those_given_up_say_so() -> None:
    set_on = a_partial_date("2018")
    targets = (
        Target(label="Twelve hubs", kinds=("hub",), least=12, by=a_partial_date("2025"), set_on=set_on),
        Target(label="Four or five", kinds=("hub",), least=4, most=5, dropped="yes"),
        Target(label="Every route", by=a_partial_date("2030")),
    )

    table = _at("/network/", a_hub(), targets=targets).targets

    assert _shown(table) == {
        "Twelve hubs": ["12 by 2025", "1", "Not reached", "Not known"],
        "Four or five": ["4 to 5", "1", "Given up", "Not known"],
        "Every route": ["by 2030", "Not counted here", "Not known", "Not known"],
    }
    assert _cell(table, "Twelve hubs", "Planned").detail == "set 2018"


@pytest.mark.parametrize(
    ("since", "until", "words", "over"),
    [
        ("summer 2024", None, "Since summer 2024", False),
        ("2025-03-10", None, "Since 10 March 2025", False),
        ("2022", "2026-11", "Since 2022, until November 2026", True),
        (None, "2026-12", "Until December 2026", False),
        (None, None, None, False),
    ],
)
def test_a_role_says_since_when_as_exactly_as_is_known(
    since: str | None, until: str | None, words: str | None, *, over: bool
) -> None:
    role = Role(
        role="programme-lead",
        since=None if since is None else a_partial_date(since),
        until=None if until is None else a_partial_date(until),
        contact=Contact(email="hello@example.org"),
    )
    page = _at("/network/", roles=(role,))
    (card,) = page.earlier_roles if over else page.roles

    assert (card.label, card.when, card.contact.email) == ("Programme lead", words, "hello@example.org")
    assert len(page.roles) + len(page.earlier_roles) == 1


def test_what_is_asked_is_told_in_a_sentence_each() -> None:
    standards = (a_standard(roles=("advisor",)), a_standard(20, id="shared", label="Shared", counting="linked venues"))
    page = _at(
        "/network/", standards=standards, core_offers=(OFFER, a_core_offer(id="menu", label="Menu", defined="no"))
    )

    assert [(it.link.label, it.about) for it in page.asked] == [
        ("Hub standard", "Open 37 hours in a usual week. Somebody in each of these roles: Advisor."),
        ("Shared", "Open 20 hours in a usual week, together with linked venues."),
        ("Core services", "2 core services."),
        ("Menu", "Not agreed yet."),
    ]
    assert [part.link.label for part in page.parts] == ["Core offer", "Standards", "Freshness", "Words"]


def test_the_networks_page_leads_to_no_page_that_there_is_not() -> None:
    services = a_service(needs=("money",), sessions=(a_session(hub="mill"),))
    records = (*PLACES, IN_NORTH, services)
    for network in (
        a_network(place_levels=LEVELS),
        a_network(place_levels=LEVELS, core_offers=(OFFER,), standards=(a_standard(),)),
    ):
        pages = _pages(a_directory(*records, network=network, vocabularies=VOCABULARIES))
        assert {part.link.address for part in pages["/network/"].parts} <= pages.keys()


# The core offer.

MILL = a_hub("Mill", operator="trust", core_offer=(a_statement("company", "not yet"),))
QUAY = a_hub(
    "Quay",
    core_offer=(
        a_statement("advice", "working towards", evidence="Two are being trained.", as_of=a_partial_date("2026-09")),
        a_statement("company", variation="For people over 50."),
    ),
)
ADVICE = a_service("Money advice", hubs=("mill",), provider="guest", core_services=("advice",))
GUEST, TRUST = an_organisation("Guest"), an_organisation("Trust")


def _core_offer_page(*records: Any, **network: Any) -> Any:  # noqa: ANN401 - contexts are of many types
    return _at("/network/core-offer/", *records, GUEST, TRUST, **{"core_offers": (OFFER,)} | network)


def test_the_matrix_says_of_each_hub_how_far_it_is_and_how() -> None:
    (offer,) = _core_offer_page(MILL, QUAY, a_hub("Unsaid"), ADVICE).offers

    assert _shown(offer.table) == {
        "Mill": ["Delivering", "Not yet"],
        "Quay": ["Working towards", "Delivering"],
        "Unsaid": ["Not known", "Not known"],
    }
    assert _cell(offer.table, "Mill", "Advice").detail == "Visiting"
    assert _cell(offer.table, "Mill", "Advice").address == "/services/money-advice/"
    assert [cell.tone for cell in offer.table.rows[1].cells] == ["part", "good"]
    assert offer.answer == (
        "3 open hubs and 2 core services: 2 delivering, 1 working towards, 1 not yet and 2 not known."
    )


def test_each_core_service_says_who_lacks_it_what_shows_that_and_who_is_nearest() -> None:
    (offer,) = _core_offer_page(MILL, QUAY, ADVICE).offers
    advice, company = offer.services

    (quay,) = advice.lacking
    assert (quay.hub.label, quay.status, quay.said, quay.as_of) == (
        "Quay",
        "Working towards",
        "Two are being trained.",
        "September 2026",
    )
    assert (quay.nearest.label, quay.distance) == ("Mill", None)
    assert advice.count == "1 of 2 hubs gives it"
    (mill,) = advice.giving
    assert (mill.how, mill.as_of) == ("visiting, by Guest", "12 September 2026")
    (giving,) = company.giving
    assert giving.said == "Different here: for people over 50."


def test_hubs_that_do_not_say_are_kept_apart_from_those_that_lack_it() -> None:
    (offer,) = _core_offer_page(MILL, QUAY, a_hub("Unsaid")).offers
    company = offer.services[1]

    assert [line.hub.label for line in company.lacking] == ["Mill"]
    assert [line.hub.label for line in company.silent] == ["Unsaid"]
    assert [line.hub.label for line in company.giving] == ["Quay"]


@pytest.mark.parametrize(
    ("giving", "silent", "hubs", "words"),
    [
        (9, 0, 9, "9 of 9 hubs give it"),
        (1, 8, 9, "1 of 9 hubs gives it, 8 do not say"),
        (0, 1, 3, "No hub is known to give it; 1 does not say"),
        (0, 0, 3, "No hub is known to give it"),
        (0, 9, 9, "Nobody says of any of 9 hubs whether it gives it"),
    ],
)
def test_hubs_that_do_not_say_are_not_counted_as_giving_nothing(
    giving: int, silent: int, hubs: int, words: str
) -> None:
    assert count_words(giving, silent, hubs) == words


def test_a_list_that_is_not_agreed_says_so_and_shows_no_table() -> None:
    (offer,) = _core_offer_page(MILL, core_offers=(a_core_offer(defined="no"),)).offers

    assert offer.missing == "What is in this list has not been agreed yet, so nothing can be said of any hub."
    assert offer.table is None


def test_a_list_that_no_open_hub_owes_says_so() -> None:
    (offer,) = _core_offer_page(a_hub(status="planned")).offers

    assert (offer.missing, offer.table) == ("No hub is open, so nobody owes it yet.", None)


def test_a_hubs_page_shows_its_core_offer_and_keeps_what_nobody_says_apart() -> None:
    directory = a_directory(QUAY, a_hub("Unsaid"), network=a_network(core_offers=(OFFER,)), vocabularies=VOCABULARIES)
    pages = _pages(directory)
    glance = pages["/hubs/quay/"].core_offer

    assert [(line.label, line.words, line.evidence, line.variation) for line in glance.lines] == [
        ("Advice", "Working towards", "Two are being trained. (September 2026)", None),
        ("Company", "Delivering", None, "For people over 50."),
    ]
    assert glance.unknown is None
    assert pages["/hubs/unsaid/"].core_offer.lines == ()
    assert pages["/hubs/unsaid/"].core_offer.unknown == "Advice and company"


# The standards.


def _standard_card(*records: Any, **rest: Any) -> Any:  # noqa: ANN401 - contexts are of many types
    (card,) = _at("/network/standards/", *records, standards=(a_standard(**rest),)).standards
    return card


def test_each_hub_stands_against_the_hours_that_are_asked() -> None:
    card = _standard_card(
        a_hub("Enough", opening_hours=some_hours(*WEEK)),
        a_hub("Few", opening_hours=some_hours("09:00-17:00", "by appointment", *("closed",) * 5)),
        a_hub("Half known", opening_hours=some_hours("09:00-17:00", "unknown", *("closed",) * 5)),
        a_hub("Silent"),
        a_hub("Planned", status="planned"),
    )

    assert _shown(card.table) == {
        "Enough": ["37 hours", "Meets it"],
        "Few": ["8 hours", "29 hours short"],
        "Half known": ["At least 8 hours", "Not known"],
        "Silent": ["Not known", "Not known"],
    }
    assert [cell.tone for cell in (row.cells[1] for row in card.table.rows)] == [
        "good",
        "missing",
        "unknown",
        "unknown",
    ]
    assert _cell(card.table, "Few", "Open in a usual week").detail == "Tuesday by appointment, not counted"
    assert _cell(card.table, "Half known", "Open in a usual week").detail == "Tuesday not known"
    assert card.answer == "Of 4 open hubs, 1 is open for long enough, 1 falls short and of 2 it is not known."


@pytest.mark.parametrize(
    ("hours", "answer"),
    [
        (some_hours(*WEEK), "Each of 2 open hubs is open for long enough."),
        (some_hours("closed"), "Each of 2 open hubs falls short."),
        (None, "Of 2 open hubs, none is known to be open for long enough or to fall short."),
    ],
)
def test_where_all_hubs_stand_alike_it_is_said_once(hours: Any, answer: str) -> None:  # noqa: ANN401
    assert _standard_card(a_hub("Mill", opening_hours=hours), a_hub("Quay", opening_hours=hours)).answer == answer


def test_coming_weeks_that_fall_below_the_standard_are_named() -> None:
    training = HoursException(
        first_date=date(2026, 12, 7), last_date=date(2026, 12, 7), hours=a_day("closed"), reason="Training"
    )
    hours = some_hours(*WEEK, bank_holidays="as usual", exceptions=(training,))
    (hub,) = _standard_card(a_hub("Mill", opening_hours=hours)).other_weeks

    assert [(week.week, week.hours, week.reasons) for week in hub.weeks] == [
        ("Week of 7 December 2026", "29 hours 36 minutes, below the standard", "Training")
    ]


def test_roles_that_nobody_names_are_not_known_rather_than_missing() -> None:
    held = Role(role="advisor", since=a_partial_date("2020"))
    card = _standard_card(a_hub("Mill", roles=(held,)), a_hub("Quay"), weekly_hours=None, roles=("advisor",))

    assert _shown(card.table) == {"Mill": ["Yes"], "Quay": ["Not known"]}
    assert _cell(card.table, "Mill", "Advisor").detail == "since 2020"


@pytest.mark.parametrize(
    ("week", "words", "tone", "detail"),
    [
        (("09:00-17:00",) * 7, "On 7 days", "good", None),
        (("09:00-17:00",) * 5 + ("closed",) * 2, "On 5 days", "missing", "Not on Saturday and Sunday"),
        (("09:00-17:00",) * 5 + ("unknown",) * 2, "Not known", "unknown", "On 5 days at least"),
        ((), "Not known", "unknown", None),
    ],
)
def test_rooms_on_every_day_are_met_missed_on_named_days_or_not_known(
    week: tuple[str, ...], words: str, tone: str, detail: str | None
) -> None:
    standard = Standard(id="rooms", label="A room every day", kinds=("hub",), room_days=7)
    room = Room(id="hall", name="Hall", kind="hall", available=some_hours(*week) if week else None)
    kinds = a_vocabulary("room-kinds", "Hall")
    directory = a_directory(a_hub(rooms=(room,)), network=a_network(standards=(standard,)), vocabularies=[kinds])
    (card,) = _pages(directory)["/network/standards/"].standards
    (cell,) = card.table.rows[0].cells
    assert (cell.words, cell.tone, cell.detail) == (words, tone, detail)


def test_a_standard_that_no_open_hub_owes_says_so() -> None:
    card = _standard_card(a_hub(status="planned"))

    assert (card.answer, card.table) == ("No hub of the kind that owes it is open.", None)


@pytest.mark.parametrize(
    ("hub", "lines"),
    [
        (a_hub(opening_hours=some_hours(*WEEK)), ("Open 37 hours a week; the network asks for 37.",)),
        (
            a_hub(opening_hours=some_hours("09:00-17:00", "unknown", *("closed",) * 5)),
            ("Known to be open 8 hours a week; the network asks for 37.",),
        ),
        (a_hub(), ()),
        (a_hub(opening_hours=some_hours(*WEEK), status="planned"), ()),
    ],
)
def test_a_hubs_page_says_its_hours_beside_what_is_asked(hub: Any, lines: tuple[str, ...]) -> None:  # noqa: ANN401
    assert _at("/hubs/old-mill-hub/", hub, standards=(a_standard(),)).commitments == lines


def test_a_hub_that_opens_together_with_others_says_with_whom() -> None:
    site = FurtherSite(name="Pavilion", opening_hours=some_hours("closed"))
    hub = a_hub(opening_hours=some_hours(*WEEK), sites=(site,))
    page = _at("/hubs/old-mill-hub/", hub, standards=(a_standard(20, counting="linked venues"),))

    assert page.commitments == ("Open 37 hours a week together with Pavilion; the network asks for 20.",)


# Coverage.

LEVELS = (
    PlaceLevel(id="county", label="County", plural="Counties"),
    PlaceLevel(id="town", label="Town", plural="Towns"),
)
PLACES = (a_place("Shire", level="county"), a_place("North", parent="shire"), a_place("South", parent="shire"))
IN_NORTH = a_hub("Mill", places=("north",), core_offer=(a_statement("company", "not yet"),))
IN_SOUTH = a_hub("Quay", places=("south",), point=Point(latitude=50.0, longitude=-4.0, precision="building"))


def _coverage(*records: Any) -> Any:  # noqa: ANN401 - contexts are of many types
    return _at("/network/coverage/", *PLACES, IN_NORTH, IN_SOUTH, *records, place_levels=LEVELS, core_offers=(OFFER,))


def test_the_page_answers_what_nobody_offers_on_a_wednesday_in_the_north() -> None:
    sessions = (a_session("a", hub="mill", schedule=a_schedule(days="Monday Wednesday")),)
    page = _coverage(a_service("Advice", core_services=("advice",), sessions=sessions))
    north = page.places[0]

    assert north.name == "North"
    assert _shown(north.tables[0])["Advice"] == ["1 session", "Nothing", "1 session", *["Nothing"] * 4]
    assert _cell(north.tables[0], "Company", "Wednesday").words == "Nothing"
    assert _cell(page.overview, "North", "Wednesday").words == "1 of 2"
    assert _cell(page.overview, "North", "Wednesday").detail == "1 missing"
    assert _cell(page.overview, "South", "Wednesday").detail == "2 not known"


def test_a_single_session_leads_to_itself_and_several_to_all_of_their_kind() -> None:
    sessions = (a_session("a", hub="mill"), a_session("b", hub="mill"), a_session("c", hub="quay"))
    page = _coverage(a_service("Advice", needs=("money",), sessions=sessions))
    north, south = (place.tables[1] for place in page.places)

    assert _cell(north, "Money", "Tuesday").words == "2 sessions"
    assert _cell(north, "Money", "Tuesday").address == "/needs/money/"
    assert _cell(south, "Money", "Tuesday").address == "/services/advice/#c"


def test_a_folded_place_says_how_much_of_it_is_covered() -> None:
    services = (
        a_service("Advice", needs=("money",), sessions=(a_session(hub="mill"),)),
        a_service("Pantry", needs=("food",), core_services=("advice",), hubs=("mill",)),
    )
    north, south = _coverage(*services).places

    assert (
        north.summary
        == "0 of 2 core services have a day, 1 more no set time; 1 of 2 needs have a day, 1 more no set time"
    )
    assert south.summary == "0 of 2 core services have a day; 0 of 2 needs have a day"


def test_given_at_times_not_known_is_neither_nothing_nor_a_number() -> None:
    page = _coverage(a_service("Advice", needs=("money",), hubs=("mill",)))
    cell = _cell(page.places[0].tables[1], "Money", "Sunday")

    assert (cell.words, cell.tone, cell.detail) == ("Given", "part", "times not known")


def test_what_is_missing_has_its_nearest_beside_it() -> None:
    here = Point(latitude=50.1, longitude=-4.0, precision="area")
    north = a_place("North", parent="shire", point=here)
    records = (PLACES[0], north, PLACES[2], IN_NORTH, IN_SOUTH)
    service = a_service("Advice", needs=("money",), sessions=(a_session(hub="quay"),))
    page = _at("/network/coverage/", *records, service, place_levels=LEVELS, core_offers=(OFFER,))
    table = page.places[0].tables[1]

    cell = _cell(table, "Money", "Nearest on other days")
    assert (cell.words, cell.address, cell.detail) == ("Quay", "/hubs/quay/", "6.9 miles, Tuesday")
    assert _cell(table, "Food", "Nearest on other days").words == "None on record"


def test_hubs_without_a_place_are_named_rather_than_dropped() -> None:
    page = _coverage(a_hub("Line"))

    assert [link.label for link in page.outside] == ["Line"]
    assert page.anywhere == ()


def test_help_by_phone_is_told_by_itself() -> None:
    page = _coverage(a_service("Line", needs=("money",), sessions=(a_session(),)))

    (table,) = page.anywhere
    assert _shown(table) == {"Money": ["Nothing", "1 session", *["Nothing"] * 5]}
