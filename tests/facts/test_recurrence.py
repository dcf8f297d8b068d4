"""How a session repeats, in the parts that calendars, feeds and linked data share."""

from datetime import date

import pytest

from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.recurrence import day_codes, days_left_out, iso_time, last_day
from hubatlas.model import Schedule
from tests.builders import a_schedule, a_session

HOLIDAYS = bank_holidays("england-and-wales")


@pytest.mark.parametrize(
    ("schedule", "codes"),
    [
        (a_schedule(days="Thursday Monday"), ["MO", "TH"]),
        (a_schedule("monthly", days="Friday", weeks=("first", "last")), ["1FR", "-1FR"]),
        (a_schedule("dates", dates=(date(2026, 12, 1),)), []),
    ],
    ids=["weekly", "monthly", "dates"],
)
def test_days_are_written_as_calendars_do(schedule: Schedule, codes: list[str]) -> None:
    assert day_codes(schedule) == codes


def test_a_course_ends_with_its_last_meeting_however_long_it_takes() -> None:
    weekly = a_schedule(days="Tuesday", valid_from=date(2026, 12, 1), except_dates=(date(2026, 12, 29),))
    assert last_day(a_session(schedule=weekly, course=6), HOLIDAYS) == date(2027, 1, 12)
    slow = a_schedule("monthly", days="Tuesday", weeks=("first",), interval=12, valid_from=date(2026, 12, 1))
    assert last_day(a_session(schedule=slow, course=10), HOLIDAYS) == date(2035, 12, 4)


def test_what_goes_on_has_no_last_day() -> None:
    assert last_day(a_session(schedule=a_schedule(days="Tuesday")), HOLIDAYS) is None


def test_only_days_of_the_rule_are_left_out_of_it() -> None:
    christmas_day, boxing_day, monday = date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 28)
    fridays = a_schedule(days="Friday", bank_holidays="not held", except_dates=(date(2026, 12, 11), boxing_day))
    found = days_left_out(fridays, date(2026, 12, 1), date(2026, 12, 31), HOLIDAYS)
    assert found == [date(2026, 12, 11), christmas_day]
    assert monday in HOLIDAYS
    as_usual = a_schedule(days="Friday Monday", bank_holidays="as usual")
    assert days_left_out(as_usual, date(2026, 12, 1), None, HOLIDAYS) == []


def test_times_are_those_of_the_clock_also_after_midnight() -> None:
    assert [iso_time(minutes) for minutes in (540, 1440, 1500)] == ["09:00:00", "00:00:00", "01:00:00"]
