"""Plain words for what jsonschema refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsonschema import ValidationError

from hubatlas.records.findings import Finding
from hubatlas.records.schemas import Schema


def explained(errors: Iterable[ValidationError], schema: Schema) -> Iterator[Finding]:
    """What is wrong, one finding for each thing to put right."""
    for error in errors:
        yield Finding(tuple(error.absolute_path), error.message)
