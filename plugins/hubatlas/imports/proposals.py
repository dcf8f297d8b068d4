"""What a source proposes, and what is to become of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.records import kinds
from hubatlas.records.kinds import Kind

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (kinds.HUB, kinds.SERVICE, kinds.ORGANISATION, kinds.PLACE)}
"""The kinds of record that can be imported, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where proposals come from: what the records will name as their source, where to find it, and its date."""

    name: str
    url: str | None = None
    as_of: str | None = None
    note: str | None = None

    def provenance(self, groups: list[str]) -> dict[str, Any]:
        """What a record says of these groups of facts: taken from the source, and not confirmed by anybody."""
        stated = {"facts": groups, "source": self.name, "url": self.url, "as_of": self.as_of, "note": self.note}
        return {name: value for name, value in stated.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One record that a source proposes.

    `record` is plain data in the shape of the schema of its kind, with or without provenance of its own. `origin` says
    where in the source it stands, such as "row 14". `as_of` is the date that this record speaks for, if not that of the
    source.
    """

    kind: str
    slug: str
    record: Mapping[str, Any]
    origin: str
    as_of: str | None = None

    @property
    def path(self) -> str:
        """The file of the record, below the content folder."""
        return f"{KINDS[self.kind].folder}/{self.slug}.yaml"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A property that a proposal would change; None for what is not stated."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What becomes of a proposal, and why.

    `record` is what is to be written, None for nothing. `fields` are the properties that differ from the present
    record; `reasons` are whole sentences for the person who decides.
    """

    proposal: Proposal
    record: Mapping[str, Any] | None = None
    fields: tuple[FieldChange, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every proposal in one of these, in the order of the source; `vanished` are paths of records it has no more.

    `kept` differ from records that those who run them have confirmed; `doubtful` may be there already under another
    name; `refused` break a rule. None of these three is written.
    """

    new: tuple[Decision, ...] = ()
    changed: tuple[Decision, ...] = ()
    same: tuple[Decision, ...] = ()
    kept: tuple[Decision, ...] = ()
    doubtful: tuple[Decision, ...] = ()
    refused: tuple[Decision, ...] = ()
    vanished: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[Decision, ...]:
        """What is to be written."""
        return (*self.new, *self.changed)
