"""The feed in the profile's tabular form: its 17 CSV files, in a Frictionless data package."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from hubatlas import urls
from hubatlas.cells import csv_text
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.open_referral.items import Feed, Item
from hubatlas.exports.open_referral.organizations import organizations
from hubatlas.exports.open_referral.profile import PROFILE_TABLES, Field, ProfileTable
from hubatlas.exports.open_referral.services import services
from hubatlas.exports.open_referral.taxonomies import taxonomies, taxonomy_terms

_PARTS = {
    "service_at_locations": "service_at_location",
    "organization": "organization",
    "location": "location",
    "addresses": "address",
    "accessibility": "accessibility",
    "attributes": "attribute",
    "taxonomy_term": "taxonomy_term",
    "schedules": "schedule",
    "service_areas": "service_area",
    "languages": "language",
    "cost_options": "cost_option",
    "contacts": "contact",
    "phones": "phone",
    "funding": "funding",
    "organization_identifiers": "organization_identifier",
}
"""Which table the objects within others go to, by the names that they have there."""

_Rows = dict[str, dict[str, Item]]
"""The rows of each table by their ids."""


def tabular_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The package and its CSV files. Columns that the profile lacks are not in them, whatever the network asks for."""
    rows = _rows(Feed(edition, strict=False))
    yield urls.open_referral("tabular/datapackage.json"), json_bytes(_package(edition))
    for name, table in PROFILE_TABLES.items():
        yield urls.open_referral(f"tabular/{table.file}"), _csv(table, rows.get(name, {}))


def _rows(feed: Feed) -> _Rows:
    rows: _Rows = {}
    for table, items in (
        ("organization", organizations(feed)),
        ("service", services(feed)),
        ("taxonomy", taxonomies(feed)),
        ("taxonomy_term", taxonomy_terms(feed)),
    ):
        for item in items:
            _take(rows, table, item, {})
    return rows


def _take(rows: _Rows, table: str, item: Item, within: dict[str, str]) -> None:
    """Put the object into its table, and what it holds into theirs; each says what it is `within` by that one's id."""
    held = rows.setdefault(table, {})
    if held.get(item["id"]) is item:  # a term or an organisation, which many others hold
        return
    held[item["id"]] = {**within, **item} if within else item
    for name, value in item.items():
        if isinstance(value, dict):
            _take(rows, _PARTS[name], value, {})
        elif isinstance(value, list):
            mine = {f"{table}_id": item["id"]}
            for each in value:
                _take(rows, _PARTS[name], each, mine)


def _csv(table: ProfileTable, rows: dict[str, Item]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    held = [row for _, row in sorted(rows.items())]
    columns = [_column(field, [row.get(field.name) for row in held]) for field in table.fields]
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode()


def _column(field: Field, values: list[Any]) -> list[Any]:
    """The cells; only plain text can be taken for a formula. Times of changes are in UTC, ended by Z."""
    match field.type:
        case "string":
            return [None if value is None else csv_text(str(value)) for value in values]
        case "datetime":
            return [None if value is None else value.replace("+00:00", "Z") for value in values]
        case _:
            return values


def _package(edition: Edition) -> dict[str, Any]:
    about = envelope(edition)
    return {
        "profile": "tabular-data-package",
        "name": "open-referral-uk",
        "title": f"Open Referral UK 3.0, as tables: {about['network']}",
        "description": (
            f"{about['attribution']} Text that a spreadsheet could take for a formula has an apostrophe before it: to "
            "read it, take one leading apostrophe away. Times are those of clocks in London."
        ),
        "homepage": about["home"],
        "version": "3.0",
        "created": f"{about['date']}T00:00:00Z",
        "licenses": [{"title": about["licence"]["name"], "path": about["licence"]["url"]}],
        "contributors": [{"title": about["publisher"], "role": "publisher"}],
        "demonstration": about["demonstration"],
        "resources": [_resource(table) for table in PROFILE_TABLES.values()],
    }


def _resource(table: ProfileTable) -> dict[str, Any]:
    references = [
        {"fields": field.name, "reference": {"resource": field.refers_to, "fields": "id"}}
        for field in table.fields
        if field.refers_to is not None
    ]
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {
            "fields": [field.described() for field in table.fields],
            "primaryKey": "id",
            **({"foreignKeys": references} if references else {}),
        },
    }
