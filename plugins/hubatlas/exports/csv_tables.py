"""Tables as CSV: RFC 4180, UTF-8, one header row, every cell quoted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from typing import Any

from hubatlas import urls
from hubatlas.exports.csv_cells import csv_row
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Export, Table


def csv_export(table: Table[Any]) -> Export:
    """The table as an export in CSV."""
    return Export(
        address=urls.table(table.name, "csv"),
        title=f"{table.title} (CSV)",
        description=table.description,
        media_type="text/csv; charset=utf-8; header=present",
        files=partial(_files, table),
        table=table,
    )


def _files(table: Table[Any], edition: Edition) -> Iterator[tuple[str, bytes]]:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(map(csv_row, table.cells(edition)))
    yield urls.table(table.name, "csv"), text.getvalue().encode()
