"""A schedule reads as one plain sentence."""

from datetime import date

import pytest

from hubatlas.facts.schedule_wording import exceptions_words, schedule_words
from hubatlas.model import Schedule
from tests.builders import a_schedule

TODAY = date(2026, 12, 1)
AUTUMN = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (a_schedule(days="Tuesday"), "Every Tuesday, 10am to midday"),
        (a_schedule(days="Thursday Tuesday"), "Every Tuesday and Thursday, 10am to midday"),
        (a_schedule(days="Monday Tuesday Wednesday Thursday Friday"), "Monday to Friday, 10am to midday"),
        (
            a_schedule(days="Monday Tuesday Wednesday Thursday Friday Saturday Sunday", time="00:00-24:00"),
            "Every day, all day",
        ),
        (a_schedule(days="Tuesday", interval=2, valid_from=AUTUMN), "Every second Tuesday, 10am to midday"),
        (
            a_schedule(days="Tuesday Friday", interval=2, valid_from=AUTUMN),
            "Every second week, on Tuesday and Friday, 10am to midday",
        ),
        (
            a_schedule(days="Monday Tuesday Wednesday Thursday Friday Saturday Sunday", interval=2, valid_from=AUTUMN),
            "Every second week, every day, 10am to midday",
        ),
        (a_schedule(days="Tuesday", interval=3, valid_from=AUTUMN), "Every 3 weeks, on Tuesday, 10am to midday"),
        (
            a_schedule("monthly", "Thursday", weeks=("third", "first")),
            "First and third Thursday of the month, 10am to midday",
        ),
        (
            a_schedule("monthly", "Thursday", weeks=("last",), interval=2, valid_from=AUTUMN),
            "Last Thursday of every second month, 10am to midday",
        ),
        (
            a_schedule("monthly", "Thursday", weeks=("last",), interval=3, valid_from=AUTUMN),
            "Last Thursday of the month, every 3 months, 10am to midday",
        ),
        (a_schedule(days="Tuesday", time=None), "Every Tuesday, time not published, ring to ask"),
        (a_schedule("by appointment", time=None), "By appointment"),
        (a_schedule("not published", time=None), "Times are not published: ring to ask"),
        (
            a_schedule("dates", dates=(date(2026, 12, 12), date(2026, 11, 28))),
            "Saturday 12 December 2026, 10am to midday",
        ),
        (
            a_schedule("dates", dates=(date(2026, 11, 28), date(2026, 11, 21))),
            "Last held on Saturday 28 November 2026, 10am to midday",
        ),
        (
            a_schedule("dates", dates=tuple(date(2027, month, 1) for month in range(1, 7))),
            "6 dates from 1 January 2027 to 1 June 2027, 10am to midday",
        ),
    ],
)
def test_schedules_in_words(schedule: Schedule, words: str) -> None:
    assert schedule_words(schedule, TODAY) == words


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "words"),
    [
        (AUTUMN, None, "Every Tuesday, 10am to midday"),
        (date(2027, 1, 5), None, "Every Tuesday, 10am to midday, from 5 January 2027"),
        (AUTUMN, date(2026, 12, 15), "Every Tuesday, 10am to midday, until 15 December 2026"),
        (AUTUMN, date(2026, 11, 30), "Every Tuesday, 10am to midday, ended 30 November 2026"),
        (
            date(2027, 1, 5),
            date(2027, 3, 30),
            "Every Tuesday, 10am to midday, from 5 January 2027, until 30 March 2027",
        ),
    ],
)
def test_a_start_is_told_until_it_has_come_and_an_end_always(
    valid_from: date, valid_to: date | None, words: str
) -> None:
    schedule = a_schedule(days="Tuesday", valid_from=valid_from, valid_to=valid_to)
    assert schedule_words(schedule, TODAY) == words


def test_only_exceptions_that_are_still_to_come_are_told() -> None:
    schedule = a_schedule(days="Tuesday", except_dates=(date(2027, 1, 5), date(2026, 11, 3), date(2026, 12, 29)))
    assert exceptions_words(schedule, TODAY) == "Not on 29 December 2026 and 5 January 2027"
    assert exceptions_words(a_schedule(days="Tuesday"), TODAY) is None
