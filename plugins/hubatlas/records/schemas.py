"""The record schemas, each made whole: what they share is copied in, so that nothing is looked up elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from hubatlas.frozen import dataclass

SHARED = "common.schema.json"

Schema = dict[str, Any]

_VALUES_BELOW = frozenset(("items", "additionalProperties", "propertyNames"))


def bundled(folder: Path, name: str) -> Schema:
    """The schema of that name from the folder, with the shared definitions under `$defs`; not to be changed."""
    schema = _read(folder / f"{name}.schema.json")
    return {**schema, "$defs": {**_read(folder / SHARED)["$defs"], **schema.get("$defs", {})}}


def _read(path: Path) -> Schema:
    return _local(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)  # every kind of record shares one file, and several checks ask for each
def _local(text: str) -> Schema:
    """The schema that the text is, all references as if to the same file."""
    schema: Schema = _with_local_references(json.loads(text))
    return schema


def _with_local_references(part: Any) -> Any:  # noqa: ANN401 - any part of a JSON document
    if isinstance(part, dict):
        return {
            key: each.removeprefix(SHARED) if key == "$ref" else _with_local_references(each)
            for key, each in part.items()
        }
    if isinstance(part, list):
        return [_with_local_references(each) for each in part]
    return part


@dataclass(frozen=True, slots=True)
class Trail:
    """What a schema says on the way to the rule that a value broke.

    `node` is the schema of the value: that of its property, filled up from the definition it refers to, whose name is
    `definition` and whose description is `shape`. `condition` is what the schema says of an `if` on the way, and
    `names_a_property` is true where the rule is about a name, not about a value.
    """

    whole: Schema
    node: Schema
    definition: str | None
    shape: str
    condition: str
    names_a_property: bool

    @property
    def title(self) -> str:
        """What the schema calls the kind of record."""
        return str(self.whole["title"])

    @property
    def holds_texts(self) -> bool:
        """Whether the value is a list of texts."""
        items = self.node.get("items", {})
        return bool(resolved(self.whole, items).get("type") == "string")

    def property(self, name: str) -> Schema:
        """What the schema says of one property of the value."""
        found: Schema = self.node.get("properties", {}).get(name) or self.node.get("additionalProperties") or {}
        return found

    def homes_of(self, name: str) -> str:
        """Where a name belongs that is not a property of this value, such as "under contact"; empty if nowhere."""
        if name in self.whole["properties"] and self.node is not self.whole:
            return "at the start of a line, not indented"
        for group, schema in self.whole["properties"].items():
            inside = resolved(self.whole, schema)
            inside = resolved(self.whole, inside.get("items", inside))
            if name in inside.get("properties", {}):
                return f"under {group}, indented"
        return ""


def resolved(whole: Schema, schema: Schema) -> Schema:
    """The schema filled up from the shared definition that it refers to."""
    reference = schema.get("$ref")
    return {**whole["$defs"][reference.rpartition("/")[2]], **schema} if reference else schema


def trail(whole: Schema, steps: Iterable[str | int]) -> Trail:
    """Follows jsonschema's path from the top of a schema to the rule that was broken."""
    current: Any = whole
    node: Schema = whole
    definition: str | None = None
    condition = ""
    names_a_property = awaits_name = False
    for step in steps:
        if isinstance(current, dict) and step not in current:  # jsonschema leaves $ref out of its paths
            definition = current["$ref"].rpartition("/")[2]
            current = whole["$defs"][definition]
            node = {**current, **node}
        current = current[step]
        if awaits_name or step in _VALUES_BELOW:
            awaits_name = False
            names_a_property = names_a_property or step == "propertyNames"
            if isinstance(current, dict):
                node, definition = current, None
        elif step == "then":
            condition = str(current.get("description", ""))
        else:
            awaits_name = step == "properties"
    shape = (whole["$defs"][definition] if definition else node).get("description", "")
    return Trail(whole, node, definition, shape, condition, names_a_property)
