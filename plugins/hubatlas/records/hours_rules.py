"""What must hold of opening hours and of the dates of one record, beyond their shape."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hubatlas.model import DAY_NAMES, DayName, Hub, OpeningHours, Schedule
from hubatlas.records.findings import Finding
from hubatlas.records.positions import Where
from hubatlas.records.structuring import MINUTES_A_DAY


def hub_date_findings(hub: Hub) -> Iterator[Finding]:
    """Dates of a hub that cannot all be true."""
    if hub.opened and hub.closed and hub.closed.last < hub.opened.first:
        message = f"closed is {hub.closed.text}, before it opened in {hub.opened.text}"
        yield Finding(("closed",), message, "put the later date under closed")


def hub_hours_findings(hub: Hub) -> Iterator[Finding]:
    """What is wrong with the hours of a hub, of its further sites and of its rooms."""
    if hub.opening_hours:
        yield from opening_hours_findings(hub.opening_hours, ("opening_hours",))
    for position, site in enumerate(hub.sites):
        if site.opening_hours:
            yield from opening_hours_findings(site.opening_hours, ("sites", position, "opening_hours"))
    for position, room in enumerate(hub.rooms):
        if room.available:
            yield from opening_hours_findings(room.available, ("rooms", position, "available"))


def opening_hours_findings(hours: OpeningHours, where: Where) -> Iterator[Finding]:
    """Hours that overlap from one day into the next, and exceptions that overlap or end before they begin."""
    for position, day in enumerate(DAY_NAMES):
        next_day = (position + 1) % len(DAY_NAMES)
        late, early = hours.week[position], hours.week[next_day]
        if not (late and late.spans and early and early.spans):
            continue
        if late.spans[-1].closes_at - MINUTES_A_DAY > early.spans[0].opens_at:
            message = f"{day} runs past midnight into the hours of {DAY_NAMES[next_day]}"
            yield Finding((*where, day.lower()), message, f"end {day} before {DAY_NAMES[next_day]} begins")
    yield from _exception_findings(hours, (*where, "exceptions"))


def _exception_findings(hours: OpeningHours, where: Where) -> Iterator[Finding]:
    for position, exception in enumerate(hours.exceptions):
        if exception.last_date < exception.first_date:
            yield _backwards((*where, position, "last_date"), "last_date", "first_date")
    in_order = sorted(enumerate(hours.exceptions), key=lambda numbered: numbered[1].first_date)
    for (_, earlier), (position, later) in pairwise(in_order):
        if later.first_date <= earlier.last_date:
            message = f"{later.first_date} is in the exception for {earlier.reason} as well"
            yield Finding((*where, position, "first_date"), message, "let each day be in one exception")


def schedule_findings(schedule: Schedule, where: Where) -> Iterator[Finding]:
    """Dates of a session's schedule that are out of order or that it does not have."""
    first, last = schedule.valid_from, schedule.valid_to
    if first and last and last < first:
        yield _backwards((*where, "valid_to"), "valid_to", "valid_from")
        return
    for position, day in enumerate(schedule.except_dates):
        place = (*where, "except_dates", position)
        weekday: DayName = DAY_NAMES[day.weekday()]
        if (first and day < first) or (last and day > last):
            yield Finding(place, f"{day} is outside the dates from valid_from to valid_to", "take it out")
        elif schedule.days and weekday not in schedule.days:
            message = f"{day} is a {weekday}, on which this does not happen anyway"
            yield Finding(place, message, "take it out, or correct the date")


def _backwards(where: Where, later: str, earlier: str) -> Finding:
    return Finding(where, f"{later} is before {earlier}", "put the two dates in order")
