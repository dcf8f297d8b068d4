"""Figures as they may be shown: sums only where every return is there, hidden numbers never, each source by itself."""

from datetime import date
from typing import Any

import pytest

from hubatlas.facts.figure_wording import figure_and_unit, figure_notes, figure_words, short_period_words, trend_words
from hubatlas.facts.indicators import Figure, Sum, figures, figures_by_scope, latest
from hubatlas.facts.suppression import NETWORK, Scope
from hubatlas.language import Language, speaking
from hubatlas.model import Hub, Indicator, IndicatorValue
from tests.builders import a_directory, a_hub, a_partial_date, an_indicator

TODAY = date(2026, 7, 10)
Q1, Q2 = "2026-01/2026-03", "2026-04/2026-06"
HUBS = (a_hub("Fen"), a_hub("Mill"), a_hub("Quay"))


def a_value(hub: str | None, period: str, value: float | None, **rest: Any) -> IndicatorValue:  # noqa: ANN401
    return IndicatorValue(hub=hub, period=a_partial_date(period), value=value, **rest)


def quarterly(*values: IndicatorValue, **rest: Any) -> Indicator:  # noqa: ANN401
    plausible: dict[str, Any] = {"returns": "quarterly", "returns_from": a_partial_date("2026-01"), "suppress_below": 5}
    return an_indicator(values=values, **plausible | rest)


def of_network(indicator: Indicator, *hubs: Hub) -> list[tuple[str, str]]:
    """The time and the words of each figure of the network."""
    found = figures(a_directory(*(hubs or HUBS), indicator), indicator, TODAY)
    return [(each.period.text, figure_words(indicator, each)) for each in found if each.scope == NETWORK]


def returns(q1: tuple[float | None, ...], **rest: Any) -> Indicator:  # noqa: ANN401
    """A return of the first quarter from Fen, Mill and Quay, in that order; as many as there are values."""
    return quarterly(*(a_value(hub.slug, Q1, value) for hub, value in zip(HUBS, q1, strict=False)), **rest)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((10, 20, 30), "60"),
        ((10, 0, 30), "40"),
        ((0, 0, 0), "0"),
        ((10, 20), "at least 30"),
        ((10, 20, None), "at least 30"),
        ((10, 20, 3), "at least 30"),
        ((10, 4, 3), "at least 10"),
    ],
)
def test_a_total_is_whole_only_where_every_return_is_there_and_shown(
    values: tuple[float | None, ...], words: str
) -> None:
    assert of_network(returns(values)) == [(Q1, words)]


@pytest.mark.parametrize("values", [(), (None, None, None), (3, 1, 4)])
def test_there_is_no_total_where_nothing_can_be_shown(values: tuple[float | None, ...]) -> None:
    assert of_network(returns(values)) == []


def test_a_total_says_how_many_of_the_returns_it_is_from() -> None:
    indicator = quarterly(a_value("mill", Q1, 40), a_value("fen", Q1, 2))
    [total] = latest(figures(a_directory(*HUBS, indicator), indicator, TODAY))
    assert total.added_up == Sum(handed_in=2, due=3, hidden=1)
    assert figure_notes(total) == ("Added up from the returns of 2 of 3 hubs, 1 of them not shown.",)


def test_a_hub_that_opened_later_does_not_make_an_earlier_total_less_than_whole() -> None:
    hubs = (a_hub("Mill"), a_hub("Quay", opened=a_partial_date("2026-04-13")))
    indicator = quarterly(a_value("mill", Q1, 40), a_value("mill", Q2, 50))
    assert of_network(indicator, *hubs) == [(Q1, "40"), (Q2, "at least 50")]


def test_a_total_over_a_financial_year_ends_in_march() -> None:
    values = [a_value(hub.slug, "2025-04/2026-03", 100) for hub in HUBS]
    indicator = quarterly(*values, returns="yearly", returns_from=a_partial_date("2024-04"))
    assert of_network(indicator) == [("2025-04/2026-03", "300")]


def test_the_returns_of_december_and_january_are_not_added_up() -> None:
    values = [a_value(hub.slug, period, 7) for hub in HUBS for period in ("2025-12", "2026-01")]
    indicator = quarterly(*values, returns="monthly", returns_from=a_partial_date("2025-12"))
    assert of_network(indicator) == [("2025-12", "21"), ("2026-01", "21")]


def test_a_total_of_rounded_values_is_rounded_and_of_ranges_a_range() -> None:
    assert of_network(
        quarterly(
            a_value("fen", Q1, 10), a_value("mill", Q1, 20, about="yes"), a_value("quay", Q1, 30, provisional="yes")
        )
    ) == [(Q1, "about 60")]
    ranged = (a_value("fen", Q1, 10, most=15), a_value("mill", Q1, 20), a_value("quay", Q1, 30, most=40))
    assert of_network(quarterly(*ranged)) == [(Q1, "60 to 75")]
    assert of_network(quarterly(*ranged[:2])) == [(Q1, "at least 30")]


def test_per_cents_are_never_added_up() -> None:
    assert of_network(returns((10, 20, 30), kind="percent", suppress_below=None)) == []


