"""Judges the shape of a record by its schema, and says what is wrong with it in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from hubatlas.records.formats import FORMATS
from hubatlas.records.findings import Finding
from hubatlas.records.schemas import Schema, bundled

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


class Checker:
    """Checks records of one kind. `jsonschema-rs` accepts; only what it refuses is given to `jsonschema` to explain."""

    def __init__(self, folder: Path, name: str) -> None:
        self.schema: Schema = bundled(folder, name)
        self._accepts = jsonschema_rs.Draft202012Validator(
            self.schema, formats=dict(FORMATS), validate_formats=True
        ).is_valid

    def accepts(self, record: object) -> bool:
        """Whether the record has the shape that its schema describes."""
        return self._accepts(record)

    def findings(self, record: object) -> Iterator[Finding]:
        """Everything that is wrong with the shape of the record."""
        if not self._accepts(record):
            from hubatlas.records.messages import explained  # noqa: PLC0415 - as below

            yield from explained(self._explaining.iter_errors(record), self.schema)

    @cached_property
    def _explaining(self) -> Validator:
        from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - 80 ms that good records do without

        checker = FormatChecker(formats=())
        for name, holds in FORMATS.items():
            checker.checks(name)(_of_text(holds))
        return Draft202012Validator(self.schema, format_checker=checker)


def _of_text(holds: Any) -> Any:  # noqa: ANN401
    return lambda value: not isinstance(value, str) or holds(value)
