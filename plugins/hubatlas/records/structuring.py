"""Turns a checked record into its model type. Types change here, nothing else: the schema has judged the shape."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar

from cattrs import Converter

from hubatlas.model import DAY_NAMES, DayHours, HoursException, OpeningHours, PartialDate, Span

_Model = TypeVar("_Model")

MINUTES_A_DAY = 24 * 60


def structure(record: Mapping[str, Any], model: type[_Model]) -> _Model:
    """The record as an instance of `model`; raises if it holds a name that the model lacks."""
    return _CONVERTER.structure(record, model)


def span(text: str) -> Span:
    """What a text such as 14:30-16:30 means; a closing time that is not later is on the next day."""
    opens_at, closes_at = (_minutes(time) for time in text.split("-"))
    return Span(opens_at, closes_at if closes_at > opens_at else closes_at + MINUTES_A_DAY)


@cache
def day_hours(text: str) -> DayHours | None:
    """What the hours of one day mean, such as "09:00-12:30, 13:30-17:00" or "closed"; None for "unknown"."""
    if text == "unknown":
        return None
    if text == "closed":
        return DayHours()
    if text == "by appointment":
        return DayHours(by_appointment=True)
    return DayHours(spans=tuple(map(span, text.split(","))))


SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The first month of each season; winter 2024 ends in February 2025."""


def partial_date(written: str | int) -> PartialDate:
    """The days that a year, a month, a day, a season ("autumn 2014") or a stretch ("2013-02/2013-03") can mean.

    Raises ValueError where the calendar has no such day, or a stretch ends before it begins.
    """
    text = str(written)
    season, space, year = text.partition(" ")
    if space:
        first_month = SEASONS[season.casefold()]
        first, last = date(int(year), first_month, 1), _months_later(int(year), first_month, 2)
    else:
        begins, _, ends = text.partition("/")
        first, last = _days(begins)[0], _days(ends or begins)[1]
    if last < first:
        raise ValueError(f"{text} ends before it begins")
    return PartialDate(text, first, last)


def _days(text: str) -> tuple[date, date]:
    """The first and the last day that a year, a month or a day can mean."""
    match [int(part) for part in text.split("-")]:
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case [year, month]:
            return date(year, month, 1), _months_later(year, month, 0)
        case _:
            return date(int(text), 1, 1), date(int(text), 12, 31)


def _months_later(year: int, month: int, months: int) -> date:
    """The last day of the month that comes so many months after another."""
    years, month = divmod(month - 1 + months, 12)
    return date(year + years, month + 1, monthrange(year + years, month + 1)[1])


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _opening_hours(record: Mapping[str, Any]) -> OpeningHours:
    return OpeningHours(
        week=tuple(day_hours(record.get(day.lower(), "unknown")) for day in DAY_NAMES),
        bank_holidays=_bank_holidays(record.get("bank_holidays", "unknown")),
        exceptions=tuple(map(_hours_exception, record.get("exceptions", ()))),
        note=record.get("note"),
    )


def _bank_holidays(text: str) -> DayHours | Literal["as usual"] | None:
    return "as usual" if text == "as usual" else day_hours(text)


def _hours_exception(record: Mapping[str, Any]) -> HoursException:
    first_date = date.fromisoformat(record["first_date"])
    return HoursException(
        first_date=first_date,
        last_date=date.fromisoformat(record["last_date"]) if "last_date" in record else first_date,
        hours=day_hours(record["hours"]),
        reason=record["reason"],
    )


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(PartialDate, lambda text, _: partial_date(text))
    converter.register_structure_hook(Span, lambda text, _: span(text))
    converter.register_structure_hook(OpeningHours, lambda record, _: _opening_hours(record))
    return converter


_CONVERTER = _converter()
