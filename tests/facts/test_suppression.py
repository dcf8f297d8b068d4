"""Small numbers stay hidden, and nothing that is shown leads back to one."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from hubatlas.facts.indicators import shown_record
from hubatlas.facts.suppression import Scope, hidden_values, scope_of
from hubatlas.model import IndicatorValue
from tests.builders import a_directory, a_hub, a_partial_date, a_place, a_service, a_session, an_indicator

Q1, Q2, HALF, YEAR = "2026-01/2026-03", "2026-04/2026-06", "2026-01/2026-06", "2026"
QS, HUBS = (Q1, Q2), ("mill", "quay")
DIRECTORY = a_directory(
    a_place("County"),
    a_place("North", parent="county"),
    a_place("South", parent="county"),
    a_hub("Mill", places=("north",)),
    a_hub("Quay", places=("north",)),
    a_hub("Fen", places=("south",)),
    a_service("Lunch", hubs=("mill",)),
    a_service("Debt", hubs=("mill", "quay")),
    a_service("Choir", sessions=(a_session(),)),
)


def a_value(of: str, period: str, value: float | None, **rest: Any) -> IndicatorValue:  # noqa: ANN401
    """A value of "hub mill", "place north", "service lunch" or "network"."""
    kind, _, slug = of.partition(" ")
    scope: dict[str, Any] = {} if kind == "network" else {kind: slug}
    return IndicatorValue(period=a_partial_date(period), value=value, **scope, **rest)


def hidden(*values: IndicatorValue, below: int | None = 5) -> list[str]:
    return [why or "" for why in hidden_values(DIRECTORY, an_indicator(values=values, suppress_below=below))]


@pytest.mark.parametrize(
    ("value", "most", "why"),
    [
        (0, None, ""),
        (1, None, "small"),
        (4, None, "small"),
        (4.5, None, "small"),
        (5, None, ""),
        (None, None, "withheld"),
        (0, 3, "small"),
        (3, 40, "small"),
        (5, 40, ""),
    ],
)
def test_a_count_above_0_and_below_the_limit_is_hidden(value: float | None, most: float | None, why: str) -> None:
    assert hidden(a_value("hub mill", Q1, value, most=most)) == [why]


def test_without_a_limit_only_what_was_withheld_is_hidden() -> None:
    values = (a_value("hub mill", Q1, 1), a_value("hub quay", Q1, None), a_value("hub fen", Q1, 2))
    assert hidden(*values, below=None) == ["", "withheld", ""]


@pytest.mark.parametrize(
    ("small", "wider", "why"),
    [
        (("hub mill", Q1), ("network", Q1), "within"),
        (("hub mill", Q1), ("network", YEAR), "within"),
        (("hub mill", Q1), ("hub mill", YEAR), "within"),
        (("hub mill", Q1), ("hub mill", "2025-04/2026-03"), "within"),
        (("hub mill", Q1), ("place north", Q1), "within"),
        (("hub mill", Q1), ("place county", YEAR), "within"),
        (("place north", Q1), ("place county", Q1), "within"),
        (("service lunch", Q1), ("hub mill", Q1), "within"),
        (("service lunch", Q1), ("place north", Q1), "within"),
        (("service debt", Q1), ("place north", Q1), "within"),
        (("service debt", Q1), ("hub mill", Q1), ""),
        (("service choir", Q1), ("place north", Q1), ""),
        (("service choir", Q1), ("network", Q1), "within"),
        (("hub mill", Q1), ("place south", Q1), ""),
        (("hub mill", Q1), ("hub quay", YEAR), ""),
        (("hub mill", Q1), ("network", Q2), ""),
        (("hub mill", YEAR), ("network", Q1), ""),
        (("network", Q1), ("hub mill", Q1), ""),
    ],
)
def test_a_value_that_holds_a_hidden_one_is_hidden_too(
    small: tuple[str, str], wider: tuple[str, str], why: str
) -> None:
    assert hidden(a_value(*small, 3), a_value(*wider, 60)) == ["small", why]
    assert hidden(a_value(*wider, 60), a_value(*small, 3)) == [why, "small"]


def test_a_small_number_that_another_source_gives_larger_stays_hidden() -> None:
    assert hidden(a_value("hub mill", Q1, 3), a_value("hub mill", Q1, 6, source="Other")) == ["small", "within"]


def test_what_may_not_be_shown_cannot_be_worked_out_from_a_total() -> None:
    values = (a_value("network", Q1, 60), a_value("hub mill", Q1, None), a_value("hub quay", Q1, 40))
    assert hidden(*values) == ["within", "withheld", ""]
    assert hidden(*values, below=None) == ["within", "withheld", ""]


@pytest.mark.parametrize(
    ("total", "parts", "why"),
    [
        (42, (20, 19), "within"),
        (39, (20, 19), ""),
        (44, (20, 19), ""),
        (38, (20, 19), ""),
        (40, (20, 19), "within"),
    ],
)
def test_a_total_that_leaves_a_small_number_to_a_hub_that_said_nothing_is_hidden(
    total: float, parts: tuple[float, float], why: str
) -> None:
    values = (a_value("hub mill", Q1, parts[0]), a_value("hub quay", Q1, parts[1]))
    assert hidden(a_value("network", Q1, total), *values) == [why, "", ""]
    assert hidden(a_value("place north", Q1, total), *values) == [why, "", ""]


def test_a_year_that_leaves_a_small_number_to_a_missing_quarter_is_hidden() -> None:
    quarters = (a_value("hub mill", Q1, 10), a_value("hub mill", Q2, 10), a_value("hub mill", "2026-07/2026-09", 10))
    months = (a_value("hub mill", "2026-01", 5),)
    assert hidden(a_value("hub mill", YEAR, 33), *quarters, *months) == ["within", "", "", "", ""]
    assert hidden(a_value("hub mill", YEAR, 47), *quarters, *months) == ["", "", "", "", ""]


@pytest.mark.parametrize(("total", "why"), [(43, "within"), (49, ""), (40, "")])
def test_a_year_that_leaves_a_small_number_to_one_quarter_of_one_hub_is_hidden(total: float, why: str) -> None:
    quarters = [a_value(f"hub {hub}", period, 10) for hub in HUBS for period in QS]
    assert hidden(a_value("network", YEAR, total), *quarters) == [why, "", "", "", ""]
    assert hidden(a_value("place north", YEAR, total), *quarters) == [why, "", "", "", ""]


def test_places_are_only_added_up_with_places_of_their_level() -> None:
    values = (a_value("place north", Q1, 20), a_value("place south", Q1, 19), a_value("hub fen", Q1, 19))
    assert hidden(a_value("network", Q1, 42), *values) == ["within", "", "", ""]
    assert hidden(a_value("network", Q1, 60), *values) == ["", "", "", ""]


@pytest.mark.parametrize(
    ("total", "about", "why"),
    [(5000, "yes", ""), (5000, "no", "within"), (41, "yes", "within"), (110, "yes", ""), (105, "yes", "within")],
)
def test_only_a_total_that_is_rounded_far_enough_may_hold_a_hidden_number(total: float, about: str, why: str) -> None:
    values = (a_value("network", Q1, total, about=about), a_value("hub mill", Q1, 3))
    assert hidden(*values, below=5) == [why, "small"]


def test_a_published_record_holds_no_hidden_number_nor_what_was_noted_of_it() -> None:
    values = (a_value("hub mill", Q1, 3, most=4, note="3 people came."), a_value("hub quay", Q1, 40, note="Busy."))
    shown = shown_record(DIRECTORY, an_indicator(values=values, suppress_below=5)).values
    assert shown == (replace(values[0], value=None, most=None, note=None), values[1])
    assert [scope_of(value) for value in shown] == [Scope("hub", "mill"), Scope("hub", "quay")]


def test_nobody_can_narrow_down_a_hidden_number_from_all_that_is_shown() -> None:
    """Each of two hubs counts 0, 3, 5 or 9 in each of two quarters, and every total is stated: 256 networks.

    Whoever knows the rule and every value that is shown still holds each small number from 1 to 4 to be possible.
    """
    held = ((0, 2), (1, 3), (0, 1), (2, 3), (0, 1, 2, 3))
    for numbers in product((0, 3, 5, 9), repeat=4):
        sums = [sum(numbers[at] for at in within) for within in held]
        values = [
            *(
                a_value(f"hub {hub}", period, numbers[2 * a + b])
                for a, hub in enumerate(HUBS)
                for b, period in enumerate(QS)
            ),
            *(a_value("network", period, sums[b]) for b, period in enumerate(QS)),
            *(a_value(f"hub {hub}", HALF, sums[2 + a]) for a, hub in enumerate(HUBS)),
            a_value("network", HALF, sums[4]),
        ]
        why = hidden(*values)
        guesses = product(*((1, 2, 3, 4) if small else (number,) for number, small in zip(numbers, why, strict=False)))
        shown = [(within, total) for within, total, hides in zip(held, sums, why[4:], strict=True) if not hides]
        possible = [
            guess for guess in guesses if all(sum(guess[at] for at in within) == total for within, total in shown)
        ]
        for at in range(4):
            assert {guess[at] for guess in possible} == ({1, 2, 3, 4} if why[at] else {numbers[at]})
