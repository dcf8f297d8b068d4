"""Judges the shape of a record by its schema, and says what is wrong with it in plain words."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from hubatlas.records.findings import Finding
from hubatlas.records.formats import FAULTS, holds
from hubatlas.records.positions import Where
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

    def without(self, record: dict[str, Json], findings: Sequence[Finding]) -> dict[str, Json] | None:
        """The record without the parts that the findings are about; None where what is left is no good record."""
        if not findings:
            return record
        places = {finding.where for finding in findings}
        for depth in (None, 1):  # just the parts at fault, or else the whole properties that they are in
            sound = copy.deepcopy(record)
            for where in sorted({place[:depth] for place in places}, key=_last_first, reverse=True):
                _take_out(sound, where)
            if self.accepts(sound):
                return sound
        return None

    @cached_property
    def explaining(self) -> Validator:
        """The slower validator that gives reasons."""
        from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - as above

        checker = FormatChecker(formats=())
        for name in FAULTS:
            checker.checks(name)(partial(_text_holds, name))
        return Draft202012Validator(self.schema, format_checker=checker)


def _last_first(where: Where) -> tuple[tuple[int, str | int], ...]:
    """Orders places so that taking one out does not move the next."""
    return tuple((isinstance(step, int), step) for step in where)


def _take_out(record: dict[str, Json], where: Where) -> None:
    """Delete what stands there, if anything still does, and the list or group that this leaves empty."""
    if not where:
        return
    part: Any = record
    with suppress(KeyError, IndexError, TypeError):  # gone already, or never there
        for step in where[:-1]:
            part = part[step]
        del part[where[-1]]
        if not part:
            _take_out(record, where[:-1])


def _text_holds(name: str, value: object) -> bool:
    return not isinstance(value, str) or holds(name, value)
