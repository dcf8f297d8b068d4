"""Reading a table from a CSV file or a workbook: headings and texts, nothing that runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from hubatlas.cells import csv_rows, csv_value, is_marked
from hubatlas.frozen import dataclass

MOST_BYTES = 50_000_000
MOST_UNPACKED = 500_000_000
MOST_ROWS = 100_000
WORKBOOKS = frozenset((".xlsx", ".xlsm"))
_DELIMITERS = ",;\t|"


class TableError(Exception):
    """The table cannot be read. The message is a plain sentence or two for whoever has it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, counted as a spreadsheet does, and its texts by heading; no empty ones."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's headings, its rows, and what a person should know of how it was read."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def read_table(path: Path, sheet: str | None = None) -> Table:
    """The table in a CSV or XLSX file; of a workbook the named sheet, else the first. Raises TableError."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise TableError(f"{path} cannot be opened: {error.strerror or 'it is not there'}.") from None
    if size > MOST_BYTES:
        raise TableError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB. Take out what is not needed.")
    if path.suffix.lower() in WORKBOOKS:
        return _table(_workbook_rows(path, sheet), ())
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        text, remarks = _decoded(path)
        return _table(_csv_rows(text), remarks)
    raise TableError(f"{path} is neither a CSV file nor an Excel workbook (.xlsx). Save it as one of these.")


def _table(rows: Iterator[Sequence[str]], remarks: tuple[str, ...]) -> Table:
    """The rows under their headings, which are the first row that is not empty."""
    numbered = ((number, row) for number, row in enumerate(rows, start=1) if any(row))
    _, headings = next(numbered, (0, ()))
    named = [heading for heading in headings if heading]
    if not named:
        raise TableError("The table is empty.")
    twice = sorted({heading for heading in named if named.count(heading) > 1})
    if twice:
        raise TableError(f'Two columns have the heading "{twice[0]}". Rename one of them.')
    found: list[Row] = []
    for number, row in numbered:
        if len(found) == MOST_ROWS:
            raise TableError(f"The table has more than {MOST_ROWS:,} rows. Import it in parts.")
        cells = zip(headings, row, strict=False)
        found.append(Row(number, {heading: cell for heading, cell in cells if heading and cell}))
    return Table(tuple(named), tuple(found), remarks)


def _decoded(path: Path) -> tuple[str, tuple[str, ...]]:
    source = path.read_bytes()
    try:
        return source.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        remark = f"{path.name} is not UTF-8 text, so it was read as Windows text (cp1252): look at accents and dashes."
        return source.decode("cp1252", "replace"), (remark,)


def _csv_rows(text: str) -> Iterator[list[str]]:
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        for row in csv_rows(text, delimiter):
            yield [csv_value(cell) if is_marked(cell) else cell.strip() for cell in row]
    except csv.Error as error:
        raise TableError(f"The CSV file cannot be read: {error}.") from None


def _workbook_rows(path: Path, sheet: str | None) -> Iterator[list[str]]:
    _refuse_bomb(path)
    from openpyxl import load_workbook  # noqa: PLC0415 - only workbooks need it

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        names = book.sheetnames
    except Exception as error:
        raise TableError(f"{path} cannot be read as an Excel workbook. Open it, and save it again as .xlsx.") from error
    try:
        if sheet is not None and sheet not in names:
            raise TableError(f'There is no sheet "{sheet}"; the sheets are {", ".join(names)}.')
        yield from _texts(book[names[0] if sheet is None else sheet].iter_rows(values_only=True))
    finally:
        book.close()


def _refuse_bomb(path: Path) -> None:
    """Raise TableError for what is no packed file, or would be far larger unpacked than any table."""
    try:
        with ZipFile(path) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
    except (BadZipFile, OSError):
        raise TableError(f"{path} is not an Excel workbook, whatever its name says. Save it again as .xlsx.") from None
    if unpacked > MOST_UNPACKED:
        raise TableError(f"{path} unpacks to more than {MOST_UNPACKED // 1_000_000} MB.")


def _texts(rows: Iterable[Iterable[Any]]) -> Iterator[list[str]]:
    for row in rows:
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    """The value of a cell as somebody would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime | time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
