"""The small file that says which column of a table goes to which property of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.imports.proposals import Source
from hubatlas.imports.tables.paths import FILE, property_at, suggestion
from hubatlas.records.checking import Checker
from hubatlas.records.corrections import nearest
from hubatlas.records.findings import Finding
from hubatlas.records.folders import read_bytes, shown_path
from hubatlas.records.positions import locate
from hubatlas.records.problems import Problem, quoted
from hubatlas.records.reading import MOST_BYTES, UnreadableError, read
from hubatlas.records.schemas import Schema, bundled
from hubatlas.records.structuring import partial_date

IGNORE = "ignore"
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class MappingError(Exception):
    """The mapping cannot be used; `problems` say why, each with its line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Where a column goes. `separator` is what stands between several values, None for the usual semicolon."""

    to: str
    separator: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """How the rows of a table become records; columns that are `ignored` are left out on purpose.

    `fixed` are properties that every record gets, by path; `file` is the pattern that files are named after, None for
    the record's name. With `exact`, texts are taken as they are, as in a table that was made of records.
    """

    kind: str
    source: Source
    columns: Mapping[str, ColumnMapping]
    ignored: frozenset[str] = frozenset()
    fixed: Mapping[str, Any] = field(default_factory=dict)
    file: str | None = None
    exact: bool = False


def read_mapping(path: Path, headings: Iterable[str], schema: Path) -> TableMapping:
    """The mapping in a YAML file, for a table with these headings; raises MappingError with everything wrong in it."""
    shown = shown_path(path)
    try:
        source = read_bytes(path, MOST_BYTES)
        record: Any = read(source)
    except OSError as error:
        problem = Problem(shown, 1, 1, f"this cannot be opened: {error.strerror or error}", "name a mapping file")
        raise MappingError([problem]) from None
    except UnreadableError as error:
        faults = (Problem(shown, each.line, each.column, each.message, each.hint) for each in error.faults)
        raise MappingError(faults) from None
    checker = Checker(schema, "mapping")
    findings = checker.findings(record)
    sound = checker.without(record, findings)
    if sound is not None:  # what is wrong with the rest of it is told at the same time
        findings += _findings(sound, tuple(headings), bundled(schema, str(sound["kind"])))
    if findings:
        positions = locate(source)
        raise MappingError(_problem(shown, finding, positions) for finding in findings)
    as_of = record.get("as_of")
    return TableMapping(
        kind=record["kind"],
        source=Source(name=record["source"], url=record.get("url"), as_of=None if as_of is None else str(as_of)),
        columns={heading: _column(stated) for heading, stated in record["columns"].items() if stated != IGNORE},
        ignored=frozenset(heading for heading, stated in record["columns"].items() if stated == IGNORE),
        fixed=record.get("fixed", {}),
        file=record.get("file"),
    )


def headed_mapping(headings: Iterable[str], kind: str, source: Source, schema: Path) -> TableMapping:
    """The mapping of a table whose headings are properties, such as one made from the template or from records.

    Raises MappingError where a heading is no property.
    """
    whole = bundled(schema, kind)
    unknown = [heading for heading in headings if heading != FILE and property_at(whole, heading) is None]
    if unknown:
        message = f"no {kind} has a property {{}}"
        raise MappingError(
            Problem("the table", 1, 1, message.format(quoted(each)), suggestion(whole, each)) for each in unknown
        )
    columns = {heading: ColumnMapping(to=heading) for heading in headings if heading != FILE}
    exact = FILE in headings
    return TableMapping(kind=kind, source=source, columns=columns, file=f"{{{FILE}}}" if exact else None, exact=exact)


def _findings(record: Any, headings: tuple[str, ...], whole: Schema) -> Iterator[Finding]:  # noqa: ANN401 - JSON that its schema accepts
    """Columns that the table lacks, properties that the kind of record lacks, and dates that no calendar has."""
    kind, columns, fixed = record["kind"], record["columns"], record.get("fixed", {})
    yield from (_no_column(("columns", each), each, headings, at_name=True) for each in columns if each not in headings)
    for where, pattern in ((("file",), record.get("file")), *((("fixed", path), text) for path, text in fixed.items())):
        yield from (_no_column(where, each, headings) for each in _named(pattern) if each not in headings)
    yield from (
        _no_property(("fixed", path), path, kind, whole, at_name=True)
        for path in fixed
        if property_at(whole, path) is None
    )
    for heading, stated in columns.items():
        path = _column(stated).to
        if path != IGNORE and property_at(whole, path) is None:
            yield _no_property(("columns", heading), path, kind, whole)
    try:
        partial_date(record.get("as_of", "2026"))
    except ValueError:
        yield Finding(("as_of",), "the calendar has no such date", "write it as 2026, 2026-10 or 2026-10-31")


def _named(pattern: object) -> list[str]:
    """The columns that a pattern names in braces."""
    return PLACEHOLDER.findall(pattern) if isinstance(pattern, str) else []


def _no_column(where: tuple[str, ...], heading: str, headings: tuple[str, ...], *, at_name: bool = False) -> Finding:
    near = nearest(heading, headings)
    hint = f"did you mean {near}?" if near else f"its columns are {', '.join(headings[:8])}"
    return Finding(where, f"the table has no column {quoted(heading)}", hint, at_name)


def _no_property(where: tuple[str, ...], path: str, kind: str, whole: Schema, *, at_name: bool = False) -> Finding:
    return Finding(where, f"no {kind} has a property {quoted(path)}", suggestion(whole, path), at_name)


def _column(stated: Any) -> ColumnMapping:  # noqa: ANN401 - JSON that its schema accepts
    if isinstance(stated, str):
        return ColumnMapping(to=stated)
    return ColumnMapping(to=stated["to"], separator=stated.get("separator"), values=stated.get("values", {}))


def _problem(shown: str, finding: Finding, positions: Any) -> Problem:  # noqa: ANN401
    line, column = (positions.name if finding.at_name else positions.value)(finding.where)
    return Problem(shown, line, column, finding.message, finding.hint)
