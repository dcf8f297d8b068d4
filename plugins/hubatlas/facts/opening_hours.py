"""When a hub is open: how long each week, on one day and why, and at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from hubatlas.facts.bank_holidays import BankHolidays
from hubatlas.facts.wording import MINUTES_A_DAY, relative_day_words, time_words
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES, DayHours, DayName, OpeningHours

LONDON = ZoneInfo("Europe/London")
DAYS_LOOKED_AHEAD = 14
_ONE_DAY = timedelta(days=1)
MINUTES_A_WEEK = len(DAY_NAMES) * MINUTES_A_DAY

Week = Sequence[DayHours | None]
"""Days that follow each other; None for one whose hours are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyOpening:
    """How long a hub is open in its usual week: `total` over the days that are stated, and the days that are not."""

    total: timedelta
    unknown_days: tuple[DayName, ...]
    by_appointment_days: tuple[DayName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursOnDay:
    """What holds on one day, and why: `reason` names the exception or the bank holiday. Unknown hours are None."""

    day: date
    hours: DayHours | None
    because: Literal["usual", "exception", "bank holiday"]
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenState:
    """Whether a hub is open at a moment, and when that changes.

    `closes_at` is None unless it is open, and where it stays open for as far as is looked ahead. `opens_at` is None
    where it is open, and where a day before the next opening is not known.
    """

    state: Literal["open", "closed", "by appointment", "unknown"]
    closes_at: datetime | None = None
    opens_at: datetime | None = None


def open_each_week(hours: OpeningHours) -> WeeklyOpening:
    """The usual week as a length of time; spans that overlap, also over midnight, are counted once."""
    return WeeklyOpening(
        total=open_together((hours.week,)),
        unknown_days=days_where(hours.week, lambda day: day is None),
        by_appointment_days=days_where(hours.week, lambda day: day is not None and day.by_appointment),
    )


def open_together(weeks: Iterable[Week]) -> timedelta:
    """How long at least one of several doors is open, each by its own usual week; no minute is counted twice."""
    opened: list[tuple[int, int]] = []
    for week in weeks:
        for start, end in minutes_of(week):
            opened.append((start, min(end, MINUTES_A_WEEK)))
            if end > MINUTES_A_WEEK:  # Sunday night goes on into the Monday of the same usual week
                opened.append((0, end - MINUTES_A_WEEK))
    return covered(opened)


def minutes_of(week: Week) -> Iterator[tuple[int, int]]:
    """Each span of the week, in minutes after the midnight that the first of its days begins with."""
    for position, day in enumerate(week):
        for span in day.spans if day else ():
            yield position * MINUTES_A_DAY + span.opens_at, position * MINUTES_A_DAY + span.closes_at


def covered(spans: Iterable[tuple[int, int]]) -> timedelta:
    """How long the spans are together, of which each begins and ends at a minute; no minute is counted twice."""
    minutes = counted_to = 0
    for start, end in sorted(spans):
        minutes += max(0, end - max(start, counted_to))
        counted_to = max(counted_to, end)
    return timedelta(minutes=minutes)


def days_where(week: Week, holds: Callable[[DayHours | None], bool]) -> tuple[DayName, ...]:
    """The names of the days of a week, Monday first, of which that holds."""
    return tuple(name for name, day in zip(DAY_NAMES, week, strict=True) if holds(day))


def hours_on(hours: OpeningHours, day: date, bank_holidays: BankHolidays) -> HoursOnDay:
    """What holds on that day: the narrowest exception that covers it, else a bank holiday's hours, else the usual.

    On a bank holiday of which nothing is said, the hours are not known: "as usual" has to be stated.
    """
    covering = [each for each in hours.exceptions if each.first_date <= day <= each.last_date]
    if covering:
        narrowest = min(covering, key=lambda each: each.last_date - each.first_date)
        return HoursOnDay(day=day, hours=narrowest.hours, because="exception", reason=narrowest.reason)
    usual = hours.week[day.weekday()]
    holiday = bank_holidays.get(day)
    if holiday is None:
        return HoursOnDay(day=day, hours=usual, because="usual")
    held = usual if hours.bank_holidays == "as usual" else hours.bank_holidays
    return HoursOnDay(day=day, hours=held, because="bank holiday", reason=holiday)


def coming_days(hours: OpeningHours, first: date, count: int, bank_holidays: BankHolidays) -> tuple[HoursOnDay, ...]:
    """What holds on each of `count` days, from the first."""
    return tuple(hours_on(hours, first + timedelta(days=away), bank_holidays) for away in range(count))


def open_state(hours: OpeningHours, moment: datetime, bank_holidays: BankHolidays) -> OpenState:
    """Whether the hub is open at that moment, and when that changes.

    The moment may carry a time zone; without one it is the time on a clock in the United Kingdom. The times in the
    answer are such clock times. A night when the clocks change is judged by what the clock on the wall says.
    """
    if moment.tzinfo is not None:
        moment = moment.astimezone(LONDON).replace(tzinfo=None, fold=0)
    spans = list(_spans_from(hours, moment.date() - _ONE_DAY, bank_holidays))
    closes_at = _open_until(moment, spans)
    if closes_at is not None:
        stays_open = closes_at >= datetime.combine(moment.date(), time()) + timedelta(days=DAYS_LOOKED_AHEAD)
        return OpenState(state="open", closes_at=None if stays_open else closes_at)
    today = hours_on(hours, moment.date(), bank_holidays).hours
    if today is None:
        return OpenState(state="unknown")
    opens_at = min((opens for opens, _ in spans if opens > moment), default=None)
    if opens_at is not None and _any_unknown(hours, moment.date(), opens_at.date(), bank_holidays):
        opens_at = None
    return OpenState(state="by appointment" if today.by_appointment else "closed", opens_at=opens_at)


def open_words(state: OpenState, moment: datetime) -> str:
    """Open until 5pm. Closed, opens tomorrow at 9am. By appointment today. Hours for today are not known."""
    today = moment.date()
    match state:
        case OpenState(state="open", closes_at=None):
            return "Open all day and night"
        case OpenState(state="open", closes_at=datetime() as closes_at):
            until = time_words(_minutes(closes_at))
            day = f"{relative_day_words(closes_at.date(), today)} at " if closes_at - moment > _ONE_DAY else ""
            return f"Open until {day}{until}"
        case OpenState(state="unknown"):
            return "Hours for today are not known"
    now = "By appointment today" if state.state == "by appointment" else "Closed"
    if state.opens_at is None:
        return now
    at = time_words(_minutes(state.opens_at))
    day = "" if state.opens_at.date() == today else f" {relative_day_words(state.opens_at.date(), today)}"
    return f"{now}, opens{day} at {at}"


def as_plain(hours: OpeningHours) -> dict[str, Any]:
    """The hours as JSON for scripts in the browser; the shape is described in `theme/README.md`."""
    holidays = hours.bank_holidays
    return {
        "week": [_plain_day(day) for day in hours.week],
        "bank_holidays": holidays if isinstance(holidays, str) else _plain_day(holidays),
        "exceptions": [
            {
                "first_date": each.first_date.isoformat(),
                "last_date": each.last_date.isoformat(),
                "hours": _plain_day(each.hours),
                "reason": each.reason,
            }
            for each in hours.exceptions
        ],
    }


def _plain_day(day: DayHours | None) -> dict[str, Any] | None:
    if day is None:
        return None
    return {"spans": [[span.opens_at, span.closes_at] for span in day.spans], "by_appointment": day.by_appointment}


def _spans_from(hours: OpeningHours, first: date, bank_holidays: BankHolidays) -> Iterator[tuple[datetime, datetime]]:
    for day in coming_days(hours, first, DAYS_LOOKED_AHEAD + 2, bank_holidays):
        midnight = datetime.combine(day.day, time())
        for span in sorted(day.hours.spans) if day.hours else ():
            yield midnight + timedelta(minutes=span.opens_at), midnight + timedelta(minutes=span.closes_at)


def _open_until(moment: datetime, spans: list[tuple[datetime, datetime]]) -> datetime | None:
    """The end of the unbroken stretch of opening that holds the moment, or None."""
    until: datetime | None = None
    for opens, closes in sorted(spans):
        if until is None and opens <= moment < closes:
            until = closes
        elif until is not None and opens <= until:
            until = max(until, closes)
    return until


def _any_unknown(hours: OpeningHours, first: date, last: date, bank_holidays: BankHolidays) -> bool:
    days = coming_days(hours, first, (last - first).days + 1, bank_holidays)
    return any(day.hours is None for day in days)


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
