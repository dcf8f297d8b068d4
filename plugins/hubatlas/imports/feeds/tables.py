"""HSDS as tables: rows of its CSV files put together into services in the shape of the feed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from hubatlas.cells import csv_rows, csv_value, is_marked

Json = dict[str, Any]
Rows = list[Json]

_NUMBERS = frozenset(("latitude", "longitude", "minimum_age", "maximum_age", "amount", "interval"))
_NAMES = {
    "service": ("services.csv", "service.csv"),
    "organization": ("organizations.csv", "organization.csv"),
    "location": ("locations.csv", "location.csv"),
    "service_at_location": ("service_at_location.csv", "services_at_location.csv", "service_at_locations.csv"),
    "address": ("address.csv", "addresses.csv", "physical_addresses.csv"),
    "schedule": ("schedule.csv", "schedules.csv"),
    "contact": ("contacts.csv", "contact.csv"),
    "phone": ("phones.csv", "phone.csv"),
    "cost_option": ("cost_options.csv", "cost_option.csv"),
    "attribute": ("attribute.csv", "attributes.csv"),
    "taxonomy_term": ("taxonomy_terms.csv", "taxonomy_term.csv"),
    "organization_identifier": ("organization_identifiers.csv", "organization_identifier.csv"),
}
"""What the files of each table are called; HSDS and its UK profile differ."""


def services_of_tables(read: Callable[[str], bytes | None]) -> list[Json]:
    """The services that the tables hold, put together; `read` gives a file by its name, None where there is none."""
    tables = {name: _rows(read, files) for name, files in _NAMES.items()}
    terms = {row.get("id"): row for row in tables["taxonomy_term"]}
    locations = {row.get("id"): {**row, "addresses": []} for row in tables["location"]}
    for row in tables["address"]:
        if row.get("location_id") in locations:
            locations[row["location_id"]]["addresses"].append(row)
    phones = _by(tables["phone"], "contact_id")
    of_organization = _by(tables["organization_identifier"], "organization_id")
    organizations = {
        row.get("id"): {**row, "organization_identifiers": of_organization[row.get("id")]}
        for row in tables["organization"]
    }
    contacts = [{**row, "phones": phones[row.get("id")]} for row in tables["contact"]]
    places = [{**row, "location": locations.get(row.get("location_id"), {})} for row in tables["service_at_location"]]
    attributes = [{**row, "taxonomy_term": terms.get(row.get("taxonomy_term_id"), {})} for row in tables["attribute"]]
    parts = {
        "schedules": _by(tables["schedule"], "service_id"),
        "contacts": _by(contacts, "service_id"),
        "cost_options": _by(tables["cost_option"], "service_id"),
        "service_at_locations": _by(places, "service_id"),
        "attributes": _by(attributes, "link_id"),
    }
    return [
        {
            **row,
            "organization": organizations.get(row.get("organization_id"), {}),
            **{name: rows[row.get("id")] for name, rows in parts.items()},
        }
        for row in tables["service"]
    ]


def _rows(read: Callable[[str], bytes | None], files: tuple[str, ...]) -> Rows:
    """The rows of the first of these files that is there, without empty cells."""
    source = next((found for found in map(read, files) if found is not None), b"")
    lines = csv_rows(source.decode("utf-8-sig", "replace"))
    names = next(lines, [])
    return [
        {name: _cell(name, value) for name, value in zip(names, line, strict=False) if name and value}
        for line in lines
        if line
    ]


def _cell(name: str, value: object) -> Any:  # noqa: ANN401 - a JSON value
    text = str(value)
    if name in _NUMBERS and re.fullmatch(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?", text):
        return float(text) if "." in text else int(text)
    return csv_value(text) if is_marked(text) else text


def _by(rows: Rows, name: str) -> Mapping[Any, Rows]:
    found: dict[Any, Rows] = defaultdict(list)
    for row in rows:
        found[row.get(name)].append(row)
    return found
