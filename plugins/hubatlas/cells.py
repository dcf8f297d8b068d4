"""Cells that are safe in a spreadsheet, and can be turned back into what they were.

A spreadsheet runs a cell that looks like a formula. So a text that could be taken for one gets an apostrophe before
it, and so does a text that begins with an apostrophe or with space: to read a text column, take away one leading
apostrophe. Columns of numbers, dates and times never hold other text and are left alone.

In a list a semicolon and a space stand between the items, and a semicolon within an item is doubled.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

LONGEST_CELL = 200_000

_MARK = "'"
_FULL_WIDTH = ("\uff1d", "\uff0b", "\uff0d", "\uff20")  # the wide forms of = + - @, which spreadsheets also obey
_RISKY = frozenset(("=", "+", "-", "@", "|", "%", "\0", _MARK, *_FULL_WIDTH))
_BETWEEN = "; "
_IN_LIST = re.compile(r";;|; ?|.", re.DOTALL)


def csv_text(text: str) -> str:
    """The text as it stands in a CSV file: never taken for a formula, and given back unchanged by `csv_value`."""
    first = text[:1]
    return _MARK + text if first in _RISKY or first.isspace() else text  # some programs look behind leading space


def csv_value(cell: str) -> str:
    """The text that `csv_text` made the cell from."""
    return cell.removeprefix(_MARK)


def is_marked(cell: str) -> bool:
    """Whether the cell, which may be anybody's, begins with an apostrophe in the way that `csv_text` puts one."""
    return cell.startswith(_MARK) and csv_text(csv_value(cell)) == cell


def csv_list(items: Iterable[str]) -> str:
    """The items as they stand in a CSV file; `csv_items` gives them back."""
    return csv_text(list_text(items))


def list_text(items: Iterable[str]) -> str:
    """The items as one text; `list_items` gives them back."""
    return _BETWEEN.join(item.replace(";", ";;") for item in items)


def csv_items(cell: str) -> tuple[str, ...]:
    """The items that `csv_list` made the cell from; an empty cell is an empty list."""
    return list_items(csv_value(cell))


def list_items(text: str) -> tuple[str, ...]:
    """The items that `list_text` made the text from; where somebody typed it, the space after a semicolon may lack."""
    items = [""]
    for part in _IN_LIST.findall(text):
        if part in {_BETWEEN, ";"}:
            items.append("")
        else:
            items[-1] += ";" if part == ";;" else part
    return tuple(items) if text else ()


def csv_rows(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    """The rows of a CSV file, headings included. Raises csv.Error where a cell is longer than LONGEST_CELL letters."""
    csv.field_size_limit(LONGEST_CELL)  # one limit for the whole process, so it is the same for all who read
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
