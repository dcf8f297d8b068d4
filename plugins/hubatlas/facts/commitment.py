"""The hours that hubs owe each week, counted from the records: who keeps to the standard, who does not, who knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import BankHolidays, bank_holidays, holiday_words
from hubatlas.facts.opening_hours import (
    MINUTES_A_WEEK,
    HoursOnDay,
    coming_days,
    covered,
    days_where,
    minutes_of,
    open_together,
)
from hubatlas.facts.wording import MINUTES_A_DAY
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES, DayName, Hub, OpeningHours, Role
from hubatlas.network import Standard

WEEKS_AHEAD = 8
Verdict = Literal["meets", "falls short", "unknown"]
_NOT_KNOWN = OpeningHours(week=(None,) * len(DAY_NAMES))
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A door whose hours count: the hub's own, a further site's, or that of a hub it opens with (`hub` is its slug)."""

    name: str
    hours: OpeningHours | None
    hub: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWeek:
    """A coming week, by its Monday, whose hours differ from the usual, and why.

    `counted` is how long the doors are open in it; a least where there are `unknown_days`.
    """

    monday: date
    counted: timedelta
    unknown_days: tuple[DayName, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """How one hub stands to one standard of weekly hours.

    `counted` is how long the `doors` are open in their usual week, no minute twice; a least where there are
    `unknown_days`. Hours by appointment are not counted. `short_by` is None unless it falls short. `exact` says that
    nothing is unknown.
    """

    hub: Hub
    standard: Standard
    minimum: timedelta
    counted: timedelta
    unknown_days: tuple[DayName, ...]
    by_appointment_days: tuple[DayName, ...]
    doors: tuple[Door, ...]
    verdict: Verdict
    short_by: timedelta | None

    @property
    def exact(self) -> bool:
        """Whether the hours of every day are known."""
        return not self.unknown_days


def commitments(directory: Directory, hub: Hub) -> tuple[Commitment, ...]:
    """How the hub stands to each standard of weekly hours that its kind owes; empty unless it is open."""
    if directory.status(hub).shown_as != "open":
        return ()
    owed = (each for each in directory.network.standards if hub.kind in each.kinds and each.weekly_hours is not None)
    return tuple(_commitment(hub, each, tuple(_doors(directory, hub, each))) for each in owed)


def other_weeks(directory: Directory, commitment: Commitment, today: date) -> tuple[OtherWeek, ...]:
    """The weeks from this one on, eight in all, in which an exception or a bank holiday changes the hours."""
    holidays = bank_holidays(directory.network.bank_holidays)
    monday = today - timedelta(days=today.weekday())
    mondays = (monday + timedelta(weeks=away) for away in range(WEEKS_AHEAD))
    weeks = (_other_week(commitment.doors, each, holidays) for each in mondays)
    return tuple(week for week in weeks if week is not None)


def roles_held(hub: Hub, standard: Standard, today: date) -> tuple[tuple[str, Role | None], ...]:
    """Each role that the standard asks for, with who holds it at the hub; None where the record does not say."""
    holding = {
        role.role: role
        for role in hub.roles
        if (role.until is None or role.until.last >= today) and (role.since is None or role.since.first <= today)
    }
    return tuple((role, holding.get(role)) for role in standard.roles)


def _doors(directory: Directory, hub: Hub, standard: Standard) -> Iterator[Door]:
    yield Door(name=hub.name, hours=hub.opening_hours, hub=hub.slug)
    if standard.counting == "linked venues":
        yield from (Door(name=site.name, hours=site.opening_hours) for site in hub.sites)
        for slug in hub.opens_with:
            other = directory.hub(slug)
            if directory.status(other).shown_as == "open":
                yield Door(name=other.name, hours=other.opening_hours, hub=slug)


def _commitment(hub: Hub, standard: Standard, doors: tuple[Door, ...]) -> Commitment:
    weeks = [(door.hours or _NOT_KNOWN).week for door in doors]
    minimum = timedelta(hours=standard.weekly_hours or 0)
    counted = open_together(weeks)
    unknown = {name for week in weeks for name in days_where(week, lambda day: day is None)}
    appointments = {name for week in weeks for name in days_where(week, lambda day: bool(day and day.by_appointment))}
    falls_short = counted < minimum and not unknown
    return Commitment(
        hub=hub,
        standard=standard,
        minimum=minimum,
        counted=counted,
        unknown_days=_in_order(unknown),
        by_appointment_days=_in_order(appointments),
        doors=doors,
        verdict="meets" if counted >= minimum else "falls short" if falls_short else "unknown",
        short_by=minimum - counted if falls_short else None,
    )


def _other_week(doors: Sequence[Door], monday: date, holidays: BankHolidays) -> OtherWeek | None:
    """The hours of that week with the night before its Monday and without the one after its Sunday."""
    if not any(_differs(door.hours, monday, holidays) for door in doors):
        return None
    from_sunday = [coming_days(door.hours or _NOT_KNOWN, monday - _ONE_DAY, 8, holidays) for door in doors]
    spans = [span for days in from_sunday for span in minutes_of([each.hours for each in days])]
    unknown = {
        name for days in from_sunday for name in days_where([each.hours for each in days[1:]], lambda day: day is None)
    }
    return OtherWeek(
        monday=monday,
        counted=covered(_within_week(start, end) for start, end in spans),
        unknown_days=_in_order(unknown),
        reasons=_reasons(doors, from_sunday),
    )


def _differs(hours: OpeningHours | None, monday: date, holidays: BankHolidays) -> bool:
    if hours is None:
        return False
    sunday = monday + timedelta(days=len(DAY_NAMES) - 1)
    excepted = any(each.first_date <= sunday and each.last_date >= monday for each in hours.exceptions)
    if not excepted and not any(monday + timedelta(days=away) in holidays for away in range(len(DAY_NAMES))):
        return False
    held = coming_days(hours, monday, len(DAY_NAMES), holidays)
    return any(day.hours != usual for day, usual in zip(held, hours.week, strict=True))


def _within_week(start: int, end: int) -> tuple[int, int]:
    """Minutes after the midnight of the Sunday before, as those after Monday's, cut to the week."""
    first, last = start - MINUTES_A_DAY, end - MINUTES_A_DAY
    return max(first, 0), max(min(last, MINUTES_A_WEEK), 0)


def _reasons(doors: Sequence[Door], weeks: Sequence[Sequence[HoursOnDay]]) -> tuple[str, ...]:
    """Why the days from Monday on that differ from the usual do so, in order of time."""
    differing = [
        (day.day, holiday_words(day.reason) if day.because == "bank holiday" else day.reason)
        for door, days in zip(doors, weeks, strict=True)
        for day in days[1:]
        if day.reason is not None and day.hours != (door.hours or _NOT_KNOWN).week[day.day.weekday()]
    ]
    return tuple(dict.fromkeys(reason for _, reason in sorted(differing)))


def _in_order(names: set[DayName]) -> tuple[DayName, ...]:
    return tuple(name for name in DAY_NAMES if name in names)
