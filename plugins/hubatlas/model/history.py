"""How records came to be what they are: each change of each, in the order in which they were published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from hubatlas.frozen import dataclass
from hubatlas.model.times import PartialDate

Action = Literal["added", "changed", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One difference between two versions of a record: an operation of JSON Patch (RFC 6902), and what was there."""

    op: Literal["add", "replace", "remove"]
    path: str
    value: Any = None
    old: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One change of one record, at a moment in UTC.

    `kind` is the record's type, such as "hub". `commit` is None where the change is not committed yet. `operations`
    lead from the version before to the one after, where there are both; `value` is the whole record where it is new.
    `moved` is the slug that an ended record goes on under, or that an added one had before.
    """

    kind: str
    slug: str
    name: str
    action: Action
    at: datetime
    commit: str | None = None
    operations: tuple[Operation, ...] = ()
    value: Mapping[str, Any] | None = None
    moved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The changes that are known, oldest first: all of them, all later than `since`, or none where neither is so."""

    changes: tuple[RecordChange, ...] = ()
    from_beginning: bool = False
    since: datetime | None = None


NO_HISTORY = History()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A record that is no more: what it was, and where the network says so, since when, why and what to turn to.

    `type` is that of the record, such as "hub", and `id` the slug it had; `instead` are slugs of records of its type.
    """

    type: str
    id: str
    name: str
    ended_on: PartialDate | None = None
    reason: str | None = None
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedRecords:
    """The records that the network says are no more."""

    records: tuple[Ended, ...]
