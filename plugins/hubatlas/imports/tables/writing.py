"""Records as a table that gives them back unchanged, and a template for people to fill in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hubatlas.cells import csv_text, list_text
from hubatlas.imports.proposals import KINDS
from hubatlas.imports.tables.paths import FILE, leaf_paths, property_at
from hubatlas.imports.tables.sheets import WORKBOOKS, TableError
from hubatlas.records.folders import find, read_bytes
from hubatlas.records.reading import MOST_BYTES, read
from hubatlas.records.schemas import Schema, bundled

LONGEST_CELL = 32_767
"""What Excel holds in a cell."""
_LEFT_OUT = ("previous_ids", "open_questions", "provenance", "links")

Line = Sequence[str]


def export_records(content: Path, kind: str, schema: Path, path: Path) -> int:
    """Write every record of a kind as a row of a CSV or XLSX file; how many there are. Raises TableError."""
    rows = [
        {FILE: file.slug, **dict(_cells(read(read_bytes(file.path, MOST_BYTES)), bundled(schema, kind), ""))}
        for file in find(content).files
        if file.kind is KINDS[kind]
    ]
    used = {heading for row in rows for heading in row}
    order = list(leaf_paths(bundled(schema, kind)))
    headings = [FILE, *(each for each in order if each in used), *sorted(used.difference(order, [FILE]))]
    _write(path, {kind: [headings, *([row.get(heading, "") for heading in headings] for row in rows)]})
    return len(rows)


def write_template(content: Path, kind: str, schema: Path, path: Path) -> None:
    """Write a table with headings for everything that fits a cell, and in a workbook what each of them means."""
    whole = bundled(schema, kind)
    headings = list(_template_headings(whole, content))
    sheets: dict[str, list[Line]] = {kind: [headings]}
    if path.suffix.lower() in WORKBOOKS:
        explained = ("column", "what it is", "for example", "one of")
        sheets["What the columns mean"] = [explained, *(_explained(whole, content, each) for each in headings)]
    _write(path, sheets)


def _cells(record: Mapping[str, Any], schema: Schema, before: str) -> Iterator[tuple[str, str]]:
    """The properties of a record by path, as texts."""
    for name, value in record.items():
        path = f"{before}{name}"
        if isinstance(value, dict) and value and all("." not in key for key in value):
            yield from _cells(value, schema, f"{path}.")
        elif isinstance(value, list) and value and all(_fits_a_list(each) for each in value):
            yield path, list_text(value)
        else:
            yield path, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _fits_a_list(item: object) -> bool:
    """Whether an item can stand between semicolons; the first sign of the whole list would say that it is JSON."""
    return isinstance(item, str) and item == item.strip() and bool(item) and not item.startswith("[")


def _template_headings(whole: Schema, content: Path) -> Iterator[str]:
    for path in leaf_paths(whole):
        stated = property_at(whole, path) or {}
        of_objects = stated.get("type") == "array" and stated.get("items", {}).get("type") == "object"
        refers = "$ref" in stated.get("items", {}) and property_at(whole, path) is not None
        nested = refers and _item_is_group(whole, stated)
        if path.partition(".")[0] not in _LEFT_OUT and not of_objects and not nested:
            yield path
    for name, stated in whole["properties"].items():
        if isinstance(stated.get("additionalProperties"), dict) and "x-vocabulary" in stated:
            yield from (f"{name}.{term}" for term, _ in _terms(content, stated["x-vocabulary"]))


def _item_is_group(whole: Schema, stated: Schema) -> bool:
    name = stated["items"]["$ref"].rpartition("/")[2]
    return bool(whole["$defs"][name].get("type") == "object")


def _terms(content: Path, vocabulary: str) -> list[tuple[str, str]]:
    """The terms of a vocabulary of the network with their labels; none where it has no such list."""
    path = content / "vocabularies" / f"{vocabulary}.yaml"
    if not path.is_file():
        return []
    listed: Any = read(read_bytes(path, MOST_BYTES))
    return [(term["id"], term["label"]) for term in listed["terms"]]


def _network_ids(content: Path, stated: Schema) -> list[str]:
    """What the network lists itself, such as its kinds of hub."""
    path, target = content / "network.yaml", stated.get("x-network")
    if target is None or not path.is_file():
        return []
    network: Any = read(read_bytes(path, MOST_BYTES))
    return [each["id"] for each in network.get(target, ()) if "id" in each]


def _explained(whole: Schema, content: Path, path: str) -> Line:
    stated = property_at(whole, path) or {}
    group, _, term = path.partition(".")
    vocabulary = whole["properties"][group].get("x-vocabulary")
    labels = dict(_terms(content, vocabulary)) if vocabulary and term else {}
    example = next(iter(stated.get("examples", ())), "")
    terms = [each for each, _ in _terms(content, stated.get("x-vocabulary", ""))]
    choices = stated.get("enum") or _network_ids(content, stated) or terms
    shown = list_text(map(str, example)) if isinstance(example, list) else str(example)
    words = labels.get(term) or f"{stated.get('title', '')}. {stated.get('description', '')}".strip(". ")
    return path, words, shown, "; ".join(map(str, choices))


def _write(path: Path, sheets: Mapping[str, Iterable[Line]]) -> None:
    """Write the sheets to a workbook, or the first of them to a CSV file; every cell as text, none as a formula."""
    if path.suffix.lower() in WORKBOOKS:
        _write_workbook(path, sheets)
    elif path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerows([csv_text(cell) for cell in row] for row in next(iter(sheets.values())))
    else:
        raise TableError(f"{path} should end in .csv or .xlsx.")


def _write_workbook(path: Path, sheets: Mapping[str, Iterable[Line]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - only workbooks need it
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "B2"
        for row in rows:
            cells = []
            for text in row:
                if len(text) > LONGEST_CELL:
                    raise TableError(f"A text is longer than the {LONGEST_CELL:,} letters of a cell; write a CSV file.")
                cell = WriteOnlyCell(sheet, value=text)
                cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
    book.save(path)
