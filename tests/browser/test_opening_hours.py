"""What the browser says of opening hours, without a page: the code is run by Node."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.opening_hours import as_plain, open_state
from hubatlas.model import DayHours, HoursException, OpeningHours, Span

PROGRAM = Path(__file__).with_name("open_states.mjs")
HOLIDAYS = bank_holidays("england-and-wales")
CASES = 3_000

CLOSED = DayHours()
APPOINTMENT = DayHours(by_appointment=True)
NINE_TO_FIVE = DayHours(spans=(Span(540, 1020),))
TWO_SPANS = DayHours(spans=(Span(540, 750), Span(810, 1020)))
LATE = DayHours(spans=(Span(1080, 1500),))
ALL_DAY = DayHours(spans=(Span(0, 1440),))
EXAMPLES = (None, CLOSED, APPOINTMENT, NINE_TO_FIVE, TWO_SPANS, LATE, ALL_DAY)

WEEK = (NINE_TO_FIVE, TWO_SPANS, CLOSED, APPOINTMENT, LATE, None, CLOSED)
CHRISTMAS_EVE = HoursException(
    first_date=date(2026, 12, 24),
    last_date=date(2026, 12, 24),
    hours=DayHours(spans=(Span(540, 720),)),
    reason="Christmas Eve",
)
UNKNOWN_TOMORROW = OpeningHours(week=(CLOSED, None, *(NINE_TO_FIVE,) * 5))
USUAL = OpeningHours(week=WEEK, bank_holidays=CLOSED, exceptions=(CHRISTMAS_EVE,))


def browser_says(cases: list[tuple[OpeningHours, datetime]]) -> list[dict[str, Any]]:
    holidays = [day.isoformat() for day in HOLIDAYS]
    asked = json.dumps([[as_plain(hours), holidays, f"{moment:%Y-%m-%dT%H:%M}"] for hours, moment in cases])
    done = subprocess.run(["node", str(PROGRAM)], input=asked, capture_output=True, text=True, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize(
    ("hours", "moment", "words"),
    [
        (USUAL, "2026-11-30T09:00", "Open now until 5pm"),
        (USUAL, "2026-11-30T16:29", "Open now until 5pm"),
        (USUAL, "2026-11-30T16:30", "Closes soon, at 5pm"),
        (USUAL, "2026-11-30T17:00", "Closed now. Opens tomorrow at 9am"),
        (USUAL, "2026-11-30T07:00", "Closed now. Opens at 9am"),
        (USUAL, "2026-12-01T12:45", "Closed now. Opens at 1:30pm"),
        (USUAL, "2026-12-02T11:00", "Closed now. Opens Friday at 6pm"),
        (USUAL, "2026-12-03T11:00", "By appointment today. Opens tomorrow at 6pm"),
        (USUAL, "2026-12-04T23:30", "Open now until 1am"),
        (USUAL, "2026-12-05T00:29", "Open now until 1am"),
        (USUAL, "2026-12-05T00:30", "Closes soon, at 1am"),
        (USUAL, "2026-12-05T10:00", "Today’s hours are not known"),
        (USUAL, "2026-12-24T11:00", "Open now until midday"),
        (USUAL, "2026-12-25T11:00", "Closed now. Opens Tuesday at 9am"),
        (UNKNOWN_TOMORROW, "2026-11-30T11:00", "Closed now"),  # it may open tomorrow, which nobody has stated
        (OpeningHours(week=(NINE_TO_FIVE,) * 7), "2026-12-25T11:00", "Bank holiday today: check before you go"),
        (OpeningHours(week=(NINE_TO_FIVE,) * 7, bank_holidays="as usual"), "2026-12-25T11:00", "Open now until 5pm"),
        (
            OpeningHours(week=(ALL_DAY,) * 7, bank_holidays="as usual"),
            "2026-12-25T11:00",
            "Open now, all day and all night",
        ),
        (OpeningHours(week=(CLOSED,) * 7), "2026-12-01T11:00", "Closed now"),
    ],
)
def test_a_reader_is_told_whether_a_hub_is_open_and_until_when(hours: OpeningHours, moment: str, words: str) -> None:
    assert browser_says([(hours, datetime.fromisoformat(moment))])[0]["words"] == words


def test_the_browser_and_the_build_agree_on_any_hours_at_any_moment() -> None:
    chance = random.Random(20261201)  # noqa: S311 - repeatable, not secret
    cases = [(some_hours(chance), some_moment(chance)) for _ in range(CASES)]
    answers = browser_says(cases)
    assert len(answers) == CASES
    for (hours, moment), answer in zip(cases, answers, strict=True):
        built = open_state(hours, moment, HOLIDAYS)
        said = (answer["state"], clock(answer["closesAt"]), clock(answer["opensAt"]))
        assert said == (built.state, built.closes_at, built.opens_at), f"{moment}: {hours}"


def some_hours(chance: random.Random) -> OpeningHours:
    first = date(2026, 12, 20) + timedelta(days=chance.randrange(12))
    exceptions = tuple(
        HoursException(
            first_date=first + timedelta(days=offset),
            last_date=first + timedelta(days=offset + length),
            hours=chance.choice(EXAMPLES),
            reason="A change",
        )
        for offset, length in ((0, 5), (chance.randrange(5), 0))[: chance.randrange(3)]
    )
    return OpeningHours(
        week=tuple(chance.choice(EXAMPLES) for _ in range(7)),
        bank_holidays=chance.choice((*EXAMPLES, "as usual")),
        exceptions=exceptions,
    )


def some_moment(chance: random.Random) -> datetime:
    quarters = chance.randrange(21 * 96)
    return datetime(2026, 12, 14) + timedelta(minutes=15 * quarters)  # noqa: DTZ001 - a wall clock


def clock(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
