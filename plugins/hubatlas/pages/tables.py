"""Tables as pages show them: headers that stay in sight, and marks that say in words what their colour says."""

from __future__ import annotations

from typing import Literal

from hubatlas import urls
from hubatlas.frozen import dataclass
from hubatlas.pages.cards import Link

Tone = Literal["plain", "good", "part", "missing", "unknown"]
"""How a cell is marked: done, partly done, not done, or not known. The words say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """One cell: its words, where they lead, and a line of detail below them."""

    words: str
    tone: Tone = "plain"
    address: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: what it is about, then a cell for each column."""

    header: TableCell
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WideTable:
    """A table that may be wider than a phone: it scrolls by itself, its row and column headers stay in sight.

    `corner` is the heading of the column of row headers; `columns` are the headings of the others.
    """

    id: str
    caption: str
    corner: str
    columns: tuple[TableCell, ...]
    rows: tuple[TableRow, ...]


def data_links(*tables: tuple[str, str]) -> tuple[Link, ...]:
    """Links to tables, each given by its label and name, as CSV and as JSON."""
    return tuple(
        Link(f"{label} ({ending.upper()})", urls.table(name, ending))
        for label, name in tables
        for ending in ("csv", "json")
    )
