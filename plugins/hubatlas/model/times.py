"""Times, days and dates as records state them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hubatlas.frozen import dataclass

DayName = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAY_NAMES: tuple[DayName, ...] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one day, in minutes after its midnight.

    `closes_at` is later than `opens_at` and may pass 1,440, which is midnight at the end of the day.
    """

    opens_at: int
    closes_at: int


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as it is known: a year, a month or a day. `first` and `last` bound the days it can mean."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DayHours:
    """What is said of one day: times, nothing but "by appointment", or closed (`spans` empty, not by appointment)."""

    spans: tuple[Span, ...] = ()
    by_appointment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursException:
    """Days, first to last inclusive, on which `hours` replaces the usual week; None where they are not known."""

    first_date: date
    last_date: date
    hours: DayHours | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """The usual week, Monday first, one entry a day; None for a day that nobody has stated.

    `bank_holidays` is None where nobody has said.
    """

    week: tuple[DayHours | None, ...]
    bank_holidays: DayHours | Literal["as usual"] | None = None
    exceptions: tuple[HoursException, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a session happens. `interval` counts weeks or months from `valid_from`; `time` is None where not published.

    `bank_holidays` is "unknown" where nobody has said whether the session is held then.
    """

    repeats: Literal["weekly", "monthly", "dates", "by appointment", "not published"]
    interval: int = 1
    days: tuple[DayName, ...] = ()
    weeks: tuple[Literal["first", "second", "third", "fourth", "last"], ...] = ()
    time: Span | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    dates: tuple[date, ...] = ()
    except_dates: tuple[date, ...] = ()
    bank_holidays: Literal["as usual", "not held", "unknown"] = "unknown"
