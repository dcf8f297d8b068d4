"""When a hub is open, on ordinary days and on difficult ones. Dates were looked up in a calendar, sums done by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubatlas.facts.opening_hours import (
    HoursOnDay,
    as_plain,
    coming_days,
    hours_on,
    open_each_week,
    open_state,
    open_words,
)
from hubatlas.model import DayHours, HoursException, OpeningHours, Span
from tests.builders import a_day, at, some_hours

TUESDAY = date(2026, 12, 1)
CHRISTMAS = date(2026, 12, 25)  # a Friday
HOLIDAYS = {CHRISTMAS: "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute day)"}
OFFICE = ("09:00-17:00",) * 5 + ("closed", "closed")


def an_exception(first: date, last: date, hours: str, reason: str = "Training") -> HoursException:
    return HoursException(first_date=first, last_date=last, hours=a_day(hours), reason=reason)


@pytest.mark.parametrize(
    ("week", "hours", "minutes"),
    [
        (OFFICE, 40, 0),
        (("09:00-12:30, 13:30-17:00", *("closed",) * 6), 7, 0),
        (("09:00-13:00, 12:00-17:00", *("closed",) * 6), 8, 0),
        (("09:00-17:00, 10:00-11:00", *("closed",) * 6), 8, 0),
        (("closed",) * 4 + ("18:00-01:00", "closed", "closed"), 7, 0),
        (("closed",) * 4 + ("22:00-02:00", "01:00-03:00", "closed"), 5, 0),
        (("00:30-02:00", *("closed",) * 5, "23:00-01:00"), 3, 0),
        (("00:00-24:00",), 168, 0),
        (("closed",), 0, 0),
        (("09:05-09:20", *("closed",) * 6), 0, 15),
    ],
)
def test_the_week_is_added_up_and_overlaps_count_once(week: tuple[str, ...], hours: int, minutes: int) -> None:
    opening = open_each_week(some_hours(*week))
    assert opening.total == timedelta(hours=hours, minutes=minutes)
    assert opening.unknown_days == ()


def test_days_that_nobody_stated_are_counted_apart_from_closed_ones() -> None:
    opening = open_each_week(some_hours("09:00-17:00", "unknown", "closed", "by appointment", *("unknown",) * 3))
    assert opening.total == timedelta(hours=8)
    assert opening.unknown_days == ("Tuesday", "Friday", "Saturday", "Sunday")
    assert opening.by_appointment_days == ("Thursday",)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    opens_at = draw(st.integers(0, 24 * 60 - 1))
    return Span(opens_at, opens_at + draw(st.integers(1, 24 * 60 - 1)))


@given(st.lists(st.lists(spans(), max_size=3), min_size=7, max_size=7))
def test_the_sum_of_a_week_is_what_counting_each_minute_gives(days: list[list[Span]]) -> None:
    week = tuple(DayHours(spans=tuple(day)) for day in days)
    minutes = {
        (position * 24 * 60 + minute) % (7 * 24 * 60)
        for position, day in enumerate(days)
        for span in day
        for minute in range(span.opens_at, span.closes_at)
    }
    assert open_each_week(OpeningHours(week=week)).total == timedelta(minutes=len(minutes))


@given(st.lists(st.lists(spans(), max_size=2), min_size=7, max_size=7), st.integers(0, 7 * 24 * 60 - 1))
def test_open_or_closed_and_the_next_change_are_what_counting_minutes_gives(days: list[list[Span]], now: int) -> None:
    week = 7 * 24 * 60
    is_open = [False] * week
    for position, day in enumerate(days):
        for span in day:
            for minute in range(span.opens_at, span.closes_at):
                is_open[(position * 24 * 60 + minute) % week] = True
    changes = (away for away in range(1, week) if is_open[(now + away) % week] != is_open[now])
    monday = at("2026-11-30 00:00")
    moment = monday + timedelta(minutes=now)
    change = next((moment + timedelta(minutes=away) for away in changes), None)
    state = open_state(OpeningHours(week=tuple(DayHours(spans=tuple(day)) for day in days)), moment, {})
    assert state.state == ("open" if is_open[now] else "closed")
    assert (state.closes_at, state.opens_at) == ((change, None) if is_open[now] else (None, change))


def test_the_usual_week_holds_where_nothing_else_is_said() -> None:
    hours = some_hours(*OFFICE)
    assert hours_on(hours, TUESDAY, HOLIDAYS) == HoursOnDay(day=TUESDAY, hours=a_day("09:00-17:00"), because="usual")


@pytest.mark.parametrize(
    ("stated", "held"),
    [("closed", "closed"), ("10:00-12:00", "10:00-12:00"), ("as usual", "09:00-17:00"), ("unknown", "unknown")],
)
def test_a_bank_holiday_has_the_hours_that_are_stated_for_bank_holidays(stated: str, held: str) -> None:
    found = hours_on(some_hours(*OFFICE, bank_holidays=stated), CHRISTMAS, HOLIDAYS)
    assert found == HoursOnDay(day=CHRISTMAS, hours=a_day(held), because="bank holiday", reason="Christmas Day")


def test_an_exception_outranks_a_bank_holiday_and_the_narrower_of_two_holds() -> None:
    fortnight = an_exception(date(2026, 12, 21), date(2027, 1, 3), "10:00-15:00", "Christmas fortnight")
    christmas = an_exception(CHRISTMAS, CHRISTMAS, "11:00-13:00", "Christmas lunch")
    hours = some_hours(*OFFICE, bank_holidays="closed", exceptions=(fortnight, christmas))
    days = coming_days(hours, date(2026, 12, 24), 2, HOLIDAYS)
    assert [(day.hours, day.because, day.reason) for day in days] == [
        (a_day("10:00-15:00"), "exception", "Christmas fortnight"),
        (a_day("11:00-13:00"), "exception", "Christmas lunch"),
    ]
    assert hours_on(hours, date(2027, 1, 4), HOLIDAYS).because == "usual"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at("2026-12-01 08:59"), "Closed, opens at 9am"),
        (at("2026-12-01 09:00"), "Open until 5pm"),
        (at("2026-12-01 16:59"), "Open until 5pm"),
        (at("2026-12-01 17:00"), "Closed, opens tomorrow at 9am"),
        (at("2026-12-04 18:00"), "Closed, opens Monday at 9am"),
        (at("2026-12-24 18:00"), "Closed, opens Tuesday at 9am"),
    ],
)
def test_a_reader_is_told_what_holds_now_and_what_comes_next(moment: datetime, words: str) -> None:
    hours = some_hours(*OFFICE, bank_holidays="closed")
    assert open_words(open_state(hours, moment, HOLIDAYS), moment) == words


@pytest.mark.parametrize(
    ("week", "moment", "words"),
    [
        (("09:00-13:00, 12:00-17:00",), at("2026-12-01 12:30"), "Open until 5pm"),
        (("09:00-12:30, 13:30-17:00",), at("2026-12-01 13:00"), "Closed, opens at 1:30pm"),
        (("18:00-01:00",), at("2026-12-01 00:59"), "Open until 1am"),
        (("18:00-01:00",), at("2026-12-01 01:00"), "Closed, opens at 6pm"),
        (("18:00-24:00", "00:00-02:00", *("closed",) * 5), at("2026-11-30 23:00"), "Open until 2am"),
        (("00:00-24:00",), at("2026-12-01 12:00"), "Open all day and night"),
        (
            ("00:00-24:00",) * 6 + ("00:00-20:00",),
            at("2026-12-01 12:00"),
            "Open until Sunday at 8pm",
        ),
        (("by appointment",), at("2026-12-01 12:00"), "By appointment today"),
        (("unknown",), at("2026-12-01 12:00"), "Hours for today are not known"),
        (("closed",), at("2026-12-01 12:00"), "Closed"),
        (("closed", "closed", "unknown", "09:00-17:00", *("closed",) * 3), at("2026-12-01 12:00"), "Closed"),
        (
            ("09:00-17:00", "09:00-12:00", "by appointment", "09:00-17:00", *("closed",) * 3),
            at("2026-12-02 08:00"),
            "By appointment today, opens tomorrow at 9am",
        ),
    ],
)
def test_difficult_days(week: tuple[str, ...], moment: datetime, words: str) -> None:
    assert open_words(open_state(some_hours(*week), moment, {}), moment) == words


def test_last_nights_late_opening_goes_on_into_a_day_that_is_closed_or_not_known() -> None:
    closed = an_exception(TUESDAY, TUESDAY, "closed")
    hours = some_hours("18:00-02:00", exceptions=(closed,))
    assert open_state(hours, at("2026-12-01 01:00"), {}).closes_at == at("2026-12-01 02:00")
    assert open_state(hours, at("2026-12-01 02:00"), {}).state == "closed"
    unknown_after = some_hours("18:00-02:00", *("unknown",) * 6)
    assert open_state(unknown_after, at("2026-12-01 01:00"), {}).state == "open"
    assert open_state(unknown_after, at("2026-12-01 03:00"), {}).state == "unknown"


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        # The clocks go forward on 29 March 2026 at 01:00 UTC: 00:59 is followed by 02:00.
        (datetime(2026, 3, 29, 0, 29, tzinfo=UTC), "closed"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "open"),
        (datetime(2026, 3, 29, 1, 29, tzinfo=UTC), "open"),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "closed"),
        # They go back on 25 October 2026 at 01:00 UTC: 01:00 to 01:59 happens twice.
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "open"),
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), "open"),
        (datetime(2026, 10, 25, 1, 59, tzinfo=UTC), "open"),
        (datetime(2026, 10, 25, 2, 29, tzinfo=UTC), "open"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "closed"),
        # In summer a clock in London is an hour ahead of UTC.
        (datetime(2026, 7, 1, 23, 29, tzinfo=UTC), "closed"),
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "open"),
        (datetime(2026, 7, 1, 19, 30, tzinfo=ZoneInfo("America/New_York")), "open"),
    ],
)
def test_the_clock_on_the_wall_decides_on_nights_when_the_clocks_change(moment: datetime, state: str) -> None:
    assert open_state(some_hours("00:30-02:30"), moment, {}).state == state


def test_scripts_get_the_same_hours_as_plain_data() -> None:
    christmas = an_exception(CHRISTMAS, CHRISTMAS, "unknown", "Christmas")
    hours = some_hours("18:00-01:00", "unknown", *("closed",) * 5, bank_holidays="as usual", exceptions=(christmas,))
    plain = as_plain(hours)
    assert plain["week"][:3] == [
        {"spans": [[1080, 1500]], "by_appointment": False},
        None,
        {"spans": [], "by_appointment": False},
    ]
    assert plain["bank_holidays"] == "as usual"
    assert plain["exceptions"] == [
        {"first_date": "2026-12-25", "last_date": "2026-12-25", "hours": None, "reason": "Christmas"}
    ]
