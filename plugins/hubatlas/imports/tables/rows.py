"""From the rows of a table to proposals, and to questions where a cell can mean more than one thing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.imports.proposals import Proposal
from hubatlas.imports.tables.mapping import IGNORE, PLACEHOLDER, TableMapping
from hubatlas.imports.tables.paths import property_at, put
from hubatlas.imports.tables.sheets import Row, Table
from hubatlas.imports.tables.values import QuestionError, value_of
from hubatlas.records.folders import slug_like
from hubatlas.records.schemas import Schema, bundled

QUESTIONS = "open_questions"
_LONGEST_QUESTION = 250


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What a table proposes, and what a person has to look at."""

    proposals: tuple[Proposal, ...]
    questions: tuple[str, ...]


def proposals_of(table: Table, mapping: TableMapping, schema: Path) -> ReadTable:
    """A proposal for each row. What is not sure is left out, and asked in the record's own open questions as well."""
    whole = bundled(schema, mapping.kind)
    asks = QUESTIONS in whole["properties"]
    proposals, questions = [], list(table.remarks)
    used = mapping.columns.keys() | mapping.ignored
    unused = [each for each in table.headings if each not in used and not _mentions(mapping, each)]
    if unused and not mapping.exact:
        questions.append(f"These columns are not used: {', '.join(unused)}.")
    for row in table.rows:
        record, asked = _record(row, mapping, whole)
        if asks and asked:
            record[QUESTIONS] = [*record.get(QUESTIONS, []), *(each[:_LONGEST_QUESTION] for each in asked)]
        name = _filled(mapping.file, row.cells) if mapping.file else record.get("name")
        slug = (name or "") if mapping.exact else slug_like(str(name or ""))
        origin = f"row {row.number}"
        proposals.append(Proposal(kind=mapping.kind, slug=slug, record=record, origin=origin))
        questions += (f"{origin}: {each}" for each in asked)
    return ReadTable(tuple(proposals), tuple(questions))


def _record(row: Row, mapping: TableMapping, whole: Schema) -> tuple[dict[str, Any], list[str]]:
    record: dict[str, Any] = {}
    asked = []
    for path, stated in mapping.fixed.items():
        value = _filled(stated, row.cells) if isinstance(stated, str) else stated
        if value is not None:
            put(record, path, _listed(value, property_at(whole, path)))
    for heading, column in mapping.columns.items():
        text = row.cells.get(heading)
        stated = property_at(whole, column.to)
        if text is None or stated is None or column.to == IGNORE:
            continue
        try:
            value = value_of(text, column.to, stated, column, exact=mapping.exact)
            if value is not None:
                put(record, column.to, value)
        except QuestionError as error:
            asked.append(f"{heading}: {error}.")
    return record, asked


def _listed(value: Any, stated: Schema | None) -> Any:  # noqa: ANN401 - a JSON value
    """A fixed value of a property that takes several, as a list."""
    return [value] if stated is not None and stated.get("type") == "array" and not isinstance(value, list) else value


def _filled(pattern: str | None, cells: Mapping[str, str]) -> str | None:
    """The pattern with what the row says in place of the columns in braces; None where it does not say all of them."""
    if pattern is None or any(heading not in cells for heading in PLACEHOLDER.findall(pattern)):
        return None
    return PLACEHOLDER.sub(lambda found: cells[found[1]], pattern)


def _mentions(mapping: TableMapping, heading: str) -> bool:
    patterns = (mapping.file, *mapping.fixed.values())
    return any(isinstance(each, str) and f"{{{heading}}}" in each for each in patterns)
