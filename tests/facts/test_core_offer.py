"""How far hubs give the core services of their network, by their services and by what they state."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hubatlas.directory import Directory
from hubatlas.facts.core_offer import CoreEntry, core_offer, core_offers, lacks, owed_offers
from hubatlas.model import Hub, Point, Service, Venue
from hubatlas.network import Term
from tests.builders import (
    a_core_offer,
    a_directory,
    a_hub,
    a_network,
    a_partial_date,
    a_schedule,
    a_service,
    a_session,
    a_statement,
    a_vocabulary,
)

TODAY = date(2026, 12, 1)  # a Tuesday
OFFER = a_core_offer("Advice", "Food")
MODES = a_vocabulary(
    "access-modes",
    Term(id="in-person", label="In person"),
    Term(id="ring", label="By phone", remote="yes"),
    Term(id="web", label="Online", remote="yes"),
)
MILL = a_hub(operator="trust")


def _directory(*records: Any, offer: Any = OFFER) -> Directory:  # noqa: ANN401 - records of any kind
    return a_directory(*records, network=a_network(core_offers=(offer,)), vocabularies=[MODES])


AT = ("old-mill-hub",)


def advice(hub: Hub, *services: Service) -> CoreEntry:
    """How far the hub gives the first core service."""
    return core_offer(_directory(hub, *services), hub, OFFER, TODAY).entries[0]


def _advice(**rest: Any) -> Service:  # noqa: ANN401 - as the builder
    return a_service(core_services=("advice",), **rest)


LAST_MONTH = a_schedule(days="Monday", valid_to=date(2026, 11, 30))
LAST_TODAY = a_schedule(days="Tuesday", valid_to=TODAY)


def _at_mill(**rest: Any) -> Any:  # noqa: ANN401 - as the builder
    return a_session(hub="old-mill-hub", **rest)


@pytest.mark.parametrize(
    ("service", "status", "how"),
    [
        (_advice(hubs=AT, provider="trust"), "delivering", ("on site",)),
        (_advice(hubs=AT, provider="guest"), "delivering", ("visiting",)),
        (_advice(hubs=AT), "delivering", ()),  # nobody says whose it is
        (_advice(at_every_hub="yes", provider="guest"), "delivering", ("visiting",)),
        (_advice(sessions=(_at_mill(),), provider="trust"), "delivering", ("on site",)),
        (_advice(sessions=(_at_mill(provider="guest"),), provider="trust"), "delivering", ("visiting",)),
        (_advice(hubs=AT, provider="guest", access_modes=("ring", "web")), "delivering", ("by phone",)),
        (_advice(hubs=AT, provider="guest", access_modes=("ring", "in-person")), "delivering", ("visiting",)),
        # All its times are for people who stay at home: neither at a hub nor elsewhere.
        (_advice(hubs=AT, provider="guest", sessions=(a_session(),)), "delivering", ("by phone",)),
        (
            _advice(hubs=AT, provider="guest", sessions=(a_session(venue=Venue(name="Elm")),)),
            "delivering",
            ("visiting",),
        ),
        (_advice(sessions=(_at_mill(access_mode="web"),), provider="guest"), "delivering", ("by phone",)),
        (_advice(sessions=(a_session(hub="weir-house"),)), "unknown", ()),
        (_advice(hubs=AT, status="planned"), "unknown", ()),
        (_advice(hubs=AT, status="paused"), "unknown", ()),
        (_advice(hubs=AT, status="ended"), "unknown", ()),
        (a_service(hubs=AT), "unknown", ()),
        (
            _advice(sessions=(_at_mill(schedule=LAST_MONTH),)),
            "unknown",
            (),
        ),
        (
            _advice(
                provider="trust",
                sessions=(_at_mill(schedule=LAST_TODAY),),
            ),
            "delivering",
            ("on site",),
        ),
    ],
)
def test_what_a_service_gives_at_a_hub_is_delivered_there(service: Service, status: str, how: tuple[str, ...]) -> None:
    found = advice(MILL, service)

    assert (found.status, found.how) == (status, how)
    assert [each.slug for each in found.services] == ([service.slug] if status == "delivering" else [])


def test_a_core_service_of_which_nobody_says_anything_is_unknown_and_never_not_yet() -> None:
    found = advice(MILL)

    assert (found.status, found.how, found.providers, found.as_of) == ("unknown", (), (), None)


@pytest.mark.parametrize("status", ["delivering", "working towards", "not yet", "unknown"])
def test_where_no_service_says_it_the_hub_is_believed(status: Any) -> None:  # noqa: ANN401 - a status of the model
    statement = a_statement("advice", status, how=("by referral",), provider="guest", as_of=a_partial_date("2026-09"))
    found = advice(a_hub(core_offer=(statement,)))

    assert (found.status, found.how, found.providers) == (status, ("by referral",), ("guest",))
    assert found.as_of == a_partial_date("2026-09")
    assert found.statement == statement


@pytest.mark.parametrize(
    ("stated", "shown"),
    [("unknown", "delivering"), ("delivering", "delivering"), ("working towards", "working towards")],
)
def test_a_hub_still_working_towards_what_a_service_gives_in_part_is_not_called_delivering(
    stated: Any,  # noqa: ANN401 - a status of the model
    shown: str,
) -> None:
    found = advice(a_hub(core_offer=(a_statement("advice", stated),)), _advice(hubs=AT))

    assert found.status == shown
    assert len(found.services) == 1


def test_ways_and_providers_of_services_and_statement_are_told_together() -> None:
    hub = a_hub(operator="trust", core_offer=(a_statement("advice", how=("by referral",), provider="clinic"),))
    services = (
        _advice(hubs=AT, provider="guest"),
        _advice(name="Advisor", at_every_hub="yes", provider="trust"),
    )

    found = advice(hub, *services)

    assert found.how == ("on site", "visiting", "by referral")
    assert found.providers == ("trust", "guest", "clinic")


def test_a_derived_entry_is_dated_by_the_service_checked_longest_ago() -> None:
    assert advice(MILL, _advice(hubs=AT)).as_of == a_partial_date("2026-09-12")


def test_a_hub_that_is_not_open_delivers_nothing_whatever_services_name_it() -> None:
    assert advice(a_hub(status="planned"), _advice(hubs=AT)).status == "unknown"


def test_satellites_owe_what_their_kind_owes_and_get_nothing_from_at_every_hub() -> None:
    satellite = a_hub("Boat Shed", kind="satellite", parent="old-mill-hub")
    directory = _directory(MILL, satellite, _advice(at_every_hub="yes"))

    assert owed_offers(directory, satellite) == ()
    assert [each.hub.name for each in core_offers(directory, TODAY)[0].hubs] == ["Old Mill Hub"]
    assert core_offer(directory, satellite, OFFER, TODAY).entries[0].status == "unknown"


def test_an_offer_that_is_not_agreed_has_hubs_and_no_entries() -> None:
    directory = _directory(MILL, offer=a_core_offer(defined="no"))

    assert [each.entries for each in core_offers(directory, TODAY)[0].hubs] == [()]


def test_a_gap_names_the_nearest_hub_that_delivers() -> None:
    def at(latitude: float) -> Point:
        return Point(latitude=latitude, longitude=-4, precision="building")

    directory = _directory(
        a_hub("A here", point=at(50.0)),
        a_hub("B far", point=at(51.0), core_offer=(a_statement("advice"),)),
        a_hub("C near", point=at(50.1), core_offer=(a_statement("advice"),)),
        a_hub("D no map", core_offer=(a_statement("advice", "not yet"),)),
        a_hub("E nearer, but not yet", point=at(50.01), core_offer=(a_statement("advice", "not yet"),)),
    )
    (matrix,) = core_offers(directory, TODAY)

    found = [
        (each.hub.name[0], each.status, each.nearest and each.nearest.name[0], each.miles and round(each.miles))
        for each in lacks(matrix, 0)
    ]
    assert found == [("D", "not yet", "B", None), ("E", "not yet", "C", 6), ("A", "unknown", "C", 7)]
    assert {each.nearest for each in lacks(matrix, 1)} == {None}
