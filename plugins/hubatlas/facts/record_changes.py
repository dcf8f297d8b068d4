"""What is different between two versions of a record, as operations that make the later one of the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from hubatlas.model import Operation, RecordChange

Version = Mapping[str, Any]
"""A record as the plain values that are published of it, by the names of its schema."""


def change_between(
    kind: str, slug: str, before: Version | None, after: Version | None, *, at: datetime, commit: str | None
) -> RecordChange | None:
    """The change of a record from one version to the next, of which there is None while it does not exist.

    None where the two say the same, however they were written.
    """
    if after is None:
        if before is None:
            return None
        return RecordChange(kind=kind, slug=slug, name=_name(before, slug), action="ended", at=at, commit=commit)
    name = _name(after, slug)
    if before is None:
        return RecordChange(kind=kind, slug=slug, name=name, action="added", at=at, commit=commit, value=after)
    found = tuple(operations(before, after))
    if not found:
        return None
    return RecordChange(kind=kind, slug=slug, name=name, action="changed", at=at, commit=commit, operations=found)


def operations(before: Version, after: Version, path: str = "") -> Iterator[Operation]:
    """What makes `after` of `before`, by name: groups are compared within, lists as a whole."""
    for name in sorted(before.keys() | after.keys()):
        where = f"{path}/{_escaped(name)}"
        if name not in after:
            yield Operation(op="remove", path=where, old=before[name])
        elif name not in before:
            yield Operation(op="add", path=where, value=after[name])
        elif isinstance(before[name], dict) and isinstance(after[name], dict):
            yield from operations(before[name], after[name], where)
        elif before[name] != after[name]:
            yield Operation(op="replace", path=where, value=after[name], old=before[name])


def property_of(operation: Operation) -> str:
    """The name of the property of the record that an operation is about, such as opening_hours."""
    return operation.path.split("/")[1].replace("~1", "/").replace("~0", "~")


def _escaped(name: str) -> str:
    """A name as a step of a JSON Pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")


def _name(version: Version, slug: str) -> str:
    """What the record is called; one that says nothing of the kind in an old version has its slug."""
    name = version.get("name")
    return name if isinstance(name, str) else slug


def with_moves(changes: Iterable[RecordChange]) -> Iterator[RecordChange]:
    """Changes of one moment, in which a record that is new under another slug is told as one that moved."""
    found = list(changes)
    added = [change for change in found if change.action == "added" and change.value is not None]
    new_slugs = {(change.kind, former): change.slug for change in added for former in _former(change.value)}
    moved = {
        (change.kind, new_slugs[change.kind, change.slug]): change.slug
        for change in found
        if change.action == "ended" and (change.kind, change.slug) in new_slugs
    }
    for change in found:
        other = new_slugs if change.action == "ended" else moved if change.action == "added" else {}
        slug = other.get((change.kind, change.slug))
        yield change if slug is None else replace(change, moved=slug)


def in_order(changes: Iterable[RecordChange], since: datetime | None) -> Iterator[RecordChange]:
    """The changes with times that never go back, later than `since`: a clock that was wrong may have said otherwise."""
    latest = since
    for change in changes:
        if latest is not None and change.at < latest:
            change = replace(change, at=latest)  # noqa: PLW2901 - the same change, at a later time
        latest = change.at
        yield change


def _former(version: Version | None) -> list[str]:
    """The slugs that a version of a record says it had before."""
    former = (version or {}).get("previous_ids", [])
    return [each for each in former if isinstance(each, str)] if isinstance(former, list) else []
