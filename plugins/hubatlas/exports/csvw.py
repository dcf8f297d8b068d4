"""What is in each CSV file, as the W3C's CSV on the Web says it: beside each file, where readers look for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Column, Export, Table
from hubatlas.exports.tables import TABLES

_DATATYPES = {"integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}
"""Types of columns as CSV on the Web calls them; texts, times up to 24:00 and lists are strings."""


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    about = envelope(edition)
    shared = {
        "dc:publisher": about["publisher"],
        "dc:license": {"@id": about["licence"]["url"]},
        "dc:rights": about["attribution"],
        "dc:modified": {"@value": about["date"], "@type": "xsd:date"},
        "schema:version": about["version"],
    }
    for table in TABLES:
        yield urls.table(table.name, "csv-metadata.json"), json_bytes(_described(table, shared))


def _described(table: Table[Any], shared: dict[str, Any]) -> dict[str, Any]:
    columns = [_column(name, column) for name, column in table.columns.items()]
    key = {"primaryKey": list(table.key_columns)} if table.key else {}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        **shared,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": columns, **key},
    }


def _column(name: str, column: Column[Any]) -> dict[str, Any]:
    return {
        "name": name,
        "titles": name,
        "datatype": _DATATYPES.get(column.type, "string"),
        "dc:description": column.explained,
    }


CSV_ON_THE_WEB = Export(
    address=urls.table("{table}", "csv-metadata.json"),
    title="CSV on the Web",
    description="Beside each CSV file what is in it, in the way of the W3C: types, keys, licence and date.",
    media_type="application/csvm+json",
    files=_files,
)
