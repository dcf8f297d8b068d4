"""CSV cells run nothing in a spreadsheet, and give back what they were made from."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubatlas.cells import csv_items, csv_list, csv_text, csv_value
from hubatlas.exports.csv_cells import csv_cell
from hubatlas.exports.kinds import Cell

RISKY = ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"]


@pytest.mark.parametrize("start", RISKY)
@pytest.mark.parametrize("before", ["", " ", "  \n", "\xa0"])
def test_no_text_that_a_spreadsheet_could_run_stands_as_it_is(before: str, start: str) -> None:
    text = f"{before}{start}cmd|' /C calc'!A0"
    assert csv_text(text) == f"'{text}"
    assert csv_value(csv_text(text)) == text


@pytest.mark.parametrize("text", ["", "Old Mill", "a=b", "PL1 1AA", "0808 157 0123", "Carers’ group", "12-14"])
def test_ordinary_text_stands_as_it_is(text: str) -> None:
    assert csv_text(text) == text


@given(st.text())
def test_any_text_comes_back_through_a_csv_file(text: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([csv_text(text)])
    [[cell]] = csv.reader(io.StringIO(written.getvalue(), newline=""), strict=True)
    assert csv_value(cell) == text


@given(st.text(st.sampled_from("=+-@'\t\r\n a1"), max_size=6))
def test_texts_made_of_risky_signs_never_begin_with_one_and_come_back(text: str) -> None:
    cell = csv_text(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert csv_value(cell) == text


@given(st.lists(st.text(st.sampled_from("; '=ab"), min_size=1), max_size=4))
def test_any_list_comes_back_item_by_item(items: list[str]) -> None:
    assert csv_items(csv_list(items)) == tuple(items)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-4.1422, "-4.1422"),
        (date(2026, 12, 24), "2026-12-24"),
        ((), ""),
        (("money", "company"), "money; company"),
        (("=1+1", "x"), "'=1+1; x"),
        (("Mill; Lane", "The Mill"), "Mill;; Lane; The Mill"),
        ((date(2026, 12, 24), date(2026, 12, 31)), "2026-12-24; 2026-12-31"),
    ],
)
def test_values_that_are_not_text_are_written_plainly(value: Cell, cell: str) -> None:
    assert csv_cell(value) == cell
