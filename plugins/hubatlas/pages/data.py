"""Open data: every download with its size, rows and preview, and what the columns of each table mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hubatlas import urls
from hubatlas.exports import EXPORTS, Cell, Edition, Export, Table
from hubatlas.frozen import dataclass
from hubatlas.pages.kinds import DataPageKind, Head
from hubatlas.pages.linked_data.datasets import dataset_data, table_data
from hubatlas.pages.wording import counted

LONGEST_CELL = 60
KILO = 1000
MEGA = KILO * KILO


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to download, or a pattern of them; `address` is None for a pattern without a place to begin."""

    label: str
    address: str | None
    pattern: str
    size: str
    description: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCard:
    """A table: its files, how many rows it has, what its columns mean, and its first rows."""

    name: str
    address: str
    title: str
    description: str
    rows: str
    downloads: tuple[Download, ...]
    columns: tuple[tuple[str, str, str], ...]
    preview: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What the downloads page shows."""

    head: Head
    tables: tuple[TableCard, ...]
    others: tuple[Download, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """What the page of one table shows: its files, and what each column means."""

    head: Head
    table: TableCard


def contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, DataPage]]:
    """The downloads, tables first; those that are not listed for readers are left out."""
    network = edition.directory.network
    description = f"Download everything that {network.name} publishes, free to use, as CSV, JSON and GeoJSON."
    listed = [export for export in EXPORTS if export.listed]
    page = DataPage(
        head=Head(
            title="Open data",
            description=description,
            section=urls.DATA,
            trail=(("Home", urls.HOME),),
            linked_data=(dataset_data(edition, listed, sizes, description),),
        ),
        tables=tuple(_table_card(edition, table, exports, sizes) for table, exports in _tables()),
        others=tuple(_download(export, sizes) for export in listed if export.table is None),
    )
    yield urls.DATA, page


def table_contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, TablePage]]:
    """A page for each table, with what its columns mean."""
    for table, exports in _tables():
        page = TablePage(
            head=Head(
                title=f"{table.title}: columns",
                description=f"What every column of the table {table.title} means.",
                section=urls.DATA,
                trail=(("Home", urls.HOME), ("Open data", urls.DATA)),
                linked_data=(table_data(edition, table, exports, sizes),),
            ),
            table=_table_card(edition, table, exports, sizes),
        )
        yield urls.table_page(table.name), page


def _tables() -> list[tuple[Table[Any], list[Export]]]:
    """Each table that is published, with its files."""
    tables: dict[str, tuple[Table[Any], list[Export]]] = {}
    for export in EXPORTS:
        if export.listed and export.table is not None:
            tables.setdefault(export.table.name, (export.table, []))[1].append(export)
    return list(tables.values())


def size_words(size: int) -> str:
    """940 bytes, 12 KB or 1.4 MB."""
    if size < KILO:
        return counted(size, "byte")
    return f"{size / KILO:,.0f} KB" if size < MEGA else f"{size / MEGA:,.1f} MB"


def _table_card(edition: Edition, table: Table[Any], exports: list[Export], sizes: Mapping[str, int]) -> TableCard:
    rows, first = table.preview(edition)
    return TableCard(
        name=table.name,
        address=urls.table_page(table.name),
        title=table.title,
        description=table.description,
        rows=counted(rows, "row"),
        downloads=tuple(_download(export, sizes) for export in exports),
        columns=tuple((header, column.type, column.explained) for header, column in table.columns.items()),
        preview=tuple(tuple(_shown(value) for value in row) for row in first),
    )


def _download(export: Export, sizes: Mapping[str, int]) -> Download:
    several = "{" in export.address
    files = _sizes_of(export, sizes) if several else []
    single = sizes.get(export.address, 0)
    return Download(
        label=export.title,
        address=export.start if several else export.address,
        pattern=export.address,
        size=f"{counted(len(files), 'file')}, {size_words(sum(files))}" if several else size_words(single),
        description=export.description,
        media_type=export.media_type.partition(";")[0],
    )


def _sizes_of(export: Export, sizes: Mapping[str, int]) -> list[int]:
    """The size of each file of an export of many; files below its address may belong to another one."""
    begins = _begins(export)
    others = tuple(each for each in map(_begins, EXPORTS) if each.startswith(begins) and each != begins)
    return [size for address, size in sizes.items() if address.startswith(begins) and not address.startswith(others)]


def _begins(export: Export) -> str:
    return export.address.partition("{")[0]


def _shown(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = "; ".join(_plain_items(value))
    elif isinstance(value, bool):
        value = "true" if value else "false"
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL].rstrip()}…"


def _plain_items(items: tuple[str, ...] | tuple[date, ...]) -> Iterator[str]:
    return (item.isoformat() if isinstance(item, date) else item for item in items)


DATA = DataPageKind("data", "pages/data.html", contexts)
TABLE = DataPageKind("table", "pages/table.html", table_contexts)