def test_sources_that_contradict_each_other_stand_side_by_side() -> None:
    indicator = quarterly(
        a_value(None, Q1, 70, source="Annual report"),
        a_value(None, Q1, 66, source="Board paper"),
        *returns((10, 20, 30)).values,
    )
    found = figures(a_directory(*HUBS, indicator), indicator, TODAY)
    assert [(each.value, each.source) for each in latest(found)] == [
        (70, "Annual report"),
        (66, "Board paper"),
        (60, None),
    ]


def test_hubs_whose_own_sources_differ_make_the_least_total() -> None:
    values = (a_value("quay", Q1, 25, source="Diary"), *returns((10, 20, 30)).values)
    assert of_network(quarterly(*values)) == [(Q1, "at least 55")]


def test_a_total_that_a_record_states_is_not_shown_twice() -> None:
    indicator = quarterly(a_value(None, Q1, 60), *returns((10, 20, 30)).values)
    assert of_network(indicator) == [(Q1, "60")]


def test_a_stated_total_gives_way_to_the_least_that_may_be_shown() -> None:
    indicator = quarterly(a_value(None, Q1, 33), *returns((10, 20, 3)).values)
    assert of_network(indicator) == [(Q1, "not shown"), (Q1, "at least 30")]


def test_an_indicator_without_values_has_no_figures() -> None:
    assert of_network(quarterly()) == []
    assert of_network(an_indicator()) == []
    assert latest(()) == ()


def test_a_hub_has_its_own_figures_newest_first() -> None:
    indicator = quarterly(a_value("mill", Q1, 3), a_value("mill", Q2, 40), a_value(None, Q2, 90))
    found = figures_by_scope(a_directory(*HUBS, indicator))[Scope("hub", "mill")]
    assert [(each.period.text, figure_words(indicator, each)) for _, each in found] == [
        (Q2, "40"),
        (Q1, "fewer than 5"),
    ]


def a_figure(value: float | None = 5000, period: str = "2025", **rest: Any) -> Figure:  # noqa: ANN401
    return Figure(scope=NETWORK, period=a_partial_date(period), value=value, **rest)


@pytest.mark.parametrize(
    ("kind", "figure", "words"),
    [
        ("count", a_figure(), "5,000 visits"),
        ("count", a_figure(0), "0 visits"),
        ("count", a_figure(about=True), "about 5,000 visits"),
        ("count", a_figure(2.5), "2.5 visits"),
        ("count", a_figure(300, most=400, about=True), "about 300 to 400 visits"),
        ("count", a_figure(240, least=True, about=True), "at least 240 visits"),
        ("count", a_figure(None, hidden="small"), "fewer than 5 visits"),
        ("count", a_figure(None, hidden="within"), "not shown"),
        ("count", a_figure(None, hidden="withheld"), "not shown"),
        ("money", a_figure(6_000_000), "£6,000,000"),
        ("money", a_figure(12.5), "£12.50"),
        ("money", a_figure(-400), "\N{MINUS SIGN}£400"),
        ("percent", a_figure(12.25), "12.25%"),
        ("ratio", a_figure(20), "20 visits"),
    ],
)
def test_figures_say_what_they_are(kind: str, figure: Figure, words: str) -> None:
    assert figure_and_unit(an_indicator(kind=kind, suppress_below=5), figure) == words


@pytest.mark.parametrize(
    ("figures_found", "words"),
    [
        ((a_figure(40, Q1), a_figure(50, Q2)), "Up from 40 in January to March 2026"),
        ((a_figure(40, Q1, about=True), a_figure(30, Q2)), "Down from about 40 in January to March 2026"),
        ((a_figure(40, Q1), a_figure(40, Q2)), "The same as in January to March 2026"),
        ((a_figure(40, "2024-04/2025-03"), a_figure(50, "2025-04/2026-03")), "Up from 40 in April 2024 to March 2025"),
        ((a_figure(40, Q1), a_figure(50, Q2, least=True)), None),
        ((a_figure(None, Q1, hidden="small"), a_figure(50, Q2)), None),
        ((a_figure(40, Q1), a_figure(50, Q2, source="A"), a_figure(60, Q2, source="B")), None),
        ((a_figure(40, "2025"), a_figure(50, Q2)), None),
        ((a_figure(40, Q1),), None),
        ((), None),
    ],
)
def test_a_trend_is_told_only_of_whole_figures_for_times_of_one_length(
    figures_found: tuple[Figure, ...], words: str | None
) -> None:
    assert trend_words(an_indicator(), figures_found) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2025", "2025"),
        ("2025-05", "May 2025"),
        ("2025-07/2025-09", "Jul to Sep 2025"),
        ("2024-04/2025-03", "Apr 2024 to Mar 2025"),
        ("autumn 2014", "autumn 2014"),
    ],
)
def test_times_are_short_above_a_bar(period: str, words: str) -> None:
    assert short_period_words(a_partial_date(period)) == words


def test_times_are_short_in_every_language() -> None:
    july = a_partial_date("2025-07")
    messages: dict[tuple[str | None, str], tuple[str, ...]] = {
        ("without a day", "July"): ("lipiec",),
        ("in short", "Jul"): ("lip",),
        (None, "%(month)s %(year)s"): ("%(month)s %(year)s",),
    }
    language = Language(code="pl", name="Polski", messages=messages, plural_form=int, number_words=str)
    assert short_period_words(july) == "Jul 2025"
    with speaking(language):
        assert short_period_words(july) == "lip 2025"
