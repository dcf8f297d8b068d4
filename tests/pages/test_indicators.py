"""The pages about figures: the answer first, each number with its time and source, hidden ones nowhere."""

import pickle
import re
from datetime import date
from typing import Any

import pytest

from hubatlas.directory import Directory
from hubatlas.model import IndicatorValue
from hubatlas.pages.chart import Reading, bar_chart
from hubatlas.pages.indicators import contexts, list_contexts
from hubatlas.pages.tables import WideTable
from tests.builders import (
    a_directory,
    a_hub,
    a_partial_date,
    a_place,
    a_provenance,
    a_service,
    a_vocabulary,
    an_indicator,
)
from tests.pages.test_contexts import page_at

TODAY = date(2026, 7, 10)
Q1, Q2 = "2026-01/2026-03", "2026-04/2026-06"
HUBS = (a_hub("Fen"), a_hub("Mill"), a_hub("Quay", opened=a_partial_date("2026-04-13")))


def a_value(period: str, value: float | None, hub: str | None = None, **rest: Any) -> IndicatorValue:  # noqa: ANN401
    return IndicatorValue(hub=hub, period=a_partial_date(period), value=value, **rest)


VISITS = an_indicator(
    "Visits",
    needs=("lonely",),
    better="higher",
    returns="quarterly",
    returns_from=a_partial_date("2026-01"),
    suppress_below=5,
    values=(
        *(a_value(Q1, 3117, "fen"), a_value(Q1, 4, "mill", note="4 people came.")),
        *(a_value(Q2, 250, "mill"), a_value(Q2, 80, "quay", provisional="yes")),
        *(a_value("2025-07/2025-09", 190), a_value("2025-10/2025-12", 210, about="yes", source="Board paper")),
        a_value("2025", 900, source="Annual report"),
    ),
    provenance=(a_provenance("identity", "figures", as_of="2026-07"),),
)
DIRECTORY = a_directory(*HUBS, VISITS, vocabularies=[a_vocabulary("needs", "Lonely")])


def page_of(directory: Directory, slug: str = "visits") -> Any:  # noqa: ANN401 - contexts are of many types
    return dict(contexts(directory, TODAY))[f"/network/indicators/{slug}/"]


def words_of(table: WideTable) -> list[list[str]]:
    return [[row.header.words, *(cell.words for cell in row.cells)] for row in table.rows]


def test_the_newest_figure_comes_first_with_its_time_and_how_it_was_made() -> None:
    [line] = page_of(DIRECTORY).latest
    assert (line.words, line.unit, line.period, line.source) == ("At least 330", "visits", "April to June 2026", None)
    assert line.notes == ("Added up from the returns of 2 of 3 hubs.", "Provisional: it may still change.")


def test_the_table_of_the_network_has_every_time_newest_first_with_its_source() -> None:
    assert words_of(page_of(DIRECTORY).tables[0]) == [
        ["April to June 2026", "at least 330", "The hubs’ returns"],
        ["January to March 2026", "at least 3,117", "The hubs’ returns"],
        ["October to December 2025", "about 210", "Board paper"],
        ["July to September 2025", "190", "Council list, July 2026"],
        ["2025", "900", "Annual report"],
    ]


def test_hub_by_hub_missing_hidden_and_not_due_are_three_different_things() -> None:
    table = page_of(DIRECTORY).tables[1]
    assert [column.words for column in table.columns] == ["Apr to Jun 2026", "Jan to Mar 2026"]
    assert words_of(table) == [["Fen", "missing", "3,117"], ["Mill", "250", "fewer than 5"], ["Quay", "80", "not due"]]
    assert table.rows[0].cells[0].tone == "missing"
    assert table.rows[2].cells[0].detail == "provisional"


def test_missing_returns_are_named_by_their_time() -> None:
    page = page_of(DIRECTORY)
    assert page.returns == (
        "Each hub that was open hands in a value each quarter, from January 2026 on. 1 return is missing."
    )
    [missing] = page.missing
    assert (missing.period, missing.handed_in) == ("April to June 2026", "2 of 3 handed in")
    assert [(hub.label, hub.address) for hub in missing.hubs] == [("Fen", "/hubs/fen/")]


