"""From a content folder to its records: each read, checked and structured by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from hubatlas.records import folders, positions, reading
from hubatlas.records.checking import Checker
from hubatlas.records.findings import Finding
from hubatlas.records.folders import RecordFile
from hubatlas.records.problems import Problem
from hubatlas.records.structuring import structure


@dataclass(frozen=True)
class Record:
    """A record file that was read; `model` is None where its shape is wrong."""

    file: RecordFile
    source: bytes
    model: Any

    @cached_property
    def positions(self) -> positions.Positions:
        """Where everything stands in the file."""
        return positions.locate(self.source)

    def problem(self, finding: Finding) -> Problem:
        """The finding as a problem of this file."""
        place = self.positions.name if finding.at_name else self.positions.value
        line, column = place(finding.where)
        return Problem(self.file.shown, line, column, finding.message, finding.hint)


class Loader:
    """Loads record files one by one."""

    def __init__(self, schema: Path) -> None:
        self._schema = schema
        self._checkers: dict[str, Checker] = {}

    def load(self, file: RecordFile) -> tuple[Record | None, tuple[Problem, ...]]:
        """The record of that file and what is wrong with it by itself; None where it cannot be read at all."""
        try:
            source = folders.read_bytes(file.path, reading.MOST_BYTES)
            data = reading.read(source)
        except OSError as error:
            reason = error.strerror or "this is not a plain file"
            return None, (Problem(file.shown, 1, 1, f"the file cannot be opened: {reason}"),)
        except reading.UnreadableError as error:
            return None, tuple(
                Problem(file.shown, each.line, each.column, each.message, each.hint) for each in error.complaints
            )
        findings = tuple(self._findings(file, data))
        model = None if findings else self._structured(file, data)
        record = Record(file, source, model)
        return record, tuple(map(record.problem, findings))

    def _findings(self, file: RecordFile, data: object) -> Iterator[Finding]:
        name = file.kind.schema
        if name not in self._checkers:
            self._checkers[name] = Checker(self._schema, name)
        return self._checkers[name].findings(data)

    @staticmethod
    def _structured(file: RecordFile, data: dict[str, Any]) -> Any:  # noqa: ANN401
        if file.kind.model is None:
            return tuple(map(tuple, data["groups"]))
        if file.kind.folder is None:
            return structure(data, file.kind.model)
        return structure({"slug": file.slug, **data}, file.kind.model)
