"""What somebody who proposes a change reads of its consequences."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hubatlas.directory import Directory
from hubatlas.facts.changes import changes
from hubatlas.model import Hub
from tests.builders import a_core_offer, a_directory, a_hub, a_network, a_service, a_standard, a_statement, some_hours

TODAY = date(2026, 12, 1)


def _directory(*records: Any, weekly_hours: float = 37) -> Directory:  # noqa: ANN401 - records of any kind
    network = a_network(standards=(a_standard(weekly_hours),), core_offers=(a_core_offer("Advice"),))
    return a_directory(*records, network=network)


def _open(*days: str, **rest: Any) -> Hub:  # noqa: ANN401 - as the builder
    return a_hub(opening_hours=some_hours(*days, *("closed",) * (7 - len(days))), **rest)


FULL = _open("09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-15:00")  # 38 hours
SHORT = _open("09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00")  # 32 hours
NOT_ALL = _open("09:00-17:00", "09:00-17:00", "unknown")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (FULL, FULL, []),
        (FULL, SHORT, ['Old Mill Hub would be open 32 hours a week instead of 38, below the 37 of "Hub standard"']),
        (SHORT, FULL, ['Old Mill Hub would be open 38 hours a week instead of 32, which meets the 37 of "Hub standard"']),
        (
            FULL,
            NOT_ALL,
            [
                'Old Mill Hub would be known to be open 16 hours a week instead of 38 (Wednesday not known), so that nobody can tell whether it meets the 37 of "Hub standard"'
            ],
        ),
        (
            NOT_ALL,
            FULL,
            ['Old Mill Hub would be open 38 hours a week instead of at least 16, which meets the 37 of "Hub standard"'],
        ),
        (None, SHORT, ['Old Mill Hub would be open 32 hours a week, below the 37 of "Hub standard"']),
        (FULL, None, ['Old Mill Hub would no longer be an open hub that owes the hours of "Hub standard"']),
        (
            FULL,
            a_hub(status="closed"),
            ['Old Mill Hub would no longer be an open hub that owes the hours of "Hub standard"'],
        ),
        (
            _open("09:00-17:30"),
            _open("09:00-16:45"),
            [
                'Old Mill Hub would be open 7 hours 45 minutes a week instead of 8 hours 30 minutes, below the 37 of "Hub standard"'
            ],
        ),
    ],
)  # fmt: skip
def test_hours(before: Hub | None, after: Hub | None, words: list[str]) -> None:
    found = changes(_directory(*([before] if before else [])), _directory(*([after] if after else [])), TODAY)

    assert [(change.hub, change.words) for change in found] == [("old-mill-hub", each) for each in words]


def test_a_change_of_the_standard_is_told_of_each_hub_that_owes_it() -> None:
    found = changes(_directory(FULL), _directory(FULL, weekly_hours=40), TODAY)

    assert [change.words for change in found] == [
        '"Hub standard" would ask for 40 hours instead of 37; Old Mill Hub is open 38 hours a week, below the 40 of "Hub standard"'
    ]


ADVICE = a_service("Money advice", core_services=("advice",), hubs=("old-mill-hub",))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((FULL, ADVICE), (FULL,), ["Old Mill Hub would not be known to deliver Advice, which it delivers now"]),
        ((FULL,), (FULL, ADVICE), ["Old Mill Hub would deliver Advice, of which nothing is known now"]),
        (
            (_open("00:00-24:00", "00:00-14:00", core_offer=(a_statement("advice", "not yet"),)),),
            (_open("00:00-24:00", "00:00-14:00", core_offer=(a_statement("advice", "working towards"),)),),
            ["Old Mill Hub would be working towards Advice, which it does not deliver now"],
        ),
        (
            (a_hub(core_offer=(a_statement("advice"),)),),
            (),
            ['Old Mill Hub would no longer be an open hub that owes the hours of "Hub standard"'],
        ),
    ],
)
def test_core_offer(before: tuple[Any, ...], after: tuple[Any, ...], words: list[str]) -> None:
    assert [change.words for change in changes(_directory(*before), _directory(*after), TODAY)] == words


def test_hubs_are_told_of_in_the_order_of_their_names() -> None:
    others = [a_hub(name, opening_hours=some_hours("09:00-10:00")) for name in ("Weir House", "Boat Shed")]

    assert [change.hub for change in changes(_directory(), _directory(*others), TODAY)] == ["boat-shed", "weir-house"]


def test_what_the_network_asks_for_anew_or_no_more_is_told_once() -> None:
    hubs = (FULL, a_hub("Weir House", opening_hours=some_hours("09:00-10:00")), a_hub("Boat Shed"))
    plain, asking = a_directory(*hubs, network=a_network()), _directory(*hubs)

    assert [(change.hub, change.words) for change in changes(plain, asking, TODAY)] == [
        (
            None,
            '"Hub standard" would be new: of the open hubs that owe it, 1 would meet it, 1 fall short, 1 nobody can tell',
        ),
        (None, '"Core services" would be a new core offer'),
    ]
    assert [(change.hub, change.words) for change in changes(asking, plain, TODAY)] == [
        (None, '"Hub standard" would no longer ask for weekly hours'),
        (None, '"Core services" would no longer be a core offer'),
    ]
