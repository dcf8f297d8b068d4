"""Cells that are safe in a spreadsheet, and can be turned back into what they were.

A spreadsheet runs a cell that looks like a formula. So a text that could be taken for one gets an apostrophe before
it, and so does a text that begins with an apostrophe or with space: to read a text column, take away one leading
apostrophe. Columns of numbers, dates and times never hold other text and are left alone.
"""

from __future__ import annotations

from datetime import date

from hubatlas.exports.kinds import Cell

_MARK = "'"
_FULL_WIDTH = ("\uff1d", "\uff0b", "\uff0d", "\uff20")  # the wide forms of = + - @, which spreadsheets also obey
_RISKY = ("=", "+", "-", "@", "|", "%", "\0", _MARK, *_FULL_WIDTH)
_BETWEEN = "; "


def csv_text(text: str) -> str:
    """The text as it stands in a CSV file: never taken for a formula, and given back unchanged by `csv_value`."""
    risky = text.startswith(_RISKY) or text[:1].isspace()  # some programs look behind leading space
    return _MARK + text if risky else text


def csv_value(cell: str) -> str:
    """The text that `csv_text` made the cell from."""
    return cell.removeprefix(_MARK)


def csv_cell(value: Cell) -> str:
    """The value as it stands in a CSV file: empty where it is not known; lists with a semicolon between."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case str():
            return csv_text(value)
    return csv_text(_BETWEEN.join(str(item) for item in value))
