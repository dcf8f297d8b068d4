"""Judges the shape of a record by its schema, and says what is wrong with it in plain words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema_rs

from hubatlas.records.findings import Finding
from hubatlas.records.formats import FAULTS, holds
from hubatlas.records.reading import Json
from hubatlas.records.schemas import Schema, bundled

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


class Checker:
    """Checks records of one kind. `jsonschema-rs` accepts; only what it refuses is given to `jsonschema` to explain."""

    def __init__(self, folder: Path, name: str) -> None:
        self.schema: Schema = bundled(folder, name)
        formats: dict[str, Callable[..., bool]] = {each: partial(holds, each) for each in FAULTS}
        judge = jsonschema_rs.Draft202012Validator(self.schema, formats=formats, validate_formats=True)
        self.accepts = judge.is_valid

    def findings(self, record: dict[str, Json]) -> list[Finding]:
        """Everything that is wrong with the shape of the record."""
        if self.accepts(record):
            return []
        from hubatlas.records.messages import explained  # noqa: PLC0415 - 80 ms that good records do without

        return explained(self.explaining.iter_errors(record), self.schema)

    @cached_property
    def explaining(self) -> Validator:
        """The slower validator that gives reasons."""
        from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - as above

        checker = FormatChecker(formats=())
        for name in FAULTS:
            checker.checks(name)(partial(_text_holds, name))
        return Draft202012Validator(self.schema, format_checker=checker)


def _text_holds(name: str, value: object) -> bool:
    return not isinstance(value, str) or holds(name, value)
