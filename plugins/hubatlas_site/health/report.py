"""The report of what to look after, as Markdown for one issue that is kept up to date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.confirmation import confirmations
from hubatlas.facts.freshness import State
from hubatlas.facts.occurrences import has_ended
from hubatlas.facts.wording import date_words
from hubatlas_site.health.links import DeadLink
from hubatlas_site.health.packages import Weakness
from hubatlas_site.reviewing.markdown import code, counted, some

MOST_LINES = 100
MOST_LETTERS = 60_000
"""An issue on GitHub holds 65,536 letters."""
HOLIDAYS_AHEAD = timedelta(days=270)
"""GOV.UK announces bank holidays two or three years ahead; fewer known days than this mean an old copy of its list."""


def report(
    directory: Directory,
    today: date,
    *,
    links: Sequence[DeadLink] | None = None,
    packages: Sequence[Weakness] | str | None = None,
) -> str:
    """What to look after on that day; links and packages only where somebody has looked at them.

    Where the database of packages could not be asked, `packages` says why, in a sentence without its full stop.
    """
    sections = [
        _section(
            "Facts to check", list(_due(directory, today)), "Every fact is within the time that the network sets."
        ),
        _section("Dates that run out", list(_dates(directory, today)), "Bank holidays and sessions reach far enough."),
    ]
    if links is not None:
        sections.append(_section("Links that lead nowhere", _dead(links), "Every link can be opened."))
    if packages is not None:
        sections.append(_section("Packages", _weak(packages), "Nothing is known against the packages in use."))
    head = f"What to look after, as of {date_words(today)}. This text is written anew each week; comments stay."
    return _within("\n\n".join((head, *sections)) + "\n")


def _within(text: str) -> str:
    """The text, or as many whole lines of it as an issue holds."""
    if len(text) <= MOST_LETTERS:
        return text
    return f"{text[:MOST_LETTERS].rpartition(chr(10))[0]}\n\nThere is more than an issue can hold; begin with these.\n"


def _section(title: str, lines: list[str], otherwise: str) -> str:
    return "\n".join((f"## {title}", "", *(some(lines, MOST_LINES, "line") or [otherwise])))


def _due(directory: Directory, today: date) -> Iterator[str]:
    """A line for each organisation, those with most overdue records first, with where to see which."""
    count: dict[str | None, Counter[State]] = defaultdict(Counter)
    for each in confirmations(directory, today):
        count[each.owner][each.freshness.state] += 1
    waiting = {owner: states for owner, states in count.items() if states.total() > states["fresh"]}
    names = {each.slug: each.name for each in directory.organisations}
    for owner in sorted(waiting, key=lambda each: (-waiting[each]["overdue"], -waiting[each]["due"], each or "")):
        states = waiting[owner]
        words = ((states["overdue"], "overdue"), (states["due"], "due"), (states["unconfirmed"], "never confirmed"))
        said = ", ".join(f"{number:,} {what}" for number, what in words if number)
        yield f"- {code(names[owner]) if owner else 'Nobody named'}: {said}"
    if waiting:
        address = urls.whole(directory.network.site.address, urls.FRESHNESS)
        yield f"- Which they are: {code(address)}"


def _dates(directory: Directory, today: date) -> Iterator[str]:
    last = max(bank_holidays(directory.network.bank_holidays))
    if last - today < HOLIDAYS_AHEAD:
        yield (
            f"- Bank holidays are known until {date_words(last)} only. A maintainer takes the newest list with "
            "`make lock ARGS=--upgrade`."
        )
    for service in directory.services:
        over = [each for each in service.sessions if has_ended(each.schedule, today)]
        if service.status == "active" and over and len(over) == len(service.sessions):
            what = f"All sessions of {code(service.name)} are over"
            yield f"- {what} (`services/{service.slug}.yaml`): give new dates, or say that it has ended."


def _dead(links: Sequence[DeadLink]) -> list[str]:
    lines = []
    for each in links:
        named = ", ".join(f"`{record}`" for record in each.records[:3])
        more = f" and {counted(len(each.records) - 3, 'more record')}" if each.records[3:] else ""
        lines.append(f"- {code(each.address, 500)} in {named}{more}: {code(each.reason, 500)}")
    return lines


def _weak(packages: Sequence[Weakness] | str) -> list[str]:
    if isinstance(packages, str):
        return [f"Not known this time: {packages}."]
    return [
        f"- {each.package.ecosystem} `{each.package.name}` {each.package.version}: "
        f"{', '.join(map(code, each.ids))}. Take a newer version with `make lock ARGS=--upgrade`."
        for each in packages
    ]
