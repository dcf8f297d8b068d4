"""From the model back to plain records: the shape that the schemas describe, and that loads as the same model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache, singledispatch
from typing import Any

from hubatlas.exports.tables.shared import clock
from hubatlas.model import DAY_NAMES, DayHours, HoursException, OpeningHours, PartialDate, Span


@singledispatch
def as_record(value: Any) -> Any:  # noqa: ANN401 - any value of the model, and JSON of any shape
    """A value of the model as the plain record that its schema describes; what is not stated is left out."""
    return {
        name: stated if type(stated) is str else as_record(stated)
        for name, default in _defaults(value.__class__)
        if (stated := getattr(value, name)) is not default and stated not in (None, default, {})
    }


@cache
def _defaults(of: type) -> tuple[tuple[str, Any], ...]:
    """The name and the default of each field of a class of the model."""
    return tuple((each.name, each.default) for each in fields(of))


def whole_record(record: Any, schema: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a record of any kind
    """A record as its schema describes it, without its slug.

    What it says to be unknown is left out, but where a source speaks for such facts and the record says no more.
    """
    plain: dict[str, Any] = as_record(record)
    del plain["slug"]
    groups = {name: stated.get("x-facts") for name, stated in schema.get("properties", {}).items()}
    held = {groups.get(name) for name in plain}
    for group in sorted({group for source in plain.get("provenance", ()) for group in source["facts"]} - held):
        plain |= {name: "unknown" for name, each in groups.items() if each == group and _is_unknown(record, name)}
    return plain


def _is_unknown(record: Any, name: str) -> bool:  # noqa: ANN401 - as above
    return getattr(record, name, None) == "unknown"


@as_record.register(str)
@as_record.register(int)
@as_record.register(float)
def _(value: str | float) -> str | float:
    return value


@as_record.register
def _(value: date) -> str:
    return value.isoformat()


@as_record.register
def _(value: PartialDate) -> str:
    return value.text


@as_record.register
def _(value: Span) -> str:
    return f"{clock(value.opens_at)}-{clock(value.closes_at)}"


@as_record.register(tuple)
def _(value: tuple[object, ...]) -> list[Any]:
    return [each if type(each) is str else as_record(each) for each in value]


@as_record.register(Mapping)
def _(value: Mapping[str, object]) -> dict[str, Any]:
    return {key: as_record(value[key]) for key in sorted(value)}


@as_record.register
def _(value: DayHours) -> str:
    if value.spans:
        return ", ".join(as_record(span) for span in value.spans)
    return "by appointment" if value.by_appointment else "closed"


@as_record.register
def _(value: HoursException) -> dict[str, str]:
    return {
        "first_date": value.first_date.isoformat(),
        "last_date": value.last_date.isoformat(),
        "hours": _known(value.hours),
        "reason": value.reason,
    }


@as_record.register
def _(value: OpeningHours) -> dict[str, Any]:
    plain: dict[str, Any] = {name.lower(): _known(day) for name, day in zip(DAY_NAMES, value.week, strict=True)}
    plain["bank_holidays"] = _known(value.bank_holidays)
    if value.exceptions:
        plain["exceptions"] = as_record(value.exceptions)
    if value.note is not None:
        plain["note"] = value.note
    return plain


def _known(hours: DayHours | str | None) -> str:
    return "unknown" if hours is None else str(as_record(hours))
