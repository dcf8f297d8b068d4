"""The record schemas, published at addresses that stay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from hubatlas import urls
from hubatlas.exports.dictionary import Property, RecordType, dictionary
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Export

DICTIONARY_JSON = "/data/v1/dictionary.json"


def _schemas(edition: Edition) -> Iterator[tuple[str, bytes]]:
    for name in sorted(edition.schemas):
        address = urls.schema(name)
        published = {**edition.schemas[name], "$id": edition.whole_address(address)}
        yield address, (json.dumps(published, ensure_ascii=False, indent=2) + "\n").encode()


def _dictionary(edition: Edition) -> Iterator[tuple[str, bytes]]:
    types = [
        _members(each) | {"properties": [_members(stated) for stated in each.properties]}
        for each in dictionary(edition.schemas)
    ]
    yield DICTIONARY_JSON, json_bytes({"title": DICTIONARY.title, **envelope(edition), "types": types})


def _members(of: RecordType | Property) -> dict[str, Any]:
    """The fields by name; `asdict` would copy every value of the schemas besides."""
    return {each.name: getattr(of, each.name) for each in fields(of)}


SCHEMAS = Export(
    address=urls.schema("{type}"),
    title="Record schemas",
    description="A JSON Schema (2020-12) for each kind of record.",
    media_type="application/schema+json",
    files=_schemas,
)

DICTIONARY = Export(
    address=DICTIONARY_JSON,
    title="Data dictionary (JSON)",
    description="What every property of every record means.",
    media_type="application/json",
    files=_dictionary,
)
