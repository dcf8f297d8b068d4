"""Judges the shape of a record by its schema, and says what is wrong with it in plain words."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from hubatlas.records.findings import Finding
from hubatlas.records.formats import FAULTS, holds
from hubatlas.records.positions import Where
from hubatlas.records.reading import Json
from hubatlas.records.schemas import Schema, bundled, resolved

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

_FOR_ITSELF = frozenset({"name", "title", "summary", "text", "definition", "unit", "provenance"})
"""What a record says that no other record is held against."""


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
        return next(filter(self.accepts, _left(record, findings)), None)

    def completed(self, record: dict[str, Json], findings: Sequence[Finding]) -> tuple[dict[str, Json], frozenset[str]]:
        """As `without`, with the schema's examples of what is needed and is not there, and the names of these.

        That way what is wrong with the rest can be told as well. Raises LookupError where even so it is no good record,
        or where something is missing that other records are held against.
        """
        for sound in _left(record, findings):
            names = frozenset(self.schema.get("required", ())) - sound.keys()
            if names <= _FOR_ITSELF:
                properties = {name: resolved(self.schema, self.schema["properties"][name]) for name in names}
                whole = sound | {name: each["examples"][0] for name, each in properties.items()}
                if self.accepts(whole):
                    return whole, names
        raise LookupError("nothing can be told of the rest of the record")

    @cached_property
    def explaining(self) -> Validator:
        """The slower validator that gives reasons."""
        from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - as above

        checker = FormatChecker(formats=())
        for name in FAULTS:
            checker.checks(name)(partial(_text_holds, name))
        return Draft202012Validator(self.schema, format_checker=checker)


def _left(record: dict[str, Json], findings: Sequence[Finding]) -> Iterator[dict[str, Json]]:
    """What is left without the parts that the findings are about, or else without the whole properties they are in."""
    places = {finding.where for finding in findings}
    for depth in (None, 1):
        sound = copy.deepcopy(record)
        for where in sorted({place[:depth] for place in places}, key=_last_first, reverse=True):
            _take_out(sound, where)
        yield sound


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
