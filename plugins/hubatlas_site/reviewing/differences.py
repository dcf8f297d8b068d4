"""What is different for the public between two directories: records, pages, tables and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition
from hubatlas.exports.record_shape import as_record
from hubatlas.facts.changes import Change, changes
from hubatlas.facts.indicators import shown_record
from hubatlas.facts.record_changes import change_between, with_moves
from hubatlas.frozen import dataclass
from hubatlas.model import RecordChange
from hubatlas.pages import DATA_PAGES, PAGES
from hubatlas_site.reviewing.details import by_id

Schemas = Mapping[str, Mapping[str, Any]]

_SINGLE = ("network", "learning", "signposts", "geography", "synonyms", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What becomes of many things of one kind: those that are new, those that go, and those that say something else."""

    title: str
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is different."""
        return bool(self.new or self.gone or self.other)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRows:
    """The rows of a table, before and after."""

    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that is different."""

    records: tuple[RecordChange, ...]
    owed: tuple[Change, ...]
    pages: Compared
    tables: tuple[CountedRows, ...]
    files: tuple[Compared, ...]


def difference(before: Directory, after: Directory, schemas: Schemas, today: date) -> Difference:
    """What is different in `after`, on the same day."""
    old = Edition(directory=before, today=today, schemas=schemas)
    new = Edition(directory=after, today=today, schemas=schemas)
    return Difference(
        records=_records(before, after, today),
        owed=changes(before, after, today),
        pages=_compared("Pages", _pages(old), _pages(new)),
        tables=tuple(_tables(old, new)),
        files=tuple(_files(old, new)),
    )


def _records(before: Directory, after: Directory, today: date) -> tuple[RecordChange, ...]:
    """Every record that is not the same, by kind and slug, in plain values."""
    old, new, at = _models(before), _models(after), datetime.combine(today, time(), tzinfo=UTC)
    found = []
    for kind, slug in sorted(old.keys() | new.keys()):
        was, now = old.get((kind, slug)), new.get((kind, slug))
        if was != now:
            plain = (None if each is None else by_id(_plain(each)) for each in (was, now))
            found.append(change_between(kind, slug, *plain, at=at, commit=None))
    return tuple(with_moves(each for each in found if each is not None))


def _models(directory: Directory) -> dict[tuple[str, str], Any]:
    shown = tuple(shown_record(directory, indicator) for indicator in directory.indicators)
    kinds: dict[str, tuple[Any, ...]] = {
        "hub": directory.hubs,
        "service": directory.services,
        "organisation": directory.organisations,
        "place": directory.places,
        "body": directory.bodies,
        "programme": directory.programmes,
        "pathway": directory.pathways,
        "indicator": shown,
        "story": directory.stories,
        "neighbour": directory.neighbours,
        "vocabulary": tuple(directory.vocabularies.values()),
    }
    found: dict[tuple[str, str], Any] = {(kind, each.slug): each for kind, all_ in kinds.items() for each in all_}
    found |= {("page", name): {"text": text} for name, text in directory.prose.items()}
    single = {(name, name): getattr(directory, name) for name in _SINGLE}
    return found | {key: value for key, value in single.items() if value not in (None, ())}


def _plain(model: Any) -> dict[str, Any]:  # noqa: ANN401 - a record of any kind
    plain = as_record(model)
    return (
        {name: value for name, value in plain.items() if name != "slug"}
        if isinstance(plain, dict)
        else {"entries": plain}
    )


def _pages(edition: Edition) -> dict[str, object]:
    """What each page shows, by its address."""
    found: dict[str, object] = {}
    for kind in PAGES:
        found.update(kind.contexts(edition.directory, edition.today))
    for data_kind in DATA_PAGES:
        if not data_kind.tells_sizes:
            found.update(data_kind.contexts(edition, {}))
    return found


def _tables(old: Edition, new: Edition) -> Iterator[CountedRows]:
    tables = {export.table.name: export.table for export in EXPORTS if export.table is not None}
    for table in tables.values():
        was, now = table.cells(old), table.cells(new)
        if was != now:
            yield CountedRows(title=table.title, before=len(was), after=len(now))


def _files(old: Edition, new: Edition) -> Iterator[Compared]:
    """Feeds, calendars and other files that are listed for readers, tables apart."""
    for export in EXPORTS:
        if export.listed and export.table is None and not export.of_published:
            found = _compared(export.title, dict(export.files(old)), dict(export.files(new)))
            if found.any:
                yield found


def _compared(title: str, was: Mapping[str, object], now: Mapping[str, object]) -> Compared:
    return Compared(
        title=title,
        new=tuple(sorted(now.keys() - was.keys())),
        gone=tuple(sorted(was.keys() - now.keys())),
        other=tuple(sorted(key for key in was.keys() & now.keys() if was[key] != now[key])),
    )
