"""The usual layout of every record of a content folder, beside the one it has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from hubatlas.frozen import dataclass
from hubatlas.records import kinds
from hubatlas.records.folders import RecordFile, find, read_bytes
from hubatlas.records.formatting import formatted
from hubatlas.records.problems import Problem
from hubatlas.records.reading import MOST_BYTES, UnreadableError
from hubatlas.records.schemas import Schema, bundled


@dataclass(frozen=True, slots=True)
class Layout:
    """A record file as it is and as it should be; both are the same where the file is right or cannot be read."""

    path: Path
    shown: str
    present: bytes
    usual: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether writing would change the file."""
        return self.present != self.usual

    def write(self) -> None:
        """Put the usual layout in place of the present one, in one step."""
        unfinished = self.path.with_suffix(".part")
        unfinished.write_bytes(self.usual)
        unfinished.chmod(self.path.stat().st_mode)
        os.replace(unfinished, self.path)  # noqa: PTH105 - says that it replaces


def layouts(content: Path, schema: Path) -> Iterator[Layout]:
    """One for every record below the content folder; pages of prose are left as they are."""
    schemas: dict[str, Schema] = {}
    for file in find(content).files:
        if file.kind is not kinds.PROSE:
            name = file.kind.name
            if name not in schemas:
                schemas[name] = bundled(schema, name)
            yield _layout(file, schemas[name])


def _layout(file: RecordFile, schema: Schema) -> Layout:
    present = read_bytes(file.path, MOST_BYTES)
    try:
        return Layout(file.path, file.shown, present, formatted(present, schema))
    except UnreadableError as error:
        problems = tuple(Problem(file.shown, each.line, each.column, each.message, each.hint) for each in error.faults)
        return Layout(file.path, file.shown, present, present, problems)
