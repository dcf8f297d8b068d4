"""Which returns are due, from whom, and which are missing: worked out by hand."""

from datetime import date
from typing import Any

import pytest

from hubatlas.facts.returns import returns_due
from hubatlas.model import Hub, IndicatorValue
from tests.builders import a_directory, a_hub, a_partial_date, an_indicator

MILL = a_hub("Mill")
TODAY = date(2026, 12, 1)


def a_value(hub: str, period: str, value: float | None = 10) -> IndicatorValue:
    return IndicatorValue(hub=hub, period=a_partial_date(period), value=value)


def due(
    *hubs: Hub,
    values: tuple[IndicatorValue, ...] = (),
    today: date = TODAY,
    **rest: Any,  # noqa: ANN401 - what a test states for itself is passed on as it is
) -> list[tuple[str, str, str]]:
    """Each time in which returns are due, the hubs that handed one in, and those that did not."""
    indicator = an_indicator(values=values, **rest)
    found = returns_due(a_directory(*hubs, indicator), indicator, today)
    return [(each.period.text, " ".join(each.handed_in), " ".join(each.missing)) for each in found]


@pytest.mark.parametrize(
    ("returns", "since", "today", "periods"),
    [
        ("monthly", "2026-10", "2026-12-01", ["2026-10", "2026-11"]),
        ("monthly", "2026-11", "2026-11-30", []),
        ("monthly", "2025-11", "2026-02-28", ["2025-11", "2025-12", "2026-01"]),
        ("quarterly", "2025-10", "2026-04-01", ["2025-10/2025-12", "2026-01/2026-03"]),
        ("quarterly", "2025-11", "2026-02-15", ["2025-11/2026-01"]),
        ("yearly", "2024", "2026-12-31", ["2024", "2025"]),
        ("yearly", "2024-04", "2026-03-31", ["2024-04/2025-03"]),
        ("yearly", "2024-04", "2026-04-01", ["2024-04/2025-03", "2025-04/2026-03"]),
        ("monthly", "2024-02", "2024-03-01", ["2024-02"]),
    ],
)
def test_a_return_is_due_once_its_time_is_over(returns: str, since: str, today: str, periods: list[str]) -> None:
    found = due(MILL, returns=returns, returns_from=a_partial_date(since), today=date.fromisoformat(today))
    assert [period for period, _, _ in found] == periods


def test_each_hub_that_handed_in_nothing_is_named() -> None:
    values = (a_value("mill", "2026-10"), a_value("quay", "2026-10", None), a_value("quay", "2026-11"))
    found = due(MILL, a_hub("Quay"), values=values, returns="monthly", returns_from=a_partial_date("2026-10"))
    assert found == [("2026-10", "mill quay", ""), ("2026-11", "quay", "mill")]


def test_a_value_for_another_length_of_time_is_no_return() -> None:
    values = (a_value("mill", "2026-10"), a_value("mill", "2026-07/2026-09"))
    found = due(MILL, values=values, returns="quarterly", returns_from=a_partial_date("2026-04"))
    assert found == [("2026-04/2026-06", "", "mill"), ("2026-07/2026-09", "mill", "")]


def test_a_time_written_by_its_days_is_the_same_time() -> None:
    values = (a_value("mill", "2026-07-01/2026-09-30"),)
    found = due(MILL, values=values, returns="quarterly", returns_from=a_partial_date("2026-07"))
    assert found == [("2026-07/2026-09", "mill", "")]


@pytest.mark.parametrize(
    ("hub", "owed"),
    [
        (a_hub("Quay"), "Q1 Q2 Q3"),
        (a_hub("Quay", opened=a_partial_date("2026-07-01")), "Q3"),
        (a_hub("Quay", opened=a_partial_date("2026-05-20")), "Q2 Q3"),
        (a_hub("Quay", opened=a_partial_date("2026")), ""),
        (a_hub("Quay", opened=a_partial_date("2025")), "Q1 Q2 Q3"),
        (a_hub("Quay", status="planned"), ""),
        (a_hub("Quay", status="closed"), ""),
        (a_hub("Quay", status="closed", closed=a_partial_date("2026-08")), ""),
        (a_hub("Quay", status="closed", opened=a_partial_date("2020"), closed=a_partial_date("2026-08")), "Q1 Q2"),
        (a_hub("Quay", kind="satellite", parent="mill"), ""),
    ],
    ids=[
        *("open", "opened in Q3", "opened within Q2", "opened some day this year", "opened last year", "planned"),
        *("closed, nobody knows when", "cancelled", "closed in Q3", "satellite"),
    ],
)
def test_a_hub_owes_nothing_for_a_time_in_which_it_was_not_surely_open(hub: Hub, owed: str) -> None:
    found = due(MILL, hub, returns="quarterly", returns_from=a_partial_date("2026"), today=date(2026, 10, 2))
    quarters = {"2026-01/2026-03": "Q1", "2026-04/2026-06": "Q2", "2026-07/2026-09": "Q3"}
    assert " ".join(quarters[period] for period, _, missing in found if "quay" in missing) == owed


def test_only_the_hubs_that_the_record_names_owe_a_return() -> None:
    quay = a_hub("Quay", kind="satellite", parent="mill")
    found = due(MILL, quay, returned_by=("quay",), returns="yearly", returns_from=a_partial_date("2025"))
    assert found == [("2025", "", "quay")]


def test_nothing_is_due_where_nobody_said_since_when() -> None:
    assert due(MILL, values=(a_value("mill", "2026-10"),), returns="monthly") == []
    assert due(MILL, values=(a_value("mill", "2026-10"),)) == []
    assert due(a_hub("Quay", status="planned"), returns="monthly", returns_from=a_partial_date("2026-01")) == []
