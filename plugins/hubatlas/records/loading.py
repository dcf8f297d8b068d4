"""From files to records: each is read, checked and structured by itself, or taken from a cache if unchanged."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

import yaml

from hubatlas.records import boundaries, folders, kinds, postcodes, reading, rules
from hubatlas.records.checking import Checker
from hubatlas.records.findings import Finding
from hubatlas.records.folders import RecordFile
from hubatlas.records.kinds import Kind
from hubatlas.records.positions import Positions, locate
from hubatlas.records.problems import Problem
from hubatlas.records.schemas import bundled
from hubatlas.records.source_rules import FactGroups, fact_groups
from hubatlas.records.structuring import structure

_MOST_BYTES = {kinds.BOUNDARIES: boundaries.MOST_BYTES, kinds.POSTCODES: postcodes.MOST_BYTES}


class Cache(Protocol):
    """Where models of records without problems may be kept between runs, such as a dict.

    A key stands for the bytes of the record, its kind and name, the schemas and the code, so that what is kept under a
    key never goes out of date; anything may be dropped from it at any time.
    """

    def get(self, key: str, /) -> object | None:
        """What was kept under the key, or None."""

    def __setitem__(self, key: str, model: object, /) -> None:
        """Keep the model under the key."""


@dataclass(frozen=True)
class Record:
    """A file that was read. `model` is a type of `hubatlas.model` or `.network`, or None where its shape is too wrong.

    It is `whole` unless parts whose shape is wrong were left aside, so that what is wrong with the others is told too;
    `assumed` are then the properties that it needs and lacks, for which the model has something made up.
    `version` tells what it holds apart from what it could hold; "" where nothing is kept.
    """

    file: RecordFile
    source: bytes
    model: Any
    whole: bool = True
    version: str = ""
    assumed: frozenset[str] = frozenset()

    @cached_property
    def positions(self) -> Positions:
        """Where everything stands in the file."""
        return locate(self.source)

    def may_say(self, finding: Finding) -> bool:
        """Whether what was found in the model is so of the record itself, also where parts of it were left aside."""
        return (self.whole or not finding.of_absence) and self.assumed.isdisjoint(finding.where[:1])

    def problem(self, finding: Finding) -> Problem:
        """The finding as a problem of this file."""
        line, column = (self.positions.name if finding.at_name else self.positions.value)(finding.where)
        return Problem(self.file.shown, line, column, finding.message, finding.hint)


class Loader:
    """Loads files one by one."""

    def __init__(self, schema: Path, kept: Cache | None = None) -> None:
        self._schema = schema
        self._kept = kept
        self._checkers: dict[str, Checker] = {}

    def load(self, file: RecordFile) -> tuple[Record | None, list[Problem]]:
        """The record of that file and what is wrong with it by itself; None where it cannot be read at all."""
        try:
            return self._loaded(file, folders.read_bytes(file.path, _MOST_BYTES.get(file.kind, reading.MOST_BYTES)))
        except OSError as error:
            reason = error.strerror or "it is not a file"
            return None, [Problem(file.shown, 1, 1, f"this cannot be opened: {reason}", "put a plain file here")]
        except reading.UnreadableError as error:
            return None, [Problem(file.shown, each.line, each.column, each.message, each.hint) for each in error.faults]

    def version(self, kind: Kind, slug: str, source: bytes) -> object | None:
        """The model of an earlier version of a record.

        Where today's schema does not allow it, what it held, as a dict of JSON types; None where it cannot be read.
        """
        try:
            record, _ = self._loaded(RecordFile(kind, slug, Path(slug), slug), source)
            return record.model if record.whole and record.model is not None else reading.read(source)
        except reading.UnreadableError:
            return None

    def _loaded(self, file: RecordFile, source: bytes) -> tuple[Record, list[Problem]]:
        if file.kind is kinds.PROSE:
            version = "" if self._kept is None else self._key(file, source)
            return Record(file, source, reading.decoded(source), version=version), []
        if self._kept is None:
            return self._checked(file, source)
        key = self._key(file, source)
        model = self._kept.get(key)
        if model is not None:
            return Record(file, source, model, version=key), []
        record, problems = self._checked(file, source)
        if not problems:
            self._kept[key] = record.model
        return replace(record, version=key), problems

    def _checked(self, file: RecordFile, source: bytes) -> tuple[Record, list[Problem]]:
        if file.kind is kinds.BOUNDARIES:
            return Record(file, source, boundaries.read(source)), []
        if file.kind is kinds.POSTCODES:
            return Record(file, source, postcodes.read(file.slug, source)), []
        data = reading.read(source)
        checker = self._checker(file)
        findings = checker.findings(data)
        sound, assumed = checker.without(data, findings), frozenset[str]()
        if sound is None:
            with suppress(LookupError):
                sound, assumed = checker.completed(data, findings)
        model = None if sound is None else _structured(file, sound)
        record = Record(file, source, model, whole=sound is data, assumed=assumed)
        if sound is not None:
            groups = FactGroups(fact_groups(checker.schema), self._groups)
            findings += filter(record.may_say, rules.findings(sound, model, groups))
        return record, [record.problem(finding) for finding in findings]

    def _checker(self, file: RecordFile) -> Checker:
        name = file.kind.name
        if name not in self._checkers:
            self._checkers[name] = Checker(self._schema, name)
        return self._checkers[name]

    @cached_property
    def _groups(self) -> tuple[str, ...]:
        schemas = (bundled(self._schema, kind.name) for kind in kinds.KINDS if kind is not kinds.PROSE)
        return tuple(sorted({group for schema in schemas for group in fact_groups(schema).values()}))

    def _key(self, file: RecordFile, source: bytes) -> str:
        parts = (self._version.encode(), file.kind.name.encode(), file.slug.encode(), source)
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    @cached_property
    def _version(self) -> str:
        """What else, besides the record, decides how it is read: the schemas, this package and the packages it uses."""
        digest = hashlib.sha256(_code_version().encode())
        for path in sorted(self._schema.glob("*.schema.json")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()


def _structured(file: RecordFile, data: dict[str, Any]) -> object:
    model = file.kind.model
    if model is None:
        return tuple(map(tuple, data["groups"]))
    return structure({"slug": file.slug, **data} if file.kind.folder else data, model)


@cache
def _code_version() -> str:
    digest = hashlib.sha256()
    here = Path(__file__).resolve().parent
    for path in sorted((*here.glob("*.py"), *(here.parent / "model").glob("*.py"), here.parent / "network.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    # The name of each of these folders ends in a version; to ask for versions one by one takes 50 ms.
    for package in sorted(Path(yaml.__file__).resolve().parents[1].glob("*.dist-info")):
        digest.update(f"{package.name}\0".encode())
    return digest.hexdigest()
