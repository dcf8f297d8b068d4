"""The history of the records, from the repository that they are kept in; each commit is looked into once."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from datetime import UTC, datetime, time
from itertools import accumulate
from typing import Any, NamedTuple

from hubatlas.directory import Directory
from hubatlas.exports.record_shape import whole_record
from hubatlas.facts.ended import present_records
from hubatlas.facts.record_changes import Version, change_between, in_order, with_moves
from hubatlas.model import NO_HISTORY, History, RecordChange
from hubatlas.records.loading import Loader
from hubatlas_site import cache, state, versions
from hubatlas_site.keys import files_key, value_key
from hubatlas_site.order import Order
from hubatlas_site.records_cache import KeptRecords
from hubatlas_site.versions import KINDS, Commit, RecordId

MOST_VERSIONS = 5_000
STEP = 1_000
"""Of more versions than this many, the oldest are not told of one by one; they leave in steps, as that takes long."""

_Reader = Callable[[RecordId, str], Version | None]


class _Told(NamedTuple):
    """What is known of the history up to `newest`: its changes, and how the records stand there.

    `commits` are those that were looked into; `base` is the one before the first of them, None at the beginning.
    """

    newest: str
    base: Commit | None
    commits: tuple[Commit, ...]
    changes: tuple[RecordChange, ...]
    records: dict[RecordId, Version]


def read_history(order: Order, directory: Directory, code: bytes) -> History:
    """The changes of the records, those that are not committed yet last; NO_HISTORY where there is no repository.

    `code` stands for the code that reads them.
    """
    if order.commit is None:
        return NO_HISTORY
    path = state.history_path(order)
    version = value_key(code, files_key(order.schema, "*.json"), str(order.content))
    stored = cache.read(path, version)
    told: _Told | None = None if stored is None else pickle.loads(stored)  # noqa: S301 - we wrote it; its hash says so
    try:
        if told is None or told.newest != order.commit:
            kept = KeptRecords(state.records_path(order), code)  # most newest versions are there, as models
            told = _continued(order, order.commit, told, Loader(order.schema, kept))
            cache.write(path, pickle.dumps(told, protocol=pickle.HIGHEST_PROTOCOL), version)
        return _published(order, directory, told)
    except OSError:
        return NO_HISTORY


def _continued(order: Order, newest: str, told: _Told | None, loader: Loader) -> _Told:
    """The history up to `newest`, on from what was told last, where that is on the way."""
    base, listed = _window(versions.commits(order.content, newest), shallow=versions.is_shallow(order.content))
    schemas = _schemas(order)
    with versions.blobs(order.content) as held:

        def read(record: RecordId, blob: str) -> Version | None:
            source = held(blob)
            model = None if source is None else loader.version(KINDS[record.folder], record.slug, source)
            return model if model is None or isinstance(model, dict) else whole_record(model, schemas[record.folder])

        if told is None or told.base != base or listed[: len(told.commits)] != told.commits:
            told = _Told(newest, base, (), (), {} if base is None else _standing(order, base, read))
        return _told_on(told, newest, listed, read)


def _window(found: list[Commit], *, shallow: bool) -> tuple[Commit | None, tuple[Commit, ...]]:
    """The commits to tell of, and the one before, whose records are the first that are known."""
    earlier = list(accumulate((len(commit.blobs) for commit in found), initial=0))
    too_many = -(-max(0, earlier[-1] - MOST_VERSIONS) // STEP) * STEP
    first = sum(count < too_many for count in earlier[:-1])
    if shallow and found and first == 0:
        first = 1  # what came before is not here, so all that this one holds looks new
    return (found[first - 1] if first else None), tuple(found[first:])


def _standing(order: Order, base: Commit, read: _Reader) -> dict[RecordId, Version]:
    """Every record as of a commit."""
    blobs = versions.tree(order.content, base.hash)
    found = ((record, read(record, blob)) for record, blob in blobs.items())
    return {record: version for record, version in found if version is not None}


def _told_on(told: _Told, newest: str, listed: tuple[Commit, ...], read: _Reader) -> _Told:
    """What is known after those commits of the list that are not told of yet."""
    records = dict(told.records)
    changes = list(told.changes)
    for commit in listed[len(told.commits) :]:
        at = datetime.fromtimestamp(commit.seconds, tz=UTC)
        after = {record: None if blob is None else read(record, blob) for record, blob in commit.blobs.items()}
        unreadable = {record for record, blob in commit.blobs.items() if blob is not None and after[record] is None}
        changes += _changes(records, {k: v for k, v in after.items() if k not in unreadable}, at, commit.hash)
    return _Told(newest, told.base, listed, tuple(changes), records)


def _changes(
    records: dict[RecordId, Version], after: dict[RecordId, Version | None], at: datetime, commit: str | None
) -> list[RecordChange]:
    """How records change to what is in `after`, by kind and slug; `records` is changed with them."""
    found = []
    for record in sorted(after):
        before, version = records.get(record), after[record]
        change = change_between(KINDS[record.folder].name, record.slug, before, version, at=at, commit=commit)
        if change is not None:
            found.append(change)
        if version is None:
            records.pop(record, None)
        else:
            records[record] = version
    return list(with_moves(found))


def _published(order: Order, directory: Directory, told: _Told) -> History:
    """The history, with what is not committed yet, in the order of time whatever clocks had said."""
    folders = {kind.name: folder for folder, kind in KINDS.items()}
    records = present_records(directory).items()
    present = {RecordId(folders[kind], slug): record for (kind, slug), record in records}
    differing = versions.uncommitted(order.content) | (present.keys() ^ told.records.keys())
    today = datetime.combine(order.today, time(), tzinfo=UTC)
    schemas = _schemas(order) if differing else {}
    after: dict[RecordId, Version | None] = {
        record: whole_record(present[record], schemas[record.folder]) if record in present else None
        for record in differing
    }
    changes = (*told.changes, *_changes(dict(told.records), after, today, None))
    since = None if told.base is None else datetime.fromtimestamp(told.base.seconds, tz=UTC)
    return History(changes=tuple(in_order(changes, since)), from_beginning=told.base is None, since=since)


def _schemas(order: Order) -> dict[str, Any]:
    """The schema of the records of each folder."""
    return {
        folder: json.loads((order.schema / f"{kind.name}.schema.json").read_bytes()) for folder, kind in KINDS.items()
    }
