"""What in the timetable cannot be right, or is worth a look: a room used twice, a session while its hub is closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import BankHolidays, bank_holidays
from hubatlas.facts.occurrences import Occurrence, occurrences
from hubatlas.facts.opening_hours import hours_on
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Service, Session

LOOKED_AHEAD = timedelta(weeks=12)

Held = tuple[Service, Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableCheck:
    """Something worth a look at one hub: what it is, the sessions it is about, and the first day it happens.

    `room` is the room's short name where two sessions are in it at once. `reason` is why the hub is closed that day.
    """

    what: Literal["room used twice", "hub closed"]
    hub: Hub
    sessions: tuple[Held, ...]
    day: date
    room: str | None = None
    reason: str | None = None


def timetable_checks(directory: Directory, today: date) -> tuple[TimetableCheck, ...]:
    """Everything worth a look in the coming twelve weeks, by hub and day; each pair of sessions is told of once."""
    holidays = bank_holidays(directory.network.bank_holidays)
    found: list[TimetableCheck] = []
    for hub in directory.hubs:
        held = list(_held_at(directory, hub, today, holidays))
        found += _in_one_room(hub, held)
        found += _while_closed(hub, held, holidays)
    return tuple(sorted(found, key=lambda each: (plain(each.hub.name).casefold(), each.day, _names(each))))


def _held_at(directory: Directory, hub: Hub, today: date, holidays: BankHolidays) -> Iterator[tuple[Occurrence, Held]]:
    """Every time at which something is held at the hub, with its session."""
    for service, session in directory.sessions_at(hub.slug):
        if service.status == "active" and session.schedule.time is not None:
            for each in occurrences(session, first=today, last=today + LOOKED_AHEAD, bank_holidays=holidays):
                yield each, (service, session)


def _in_one_room(hub: Hub, held: list[tuple[Occurrence, Held]]) -> Iterator[TimetableCheck]:
    by_room: defaultdict[str, list[tuple[datetime, datetime, Held]]] = defaultdict(list)
    for each, session in held:
        if session[1].room is not None and each.starts is not None and each.ends is not None:
            by_room[session[1].room].append((each.starts, each.ends, session))
    told: set[frozenset[tuple[str, str]]] = set()
    for room, times in sorted(by_room.items()):
        times.sort(key=lambda each: (each[0], each[1], _name(each[2])))
        _, in_use_until, using = times[0]
        for starts, ends, later in times[1:]:
            pair = frozenset((_name(using), _name(later)))
            if starts < in_use_until and pair not in told:
                told.add(pair)
                yield TimetableCheck(
                    what="room used twice", hub=hub, sessions=(using, later), day=starts.date(), room=room
                )
            if ends > in_use_until:
                in_use_until, using = ends, later


def _while_closed(hub: Hub, held: list[tuple[Occurrence, Held]], holidays: BankHolidays) -> Iterator[TimetableCheck]:
    """Sessions outside the hub's hours, as far as those are known; a note with the session says that it is meant."""
    told: set[tuple[str, str]] = set()
    if hub.opening_hours is None:
        return
    for each, session in held:
        span = session[1].schedule.time
        if span is None or session[1].note or _name(session) in told:
            continue
        there = hours_on(hub.opening_hours, each.day, holidays)
        if there.hours is None or there.hours.by_appointment:
            continue
        open_then = (
            hours.opens_at <= span.opens_at and span.closes_at <= hours.closes_at for hours in there.hours.spans
        )
        if not any(open_then):
            told.add(_name(session))
            yield TimetableCheck(what="hub closed", hub=hub, sessions=(session,), day=each.day, reason=there.reason)


def _name(held: Held) -> tuple[str, str]:
    return held[0].slug, held[1].id


def _names(check: TimetableCheck) -> tuple[tuple[str, str], ...]:
    return tuple(_name(held) for held in check.sessions)
