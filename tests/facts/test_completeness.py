"""How much of what the public needs a record says: the weights added up by hand."""

from typing import Any

import pytest

from hubatlas.facts.completeness import (
    HUB_FACTS,
    SERVICE_FACTS,
    Completeness,
    hub_completeness,
    service_completeness,
)
from hubatlas.model import Address, Contact, Cost, Hub, Point, Service, Venue
from tests.builders import (
    a_directory,
    a_hub,
    a_schedule,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
    some_hours,
)

LISTS = (a_vocabulary("accessibility", "Ramp", "Hearing loop"), a_vocabulary("facilities", "Toilet", "Cafe"))
WHOLE_HUB: dict[str, Any] = {
    "contact": Contact(phone="0808 157 0123"),
    "opening_hours": some_hours("09:00-17:00"),
    "address": Address(city="Riverside"),
    "accessibility": {"ramp": "yes", "hearing-loop": "no"},
    "on_arrival": "Somebody says hello.",
    "point": Point(latitude=50.1, longitude=-4.1, precision="building"),
    "getting_there": "Bus 4.",
    "facilities": {"toilet": "yes", "cafe": "no"},
    "operator": "riverside-trust",
}
WHOLE_SERVICE: dict[str, Any] = {
    "contact": Contact(phone="0808 157 0123"),
    "sessions": (a_session(hub="mill"),),
    "ways_in": ("drop-in",),
    "cost": Cost(free="yes"),
    "audiences": ("adults",),
    "needs": ("money",),
    "on_arrival": "Somebody says hello.",
    "provider": "riverside-trust",
    "what_to_bring": "Nothing.",
}


def of_hub(hub: Hub, *services: Service) -> Completeness | None:
    return hub_completeness(a_directory(hub, *services, vocabularies=LISTS), hub)


def of_service(service: Service, *others: Any) -> Completeness | None:  # noqa: ANN401
    return service_completeness(a_directory(service, a_hub("Mill"), an_organisation(), *others), service)


def without(whole: dict[str, Any], *left_out: str, **rest: Any) -> dict[str, Any]:  # noqa: ANN401
    return {name: value for name, value in whole.items() if name not in left_out} | rest


def test_the_weights_are_those_that_the_cases_below_were_worked_out_with() -> None:
    assert sum(fact.weight for fact in HUB_FACTS) == 31
    assert sum(fact.weight for fact in SERVICE_FACTS) == 33


@pytest.mark.parametrize(
    ("hub", "points", "lacks"),
    [
        (WHOLE_HUB, 31, ""),
        ({}, 4, "reach hours address access arrival point getting-there facilities operator"),
        (without(WHOLE_HUB, "contact"), 26, "reach"),
        (without(WHOLE_HUB, contact=Contact(role="Manager")), 26, "reach"),
        (without(WHOLE_HUB, contact=Contact(email="hi@example.org")), 31, ""),
        (without(WHOLE_HUB, "opening_hours"), 26, "hours"),
        (without(WHOLE_HUB, opening_hours=some_hours(*["09:00-17:00"] * 6, "unknown")), 26 + 5 * 6 / 7, "hours"),
        (without(WHOLE_HUB, opening_hours=some_hours("closed")), 31, ""),
        (without(WHOLE_HUB, accessibility={"ramp": "no"}), 29, "access"),
        (without(WHOLE_HUB, accessibility={"ramp": "no", "hearing-loop": "unknown"}), 29, "access"),
        (without(WHOLE_HUB, "facilities", "operator"), 29, "facilities operator"),
    ],
)
def test_a_hub_is_as_complete_as_what_people_need_of_it(hub: dict[str, Any], points: float, lacks: str) -> None:
    found = of_hub(a_hub("Mill", **hub), a_service(hubs=("mill",)))
    assert found is not None
    assert found.share == pytest.approx(points / 31)
    assert " ".join(lack.id for lack in found.lacks) == lacks


def test_a_hub_of_which_no_help_is_known_lacks_it() -> None:
    found = of_hub(a_hub("Mill", **WHOLE_HUB))
    assert found is not None
    assert (found.per_cent, [lack.id for lack in found.lacks]) == (87, ["services"])


def test_a_network_that_asks_nothing_of_access_misses_nothing() -> None:
    hub = a_hub("Mill", **without(WHOLE_HUB, "accessibility", "facilities"))
    found = hub_completeness(a_directory(hub, a_service(hubs=("mill",))), hub)
    assert found == Completeness(share=1.0, lacks=())


def test_almost_everything_is_not_called_everything() -> None:
    assert Completeness(share=0.999, lacks=()).per_cent == 99


@pytest.mark.parametrize(
    ("service", "points", "lacks"),
    [
        (WHOLE_SERVICE, 33, ""),
        ({}, 0, "reach times where way-in cost who-for needs arrival provider bring"),
        (without(WHOLE_SERVICE, "contact"), 28, "reach"),
        (without(WHOLE_SERVICE, "ways_in", how_to_get_in="Ring."), 33, ""),
        (without(WHOLE_SERVICE, cost=Cost(free="unknown")), 29, "cost"),
        (without(WHOLE_SERVICE, cost=Cost(free="no")), 33, ""),
        (without(WHOLE_SERVICE, "audiences", minimum_age=18), 33, ""),
        (without(WHOLE_SERVICE, "sessions"), 24, "times where"),
        (without(WHOLE_SERVICE, "sessions", access_modes=("phone",)), 28, "times"),
        (without(WHOLE_SERVICE, sessions=(a_session(venue=Venue(name="Elm Surgery")),)), 33, ""),
        (
            without(WHOLE_SERVICE, sessions=(a_session(hub="mill"), a_session("b", a_schedule("not published")))),
            30.5,
            "times",
        ),
        (without(WHOLE_SERVICE, sessions=(a_session("b", a_schedule("by appointment"), hub="mill"),)), 33, ""),
    ],
)
def test_a_service_is_as_complete_as_what_people_need_of_it(service: dict[str, Any], points: float, lacks: str) -> None:
    found = of_service(a_service("Advice", **service))
    assert found is not None
    assert found.share == pytest.approx(points / 33)
    assert " ".join(lack.id for lack in found.lacks) == lacks


def test_a_service_can_be_reached_by_its_provider_or_its_hub() -> None:
    by_hub = service_completeness(
        a_directory(own := a_service("Advice", hubs=("mill",)), a_hub("Mill", contact=Contact(phone="0808 157 0123"))),
        own,
    )
    assert by_hub is not None
    assert "reach" not in {lack.id for lack in by_hub.lacks}


def test_nobody_needs_a_record_of_what_is_not_running() -> None:
    assert of_hub(a_hub(status="planned")) is None
    assert of_hub(a_hub(status="closed")) is None
    assert of_service(a_service(status="ended")) is None
    assert of_service(a_service(status="paused")) is None
