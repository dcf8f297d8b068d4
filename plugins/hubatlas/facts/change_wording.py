"""What changed in a record, in words for a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hubatlas.facts.record_changes import property_of
from hubatlas.frozen import dataclass
from hubatlas.model import Operation, RecordChange

LONGEST = 160
ACTIONS: Mapping[str, str] = {"added": "Added", "changed": "Changed", "ended": "Ended"}
_Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One property that changed: its title, and what it said before and says now where that can be said in a line.

    An empty text means that nothing was said; both are None where the change is too large for a line.
    """

    title: str
    before: str | None
    after: str | None


def changed_fields(change: RecordChange, titles: _Titles) -> tuple[ChangedField, ...]:
    """What changed, one entry for each operation that can be said in a line, and one for each other property."""
    return tuple(dict.fromkeys(_field(operation, titles) for operation in change.operations))


def titles_of(schema: Mapping[str, Any]) -> dict[str, str]:
    """The title of each property of a record, by its name in the schema."""
    return {name: str(stated.get("title", name)) for name, stated in schema.get("properties", {}).items()}


def summary(change: RecordChange, titles: _Titles) -> str:
    """The change in one line, such as "Phone, Opening hours"; empty for a record that was added or has ended."""
    return ", ".join(dict.fromkeys(_title(operation, titles) for operation in change.operations))


def _field(operation: Operation, titles: _Titles) -> ChangedField:
    title = _title(operation, titles)
    before = "" if operation.op == "add" else _line(operation.old)
    after = "" if operation.op == "remove" else _line(operation.value)
    if before is None or after is None:
        return ChangedField(title, None, None)
    below = " ".join(_steps(operation))
    return ChangedField(f"{title}, {below}" if below else title, before, after)


def _title(operation: Operation, titles: _Titles) -> str:
    name = property_of(operation)
    return titles.get(name) or name.replace("_", " ").capitalize()


def _steps(operation: Operation) -> Iterator[str]:
    """The names below the property, such as tuesday within the opening hours."""
    return (step.replace("~1", "/").replace("~0", "~").replace("_", " ") for step in operation.path.split("/")[2:])


def _line(value: object) -> str | None:
    """A value in one line; None where it takes more."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = "; ".join(value)
    if not isinstance(value, str | int | float):
        return None
    text = str(value)
    return text if len(text) <= LONGEST and "\n" not in text else None
