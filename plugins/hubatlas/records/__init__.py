"""Loads the records of a network: read, checked and structured, in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hubatlas.directory import Directory
from hubatlas.records import kinds, references
from hubatlas.records.findings import Finding
from hubatlas.records.folders import Tree, find, shown_path
from hubatlas.records.kinds import KINDS, Kind
from hubatlas.records.layouts import Layout, layouts
from hubatlas.records.loading import Cache, Loader, Record
from hubatlas.records.problems import InvalidRecordsError, Problem

__all__ = ["Cache", "InvalidRecordsError", "Layout", "Problem", "check", "count", "layouts", "load"]

_Records = Mapping[Kind, Sequence[Record]]
_References = Callable[[Any, references.Known], Iterator[Finding]]

_REFERENCES: Mapping[Kind, _References] = MappingProxyType(
    {
        kinds.NETWORK: references.network_references,
        kinds.ORGANISATION: references.organisation_references,
        kinds.PLACE: references.place_references,
        kinds.HUB: references.hub_references,
        kinds.SERVICE: references.service_references,
    }
)


def load(content: Path, schema: Path, cache: Cache | None = None) -> Directory:
    """The whole directory of the records below `content`; raises InvalidRecordsError with everything wrong in them.

    With a `cache`, a record whose bytes have not changed is neither parsed nor checked again by itself; what records
    say of each other always is.
    """
    tree = find(content)
    problems = list(tree.problems)
    loader = Loader(schema, cache)
    records: dict[Kind, list[Record]] = {kind: [] for kind in KINDS}
    for file in tree.files:
        record, own = loader.load(file)
        problems += own
        if record is not None:
            records[file.kind].append(record)
    if content.is_dir() and not any(file.kind is kinds.NETWORK for file in tree.files):
        path = shown_path(content / "network.yaml")
        problems.append(Problem(path, 1, 1, "there is no such file", "every network says its name and rules there"))
    problems += _reference_problems(tree, records)
    if problems:
        raise InvalidRecordsError(problems)
    return _directory(records)


def check(content: Path, schema: Path) -> tuple[Problem, ...]:
    """Everything wrong with the records below `content`, sorted."""
    try:
        load(content, schema)
    except InvalidRecordsError as error:
        return error.problems
    return ()


def count(content: Path) -> int:
    """How many record files there are below `content`, pages of prose aside."""
    return sum(file.kind is not kinds.PROSE for file in find(content).files)


def _reference_problems(tree: Tree, records: _Records) -> Iterator[Problem]:
    known = _known(tree, records)
    for kind, find_in in _REFERENCES.items():
        for record in records[kind]:
            if record.model is not None:
                for finding in find_in(record.model, known):
                    if record.whole or not finding.of_absence:
                        yield record.problem(finding)


def _known(tree: Tree, records: _Records) -> references.Known:
    good = {kind: [record.model for record in each if record.model is not None] for kind, each in records.items()}
    slugs: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
    for file in tree.files:
        slugs[file.kind].append(file.slug)
    terms = {
        vocabulary.slug: dict.fromkeys(term.id for term in vocabulary.terms) for vocabulary in good[kinds.VOCABULARY]
    }
    return references.Known(
        slugs={kind: dict.fromkeys(each) for kind, each in slugs.items()},
        terms={slug: terms.get(slug) for slug in slugs[kinds.VOCABULARY]},
        network=next(iter(good[kinds.NETWORK]), None),
        hub_parents={hub.slug: hub.parent for hub in good[kinds.HUB]},
        place_parents={place.slug: place.parent for place in good[kinds.PLACE]},
        place_levels={place.slug: place.level for place in good[kinds.PLACE]},
    )


def _directory(records: _Records) -> Directory:
    models = {kind: tuple(record.model for record in each) for kind, each in records.items()}
    return Directory(
        network=models[kinds.NETWORK][0],
        vocabularies={vocabulary.slug: vocabulary for vocabulary in models[kinds.VOCABULARY]},
        synonyms=tuple(group for groups in models[kinds.SYNONYMS] for group in groups),
        places=models[kinds.PLACE],
        organisations=models[kinds.ORGANISATION],
        hubs=models[kinds.HUB],
        services=models[kinds.SERVICE],
        prose={record.file.slug: record.model for record in records[kinds.PROSE]},
    )