def test_the_chart_and_the_table_say_the_same() -> None:
    page = page_of(DIRECTORY)
    rows = {row.header.words: row.cells[0].words for row in page.tables[0].rows}
    drawn = [(bar.label, bar.words, bar.tone) for bar in page.chart.bars]
    assert drawn == [
        ("Apr to Jun 2026", "at least 330", "part"),
        ("Jan to Mar 2026", "at least 3,117", "part"),
        ("Oct to Dec 2025", "about 210", "plain"),
        ("Jul to Sep 2025", "190", "plain"),
    ]
    assert [words for _, words, _ in drawn] == list(rows.values())[:4]
    assert page.chart_note == "The chart leaves out some figures; the tables have them all."
    assert page.chart.title == "Visits of the network"


def test_no_page_holds_a_hidden_number_or_what_was_noted_of_it() -> None:
    total = an_indicator("Calls", suppress_below=5, values=(a_value(Q1, 7777), a_value(Q1, 4, "mill")))
    directory = a_directory(*HUBS, VISITS, total, a_service(), vocabularies=[a_vocabulary("needs", "Lonely")])
    pages = [*contexts(directory, TODAY), *list_contexts(directory, TODAY)]
    pages.append(("/hubs/mill/", page_at(directory, "/hubs/mill/", TODAY)))
    for address, page in pages:
        told = repr(page)
        assert "people came" not in told, address
        assert not re.search(r"7,?777|3,?121", told), address
        assert not re.search(r"words='4\b", told), address
        pickle.dumps(page)


def test_sources_that_contradict_each_other_are_shown_side_by_side() -> None:
    values = (a_value("2025", 200, source="Annual report"), a_value("2025", 240, source="Volunteer office"))
    page = page_of(a_directory(an_indicator("Volunteers", values=values)), "volunteers")
    assert [(line.words, line.source) for line in page.latest] == [
        ("200", "Annual report"),
        ("240", "Volunteer office"),
    ]
    assert page.trend is None
    assert [bar.words for bar in page.chart.bars] == ["200", "240"]


def test_an_indicator_of_services_draws_the_one_with_the_most_figures() -> None:
    values = [IndicatorValue(service="choir", period=a_partial_date(period), value=30) for period in (Q1, Q2)]
    values.append(IndicatorValue(service="advice", period=a_partial_date(Q2), value=9))
    page = page_of(
        a_directory(a_service("Choir"), a_service("Advice"), an_indicator("Calls", values=tuple(values))), "calls"
    )
    assert (page.latest, page.chart.title) == ((), "Calls of Choir")
    [table] = page.tables
    assert [row[:3] for row in words_of(table)] == [
        ["April to June 2026", "Advice", "9"],
        ["April to June 2026", "Choir", "30"],
        ["January to March 2026", "Choir", "30"],
    ]


def test_figures_of_several_places_are_drawn_side_by_side_for_the_newest_time() -> None:
    values = [
        IndicatorValue(place=place, period=a_partial_date(period), value=value)
        for period, value in (("2024", 9), ("2025", 12))
        for place in ("north", "the-old-harbour-and-marina-quarter")
    ]
    places = (a_place("North"), a_place("The Old Harbour and Marina Quarter"))
    page = page_of(a_directory(*places, an_indicator("Falls", values=tuple(values))), "falls")
    assert page.latest == ()
    assert page.chart.title == "Falls, 2025"
    assert [(bar.label, bar.words) for bar in page.chart.bars] == [("North", "12"), ("The Old Harbour and Mar…", "12")]
    assert page.chart_note == "The chart leaves out some figures; the tables have them all."


def test_the_only_service_that_has_figures_answers_first() -> None:
    values = (IndicatorValue(service="choir", period=a_partial_date(Q2), value=30, note="In one room."),)
    page = page_of(a_directory(a_service("Choir"), an_indicator("Calls", values=values)), "calls")
    [line] = page.latest
    assert (line.words, line.notes) == ("30", ("Of Choir.", "In one room."))


