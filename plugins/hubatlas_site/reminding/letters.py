"""A reminder as the text of a letter: whom to, what about, an empty line, then plain words."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.facts.reminders import Reminder, Waiting
from hubatlas.model import Hub
from hubatlas.network import Network
from hubatlas_site.reminding.wording import PRESS, facts_to_check, form_of, page_of, plain, title

RIGHT = f"If all is right: open the form below, press “{PRESS}”, and send what opens."
WRONG = "If something is wrong: correct it in the same form, and send it. You need no account."


def letter(network: Network, reminder: Reminder) -> str:
    """The letter, for what waits; without "To" where nobody's address is known."""
    contact = reminder.contact
    head = [] if contact is None or contact.email is None else [f"To: {plain(contact.email)}"]
    role = contact.role if contact is not None and contact.role else f"team at {reminder.about.name}"
    name, network_name = plain(reminder.about.name), plain(network.name)
    subject = name if isinstance(reminder.about, Hub) else f"what {name} offers"
    parts = (
        f"Dear {plain(role)},",
        f"People rely on what {network_name} says about {subject}. Please look at these facts. Are they still right?",
        f"{RIGHT}\n{WRONG}",
        *(_part(network, each) for each in reminder.waiting),
        *_last(network),
    )
    return "\n".join((*head, f"Subject: {title(reminder)}", "", "\n\n".join(parts), ""))


def _part(network: Network, waiting: Waiting) -> str:
    record = waiting.record
    facts = (f"- {line}" for line in facts_to_check(waiting.groups))
    links = (f"What we say: {page_of(network, record)}", f"The form: {form_of(network, record)}")
    return "\n".join((plain(record.name), *facts, *links))


def _last(network: Network) -> Iterator[str]:
    contact = network.contact
    if contact is not None:
        ways = " or ".join(plain(way) for way in (contact.phone, contact.email) if way)
        if ways:
            yield f"If you would rather tell somebody: {ways}."
    yield f"Thank you.\n{plain(network.name)}"
