"""What changed in the records: the newest changes by day, and how long the addresses and names of the data hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from hubatlas import urls
from hubatlas.exports import Edition
from hubatlas.exports.changes import GROUP
from hubatlas.exports.kinds import Table
from hubatlas.exports.records import page_address
from hubatlas.exports.tables import TABLES
from hubatlas.facts.change_wording import ACTIONS, ChangedField, changed_fields, titles_of
from hubatlas.facts.wording import date_words
from hubatlas.frozen import dataclass
from hubatlas.model import History, RecordChange
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import DataPageKind, Head
from hubatlas.pages.wording import counted

MOST_SHOWN = 100
_TRAIL = (("Home", urls.HOME), ("Open data", urls.DATA))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """One change of one record: what was done, and for a changed one its fields."""

    record: Link
    what: str
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What changed on a day."""

    title: str
    changes: tuple[ShownChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """What the page of changes shows; `known` says how far back they reach."""

    head: Head
    known: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """What the page on versions shows: the columns that are on their way out, each with what to use instead."""

    head: Head
    deprecated: tuple[tuple[str, str, str], ...]


def contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, ChangesPage]]:
    """The newest changes, newest day first."""
    del sizes
    network = edition.directory.network
    newest = edition.history.changes[: -MOST_SHOWN - 1 : -1]
    titles = {kind: titles_of(schema) for kind, schema in edition.schemas.items()}
    page = ChangesPage(
        head=Head(
            title="What has changed",
            description=f"The newest changes of the records of {network.name}.",
            section=urls.DATA,
            trail=_TRAIL,
        ),
        known=_known(edition.history),
        days=tuple(
            Day(title=date_words(day), changes=tuple(_shown(change, titles.get(change.kind, {})) for change in changes))
            for day, changes in groupby(newest, key=lambda change: change.at.date())
        ),
    )
    yield urls.CHANGES, page


def version_contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, VersionsPage]]:
    """What other systems can rely on."""
    del sizes
    page = VersionsPage(
        head=Head(
            title="What you can rely on",
            description=f"How long the addresses and names of the open data of {edition.directory.network.name} hold.",
            section=urls.DATA,
            trail=_TRAIL,
        ),
        deprecated=deprecated_columns(*TABLES),
    )
    yield urls.VERSIONS, page


def deprecated_columns(*tables: Table[Any]) -> tuple[tuple[str, str, str], ...]:
    """The table, name and replacement of each column that is on its way out."""
    return tuple(
        (table.title, name, column.deprecated)
        for table in tables
        for name, column in table.columns.items()
        if column.deprecated is not None
    )


def _known(history: History) -> str:
    count = counted(len(history.changes), "change")
    if history.from_beginning:
        return f"{count} since the first record."
    if history.since is None:
        return "This site was built without the history of its records, so no change is known."
    return f"{count} since {date_words(history.since.date())}; what came before is not listed."


def _shown(change: RecordChange, titles: Mapping[str, str]) -> ShownChange:
    return ShownChange(
        record=Link(change.name, page_address(change.kind, change.slug)),
        what=f"{ACTIONS[change.action]} {change.kind}",
        fields=changed_fields(change, titles),
    )


CHANGES = DataPageKind("changes", "pages/changes.html", contexts, tells_sizes=False, group=GROUP)
VERSIONS = DataPageKind("versions", "pages/versions.html", version_contexts, tells_sizes=False)