def test_an_indicator_without_values_says_so_and_draws_nothing() -> None:
    page = page_of(a_directory(an_indicator("Falls", returns="yearly")), "falls")
    assert (page.latest, page.chart, page.tables, page.missing) == ((), None, (), ())
    assert page.returns == (
        "Each hub that was open hands in a value each year. "
        "Since when is not stated, so nobody can say which are missing."
    )


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ({}, "Each hub that was open hands in a value each year, from 2025 on. 3 returns are missing."),
        ({"returned_by": ("mill",)}, "Mill hands in a value each year, from 2025 on. 1 return is missing."),
        (
            {"returned_by": ("mill", "fen")},
            "Fen and Mill hand in a value each year, from 2025 on. 2 returns are missing.",
        ),
        (
            {"returned_by": ("mill",), "values": (a_value("2025", None, "mill"),)},
            "Mill hands in a value each year, from 2025 on. All that are due have come.",
        ),
        (
            {"returns_from": a_partial_date("2026")},
            "Each hub that was open hands in a value each year, from 2026 on. None is due yet.",
        ),
    ],
)
def test_who_hands_in_what_and_what_is_missing_is_said_in_a_sentence(rest: dict[str, Any], words: str) -> None:
    indicator = an_indicator("Falls", **{"returns": "yearly", "returns_from": a_partial_date("2025")} | rest)
    hubs = (a_hub("Fen"), a_hub("Mill"), a_hub("Quay"))
    assert page_of(a_directory(*hubs, indicator), "falls").returns == words


def test_a_network_that_counts_nothing_has_no_pages_of_figures() -> None:
    assert [*list_contexts(a_directory(), TODAY), *contexts(a_directory(), TODAY)] == []


def test_the_list_tells_where_else_figures_are_and_how_many_returns_are_missing() -> None:
    [(address, page)] = list_contexts(DIRECTORY, TODAY)
    [card] = page.indicators
    assert address == "/network/indicators/"
    assert (card.elsewhere, card.missing, card.trend) == ("3 hubs", "1 return is missing", None)
    assert [link.address for link in page.links][:2] == ["/data/v1/indicators.csv", "/data/v1/indicators.json"]


def test_a_hub_shows_its_newest_figure_with_time_and_source() -> None:
    page = page_at(DIRECTORY, "/hubs/mill/", TODAY)
    [line] = page.evidence.figures
    assert (line.indicator.address, line.words, line.period) == (
        "/network/indicators/visits/",
        "250",
        "April to June 2026",
    )
    assert line.source == "Council list, July 2026"
    assert page.evidence.stories == ()


def test_a_place_shows_its_figures_as_well() -> None:
    value = IndicatorValue(place="riverside", period=a_partial_date("2025"), value=12)
    directory = a_directory(a_place(), an_indicator("Falls", values=(value,)))
    [line] = page_at(directory, "/places/riverside/", TODAY).evidence.figures
    assert (line.indicator.label, line.words, line.period) == ("Falls", "12", "2025")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([(10, None), (40, None)], [("0.00%", "25.00%"), ("0.00%", "100.00%")]),
        ([(0, None), (40, None)], [("0.00%", "0.00%"), ("0.00%", "100.00%")]),
        ([(0, None), (0, None)], [("0.00%", "0.00%"), ("0.00%", "0.00%")]),
        ([(-10, None), (30, None)], [("0.00%", "25.00%"), ("25.00%", "75.00%")]),
        ([(20, 40), (None, None)], [("0.00%", "50.00%"), ("0.00%", "0.00%")]),
    ],
)
def test_bars_start_at_zero_and_share_one_scale(
    values: list[tuple[float | None, float | None]], expected: list[tuple[str, str]]
) -> None:
    readings = [Reading(label="", words="", value=value, most=most) for value, most in values]
    bars = bar_chart("chart", "", "", readings).bars
    assert [(bar.left, bar.width) for bar in bars] == expected


def test_a_range_goes_on_to_its_upper_end() -> None:
    [bar, _] = bar_chart(
        "chart", "", "", [Reading(label="", words="", value=20, most=30), Reading(label="", words="", value=40)]
    ).bars
    assert (bar.width, bar.reach_at, bar.reach) == ("50.00%", "50.00%", "25.00%")
