"""The changes of the records as one list, oldest first, that a copy elsewhere can be kept in step with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from hubatlas import urls
from hubatlas.exports.changes.ended import ended_note, moved_note
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.records import page_address, record_address
from hubatlas.facts.ended import ended_records, moved_records
from hubatlas.model import Operation, RecordChange


def changes_file(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The list, and what is known of records that are no longer there.

    `patch` is a JSON Patch (RFC 6902) for the `contents` of the record's own file; its operations have the member
    `old` besides, which RFC 6902 tells readers to pass over.
    """
    history = edition.history
    directory = edition.directory
    whole = {
        **envelope(edition),
        "complete": history.from_beginning,
        "since": None if history.since is None else moment(history.since),
        "commit": edition.commit,
        "changes": [_change(edition, change) for change in history.changes],
        "ended": [ended_note(edition, ended) for ended in ended_records(directory, history)],
        "moved": [moved_note(edition, moved) for moved in moved_records(directory)],
    }
    yield urls.CHANGES_JSON, json_bytes(whole)


def moment(at: datetime) -> str:
    """A moment in UTC, such as 2026-11-25T16:04:06Z."""
    return f"{at:%Y-%m-%dT%H:%M:%S}Z"


def _change(edition: Edition, change: RecordChange) -> dict[str, Any]:
    told: dict[str, Any] = {
        "at": moment(change.at),
        "change": change.action,
        "type": change.kind,
        "id": change.slug,
        "name": change.name,
        "page": edition.whole_address(page_address(change.kind, change.slug)),
        "record": edition.whole_address(record_address(change.kind, change.slug)),
        "commit": change.commit,
    }
    if change.moved is not None:
        told["moved_to" if change.action == "ended" else "moved_from"] = change.moved
    if change.action == "added":
        told["contents"] = change.value
    if change.action == "changed":
        told["patch"] = [_operation(each) for each in change.operations]
    return told


def _operation(operation: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {"op": operation.op, "path": operation.path}
    if operation.op != "remove":
        told["value"] = operation.value
    if operation.op != "add":
        told["old"] = operation.old
    return told
