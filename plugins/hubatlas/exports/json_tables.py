"""Tables as typed JSON: the same rows as the CSV files, with numbers, lists and null, and what they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Cell, Export, Table


def json_export(table: Table[Any]) -> Export:
    """The table as an export in JSON."""
    return Export(
        address=urls.table(table.name, "json"),
        title=f"{table.title} (JSON)",
        description=table.description,
        media_type="application/json",
        files=partial(_files, table),
        table=table,
    )


def json_value(value: Cell) -> str | float | list[str] | None:
    """The value as JSON has it: dates as text, lists as lists."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _files(table: Table[Any], edition: Edition) -> Iterator[tuple[str, bytes]]:
    cells = table.cells(edition)
    rows = [dict(zip(table.columns, map(json_value, row), strict=True)) for row in cells]
    whole = {
        "title": table.title,
        "description": table.description,
        **envelope(edition),
        "csv": edition.whole_address(urls.table(table.name, "csv")),
        "columns": {
            header: {"type": column.type, "description": column.explained} for header, column in table.columns.items()
        },
        "count": len(rows),
        "rows": rows,
    }
    yield urls.table(table.name, "json"), json_bytes(whole)
