"""Who helps with what, and where to go from a hub that does not."""

from hubatlas.facts.no_wrong_door import Elsewhere, is_remote, not_here, who_helps
from hubatlas.facts.offers import hubs_by_distance
from hubatlas.model import Hub, Point
from hubatlas.network import Term
from tests.builders import a_directory, a_hub, a_service, a_session, a_vocabulary

NEEDS = a_vocabulary("needs", "Money", "Company", "Housing")
MODES = a_vocabulary("access-modes", "In person", Term(id="by-phone", label="By phone", remote="yes"))


def at(latitude: float) -> Point:
    """A point on one meridian."""
    return Point(latitude=latitude, longitude=-4.0, precision="building")


MILL = a_hub("Old Mill", point=at(50.0))
QUAY = a_hub("Quay", point=at(50.1))
LOFT = a_hub("Loft", point=at(50.4))
NOWHERE = a_hub("Attic")
SHUT = a_hub("Shut", status="closed", point=at(50.0))
ADVICE = a_service("Advice", needs=("money",), hubs=("quay", "loft", "shut"))
LUNCH = a_service("Lunch", needs=("company",), hubs=("old-mill",))
LINE = a_service("Line", needs=("money", "company"), access_modes=("by-phone",))
WALK = a_service("Walk", needs=("company",), sessions=(a_session(),))
PAUSED = a_service("Old advice", needs=("money",), hubs=("old-mill",), status="paused")
DIRECTORY = a_directory(MILL, QUAY, LOFT, NOWHERE, SHUT, ADVICE, LUNCH, LINE, WALK, PAUSED, vocabularies=(NEEDS, MODES))


def elsewhere_from(hub: Hub) -> tuple[Elsewhere, ...]:
    """Where to go from a hub for what it does not give."""
    return not_here(DIRECTORY, hub, hubs_by_distance(DIRECTORY, hub))


def test_help_is_at_open_hubs_from_anywhere_or_elsewhere() -> None:
    found = who_helps(DIRECTORY)
    assert found.hubs == {
        "money": ((LOFT, (ADVICE,)), (QUAY, (ADVICE,))),
        "company": ((MILL, (LUNCH,)),),
        "housing": (),
    }
    assert found.remote == {"money": (LINE,), "company": (LINE,), "housing": ()}
    assert found.elsewhere == {"money": (), "company": (WALK,), "housing": ()}


def test_a_service_is_from_anywhere_where_one_of_its_sessions_is() -> None:
    hybrid = a_service("Hybrid", sessions=(a_session(hub="quay"), a_session("call", access_mode="by-phone")))
    assert is_remote(DIRECTORY, hybrid)
    assert not is_remote(DIRECTORY, ADVICE)


def test_from_a_hub_the_nearest_that_helps_is_named_with_the_miles() -> None:
    (money,) = elsewhere_from(MILL)
    assert (money.need.id, money.hub) == ("money", QUAY)
    assert money.miles is not None
    assert round(money.miles, 1) == 6.9  # a tenth of a degree of latitude


def test_from_a_hub_that_is_not_on_the_map_another_is_named_without_a_distance() -> None:
    found = {each.need.id: (each.hub, each.miles) for each in elsewhere_from(NOWHERE)}
    assert found == {"money": (LOFT, None), "company": (MILL, None)}


def test_a_need_that_no_hub_serves_leads_nowhere() -> None:
    assert "housing" not in {each.need.id for each in elsewhere_from(QUAY)}
