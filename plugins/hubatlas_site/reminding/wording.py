"""The sentences that issues, letters and the calendar share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from hubatlas import urls
from hubatlas.facts.freshness import Checked
from hubatlas.facts.reminders import Reminder
from hubatlas.facts.wording import date_words, partial_date_words
from hubatlas.model import Hub, Organisation, Service
from hubatlas.network import Network
from hubatlas.pages.trust import GROUPS, facts_words
from hubatlas.pages.wording import lower_first, upper_first
from hubatlas.records.problems import printable

PRESS = "Everything is still correct"
"""What the button says that confirms a record as it is."""


def key(reminder: Reminder) -> str:
    """What tells the reminder from all others, whatever the names in it, such as hubs/old-mill."""
    return f"{'hubs' if isinstance(reminder.about, Hub) else 'organisations'}/{reminder.about.slug}"


def plain(text: str) -> str:
    """A text of a record on one line, with nothing that a line of its own could begin with."""
    return printable(" ".join(text.split()))


def title(reminder: Reminder) -> str:
    """What an issue or a letter is called; the same as long as the name is."""
    return f"{plain(reminder.about.name)}: is everything still right?"


def facts_to_check(groups: Iterable[Checked], told: Callable[[str], str] = plain) -> tuple[str, ...]:
    """Which facts wait, since when they were checked and by whom: a line for those of one date and source.

    What is overdue comes first, what nobody ever confirmed last. `told` writes what comes from records.
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for group in sorted(groups, key=_in_order):
        alike[_state_words(group, told)].append(group.facts)
    return tuple(f"{upper_first(facts_words(facts))}: {words}" for words, facts in alike.items())


def _in_order(checked: Checked) -> tuple[object, ...]:
    known = list(GROUPS)
    place = known.index(checked.facts) if checked.facts in known else len(known)
    return (("overdue", "due", "unconfirmed").index(checked.state), checked.due_on or date.min, place)


def _state_words(checked: Checked, told: Callable[[str], str]) -> str:
    if checked.confirmed_on is None or checked.due_on is None:
        when = "" if checked.on is None else f", {partial_date_words(checked.on)}"
        return f"not yet confirmed by those who run it. This is from {told(checked.source)}{when}."
    by = checked.confirmed_by
    who = "" if by is None else f" by the {told(lower_first(by.removeprefix('The ')))}"
    due = f"A check has been due since {date_words(checked.due_on)}."
    if checked.state == "overdue":
        due = f"A check was due on {date_words(checked.due_on)}, and is overdue."
    return f"last confirmed on {date_words(checked.confirmed_on)}{who}. {due}"


def page_of(network: Network, record: Hub | Service | Organisation) -> str:
    """The whole address of the record's page."""
    page = {Hub: urls.hub, Service: urls.service, Organisation: urls.organisation}[type(record)]
    return urls.whole(network.site.address, page(record.slug))


def form_of(network: Network, record: Hub | Service) -> str:
    """The whole address of the form that confirms the record with one press, or corrects it."""
    return urls.whole(
        network.site.address, urls.suggest("hubs" if isinstance(record, Hub) else "services", record.slug)
    )
