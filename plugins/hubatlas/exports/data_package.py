"""The tables as a Frictionless data package: one file that says what is in every CSV file, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Export, Table
from hubatlas.exports.tables import TABLES

_SAME_TYPES = frozenset(("integer", "number", "boolean", "date"))
"""Types of columns that Frictionless calls the same; texts, times up to 24:00 and lists are strings."""


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    about = envelope(edition)
    package = {
        "profile": "tabular-data-package",
        "name": "hub-atlas",
        "title": f"Open data of {about['network']}",
        "description": about["attribution"],
        "homepage": about["home"],
        "version": about["version"],
        "created": f"{about['date']}T00:00:00Z",
        "licenses": [{"title": about["licence"]["name"], "path": about["licence"]["url"]}],
        "contributors": [{"title": about["publisher"], "role": "publisher"}],
        "demonstration": about["demonstration"],
        "resources": [_resource(table) for table in TABLES],
    }
    yield urls.DATA_PACKAGE, json_bytes(package)


def _resource(table: Table[Any]) -> dict[str, Any]:
    fields = [
        {
            "name": header,
            "type": column.type if column.type in _SAME_TYPES else "string",
            "description": column.explained,
        }
        for header, column in table.columns.items()
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.title,
        "description": table.description,
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {"fields": fields, **({"primaryKey": list(table.key_columns)} if table.key else {})},
    }


DATA_PACKAGE = Export(
    address=urls.DATA_PACKAGE,
    title="Data package (Frictionless)",
    description="What is in every CSV file: the type and the meaning of each column, the licence and the date.",
    media_type="application/json",
    files=_files,
)
