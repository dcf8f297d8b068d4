"""Properties of records by the way to them, such as address.postal_code, as columns of a table name them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from hubatlas.records.schemas import Schema, resolved

FILE = "file"
"""The column that holds the name of a record's file, without its ending."""


def property_at(schema: Schema, path: str) -> Schema | None:
    """What the schema of a kind says of the property at a path; None where there is none."""
    below: Schema | None = schema
    for name in path.split("."):
        if below is None:
            return None
        inside = below.get("properties", {}).get(name)
        if inside is None and isinstance(below.get("additionalProperties"), dict):
            inside = below["additionalProperties"]
        below = None if inside is None else resolved(schema, inside)
    return below


def leaf_paths(schema: Schema) -> Iterator[str]:
    """The way to every property that holds no further names of its own, in the order of the schema."""
    return _leaves(schema, schema, "")


def _leaves(whole: Schema, below: Schema, before: str) -> Iterator[str]:
    for name, stated in below.get("properties", {}).items():
        inside = resolved(whole, stated)
        if inside.get("properties"):
            yield from _leaves(whole, inside, f"{before}{name}.")
        elif not isinstance(inside.get("additionalProperties"), dict):  # its names are words of the network
            yield before + name


def suggestion(schema: Schema, path: str) -> str:
    """The property that was meant, as a hint."""
    known = [*leaf_paths(schema), *schema["properties"]]
    ends = {each.rpartition(".")[2]: each for each in reversed(known)}
    near = get_close_matches(path, known, n=1) or [ends[each] for each in get_close_matches(path, ends, n=1)]
    return f"did you mean {near[0]}?" if near else "the page /data/dictionary/ lists the properties"


def put(record: dict[str, object], path: str, value: object) -> None:
    """Set the property at a path, with the groups that it is in."""
    *groups, name = path.split(".")
    inside = record
    for group in groups:
        below = inside.setdefault(group, {})
        if not isinstance(below, dict):
            raise TypeError(f"{path} lies within a property that holds a value")
        inside = below
    inside[name] = value
