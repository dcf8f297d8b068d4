"""Opening hours as pages show them. Hours that nobody has published are never shown as closed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import groupby

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.opening_hours import as_plain, hours_on
from hubatlas.facts.wording import day_hours_words, day_name, day_of_year_words, days_of_week_words, partial_date_words
from hubatlas.language import BEGINS, as_recorded, ngettext, plain
from hubatlas.language import gettext as _
from hubatlas.model import DAY_NAMES, DayHours, DayName, Hub, OpeningHours, PartialDate
from hubatlas.pages.cards import HoursRow, HoursTable, Status
from hubatlas.pages.wording import dates_words, upper_first

_FEW = 2


def hours_table(hours: OpeningHours, today: date) -> HoursTable:
    """The usual week, with each exception that is not over by `today`."""
    return HoursTable(
        week=tuple(_row(upper_first(day_name(at)), day) for at, day in enumerate(hours.week)),
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
    return directory.once((status_on, hub.slug, day), lambda: _status_on(directory, hub, day))


def _status_on(directory: Directory, hub: Hub, day: date) -> Status:
    usual = status(directory, hub, day)
    if usual.kind != "hours" or hub.opening_hours is None:
        return usual
    on = hours_on(hub.opening_hours, day, bank_holidays(directory.network.bank_holidays))
    if on.hours is None and on.because == "bank holiday":
        words = _("bank holiday, check before you go")
    else:
        words = day_hours_words(on.hours) if on.hours is None or not on.hours.spans else _open(on.hours)
    return replace(usual, short=_("%(day)s: %(words)s", day=day_of_year_words(day), words=words))


def opening_order(directory: Directory, hub: Hub, day: date) -> tuple[int, int, str, str]:
    """A key that puts hubs in order of when they open on that day; those of unknown hours come before the closed."""
    hours = hub.opening_hours
    on = None if hours is None else hours_on(hours, day, bank_holidays(directory.network.bank_holidays)).hours
    opens_at = min((span.opens_at for span in on.spans), default=0) if on else 0
    rank = 2 if on is None else 0 if on.spans else 1 if on.by_appointment else 3
    return rank, opens_at, plain(hub.name).casefold(), hub.slug


def _open(hours: DayHours) -> str:
    return _("open %(hours)s", hours=day_hours_words(hours))


def usual_week(hours: OpeningHours) -> str:
    """The week in a few words: Open Monday to Friday, 9am to 5pm; or on how many days it opens where days differ."""
    stated = [(day, names) for day, names in _runs(hours) if day is not None and (day.spans or day.by_appointment)]
    if not stated:
        return _("Closed in the usual week")
    if len(stated) <= _FEW and all(len(day.spans) <= 1 for day, _ in stated):
        when = (
            _("%(days)s, %(hours)s", days=days_of_week_words(names), hours=day_hours_words(day))
            for day, names in stated
        )
        # Translators: days and hours, as Monday to Friday, 9am to 5pm; Saturday, 10am to midday.
        return _("Open %(when)s", when="; ".join(when))
    count = sum(len(names) for _, names in stated)
    if count == len(DAY_NAMES):
        return _("Open every day")
    return ngettext("Open %(number)s day a week", "Open %(number)s days a week", count)


def _runs(hours: OpeningHours) -> list[tuple[DayHours | None, list[DayName]]]:
    """The days of the usual week that follow each other with the same hours, Monday first."""
    runs = groupby(enumerate(hours.week), lambda pair: pair[1])
    return [(day, [DAY_NAMES[position] for position, _hours in run]) for day, run in runs]


def _exceptions(hours: OpeningHours, first: date, last: date) -> tuple[HoursRow, ...]:
    ahead = [each for each in hours.exceptions if each.last_date >= first and each.first_date <= last]
    ahead.sort(key=lambda each: each.first_date)
    return tuple(_row(dates_words(each.first_date, each.last_date), each.hours, each.reason) for each in ahead)


def _row(days: str, hours: DayHours | None, reason: str | None = None) -> HoursRow:
    return HoursRow(days=days, hours=upper_first(day_hours_words(hours)), known=hours is not None, reason=reason)


def _bank_holidays(hours: OpeningHours) -> HoursRow:
    if hours.bank_holidays == "as usual":
        return HoursRow(_("Bank holidays"), _("Open as usual"))
    return _row(_("Bank holidays"), hours.bank_holidays)


def _first_sentence(words: str) -> str:
    first, stop, _rest = plain(words).partition(". ")
    sentence = first + stop.rstrip()
    return as_recorded(sentence) if words.startswith(BEGINS) else sentence


def _coming(label: str, hub: Hub, today: date) -> str:
    due = hub.due_to_open
    if due is None:
        if hub.opened is None:
            return _("%(status)s. Not open yet.", status=label)
        return _("%(status)s. Not open now.", status=label)
    words = {"status": label, "date": partial_date_words(due)}
    if due.last < today:
        return _("%(status)s. Not open yet, as far as we know. It was planned for %(date)s.", **words)
    if due.first == due.last:
        return _("%(status)s. Due to open on %(date)s.", **words)
    # Translators: the date is a month, a season or a year.
    return _("%(status)s. Due to open in %(date)s.", **words)


def _ended(label: str, closed: PartialDate | None) -> str:
    if closed is None:
        return _("%(status)s. You cannot go there now.", status=label)
    return _("%(status)s since %(date)s.", status=label, date=partial_date_words(closed))
