"""The data dictionary: what every property of every record means, read from the schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hubatlas.frozen import dataclass

_COMMON = "common.schema.json#/$defs/"
_DESCRIBED = (
    *("network", "hub", "service", "organisation", "place", "body", "programme", "pathway", "indicator", "story"),
    *("learning", "signposts", "geography", "neighbour", "ended", "vocabulary", "synonyms", "jargon"),
)
_NOUNS = {"string": "text", "integer": "whole number", "number": "number", "object": "group", "array": "list"}

Schemas = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of a record. `path` is its name with those of the groups that hold it: contact.phone, dates[].

    `type` is a plain noun. `facts` is the group of facts whose provenance covers it. `example` is a plain value.
    """

    path: str
    title: str
    description: str
    type: str
    required: bool
    facts: str | None
    allowed: tuple[str, ...]
    example: Any

    @property
    def depth(self) -> int:
        """How many groups hold it: 0 for a property of the record itself."""
        return self.path.count(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """What a kind of record may say, in the order of its schema."""

    name: str
    title: str
    description: str
    properties: tuple[Property, ...]


def dictionary(schemas: Schemas) -> tuple[RecordType, ...]:
    """The data dictionary of the schemas, a mapping from a record type such as "hub", or "common", to its schema."""
    return tuple(
        RecordType(
            name=name,
            title=schemas[name]["title"],
            description=schemas[name]["description"],
            properties=tuple(_properties(schemas, schemas[name], "", None)),
        )
        for name in _DESCRIBED
        if name in schemas
    )


def _properties(schemas: Schemas, group: Mapping[str, Any], prefix: str, facts: str | None) -> Iterator[Property]:
    required = group.get("required", ())
    for name, stated in group.get("properties", {}).items():
        schema = _resolved(schemas, stated)
        own_facts = schema.get("x-facts", facts)
        items = _resolved(schemas, schema.get("items", {}))
        many = schema.get("type") == "array"
        path = f"{prefix}{name}{'[]' if many else ''}"
        yield Property(
            path=path,
            title=schema["title"],
            description=schema["description"],
            type=_type_words(schema, items),
            required=name in required,
            facts=own_facts,
            allowed=tuple(str(each) for each in (items if many else schema).get("enum", ())),
            example=next(iter(schema.get("examples", ())), None),
        )
        yield from _properties(schemas, items if many else schema, f"{path}.", own_facts)


def _resolved(schemas: Schemas, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema with what it refers to filled in; what it says itself comes first."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    definition = schemas["common"]["$defs"][reference.removeprefix(_COMMON)]
    return {**_resolved(schemas, definition), **{key: value for key, value in schema.items() if key != "$ref"}}


def _type_words(schema: Mapping[str, Any], items: Mapping[str, Any]) -> str:
    if schema.get("type") == "array":
        return f"list of {_type_words(items, {})}" if items.get("type") != "object" else "list of groups"
    if schema.get("format") in ("date", "partial-date"):
        return "date"
    if "enum" in schema:
        return "one of a list"
    return _NOUNS.get(schema.get("type", ""), "text")
