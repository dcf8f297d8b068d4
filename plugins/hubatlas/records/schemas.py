"""The record schemas, each made whole: what they share is copied in, so that nothing is looked up elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SHARED = "common.schema.json"

Schema = dict[str, Any]


def bundled(folder: Path, name: str) -> Schema:
    """The schema of that name from the folder, with the shared definitions under `$defs`."""
    shared = _read(folder / SHARED)["$defs"]
    schema = _with_local_references(_read(folder / f"{name}.schema.json"))
    schema["$defs"] = {**_with_local_references(shared), **schema.get("$defs", {})}
    return schema


def _read(path: Path) -> Schema:
    schema: Schema = json.loads(path.read_text(encoding="utf-8"))
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
