"""Tables as people have them: read as text, whatever made them, and refused in plain words where they are none."""

from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from hubatlas.imports.tables import sheets
from hubatlas.imports.tables.sheets import TableError, read_table


def table(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def cells(path: Path) -> list[dict[str, str]]:
    return [row.cells for row in read_table(path).rows]


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfName,Town\r\nCaf\xc3\xa9,Bath\r\n", b"Name;Town\nCaf\xc3\xa9;Bath\n"]
)
def test_marks_and_semicolons_of_spreadsheet_programs_are_understood(tmp_path: Path, content: bytes) -> None:
    assert cells(table(tmp_path / "t.csv", content)) == [{"Name": "Café", "Town": "Bath"}]


def test_windows_text_is_read_and_that_is_said(tmp_path: Path) -> None:
    read = read_table(table(tmp_path / "t.csv", b"Name\nCaf\xe9\n"))
    assert read.rows[0].cells == {"Name": "Café"}
    assert "cp1252" in read.remarks[0]


def test_rows_keep_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    read = read_table(table(tmp_path / "t.csv", b"\nName,Town\n\n,\nMill,\n"))
    assert [(row.number, row.cells) for row in read.rows] == [(5, {"Name": "Mill"})]


def test_the_mark_of_safe_cells_is_taken_away_and_no_other_apostrophe(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", b"A,B,C\n'=1+1,'Arry's,'' quoted\n")
    assert cells(path) == [{"A": "=1+1", "B": "'Arry's", "C": "' quoted"}]


def test_cells_of_a_workbook_are_what_somebody_would_type(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Number", "Day", "Moment", "Time", "Yes", "Formula", "Text"])
    sheet.append(
        [1632960001.0, date(2026, 3, 1), datetime.fromisoformat("2026-03-01T09:30"), time(9), True, "=1+1", "  a\nb "]
    )
    book.save(tmp_path / "t.xlsx")
    assert cells(tmp_path / "t.xlsx") == [
        {
            "Number": "1632960001",
            "Day": "2026-03-01",
            "Moment": "2026-03-01T09:30",
            "Time": "09:00",
            "Yes": "yes",
            "Text": "a\nb",
        }
    ]  # a formula without the value that a spreadsheet worked out is empty


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Hubs").append(["Name"])
    book["Hubs"].append(["Mill"])
    book.save(tmp_path / "t.xlsx")
    assert [row.cells for row in read_table(tmp_path / "t.xlsx", "Hubs").rows] == [{"Name": "Mill"}]
    with pytest.raises(TableError, match='no sheet "Hub"; the sheets are Sheet, Hubs'):
        read_table(tmp_path / "t.xlsx", "Hub")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("t.csv", b"", "is empty"),
        ("t.csv", b"Name,Name\nx,y\n", 'Two columns have the heading "Name"'),
        ("t.csv", b'Name\n"' + b"x" * 300_000 + b'"\n', "cannot be read"),
        ("t.xlsx", b"Name,Town\n", "is not an Excel workbook"),
        ("t.ods", b"x", "is neither a CSV file nor an Excel workbook"),
    ],
)
def test_what_is_no_table_is_explained(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(TableError, match=said):
        read_table(table(tmp_path / name, content))


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be opened: No such file"):
        read_table(tmp_path / "t.csv")


def test_a_zip_of_something_else_is_explained(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "t.xlsx", "w") as packed:
        packed.writestr("x.txt", "x")
    with pytest.raises(TableError, match="cannot be read as an Excel workbook"):
        read_table(tmp_path / "t.xlsx")


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1000)
    with ZipFile(tmp_path / "t.xlsx", "w", ZIP_DEFLATED) as packed:
        packed.writestr("x.txt", "x" * 2000)
    with pytest.raises(TableError, match="unpacks to more than"):
        read_table(tmp_path / "t.xlsx")
