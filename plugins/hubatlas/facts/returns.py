"""Which hubs owe a value of an indicator for which time, and which of them have handed one in."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Indicator, PartialDate

MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnsDue:
    """The returns of one time: the slugs of the hubs that handed one in, and of those that owe one and did not."""

    period: PartialDate
    handed_in: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every hub that owes a value has handed one in, and at least one does."""
        return bool(self.handed_in) and not self.missing


def returns_due(directory: Directory, indicator: Indicator, today: date) -> tuple[ReturnsDue, ...]:
    """The returns of each month, quarter or year that is over, from the first that is due, in order.

    A hub owes a value for a time by whose end it was surely open and whose end it was open to see. Where the record
    names no hubs, every open hub owes one; a satellite owes one only where it is named. Times for which no hub owes
    anything are left out. Empty where the indicator has no returns, or where nobody said since when they are due.
    """
    handed_in: defaultdict[tuple[date, date], set[str]] = defaultdict(set)
    for value in indicator.values:
        if value.hub is not None:
            handed_in[value.period.first, value.period.last].add(value.hub)
    due = []
    for period in _periods(indicator, today):
        owing = [hub.slug for hub in _returning(directory, indicator) if _owes(directory, hub, period)]
        given = handed_in[period.first, period.last]
        if owing:
            found = ReturnsDue(
                period=period,
                handed_in=tuple(hub for hub in owing if hub in given),
                missing=tuple(hub for hub in owing if hub not in given),
            )
            due.append(found)
    return tuple(due)


def _periods(indicator: Indicator, today: date) -> Iterator[PartialDate]:
    """Each time that is over by today, from the month in which returns begin; a year may begin in any month."""
    if indicator.returns is None or indicator.returns_from is None:
        return
    length = MONTHS[indicator.returns]
    start = indicator.returns_from.first.replace(day=1)
    while (period := _period(start, length)).last < today:
        yield period
        start = _later(start, length)


def _period(start: date, months: int) -> PartialDate:
    last = _later(start, months - 1)
    text = f"{start:%Y-%m}"
    if months == _MONTHS_A_YEAR and start.month == 1:
        text = f"{start:%Y}"
    elif months > 1:
        text = f"{start:%Y-%m}/{last:%Y-%m}"
    return PartialDate(text, start, last.replace(day=monthrange(last.year, last.month)[1]))


def _later(month: date, months: int) -> date:
    """The first day of the month so many months on."""
    years, months = divmod(month.month - 1 + months, _MONTHS_A_YEAR)
    return date(month.year + years, months + 1, 1)


def _returning(directory: Directory, indicator: Indicator) -> tuple[Hub, ...]:
    if indicator.returned_by:
        return tuple(directory.hub(slug) for slug in sorted(indicator.returned_by))
    return tuple(hub for hub in directory.hubs if hub.parent is None)


def _owes(directory: Directory, hub: Hub, period: PartialDate) -> bool:
    """Whether it was open for people by the end of that time, as far as anybody can be sure."""
    if hub.opened is not None and hub.opened.last > period.last:
        return False
    match directory.status(hub).shown_as:
        case "open":
            return True
        case "ended":
            return hub.opened is not None and hub.closed is not None and hub.closed.first > period.last
    return False
