"""Loads the records of a network: reading, checking and structuring, in one call."""

from __future__ import annotations

from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.records import kinds
from hubatlas.records.folders import find, shown_path
from hubatlas.records.loading import Loader, Record
from hubatlas.records.problems import InvalidRecordsError, Problem

__all__ = ["InvalidRecordsError", "Problem", "check", "load"]


def load(content: Path, schema: Path) -> Directory:
    """The whole directory of the records below `content`; raises InvalidRecordsError with everything wrong in them."""
    tree = find(content)
    problems = list(tree.problems)
    loader = Loader(schema)
    records: dict[kinds.Kind, list[Record]] = {kind: [] for kind in kinds.KINDS}
    for file in tree.files:
        record, own = loader.load(file)
        problems += own
        if record is not None:
            records[file.kind].append(record)
    if not any(file.kind is kinds.NETWORK for file in tree.files):
        problems.append(Problem(shown_path(content / "network.yaml"), 1, 1, "the file is missing", "every network has one"))
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


def _directory(records: dict[kinds.Kind, list[Record]]) -> Directory:
    models = {kind: tuple(record.model for record in each) for kind, each in records.items()}
    return Directory(
        network=models[kinds.NETWORK][0],
        vocabularies={vocabulary.slug: vocabulary for vocabulary in models[kinds.VOCABULARY]},
        synonyms=tuple(group for groups in models[kinds.SYNONYMS] for group in groups),
        places=models[kinds.PLACE],
        organisations=models[kinds.ORGANISATION],
        hubs=models[kinds.HUB],
        services=models[kinds.SERVICE],
    )
