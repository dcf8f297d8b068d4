"""The mapping file: what is wrong with it, all at once, and what it makes of rows."""

from pathlib import Path
from typing import Any

import pytest

from hubatlas.imports.proposals import Source
from hubatlas.imports.tables.mapping import MappingError, headed_mapping, read_mapping
from hubatlas.imports.tables.rows import proposals_of
from hubatlas.imports.tables.sheets import Row, Table

SCHEMA = Path(__file__).resolve().parents[2] / "schema"
HEADINGS = ("Library name", "Town", "Postcode", "Opening", "Step free", "Helps with", "Phone", "Web")
GOOD = """kind: hub
source: Mapping exercise
as_of: 2026-10
file: "{Library name} {Town}"
fixed:
  kind: hub
  summary: "A library in {Town}."
columns:
  Library name: name
  Town: address.city
  Postcode: address.postal_code
  Opening: opening_hours
  Step free: accessibility.step-free-entrance
  Phone: contact.phone
  Web: contact.website
  Helps with: ignore
"""


def proposed(tmp_path: Path, mapping: str, **cells: str) -> tuple[dict[str, Any], list[str]]:
    (tmp_path / "m.yaml").write_text(mapping, encoding="utf-8")
    row = {name.replace("_", " "): text for name, text in cells.items()}
    table = Table(HEADINGS, (Row(7, row),))
    read = proposals_of(table, read_mapping(tmp_path / "m.yaml", HEADINGS, SCHEMA), SCHEMA)
    return dict(read.proposals[0].record), list(read.questions)


def test_a_row_becomes_a_record(tmp_path: Path) -> None:
    cells = {"Library_name": "Old  Mill", "Town": "Bath", "Postcode": "ba11aa", "Opening": "Mon 9-5", "Step_free": "Y"}
    record, questions = proposed(tmp_path, GOOD, **cells, Phone="1632960001", Web="www.example.org/mill")
    assert record == {
        "name": "Old Mill",
        "kind": "hub",
        "summary": "A library in Bath.",
        "address": {"city": "Bath", "postal_code": "BA1 1AA"},
        "opening_hours": {"monday": "09:00-17:00"},
        "accessibility": {"step-free-entrance": "yes"},
        "contact": {"phone": "01632960001", "website": "https://www.example.org/mill"},
    }
    assert questions == []


@pytest.mark.parametrize("said", ["", "n/a", "Unknown", "?", "TBC"])
def test_what_is_not_known_is_left_out_and_never_a_no(tmp_path: Path, said: str) -> None:
    cells = {"Step_free": said} if said else {}
    record, questions = proposed(tmp_path, GOOD, Library_name="Mill", **cells)
    assert "accessibility" not in record
    assert questions == []


def test_what_is_not_sure_is_left_out_and_asked(tmp_path: Path) -> None:
    record, questions = proposed(tmp_path, GOOD, Library_name="Mill", Opening="1st Mon of month", Step_free="partly")
    asked = [
        'Opening: "1st Mon of month" can be read in more than one way.',
        'Step free: "partly" is neither yes nor no.',
    ]
    assert record == {"name": "Mill", "kind": "hub", "open_questions": asked}
    assert questions == [f"row 7: {each}" for each in asked]


def test_words_of_the_table_become_words_of_the_network(tmp_path: Path) -> None:
    mapping = """kind: service
source: Mapping exercise
columns:
  Library name: name
  Helps with:
    to: needs
    separator: /
    values: {Debt: money, Lonely people: lonely}
"""
    record, _ = proposed(tmp_path, mapping, Library_name="Mill", Helps_with="debt / Lonely people")
    assert record["needs"] == ["money", "lonely"]
    record, questions = proposed(tmp_path, mapping, Library_name="Mill", Helps_with="Debt/Food")
    assert "needs" not in record
    assert 'row 7: Helps with: "Food" is not among the values of the mapping.' in questions


def test_columns_that_nothing_is_made_of_are_named(tmp_path: Path) -> None:
    mapping = "kind: hub\nsource: x\ncolumns:\n  Library name: name\n"
    _, questions = proposed(tmp_path, mapping, Library_name="Mill")
    assert questions == ["These columns are not used: Town, Postcode, Opening, Step free, Helps with, Phone, Web."]


def test_everything_wrong_is_said_at_once_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bad = """kind: hub
source: x
as_of: 2024-13
fixed:
  statu: open
  summary: "A library of {Twon}."
columns:
  Librery name: name
  Postcode: adress.postal_code
  Opening: monday
"""
    Path("m.yaml").write_text(bad, encoding="utf-8")
    with pytest.raises(MappingError) as caught:
        read_mapping(Path("m.yaml"), HEADINGS, SCHEMA)
    assert list(map(str, caught.value.problems)) == [
        'm.yaml:3:8: as_of "2024-13" is not in the calendar; check the day and the month',
        'm.yaml:5:3: no hub has a property "statu"; did you mean status?',
        'm.yaml:6:12: the table has no column "Twon"; did you mean Town?',
        'm.yaml:8:3: the table has no column "Librery name"; did you mean Library name?',
        'm.yaml:9:13: no hub has a property "adress.postal_code"; did you mean address.postal_code?',
        'm.yaml:10:12: no hub has a property "monday"; did you mean opening_hours.monday?',
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "m.yaml:1:1: "),
        ("kind: [", "m.yaml:2:1: this cannot be read"),
        ("kind: hub\nsource: x\ncolumn: {}\n", 'm.yaml:3:1: "column" is not'),
        ("kind: hubs\nsource: x\ncolumns: {Town: name}\n", "m.yaml:1:7: "),
    ],
)
def test_what_is_no_mapping_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(MappingError) as caught:
        read_mapping(Path("m.yaml"), HEADINGS, SCHEMA)
    assert str(caught.value).startswith(said)


def test_headings_that_are_no_properties_ask_for_a_mapping() -> None:
    with pytest.raises(MappingError, match='no hub has a property "Postcode"'):
        headed_mapping(("name", "Postcode"), "hub", Source(name="x"), SCHEMA)


def test_the_mapping_in_the_documentation_is_a_good_one(tmp_path: Path) -> None:
    text = (SCHEMA.parent / "docs" / "importing.md").read_text(encoding="utf-8")
    (tmp_path / "m.yaml").write_text(text.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    headings = ("Library name", "Address 1", "Town", "Postcode", "Opening", "Step free", "Helps with", "Notes")
    assert read_mapping(tmp_path / "m.yaml", headings, SCHEMA).ignored == {"Notes"}
