"""What must hold of where the facts come from: each group of facts that a record holds has a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.records.findings import Finding
from hubatlas.records.schemas import Schema
from hubatlas.records.wording import listed


@dataclass(frozen=True, slots=True)
class FactGroups:
    """The groups of facts: of each property of one kind of record, and of all kinds, sorted."""

    of_property: Mapping[str, str]
    all: tuple[str, ...]


def fact_groups(schema: Schema) -> dict[str, str]:
    """The group of facts that each property of a kind of record belongs to."""
    return {name: each["x-facts"] for name, each in schema["properties"].items() if "x-facts" in each}


def source_findings(record: Mapping[str, Any], groups: Mapping[str, str]) -> Iterator[Finding]:
    """Groups of facts without a source, and sources of facts that the record does not hold.

    A source may name a group that the record lacks where its note tells readers what it leaves open, such as hours that
    are not published.
    """
    held: dict[str, list[str]] = {}
    for name in record:
        if name in groups:
            held.setdefault(groups[name], []).append(name)
    sources = record["provenance"]
    for group in sorted(held.keys() - {group for source in sources for group in source["facts"]}):
        message = f"nothing says where the {group} facts come from ({listed(held[group])})"
        yield Finding(("provenance",), message, f"add {group} to the facts of the source that gives them", at_name=True)
    for position, source in enumerate(sources):
        for item, group in enumerate(source["facts"]):
            if group not in held and "note" not in source:
                message = f"the record holds no {group} facts"
                hint = f"take {group} out, or say in a note what the source leaves open"
                yield Finding(("provenance", position, "facts", item), message, hint, of_absence=True)
