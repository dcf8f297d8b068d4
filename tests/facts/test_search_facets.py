"""What the search can filter by: what is known, what is known not to be so, and when and where."""

from datetime import date

import pytest

from hubatlas.facts.search_facets import (
    Offer,
    hub_facets,
    opening_facets,
    parts_of_day,
    service_facets,
    service_offers,
    session_facets,
)
from hubatlas.model import Cost, Venue
from hubatlas.network import Term
from tests.builders import (
    a_directory,
    a_hub,
    a_place,
    a_schedule,
    a_service,
    a_session,
    a_span,
    a_vocabulary,
    some_hours,
)

TODAY = date(2026, 12, 1)  # a Tuesday
WAYS_IN = a_vocabulary(
    "ways-in",
    Term(id="come", label="Come", referral="no"),
    Term(id="doctor", label="Ask your doctor", referral="yes"),
    Term(id="hub", label="A hub introduces you"),
)


def test_a_hub_is_known_by_what_it_has_and_by_every_place_around_it() -> None:
    hub = a_hub(
        places=("ham",), accessibility={"lift": "yes", "loop": "no", "quiet": "unknown"}, facilities={"wi-fi": "yes"}
    )
    directory = a_directory(hub, a_place("Plymouth"), a_place("Ham", parent="plymouth"))
    facets = hub_facets(directory, hub)
    assert facets.has == ("type=hub", "place=ham", "place=plymouth", "access=lift", "facility=wi-fi")
    assert facets.lacks == ("access=loop",)


@pytest.mark.parametrize(
    ("ways_in", "known"),
    [
        (("come",), True),
        (("doctor", "come"), True),
        (("doctor",), False),
        (("doctor", "hub"), None),
        (("hub",), None),
        ((), None),
    ],
)
def test_no_referral_is_needed_where_one_way_in_needs_none_and_unknown_is_not_no(
    ways_in: tuple[str, ...], *, known: bool | None
) -> None:
    service = a_service(ways_in=ways_in)
    facets = service_facets(a_directory(service, vocabularies=[WAYS_IN]), service)
    assert ("referral=no" in facets.has, "referral=no" in facets.lacks) == (known is True, known is False)


@pytest.mark.parametrize(("free", "known"), [("yes", True), ("no", False), ("unknown", None), (None, None)])
def test_what_it_costs_is_only_known_where_it_is_said(free: str | None, *, known: bool | None) -> None:
    service = a_service(cost=None if free is None else Cost(free=free))  # type: ignore[arg-type]
    facets = service_facets(a_directory(service), service)
    assert ("free=yes" in facets.has, "free=yes" in facets.lacks) == (known is True, known is False)


def test_what_is_for_somebody_is_also_for_the_wider_group() -> None:
    audiences = a_vocabulary("audiences", "Carers", Term(id="young-carers", label="Young carers", broader="carers"))
    service = a_service(audiences=("young-carers",))
    facets = service_facets(a_directory(service, vocabularies=[audiences]), service)
    assert {"audience=young-carers", "audience=carers"} <= set(facets.has)


def test_a_session_says_for_itself_how_it_is_given() -> None:
    modes = a_vocabulary("access-modes", "In person", "Online")
    session = a_session(access_mode="online")
    service = a_service(access_modes=("in-person",), sessions=(session,), cost=Cost(free="yes"))
    facets = session_facets(a_directory(service, vocabularies=[modes]), service, session)
    assert set(facets.has) == {"type=session", "how=online", "free=yes"}


@pytest.mark.parametrize(
    ("spans", "parts"),
    [
        (["09:00-12:00"], ["morning"]),
        (["10:00-17:30"], ["morning", "afternoon"]),
        (["10:00-18:00"], ["morning", "afternoon", "evening"]),
        (["11:45-14:00"], ["morning", "afternoon"]),
        (["16:30-17:30"], ["afternoon"]),
        (["17:00-17:45"], ["evening"]),
        (["22:00-02:00"], ["evening"]),
        (["09:00-10:00", "19:00-21:00"], ["morning", "evening"]),
    ],
)
def test_a_part_of_the_day_counts_where_something_begins_in_it_or_goes_on_for_an_hour(
    spans: list[str], parts: list[str]
) -> None:
    assert list(parts_of_day(map(a_span, spans))) == [f"time={part}" for part in parts]


def test_hours_that_only_the_hub_can_say_are_not_taken_for_closed() -> None:
    hours = some_hours("09:00-12:00", "closed", "by appointment", "unknown", "closed", "closed", "closed")
    assert opening_facets(hours) == (("time=morning",), (), None, None, (), (), ())
    assert opening_facets(None) == (None,) * 7


def test_offers_are_sessions_then_hubs_without_a_time_then_from_anywhere() -> None:
    modes = a_vocabulary("access-modes", Term(id="phone", label="By phone", remote="yes"))
    hall = Venue(name="Elm Hall")
    service = a_service(
        access_modes=("phone",),
        hubs=("north", "south", "shut"),
        sessions=(
            a_session("tea", hub="north"),
            a_session("walk", a_schedule("monthly", "Friday", weeks=("last",)), venue=hall),
            a_session("over", a_schedule(days="Monday", valid_to=date(2026, 11, 1)), hub="south"),
        ),
    )
    directory = a_directory(
        a_hub("North"), a_hub("South"), a_hub("Shut", status="closed"), service, vocabularies=[modes]
    )
    tea, walk, south, anywhere = service_offers(directory, service, TODAY)
    assert (tea.hub, tea.when, tea.dates[:2]) == (
        "north",
        ("day=tuesday", "time=morning"),
        (date(2026, 12, 1), date(2026, 12, 8)),
    )
    assert (walk.venue, walk.when[0]) == (hall, "day=friday")
    assert walk.dates == ()  # the last Friday is Christmas Day, and nobody says whether it is held
    assert (south, anywhere) == (Offer(hub="south"), Offer())


def test_what_is_neither_at_a_place_nor_from_anywhere_is_still_offered() -> None:
    service = a_service()
    assert service_offers(a_directory(service), service, TODAY) == (Offer(),)
