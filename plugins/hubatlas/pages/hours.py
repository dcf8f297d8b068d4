"""Opening hours as pages show them. Hours that nobody has published are never shown as closed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import groupby

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.opening_hours import as_plain, hours_on
from hubatlas.facts.wording import day_hours_words, day_words, days_of_week_words, partial_date_words
from hubatlas.model import DAY_NAMES, DayHours, DayName, Hub, OpeningHours, PartialDate
from hubatlas.pages.cards import HoursRow, HoursTable, Status
from hubatlas.pages.wording import counted, dates_words, upper_first

_FEW = 2


def hours_table(hours: OpeningHours, today: date) -> HoursTable:
    """The usual week, with each exception that is not over by `today`."""
    return HoursTable(
        week=tuple(_row(name, day) for name, day in zip(DAY_NAMES, hours.week, strict=True)),
        exceptions=_exceptions(hours, today, date.max),
        bank_holidays=_bank_holidays(hours),
        note=hours.note,
    )


def hours_in_short(hours: OpeningHours, today: date, until: date) -> HoursTable:
    """The usual week, days of the same hours that follow each other together, and the exceptions until that day."""
    return HoursTable(
        week=tuple(_row(upper_first(days_of_week_words(names)), day) for day, names in _runs(hours)),
        exceptions=_exceptions(hours, today, until),
        bank_holidays=_bank_holidays(hours),
        note=hours.note,
    )


def status(directory: Directory, hub: Hub, today: date) -> Status:
    """Whether people can go to the hub, in words that hold without scripts and on any day; most pages show some."""
    return directory.once((status, hub.slug, today), lambda: _status(directory, hub, today))


def _status(directory: Directory, hub: Hub, today: date) -> Status:
    network_status = directory.status(hub)
    if network_status.shown_as == "coming":
        words = _coming(network_status.label, hub, today)
        return Status(kind="coming", words=words, short=words)
    if network_status.shown_as == "ended":
        words = _ended(network_status.label, hub.closed)
        return Status(kind="ended", words=words, short=words)
    if hub.opening_hours is None or all(day is None for day in hub.opening_hours.week):
        words = directory.network.unknown_hours
        return Status(kind="unknown", words=words, short=_first_sentence(words))
    words = usual_week(hub.opening_hours)
    hours = json.dumps(as_plain(hub.opening_hours), separators=(",", ":"))
    return Status(kind="hours", words=words, short=words, hours=hours)


def status_on(directory: Directory, hub: Hub, day: date) -> Status:
    """The status with that day's hours as its short words, which hold whenever they are read."""
    usual = status(directory, hub, day)
    if usual.kind != "hours" or hub.opening_hours is None:
        return usual
    on = hours_on(hub.opening_hours, day, bank_holidays(directory.network.bank_holidays))
    if on.hours is None and on.because == "bank holiday":
        words = "bank holiday, check before you go"
    else:
        words = day_hours_words(on.hours) if on.hours is None or not on.hours.spans else _open(on.hours)
    return replace(usual, short=f"{day_words(day).rpartition(' ')[0]}: {words}")


def opening_order(directory: Directory, hub: Hub, day: date) -> tuple[int, int, str, str]:
    """A key that puts hubs in order of when they open on that day; those of unknown hours come before the closed."""
    hours = hub.opening_hours
    on = None if hours is None else hours_on(hours, day, bank_holidays(directory.network.bank_holidays)).hours
    opens_at = min((span.opens_at for span in on.spans), default=0) if on else 0
    rank = 2 if on is None else 0 if on.spans else 1 if on.by_appointment else 3
    return rank, opens_at, hub.name.casefold(), hub.slug


def _open(hours: DayHours) -> str:
    return f"open {day_hours_words(hours)}"


def usual_week(hours: OpeningHours) -> str:
    """The week in a few words: Open Monday to Friday, 9am to 5pm; or on how many days it opens where days differ."""
    stated = [(day, names) for day, names in _runs(hours) if day is not None and (day.spans or day.by_appointment)]
    if not stated:
        return "Closed in the usual week"
    if len(stated) <= _FEW and all(len(day.spans) <= 1 for day, _ in stated):
        return "Open " + "; ".join(f"{days_of_week_words(names)}, {day_hours_words(day)}" for day, names in stated)
    count = sum(len(names) for _, names in stated)
    return "Open every day" if count == len(DAY_NAMES) else f"Open {counted(count, 'day')} a week"


def _runs(hours: OpeningHours) -> list[tuple[DayHours | None, list[DayName]]]:
    """The days of the usual week that follow each other with the same hours, Monday first."""
    runs = groupby(enumerate(hours.week), lambda pair: pair[1])
    return [(day, [DAY_NAMES[position] for position, _ in run]) for day, run in runs]


def _exceptions(hours: OpeningHours, first: date, last: date) -> tuple[HoursRow, ...]:
    ahead = [each for each in hours.exceptions if each.last_date >= first and each.first_date <= last]
    ahead.sort(key=lambda each: each.first_date)
    return tuple(_row(dates_words(each.first_date, each.last_date), each.hours, each.reason) for each in ahead)


def _row(days: str, hours: DayHours | None, reason: str | None = None) -> HoursRow:
    return HoursRow(days=days, hours=upper_first(day_hours_words(hours)), known=hours is not None, reason=reason)


def _bank_holidays(hours: OpeningHours) -> HoursRow:
    if hours.bank_holidays == "as usual":
        return HoursRow("Bank holidays", "Open as usual")
    return _row("Bank holidays", hours.bank_holidays)


def _first_sentence(words: str) -> str:
    first, stop, _ = words.partition(". ")
    return first + stop.rstrip()


def _coming(label: str, hub: Hub, today: date) -> str:
    due = hub.due_to_open
    if due is None:
        return f"{label}. Not open {'yet' if hub.opened is None else 'now'}."
    if due.last < today:
        return f"{label}. Not open yet, as far as we know. It was planned for {partial_date_words(due)}."
    return f"{label}. Due to open {'on' if due.first == due.last else 'in'} {partial_date_words(due)}."


def _ended(label: str, closed: PartialDate | None) -> str:
    return f"{label}. You cannot go there now." if closed is None else f"{label} since {partial_date_words(closed)}."
