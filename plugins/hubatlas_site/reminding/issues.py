"""A reminder as an issue that is kept up to date: the title, an empty line, then the text."""

from __future__ import annotations

from datetime import date

from hubatlas.facts.reminders import Reminder, Waiting
from hubatlas.facts.wording import date_words
from hubatlas.model import Hub
from hubatlas.network import Network
from hubatlas_site.reminding.wording import PRESS, facts_to_check, form_of, key, page_of, title
from hubatlas_site.reviewing.markdown import code

MOST_LETTERS = 60_000
"""An issue on GitHub holds 65,536 letters."""


MARK = "<!-- reminder: "
"""Begins the line that tells what an issue is about, whatever its title; readers do not see it."""


def issue(network: Network, reminder: Reminder, today: date) -> str:
    """The issue, for what waits. What records say stands between backticks: it is only text."""
    head = f"As of {date_words(today)}, these facts wait for a check. {_owner(reminder)}"
    parts = [head, *(_part(network, each) for each in reminder.waiting)]
    text = "\n\n".join(parts)
    if len(text) > MOST_LETTERS:
        text = f"{text[:MOST_LETTERS].rpartition(chr(10))[0]}\n\nThere is more; begin with these."
    last = "This text is written anew each week; comments stay. The issue closes when nothing waits any more."
    return f"{title(reminder)}\n\n{text}\n\n{last}\n\n{MARK}{key(reminder)} -->\n"


def _owner(reminder: Reminder) -> str:
    if reminder.owner is None:
        return "Nobody is stated to run it."
    return f"{code(reminder.owner.name)} {'runs it' if isinstance(reminder.about, Hub) else 'offers this'}."


def _part(network: Network, waiting: Waiting) -> str:
    record = waiting.record
    lines = "\n".join(f"- {line}" for line in facts_to_check(waiting.groups, code))
    press = f"Still right? [Open the form](<{form_of(network, record)}>) and press “{PRESS}”. Or correct it there."
    return f"## {code(record.name)}\n\n{lines}\n\n{press} [See its page](<{page_of(network, record)}>)."
