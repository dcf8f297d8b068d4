"""The calendar of checks: a whole day for each reminder, that on which something is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hubatlas.directory import Directory
from hubatlas.exports.calendars.lines import day, folded, text
from hubatlas.exports.identity import first_slug, permanent_id
from hubatlas.facts.reminders import Reminder
from hubatlas.model import Hub
from hubatlas_site.reminding.wording import PRESS, facts_to_check, form_of, page_of, plain


def calendar(directory: Directory, reminders: Sequence[Reminder], today: date) -> bytes:
    """An iCalendar file with an event for each reminder; to take in a newer one moves the events of the older."""
    name = f"Checks of records: {plain(directory.network.name)}"
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hub Atlas//Reminders v1//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
    )
    events = "".join(_event(directory, each, today) for each in reminders)
    return (folded(head) + events + folded(("END:VCALENDAR",))).encode()


def _event(directory: Directory, reminder: Reminder, today: date) -> str:
    about, network = reminder.about, directory.network
    of_hub = isinstance(about, Hub)
    what, names = ("record", ()) if of_hub else ("services", ("organisations",))
    lines = [
        f"{plain(each.record.name)}. {line}" for each in reminder.waiting for line in facts_to_check(each.groups)
    ] or ["Until then nothing waits."]
    links = [f"“{PRESS}” for {plain(each.record.name)}: {form_of(network, each.record)}" for each in reminder.waiting]
    return folded(
        (
            "BEGIN:VEVENT",
            f"UID:{permanent_id(directory, 'reminder', *names, first_slug(about))}",
            f"DTSTAMP:{day(today)}T000000Z",
            f"DTSTART;VALUE=DATE:{day(reminder.due_on)}",
            f"DTEND;VALUE=DATE:{day(reminder.due_on + timedelta(days=1))}",
            f"SUMMARY:{text(f'Check the {what} of {plain(about.name)}')}",
            f"DESCRIPTION:{text(chr(10).join((*lines, *links)))}",
            f"URL:{form_of(network, about) if isinstance(about, Hub) else page_of(network, about)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    )
