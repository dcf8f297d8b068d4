"""Times, days and lengths read as people say them."""

from datetime import date, timedelta

import pytest

from hubatlas.facts.wording import (
    address_words,
    date_words,
    day_hours_words,
    day_words,
    days_of_week_words,
    duration_words,
    listed,
    miles_words,
    partial_date_words,
    relative_day_words,
    span_words,
    time_words,
)
from hubatlas.model import Address
from tests.builders import a_day, a_partial_date, a_span


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "midnight"),
        (1, "12:01am"),
        (30, "12:30am"),
        (9 * 60, "9am"),
        (9 * 60 + 5, "9:05am"),
        (12 * 60, "midday"),
        (12 * 60 + 30, "12:30pm"),
        (23 * 60 + 59, "11:59pm"),
        (24 * 60, "midnight"),
        (25 * 60, "1am"),
    ],
)
def test_times_are_written_in_the_style_of_government_pages(minutes: int, words: str) -> None:
    assert time_words(minutes) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("09:00-17:00", "9am to 5pm"),
        ("10:00-12:00", "10am to midday"),
        ("18:00-01:00", "6pm to 1am"),
        ("20:00-24:00", "8pm to midnight"),
        ("00:00-24:00", "all day"),
    ],
)
def test_spans_say_from_and_to(span: str, words: str) -> None:
    assert span_words(a_span(span)) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("09:00-12:30, 13:30-17:00", "9am to 12:30pm and 1:30pm to 5pm"),
        ("closed", "closed"),
        ("by appointment", "by appointment"),
        ("unknown", "not known"),
    ],
)
def test_hours_that_nobody_published_are_not_called_closed(hours: str, words: str) -> None:
    assert day_hours_words(a_day(hours)) == words


def test_dates_are_written_out() -> None:
    assert date_words(date(2026, 12, 4)) == "4 December 2026"
    assert day_words(date(2026, 12, 24)) == "Thursday 24 December 2026"
    assert day_words(date(2028, 2, 29)) == "Tuesday 29 February 2028"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025", "2025"),
        ("2025-09", "September 2025"),
        ("2025-09-12", "12 September 2025"),
        ("autumn 2014", "autumn 2014"),
        ("Summer 2024", "summer 2024"),
        ("winter 2024", "winter 2024"),
        ("2025-07/2025-09", "July to September 2025"),
        ("2013-02/2013-03", "February to March 2013"),
        ("2024-04/2025-03", "April 2024 to March 2025"),
        ("2025-07-01/2025-07-14", "1 July to 14 July 2025"),
        ("2024/2025", "2024 to 2025"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(text: str, words: str) -> None:
    assert partial_date_words(a_partial_date(text)) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 1), "today"),
        (date(2026, 12, 2), "tomorrow"),
        (date(2026, 12, 3), "Thursday"),
        (date(2026, 12, 7), "Monday"),
        (date(2026, 12, 8), "Tuesday 8 December"),
        (date(2027, 1, 4), "Monday 4 January 2027"),
        (date(2026, 11, 30), "Monday 30 November"),
    ],
)
def test_near_days_are_told_by_name(day: date, words: str) -> None:
    assert relative_day_words(day, today=date(2026, 12, 1)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["Tuesday"], "Tuesday"),
        (["Thursday", "Tuesday"], "Tuesday and Thursday"),
        (["Monday", "Tuesday"], "Monday and Tuesday"),
        (["Friday", "Monday", "Tuesday", "Wednesday", "Thursday"], "Monday to Friday"),
        (["Monday", "Wednesday", "Friday"], "Monday, Wednesday and Friday"),
        (["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], "every day"),
    ],
)
def test_days_of_the_week_in_a_row_are_shortened(days: list[str], words: str) -> None:
    assert days_of_week_words(days) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "no time"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (2250, "37 hours 30 minutes"),
    ],
)
def test_lengths_of_time_are_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration_words(timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(
    ("miles", "words"),
    [
        (0.01, "less than 0.1 miles"),
        (0.44, "0.4 miles"),
        (0.96, "1 mile"),
        (9.96, "10 miles"),
        (12.4, "12 miles"),
    ],
)
def test_distances_are_as_exact_as_is_useful(miles: float, words: str) -> None:
    assert miles_words(miles) == words


def test_lists_end_with_and() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_an_address_leaves_out_what_is_not_known() -> None:
    whole = Address(building="Mill House", address_1="1 Mill Lane", city="Riverside", postal_code="PL1 1AA")
    assert address_words(whole) == "Mill House, 1 Mill Lane, Riverside PL1 1AA"
    assert address_words(Address(postal_code="PL1 1AA")) == "PL1 1AA"
    assert address_words(None) == ""
