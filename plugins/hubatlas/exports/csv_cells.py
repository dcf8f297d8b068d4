"""Values of our tables as cells of a CSV file, which are safe in a spreadsheet (see `hubatlas.cells`)."""

from __future__ import annotations

from collections.abc import Iterable

from hubatlas.cells import csv_list, csv_text
from hubatlas.exports.kinds import Cell


def csv_cell(value: Cell) -> str:
    """The value as it stands in a CSV file: empty where it is not known."""
    if isinstance(value, str):
        return csv_text(value)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return csv_list(str(item) for item in value) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def csv_row(values: Iterable[Cell]) -> list[str]:
    """The values of a row as cells.

    Most are text that begins with a letter or a digit, which stays as it is: a call for each would take longer.
    """
    return [value if type(value) is str and value[:1].isalnum() else csv_cell(value) for value in values]
