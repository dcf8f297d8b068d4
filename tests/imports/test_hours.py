"""Opening hours in people's words: read where they can only mean one thing, and left alone where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hubatlas.imports.tables.hours import DAYS, hours_of_day, hours_of_week

WEEKDAYS = DAYS[:5]
SURE = [
    ("Mon-Fri 9am-5pm", dict.fromkeys(WEEKDAYS, "09:00-17:00")),
    ("9-5 weekdays", dict.fromkeys(WEEKDAYS, "09:00-17:00")),
    ("Open Monday to Friday, 9am until 5pm", dict.fromkeys(WEEKDAYS, "09:00-17:00")),
    (
        "Mon, Wed & Fri 10:00–12:30; Sat by appointment",
        {**dict.fromkeys(("monday", "wednesday", "friday"), "10:00-12:30"), "saturday": "by appointment"},
    ),
    ("closed Sundays", {"sunday": "closed"}),
    ("Monday 9-12, 1-5", {"monday": "09:00-12:00, 13:00-17:00"}),
    ("Tues 7-9pm", {"tuesday": "19:00-21:00"}),
    ("Thursday 11.30-1.30", {"thursday": "11:30-13:30"}),
    ("10am-12noon Tuesdays", {"tuesday": "10:00-12:00"}),
    ("Sat 9am - 12pm", {"saturday": "09:00-12:00"}),
    ("Fri-Mon 10-4", dict.fromkeys(("monday", "friday", "saturday", "sunday"), "10:00-16:00")),
    ("Daily 8am-midnight", dict.fromkeys(DAYS, "08:00-24:00")),
    ("Weds 10 to 1 closed bank holidays", {"wednesday": "10:00-13:00", "bank_holidays": "closed"}),
    ("Monday: 9:00-17:00\nTuesday: Closed", {"monday": "09:00-17:00", "tuesday": "closed"}),
]
NOT_SURE = [
    *("1st Mon of month 10-12", "term time only Mon 9-5", "varies", "24 hours", "Mon 9", "Tues 7-9", "ring first"),
    *("9am to 5pm Monday to Friday except bank holidays", "alternate Thursdays 2-4", "Mon 22:00-02:00", "", "Mon"),
    *("Mon 9-5 closed", "Mon 10-12, 11-3", "Mon Mon 9-5", "Mon 25:00-26:00", "Mon 13pm-14pm", "Mon-Fri", "Mon 5pm-9am"),
]


@pytest.mark.parametrize(("text", "week"), SURE)
def test_sure_words_are_read(text: str, week: dict[str, str]) -> None:
    assert hours_of_week(text) == week


@pytest.mark.parametrize("text", NOT_SURE)
def test_words_that_can_mean_more_are_left_alone(text: str) -> None:
    assert hours_of_week(text) is None


def test_days_that_are_not_named_are_not_closed() -> None:
    assert hours_of_week("Mon 9-5") == {"monday": "09:00-17:00"}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("10:00-13:00,14:00-17:00", "10:00-13:00,14:00-17:00"),
        ("22:00-01:00", "22:00-01:00"),
        ("Closed", "closed"),
        ("9.30am – 1pm", "09:30-13:00"),
        ("by appointment only", "by appointment"),
        ("ring", None),
        ("00:00", None),
    ],
)
def test_hours_of_one_day(text: str, hours: str | None) -> None:
    assert hours_of_day(text) == hours


def _clock(minutes: int, *, words: bool) -> str:
    hour, minute = divmod(minutes, 60)
    if not words:
        return f"{hour:02}:{minute:02}"
    return f"{hour % 12 or 12}{f'.{minute:02}' if minute else ''}{'am' if hour < 12 else 'pm'}"


_spans = some.tuples(some.integers(28, 60), some.integers(1, 30)).map(
    lambda each: (each[0] * 15, (each[0] + each[1]) * 15)
)
_said = some.one_of(some.just("closed"), some.just("by appointment"), _spans)


@given(
    week=some.dictionaries(some.sampled_from(DAYS), _said, min_size=1),
    words=some.booleans(),
    between=some.sampled_from(("-", " - ", " to ", "–")),
    after=some.sampled_from(("; ", ", ", "\n", " ")),
    days_first=some.booleans(),
)
def test_a_week_that_is_written_out_reads_back_the_same(
    *, week: dict[str, str | tuple[int, int]], words: bool, between: str, after: str, days_first: bool
) -> None:
    parts, expected = [], {}
    for day, said in week.items():
        if isinstance(said, str):
            hours = expected[day] = said
        else:
            opens, closes = said
            hours = f"{_clock(opens, words=words)}{between}{_clock(closes, words=words)}"
            expected[day] = f"{_clock(opens, words=False)}-{_clock(closes, words=False)}"
        parts.append(f"{day.capitalize()} {hours}" if days_first else f"{hours} {day.capitalize()}")
    assert hours_of_week(after.join(parts)) == expected


@given(text=some.text(alphabet="MonTueFri 0123456789:.-apm,;&toclsed\n", max_size=40))
def test_whatever_is_written_is_read_or_left_alone(text: str) -> None:
    for day, hours in (hours_of_week(text) or {}).items():
        assert day in (*DAYS, "bank_holidays")
        assert hours_of_day(hours) == hours
