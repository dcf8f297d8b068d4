"""One row for each stretch of opening of each hub, and for each day that is closed or not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import clock
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES, DayHours, Hub, OpeningHours, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """One stretch of opening, or one day without."""

    hub: Hub
    applies: Literal["usual week", "bank holidays", "exception"]
    state: Literal["open", "closed", "by appointment", "as usual", "unknown"]
    day: str | None = None
    first_date: date | None = None
    last_date: date | None = None
    span: Span | None = None
    reason: str | None = None


def _rows(edition: Edition) -> Iterator[HoursRow]:
    for hub in edition.directory.hubs:
        hours = hub.opening_hours or OpeningHours(week=(None,) * len(DAY_NAMES))
        for name, day in zip(DAY_NAMES, hours.week, strict=True):
            for state, span in _stretches(day):
                yield HoursRow(hub=hub, applies="usual week", day=name, state=state, span=span)
        if hours.bank_holidays == "as usual":
            yield HoursRow(hub=hub, applies="bank holidays", state="as usual")
        else:
            for state, span in _stretches(hours.bank_holidays):
                yield HoursRow(hub=hub, applies="bank holidays", state=state, span=span)
        for each in sorted(hours.exceptions, key=lambda each: (each.first_date, each.last_date)):
            for state, span in _stretches(each.hours):
                yield HoursRow(
                    hub=hub,
                    applies="exception",
                    first_date=each.first_date,
                    last_date=each.last_date,
                    state=state,
                    span=span,
                    reason=each.reason,
                )


def _stretches(
    day: DayHours | None,
) -> Iterator[tuple[Literal["open", "closed", "by appointment", "unknown"], Span | None]]:
    if day is None:
        yield "unknown", None
    elif day.spans:
        yield from (("open", span) for span in sorted(day.spans))
    else:
        yield ("by appointment" if day.by_appointment else "closed"), None


COLUMNS: dict[str, Column[HoursRow]] = {
    "hub": Column("text", "The hub's short name.", lambda _, row: row.hub.slug),
    "hub_name": Column("text", "The hub's name.", lambda _, row: row.hub.name),
    "applies": Column("text", "usual week, bank holidays or exception.", lambda _, row: row.applies),
    "day": Column("text", "In the usual week: the day.", lambda _, row: row.day),
    "first_date": Column("date", "For an exception: its first day.", lambda _, row: row.first_date),
    "last_date": Column("date", "For an exception: its last day.", lambda _, row: row.last_date),
    "state": Column("text", "open, closed, by appointment, as usual or unknown.", lambda _, row: row.state),
    "opens_at": Column("time", "When it opens.", lambda _, row: clock(row.span.opens_at) if row.span else None),
    "closes_at": Column(
        "time",
        "When it closes; before opens_at where that is on the next day.",
        lambda _, row: clock(row.span.closes_at) if row.span else None,
    ),
    "reason": Column("text", "For an exception: why.", lambda _, row: row.reason),
}

OPENING_HOURS = Table(
    name="opening-hours",
    title="Opening hours",
    description="One row for each stretch of opening of each hub, and for each day that is closed or not known.",
    rows=_rows,
    columns=COLUMNS,
)
