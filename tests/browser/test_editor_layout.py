"""A record saved at /admin/ is, to the byte, what `make format` would write. The editor's code is run by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hubatlas.records import kinds
from hubatlas.records.folders import find
from hubatlas.records.formatting import formatted, rewritten, written
from hubatlas.records.reading import Json, read
from hubatlas.records.schemas import bundled
from tests.conftest import CONTENT, ESTUARY, ROOT

PROGRAM = Path(__file__).with_name("editor_layout.mjs")
SCHEMA = ROOT / "schema"
HARD_TEXTS: dict[str, Json] = {
    "name": "Tea & talk: café, 10:30 #1",
    "short": "yes",
    "number": "0123",
    "number_as_text": "12",
    "nothing_as_text": "null",
    "begins_oddly": "- not a list",
    "ends_oddly": "Ask for:",
    "quotes": 'The "blue" room\'s door',
    "backslash": "a\\b",
    "comment": "see #4 and # this",
    "long": "Many words that go on, past what a line of a file should hold, so that they are wrapped. " * 3,
    "long_word": "https://example.org/" + "x" * 130,
    "double  space": "two  spaces  stay, also in a line that is longer than a line may be,  and is wrapped elsewhere "
    * 2,
    "lines": "First.\n\n- one\n- two: three\n\n  deeper",
    "list": ["one", "two words", "12", 12, 1.5],
    "long_list": ["a term of a list"] * 12,
    "mixed": [{"a": "b", "c": {"d": ["x"]}}, {"a": ["y", "z: w"]}],
    "astral": "\U0001f600 " * 50 + "end",
}


def as_the_editor_writes(records: list[dict[str, Any]]) -> list[str]:
    done = subprocess.run(["node", str(PROGRAM)], input=json.dumps(records), capture_output=True, text=True, check=True)
    files: list[str] = json.loads(done.stdout)
    return files


def fields_of(schema: dict[str, Any], whole: dict[str, Any]) -> list[dict[str, Any]]:
    """The order of the properties, as the editor's configuration holds it."""
    found = []
    for name, stated in schema.get("properties", {}).items():
        below = whole["$defs"][stated["$ref"].rpartition("/")[2]] | stated if "$ref" in stated else stated
        items = below.get("items", below)
        items = (
            whole["$defs"][items["$ref"].rpartition("/")[2]] if "$ref" in items and "properties" not in items else items
        )
        found.append({"name": name, "fields": fields_of(items, whole)})
    return found


@pytest.mark.parametrize("content", [CONTENT, ESTUARY], ids=["content", "estuary"])
def test_every_record_is_written_as_make_format_writes_it(content: Path) -> None:
    asked, wanted = [], []
    for file in find(content).files:
        if file.kind is kinds.PROSE:
            continue
        schema = bundled(SCHEMA, file.kind.name)
        source = file.path.read_bytes()
        asked.append({"file": source.decode(), "fields": fields_of(schema, schema)})
        wanted.append(formatted(source, schema).decode())
    assert len(asked) > 100
    assert as_the_editor_writes(asked) == wanted


def test_texts_that_mean_something_else_without_quotes_stay_what_they_are() -> None:
    schema: dict[str, Any] = {"properties": {}, "$defs": {}}
    usual = written(HARD_TEXTS, schema)
    (saved,) = as_the_editor_writes([{"file": usual.decode(), "fields": []}])
    assert saved == usual.decode()
    assert formatted(saved.encode(), schema) == saved.encode()
    assert read(saved.encode()) == read(usual)


COMMENTED = b"""\
# About the whole record.

# Ask the caretaker.
name: Old Mill Hub  # on the sign
kind: hub
address:
  # Round the corner.
  city: Riverside

contact: {phone: 01632 960123} # shared
places: [weir-lane, # by the river
  old-town]
opening_hours:
  exceptions:
    # The day before.
    - first_date: 2026-12-24   # early
      hours: 09:00-12:00

    - hours: closed
      first_date: 2026-12-25
provenance:
  - source: A visit
    facts: [identity]
    # Who was there?
# The end.
"""


def test_comments_and_empty_lines_stay_where_they_belong() -> None:
    schema = bundled(SCHEMA, "hub")
    record: dict[str, Any] = read(COMMENTED)
    exceptions = [{"first_date": "2026-12-31", "hours": "closed"}, *record["opening_hours"]["exceptions"][:1]]
    changes: tuple[dict[str, Any], ...] = (
        {},
        {"name": "New Mill Hub", "summary": "Warm."},
        {"address": {"city": "Weirside", "address_1": "1 Weir Lane"}},
        {"opening_hours": {"exceptions": exceptions}},
    )
    records = [record | change for change in changes]
    saved = as_the_editor_writes(
        [{"file": COMMENTED.decode(), "fields": fields_of(schema, schema), "content": each} for each in records]
    )
    assert saved == [rewritten(COMMENTED, each, schema).decode() for each in records]
    assert saved[0].count("#") == COMMENTED.count(b"#")
    assert "2026-12-24  # early" in saved[3]


def test_a_new_record_takes_no_comments_from_one_that_is_like_it() -> None:
    schema = bundled(SCHEMA, "hub")
    new: dict[str, Json] = {"name": "Weir Hub", "kind": "hub", "address": {"city": "Weirside"}}
    (saved,) = as_the_editor_writes([{"file": COMMENTED.decode(), "fields": fields_of(schema, schema), "content": new}])
    assert saved == written(new, schema).decode()
