"""The fields of a record that changed, said so closely that a reader sees the old words and the new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hubatlas.facts.change_wording import changed_fields
from hubatlas.model import Operation, RecordChange
from hubatlas_site.reviewing.markdown import code, from_to, some

MOST_FIELDS = 20
_ONE_LINE = 6  # so many items of a list can be said on one line


def by_id(value: Any) -> Any:  # noqa: ANN401 - a plain record, or any part of one
    """The record with its lists of things that have ids as groups, so that each is compared with itself."""
    if isinstance(value, dict):
        return {name: by_id(each) for name, each in value.items()}
    if isinstance(value, list):
        ids = [each.get("id") for each in value if isinstance(each, dict)]
        if value and len(set(ids)) == len(value) and all(isinstance(each, str) for each in ids):
            return {each["id"]: by_id({k: v for k, v in each.items() if k != "id"}) for each in value}
    return value


def field_lines(change: RecordChange, titles: Mapping[str, str]) -> list[str]:
    """A line of Markdown for each field, indented below its record."""
    close = replace(change, operations=tuple(part for each in change.operations for part in _parts(each)))
    lines = []
    for field in changed_fields(close, titles):
        if field.before is None or field.after is None:
            lines.append(f"  - {code(field.title)}: says something else")
        else:
            lines.append(f"  - {code(field.title)}: {from_to(field.before, field.after)}")
    return some(lines, MOST_FIELDS, "field")


def _parts(operation: Operation) -> Iterator[Operation]:
    """The operation, or where it adds or takes a whole group one for each value in it."""
    group = operation.value if operation.op == "add" else operation.old if operation.op == "remove" else None
    if isinstance(group, dict):
        for name, value in group.items():
            path = f"{operation.path}/{name.replace('~', '~0').replace('/', '~1')}"
            part = {"value": value} if operation.op == "add" else {"old": value}
            yield from _parts(Operation(op=operation.op, path=path, **part))
    elif _is_short(operation.value) and _is_short(operation.old):
        yield replace(operation, value=_said(operation.value), old=_said(operation.old))
    else:
        yield operation


def _is_short(value: object) -> bool:
    """Whether it is a value, or a list of a few groups of values."""
    if isinstance(value, list):
        return len(value) <= _ONE_LINE and all(not isinstance(each, list) for each in value)
    return not isinstance(value, dict)


def _said(value: object) -> object:
    """A list of groups as texts such as "first_date 2026-12-24, hours closed"."""
    if isinstance(value, list):
        return [_group(each) if isinstance(each, dict) else str(each) for each in value]
    return value


def _group(group: Mapping[str, object]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {_flat(value)}" for name, value in group.items())


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return _group(value)
    if isinstance(value, list):
        return ", ".join(_flat(each) for each in value)
    return str(value)
