"""From the text of a cell to the value of a property, by what the schema says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from hubatlas.cells import list_items
from hubatlas.imports.tables.hours import BANK_HOLIDAYS, DAYS, hours_of_day, hours_of_week
from hubatlas.imports.tables.mapping import ColumnMapping
from hubatlas.records.schemas import Schema

_NOTHING = frozenset(("n/a", "na", "-", "?", "unknown", "not known", "don't know", "tbc", "none given"))
_ANSWERS: Mapping[str, str] = {
    **dict.fromkeys(("y", "yes", "true", "1", "x", "✓", "✔"), "yes"),
    **dict.fromkeys(("n", "no", "false", "0", "✗", "✘"), "no"),
}
_POSTCODE = re.compile(r"([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][a-z]{2})", re.IGNORECASE)
_WITHOUT_ITS_NOUGHT = re.compile(r"[127][0-9]{8,9}")
_HOURS = frozenset((*DAYS, BANK_HOLIDAYS))


class QuestionError(Exception):
    """The cell cannot be made a value for certain; the message says what it holds and what is asked."""


def value_of(text: str, path: str, schema: Schema, column: ColumnMapping, *, exact: bool) -> Any:  # noqa: ANN401 - a JSON value
    """The value, or None for a cell that says that it is not known. Raises QuestionError where it is not sure."""
    if exact:
        return _as_it_is(text, schema)
    meant = _translated(text, column.values)
    if meant is not None:
        return meant
    if text.casefold() in _NOTHING:
        return None
    if _takes_hours(path, schema):
        return _hours(text, path)
    if schema.get("type") == "array" and schema.get("items", {}).get("type") != "object":
        items = list_items(text) if column.separator is None else text.split(column.separator)
        return [_item(each.strip(), column.values) for each in items if each.strip()] or None
    if column.values:
        raise QuestionError(f'"{text}" is not among the values of the mapping')
    answers = schema.get("enum") == ["yes", "no", "unknown"]
    return _answer(text) if answers else _tidied(_as_it_is(text, schema), schema)


def _as_it_is(text: str, schema: Schema) -> Any:  # noqa: ANN401 - a JSON value
    """The value that was written as this text."""
    stated = schema.get("type", "string")
    if stated == "object" or (stated == "array" and text.startswith("[")):
        try:
            return json.loads(text)
        except ValueError:
            raise QuestionError(f"{text} is not JSON, which this property takes") from None
    if stated == "array":
        return list(list_items(text))
    if stated == "string" or isinstance(stated, list):  # a year may be written either way
        return text
    try:
        return int(text) if re.fullmatch(r"-?[0-9]+", text) else float(text)
    except ValueError:
        raise QuestionError(f'"{text}" is not a number') from None


def _translated(text: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a JSON value
    """What the mapping says that the text means, whatever its capitals; None where it says nothing."""
    if text in values:
        return values[text]
    return next((meant for said, meant in values.items() if said.casefold() == text.casefold()), None)


def _item(text: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a JSON value
    meant = _translated(text, values)
    if meant is None and values:
        raise QuestionError(f'"{text}" is not among the values of the mapping')
    return text if meant is None else meant


def _answer(text: str) -> str:
    """Yes or no. Raises QuestionError for what is neither, as what is not known is not a no."""
    answer = _ANSWERS.get(text.casefold())
    if answer is None:
        raise QuestionError(f'"{text}" is neither yes nor no')
    return answer


def _takes_hours(path: str, schema: Schema) -> bool:
    """Whether the property is a week of opening hours, or one of its days."""
    group, _, name = path.rpartition(".")
    return "monday" in schema.get("properties", {}) or (bool(group) and name in _HOURS)


def _hours(text: str, path: str) -> Any:  # noqa: ANN401 - a JSON value
    read = hours_of_day(text) if path.rpartition(".")[2] in _HOURS else hours_of_week(text)
    if read is None:
        raise QuestionError(f'"{text}" can be read in more than one way')
    return read


def _tidied(value: Any, schema: Schema) -> Any:  # noqa: ANN401 - a JSON value
    """The value as people mean it: a number that a spreadsheet took the nought from, a postcode without its space."""
    if not isinstance(value, str):
        return value
    match schema.get("format"):
        case "uk-phone" if _WITHOUT_ITS_NOUGHT.fullmatch(value):
            return f"0{value}"
        case "uk-postcode" if found := _POSTCODE.fullmatch(value):
            return f"{found[1]} {found[2]}".upper()
        case "role-email":
            return value.removeprefix("mailto:")
        case "web-address" if value.startswith("www."):
            return f"https://{value}"
    one_line = schema.get("pattern", "").startswith("^[^\\r\\n]")
    return " ".join(value.split()) if one_line else value
