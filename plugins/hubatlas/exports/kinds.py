"""What an export is, and what a table of rows is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, Generic, Literal, TypeVar

from hubatlas.exports.edition import Edition, Preview
from hubatlas.frozen import dataclass

Cell = str | int | float | bool | date | tuple[str, ...] | tuple[date, ...] | None
"""One value of a table; None where it is not known, an empty tuple where there are none or none is stated."""

CellType = Literal["text", "integer", "number", "boolean", "date", "time", "list"]

Row = TypeVar("Row")

ROWS_SHOWN = 3
"""How many rows of a table a preview has."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: the type of its values, what they mean, and how to get one from a row.

    `deprecated` says when a column on its way out will go, and what to use instead.
    """

    type: CellType
    description: str
    value: Callable[[Edition, Row], Cell]
    deprecated: str | None = None

    @property
    def explained(self) -> str:
        """What the values mean, and whether the column is on its way out."""
        return self.description if self.deprecated is None else f"{self.description} Deprecated: {self.deprecated}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table(Generic[Row]):
    """Rows of one kind, sorted, under named columns.

    The first `key` columns tell a row from all others, and none of them is ever empty; 0 where no columns do.
    """

    name: str
    title: str
    description: str
    rows: Callable[[Edition], Iterable[Row]]
    columns: Mapping[str, Column[Row]]
    key: int = 0

    @property
    def key_columns(self) -> tuple[str, ...]:
        """The names of the columns that tell a row from all others."""
        return tuple(self.columns)[: self.key]

    def cells(self, edition: Edition) -> tuple[tuple[Cell, ...], ...]:
        """The values of each row, in the order of the columns; CSV, JSON and preview hold the same."""
        return edition.once(("cells", self), lambda: self._cells(edition))

    def preview(self, edition: Edition) -> Preview:
        """How many rows there are, and the values of the first ROWS_SHOWN."""
        known = edition.previews.get(self.name)
        if known is not None:
            return known
        cells = self.cells(edition)
        return Preview(len(cells), cells[:ROWS_SHOWN])

    def _cells(self, edition: Edition) -> tuple[tuple[Cell, ...], ...]:
        getters = [column.value for column in self.columns.values()]
        return tuple(tuple([value(edition, row) for value in getters]) for row in self.rows(edition))


@dataclass(frozen=True, slots=True)
class FilesForEach:
    """Files that are made record by record, so that a build can leave out those for which nothing has changed.

    `of_record` gives the address and the content of those about one of the directory's `records`, such as "hubs", by
    its slug. What it asks of the edition and its directory is all that they depend on.
    """

    records: str
    of_record: Callable[[Edition, str], Iterable[tuple[str, bytes]]]

    def slugs(self, edition: Edition) -> Iterator[str]:
        """The slug of each record."""
        return (record.slug for record in getattr(edition.directory, self.records))

    def __call__(self, edition: Edition) -> Iterator[tuple[str, bytes]]:
        """The address and the content of each file."""
        return chain.from_iterable(self.of_record(edition, slug) for slug in self.slugs(edition))


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Files that the build publishes.

    `address` is the file's, or a pattern such as "/data/v1/hubs/{hub}.json" where there are several; `start` is then
    where to begin to read, if there is such a place. `files` gives each file's address and content. `listed` exports
    are shown on the downloads page, with `table` as their preview. Exports of one `group` are made of the same things,
    which are worked out once. What is made `of_published` files is made after those. What is `in_each_language` holds
    words that scripts show on pages; the others are in the network's own language alone.
    """

    address: str
    title: str
    description: str
    media_type: str
    files: Callable[[Edition], Iterator[tuple[str, bytes]]]
    listed: bool = True
    table: Table[Any] | None = None
    start: str | None = None
    group: str | None = None
    of_published: bool = False
    in_each_language: bool = False
