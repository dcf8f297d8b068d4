"""When sessions are held. The dates were looked up in a calendar; dateutil's recurrences are the second opinion."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st

from hubatlas.facts.occurrences import CHECK_FIRST, Occurrence, next_occurrence, occurrences
from hubatlas.model import DAY_NAMES, Schedule, Session
from tests.builders import a_schedule, a_session, at

NO_HOLIDAYS: dict[date, str] = {}
HOLIDAYS = {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute day)"}


def days_of(schedule: Schedule, first: str, last: str, course: int | None = None) -> list[str]:
    found = occurrences(
        a_session(schedule=schedule, course=course),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        bank_holidays=HOLIDAYS,
    )
    return [each.day.isoformat() for each in found]


def test_a_weekly_session_has_its_times_on_each_of_its_days() -> None:
    session = a_session(schedule=a_schedule(days="Thursday Tuesday", time="14:30-16:30"))
    found = occurrences(session, first=date(2026, 12, 1), last=date(2026, 12, 8), bank_holidays=NO_HOLIDAYS)
    assert found == tuple(
        Occurrence(date(2026, 12, day), at(f"2026-12-{day:02} 14:30"), at(f"2026-12-{day:02} 16:30"))
        for day in (1, 3, 8)
    )


def test_every_second_week_is_counted_across_the_end_of_a_year_with_53_weeks() -> None:
    fortnightly = a_schedule(days="Tuesday", interval=2, valid_from=date(2026, 12, 1))
    assert days_of(fortnightly, "2026-12-01", "2027-02-01") == [
        "2026-12-01",
        "2026-12-15",
        "2026-12-29",
        "2027-01-12",
        "2027-01-26",
    ]
    assert days_of(fortnightly, "2027-01-13", "2027-01-31") == ["2027-01-26"]


def test_weeks_are_counted_from_the_week_that_the_first_day_lies_in() -> None:
    from_wednesday = a_schedule(days="Tuesday Thursday", interval=2, valid_from=date(2026, 12, 2))
    assert days_of(from_wednesday, "2026-11-01", "2026-12-20") == ["2026-12-03", "2026-12-15", "2026-12-17"]


@pytest.mark.parametrize(
    ("days", "weeks", "expected"),
    [
        ("Thursday", ("first", "third"), ["2026-12-03", "2026-12-17", "2027-01-07", "2027-01-21"]),
        ("Thursday", ("last",), ["2026-12-31", "2027-01-28"]),
        ("Tuesday", ("fourth", "last"), ["2026-12-22", "2026-12-29", "2027-01-26"]),
        ("Monday Friday", ("first",), ["2026-12-04", "2026-12-07", "2027-01-01", "2027-01-04"]),
    ],
)
def test_monthly_sessions_fall_on_that_day_of_the_month(days: str, weeks: tuple[str, ...], expected: list[str]) -> None:
    assert days_of(a_schedule("monthly", days, weeks=weeks), "2026-12-01", "2027-01-31") == expected


def test_every_third_month_is_counted_from_the_first() -> None:
    quarterly = a_schedule("monthly", "Saturday", weeks=("last",), interval=3, valid_from=date(2026, 11, 1))
    assert days_of(quarterly, "2026-11-01", "2027-08-31") == ["2026-11-28", "2027-02-27", "2027-05-29", "2027-08-28"]


def test_the_last_day_of_february_in_a_leap_year_counts() -> None:
    assert days_of(a_schedule("monthly", "Tuesday", weeks=("last",)), "2028-02-01", "2028-02-29") == ["2028-02-29"]
    assert days_of(a_schedule("weekly", "Tuesday"), "2028-02-27", "2028-03-05") == ["2028-02-29"]


def test_dated_sessions_are_held_on_their_dates_also_on_bank_holidays() -> None:
    dated = a_schedule(
        "dates",
        dates=(date(2026, 12, 25), date(2026, 11, 28), date(2026, 12, 12)),
        except_dates=(date(2026, 12, 12),),
        bank_holidays="unknown",
    )
    found = occurrences(
        a_session(schedule=dated), first=date(2026, 11, 1), last=date(2026, 12, 31), bank_holidays=HOLIDAYS
    )
    assert [(each.day.isoformat(), each.note) for each in found] == [("2026-11-28", None), ("2026-12-25", None)]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("as usual", [("2026-12-18", None), ("2026-12-25", None)]),
        ("not held", [("2026-12-18", None)]),
        ("unknown", [("2026-12-18", None), ("2026-12-25", CHECK_FIRST)]),
    ],
)
def test_bank_holidays_are_held_left_out_or_marked(stated: str, expected: list[tuple[str, str | None]]) -> None:
    session = a_session(schedule=a_schedule(days="Friday", bank_holidays=stated))
    found = occurrences(session, first=date(2026, 12, 18), last=date(2026, 12, 25), bank_holidays=HOLIDAYS)
    assert [(each.day.isoformat(), each.note) for each in found] == expected


def test_a_session_is_held_only_while_its_schedule_holds_and_not_on_exceptions() -> None:
    term = a_schedule(
        days="Tuesday", valid_from=date(2026, 11, 10), valid_to=date(2026, 12, 8), except_dates=(date(2026, 11, 24),)
    )
    assert days_of(term, "2026-10-01", "2027-01-31") == ["2026-11-10", "2026-11-17", "2026-12-01", "2026-12-08"]


def test_a_course_ends_with_its_last_meeting_however_late_one_looks() -> None:
    course = a_schedule(days="Friday", valid_from=date(2026, 12, 11), bank_holidays="not held")
    assert days_of(course, "2026-12-01", "2027-12-31", course=4) == [
        "2026-12-11",
        "2026-12-18",
        "2027-01-01",
        "2027-01-08",
    ]
    assert days_of(course, "2027-01-02", "2027-12-31", course=4) == ["2027-01-08"]


def test_a_course_that_goes_on_and_on_is_held_each_week() -> None:
    assert days_of(a_schedule(days="Friday"), "2026-12-01", "2026-12-18", course=2) == [
        "2026-12-04",
        "2026-12-11",
        "2026-12-18",
    ]


@pytest.mark.parametrize("repeats", ["by appointment", "not published"])
def test_sessions_without_a_timetable_have_no_occurrences(repeats: str) -> None:
    assert days_of(a_schedule(repeats, time=None), "2026-12-01", "2027-12-31") == []


def test_a_known_day_with_an_unknown_time_is_an_occurrence_without_times() -> None:
    session = a_session(schedule=a_schedule(days="Tuesday", time=None))
    found = occurrences(session, first=date(2026, 12, 1), last=date(2026, 12, 1), bank_holidays=NO_HOLIDAYS)
    assert found == (Occurrence(date(2026, 12, 1)),)
    soon = next_occurrence(session, after=at("2026-12-01 23:00"), bank_holidays=NO_HOLIDAYS)
    assert soon == Occurrence(date(2026, 12, 1))


@pytest.mark.parametrize(
    ("first", "starts", "ends"),
    [
        # The clocks go forward in the night of the first, and back in that of the second: wall-clock times stay.
        (date(2026, 3, 29), at("2026-03-29 00:30"), at("2026-03-29 02:30")),
        (date(2026, 10, 25), at("2026-10-25 00:30"), at("2026-10-25 02:30")),
    ],
)
def test_times_are_those_of_the_clock_on_the_wall(first: date, starts: datetime, ends: datetime) -> None:
    session = a_session(schedule=a_schedule(days="Sunday", time="00:30-02:30"))
    found = occurrences(session, first=first, last=first, bank_holidays=NO_HOLIDAYS)
    assert found == (Occurrence(first, starts, ends),)


@pytest.mark.parametrize(
    ("after", "starts"),
    [
        (at("2026-12-01 19:00"), at("2026-12-01 20:00")),
        (at("2026-12-01 23:00"), at("2026-12-01 20:00")),
        (at("2026-12-02 00:59"), at("2026-12-01 20:00")),
        (at("2026-12-02 01:00"), at("2026-12-08 20:00")),
    ],
)
def test_the_next_occurrence_is_the_one_that_is_not_over(after: datetime, starts: datetime) -> None:
    late = a_session(schedule=a_schedule(days="Tuesday", time="20:00-01:00"))
    found = next_occurrence(late, after=after, bank_holidays=NO_HOLIDAYS)
    assert found is not None
    assert (found.starts, found.ends) == (starts, starts + timedelta(hours=5))


def test_a_session_that_has_come_to_its_end_has_no_next_occurrence() -> None:
    over = a_session(schedule=a_schedule(days="Tuesday", valid_to=date(2026, 11, 30)))
    assert next_occurrence(over, after=at("2026-12-01 00:00"), bank_holidays=NO_HOLIDAYS) is None


dates = st.dates(date(2024, 1, 1), date(2029, 12, 31))
day_names = st.lists(st.sampled_from(DAY_NAMES), min_size=1, max_size=3, unique=True)


@given(days=day_names, interval=st.integers(1, 6), valid_from=dates, first=dates, length=st.integers(0, 400))
def test_weekly_sessions_agree_with_dateutil(
    days: list[str], interval: int, valid_from: date, first: date, length: int
) -> None:
    schedule = a_schedule(days=" ".join(days), interval=interval, valid_from=valid_from)
    last = first + timedelta(days=length)
    rule = rrule(
        WEEKLY,
        interval=interval,
        dtstart=datetime.combine(valid_from, datetime.min.time()),
        wkst=MO,
        byweekday=[DAY_NAMES.index(day) for day in days],
        until=datetime.combine(last, datetime.min.time()),
    )
    assert found_days(a_session(schedule=schedule), first, last) == [
        each.date() for each in rule if each.date() >= first
    ]


@given(
    days=day_names,
    weeks=st.lists(st.sampled_from(["first", "second", "third", "fourth", "last"]), min_size=1, unique=True),
    interval=st.integers(1, 5),
    valid_from=dates,
    first=dates,
    length=st.integers(0, 400),
)
def test_monthly_sessions_agree_with_dateutil(
    days: list[str], weeks: list[str], interval: int, valid_from: date, first: date, length: int
) -> None:
    schedule = a_schedule("monthly", " ".join(days), weeks=tuple(weeks), interval=interval, valid_from=valid_from)
    last = first + timedelta(days=length)
    position = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
    rule = rrule(
        MONTHLY,
        interval=interval,
        dtstart=datetime.combine(valid_from, datetime.min.time()),
        byweekday=[weekday(DAY_NAMES.index(day), position[week]) for day in days for week in weeks],
        until=datetime.combine(last, datetime.min.time()),
    )
    assert found_days(a_session(schedule=schedule), first, last) == [
        each.date() for each in rule if each.date() >= first
    ]


def found_days(session: Session, first: date, last: date) -> list[date]:
    return [each.day for each in occurrences(session, first=first, last=last, bank_holidays=NO_HOLIDAYS)]
