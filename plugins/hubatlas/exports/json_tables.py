"""Tables as typed JSON: the same rows as the CSV files, with numbers, lists and null, and what they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Export, Table


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


def _files(table: Table[Any], edition: Edition) -> Iterator[tuple[str, bytes]]:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.cells(edition)]
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
