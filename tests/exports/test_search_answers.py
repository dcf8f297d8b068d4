"""What the browser answers from the search index: filters together, what each choice would leave, what is not known."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from hubatlas.directory import Directory
from hubatlas.exports.search_index import SEARCH_INDEX
from hubatlas.model import Address, Cost, Hub, Point, Session
from hubatlas.network import Term
from tests.builders import a_directory, a_hub, a_schedule, a_service, a_session, a_vocabulary, some_hours
from tests.exports.editions import NETWORKS, SMALL, json_of, network_edition

PROGRAM = Path(__file__).with_name("search_answers.mjs")
ESTUARY = NETWORKS[1]
ANY_OF = ("need", "day", "time", "how", "place", "language", "audience", "type")
NOON = "2026-12-01 12:00"  # a Tuesday
HERE = [50.37, -4.14]

VOCABULARIES = (
    a_vocabulary("needs", "Money", "Company"),
    a_vocabulary("accessibility", "Lift", "Loop"),
    a_vocabulary("access-modes", Term(id="phone", label="By phone", remote="yes")),
)


def wall(moment: str) -> int:
    """Minutes since 1970 on a clock in the United Kingdom."""
    return int(datetime.fromisoformat(f"{moment}+00:00").timestamp() // 60)


def ask(whole: dict[str, Any], *questions: dict[str, Any]) -> list[dict[str, Any]]:
    asked = json.dumps({"whole": whole, "questions": [{"now": wall(NOON)} | each for each in questions]})
    done = subprocess.run(["node", str(PROGRAM)], input=asked, capture_output=True, text=True, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def answer(directory: Directory, *facets: str, **question: object) -> dict[str, Any]:
    edition = replace(SMALL, directory=directory, today=date(2026, 12, 1))
    return ask(json_of(edition, "/search/index.json"), {"facets": facets} | question)[0]


@cache
def estuary() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(dict(SEARCH_INDEX.files(network_edition(ESTUARY)))["/search/index.json"])
    return whole


def a_place_to_go(name: str, **rest: Any) -> Hub:  # noqa: ANN401 - any field of a hub
    """A hub that is on the map."""
    return a_hub(name, **{"point": Point(latitude=50.38, longitude=-4.14, precision="building")} | rest)


def weekly(day: str, time: str, hub: str) -> Session:
    return a_session(f"{day}-{hub}".lower(), a_schedule(days=day, time=time), hub=hub)


def test_a_day_and_a_place_hold_for_one_and_the_same_session() -> None:
    hubs = (a_place_to_go("North", accessibility={"lift": "yes"}), a_place_to_go("South", accessibility={"lift": "no"}))
    tea = a_service(
        "Tea", sessions=(weekly("Tuesday", "10:00-12:00", "south"), weekly("Friday", "10:00-12:00", "north"))
    )
    directory = a_directory(*hubs, tea, vocabularies=VOCABULARIES)
    assert answer(directory, "type=service", "access=lift", "day=friday")["list"] == ["Tea"]
    assert answer(directory, "type=service", "access=lift", "day=tuesday")["list"] == []


def test_a_hub_is_found_by_what_is_given_there() -> None:
    tea = a_service("Tea", needs=("company",), sessions=(weekly("Tuesday", "18:00-20:00", "north"),))
    directory = a_directory(a_place_to_go("North"), a_place_to_go("South"), tea, vocabularies=VOCABULARIES)
    found = answer(directory, "need=company", "day=tuesday", "time=evening")
    assert sorted(found["list"]) == ["North", "Tea"]


def test_what_is_not_known_is_neither_yes_nor_no() -> None:
    hubs = (
        a_place_to_go("Yes", accessibility={"lift": "yes"}),
        a_place_to_go("No", accessibility={"lift": "no"}),
        a_place_to_go("Silent"),
    )
    found = answer(a_directory(*hubs, vocabularies=VOCABULARIES), "access=lift")
    assert (found["list"], found["unsaid"]) == (["Yes"], ["Silent"])
    services = (
        a_service("Free", cost=Cost(free="yes")),
        a_service("Dear", cost=Cost(free="no")),
        a_service("Silent", cost=Cost(free="unknown")),
    )
    found = answer(a_directory(*services), "free=yes")
    assert (found["list"], found["unsaid"]) == (["Free"], ["Silent"])
    found = answer(a_directory(*services[1:]), "free=yes")
    assert (found["list"], found["unsaid"]) == ([], ["Silent"])


def test_what_needs_no_way_there_stays_apart_where_a_building_is_asked_for() -> None:
    line = a_service("Line", needs=("money",), access_modes=("phone",))
    desk = a_service("Desk", needs=("money",), hubs=("north",))
    directory = a_directory(
        a_place_to_go("North", accessibility={"lift": "yes"}), line, desk, vocabularies=VOCABULARIES
    )
    found = answer(directory, "type=service", "need=money", "access=lift")
    assert (found["list"], found["apart"], found["totals"]["list"]) == (["Desk"], ["Line"], 1)


def test_hubs_are_open_by_their_hours_and_those_that_say_none_are_not_counted() -> None:
    hubs = (
        a_place_to_go("Open", opening_hours=some_hours("09:00-17:00")),
        a_place_to_go("Shut", opening_hours=some_hours("13:00-17:00")),
        a_place_to_go("Asks", opening_hours=some_hours("by appointment")),
        a_place_to_go("Silent"),
    )
    found = answer(a_directory(*hubs), "open=now")
    assert (found["list"], sorted(found["unsaid"])) == (["Open"], ["Asks", "Silent"])
    assert answer(a_directory(*hubs), "day=sunday", "time=morning")["list"] == ["Open"]


def test_times_that_are_past_are_not_what_is_next() -> None:
    early = a_service("Early", sessions=(weekly("Tuesday", "09:00-11:00", "north"),))
    late = a_service("Late", sessions=(weekly("Thursday", "09:00-11:00", "north"),))
    directory = a_directory(a_place_to_go("North"), early, late)
    assert answer(directory, "type=service", now=wall("2026-12-01 08:00"))["list"] == ["Early", "Late"]
    assert answer(directory, "type=service", now=wall("2026-12-01 11:00"))["list"] == ["Late", "Early"]


def test_within_so_many_miles() -> None:
    near = a_place_to_go("Near", point=Point(latitude=50.38, longitude=-4.14, precision="building"))
    far = a_place_to_go("Far", point=Point(latitude=50.48, longitude=-4.14, precision="building"))
    directory = a_directory(near, far, a_hub("Somewhere", address=Address(address_1="1 High Street")))
    found = answer(directory, point=HERE, within=3)
    assert found["list"] == ["Near"]
    assert answer(directory, point=HERE)["list"][:2] == ["Near", "Far"]


def test_where_nothing_fits_it_is_said_what_would() -> None:
    tea = a_service("Tea", needs=("company",), sessions=(weekly("Tuesday", "18:00-20:00", "north"),))
    found = answer(
        a_directory(a_place_to_go("North"), tea, vocabularies=VOCABULARIES),
        "type=service",
        "need=company",
        "day=friday",
    )
    assert found["list"] == []
    assert {"without": ["day"], "count": 1} in found["ways"]
    assert found["next"] == ["Tea"]


QUESTIONS: list[dict[str, Any]] = [
    {"facets": ["need=money", "need=food", "access=step-free-entrance", "day=tuesday", "time=morning"]},
    {"typed": "advice", "facets": ["referral=no"]},
    {"facets": ["need=lonely", "open=now"], "point": [50.9, -1.2], "within": 500},
]


def test_each_choice_leaves_as_many_as_the_number_beside_it() -> None:
    promised = []
    choosing = []
    for question, answered in zip(QUESTIONS, ask(estuary(), *QUESTIONS), strict=True):
        for choice in sorted(set(answered["counts"]) - set(question.get("facets", []))):
            promised.append(answered["counts"][choice])
            choosing.append(_choose(question, choice) | {"most": 0})
    assert len(choosing) > 100
    found = [answered["totals"]["list"] for answered in ask(estuary(), *choosing)]
    wrong = [each for each in zip(choosing, promised, found, strict=True) if each[1] != each[2]]
    assert wrong == []


def _choose(question: dict[str, Any], choice: str) -> dict[str, Any]:
    """The question with one more choice; alone in its group where others would only widen what it finds."""
    group = choice.partition("=")[0]
    facets = question.get("facets", [])
    kept = [each for each in facets if group not in ANY_OF or not each.startswith(f"{group}=")]
    return question | {"facets": [*kept, choice]}


def test_more_of_one_group_widens_and_more_groups_narrow() -> None:
    food, work, either, both = (
        answer["totals"]["list"]
        for answer in ask(
            estuary(),
            {"facets": ["need=food"]},
            {"facets": ["need=work"]},
            {"facets": ["need=food", "need=work"]},
            {"facets": ["need=food", "free=yes"]},
        )
    )
    assert max(food, work) < either <= food + work
    assert 0 < both < food
