"""The values of an indicator that may be shown: those that records state, and the network's sums of hubs' returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.returns import ReturnsDue, returns_due
from hubatlas.facts.suppression import NETWORK, Hidden, Scope, hidden_values, scope_of
from hubatlas.frozen import dataclass
from hubatlas.model import Indicator, PartialDate

ADDED_UP = ("count", "money")
"""The kinds of indicator whose values can be added up; a per cent or a ratio cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How a total was added up: returns that came, returns that were due, and how many of the first are not shown."""

    handed_in: int
    due: int
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value as it may be shown; `value` is None where `hidden` says why not.

    `least` is true of a total that is not whole. `added_up` tells how it was made where no record states it.
    """

    scope: Scope
    period: PartialDate
    value: float | None
    most: float | None = None
    hidden: Hidden | None = None
    least: bool = False
    about: bool = False
    provisional: bool = False
    source: str | None = None
    as_of: PartialDate | None = None
    note: str | None = None
    added_up: Sum | None = None


def figures(directory: Directory, indicator: Indicator, today: date) -> tuple[Figure, ...]:
    """Every figure of the indicator, in order of time, then the network's before those of hubs, services and places.

    Where sources contradict each other there is a figure for each. The network's total of hubs' returns is among
    them, unless a record states the same number: whole where every return that is due has come and may be shown, else
    the least that it can be.
    """
    stated = stated_figures(directory, indicator)
    known = {(each.period.first, each.period.last, each.value) for each in stated if each.scope == NETWORK}
    sums = [
        total
        for due in returns_due(directory, indicator, today)
        if indicator.kind in ADDED_UP and (total := _total(due, stated)) is not None
        if total.least or (due.period.first, due.period.last, total.value) not in known
    ]
    return tuple(sorted((*stated, *sums), key=_in_order))


def stated_figures(directory: Directory, indicator: Indicator) -> tuple[Figure, ...]:
    """The figures that the record itself states, in order; a hidden one tells neither its value nor its note."""
    found = (
        Figure(
            scope=scope_of(value),
            period=value.period,
            value=None if hidden else value.value,
            most=None if hidden else value.most,
            hidden=hidden,
            about=value.about == "yes",
            provisional=value.provisional == "yes",
            source=value.source,
            as_of=value.as_of,
            note=None if hidden else value.note,
        )
        for value, hidden in zip(indicator.values, hidden_values(directory, indicator), strict=True)
    )
    return tuple(sorted(found, key=_in_order))


def shown_record(directory: Directory, indicator: Indicator) -> Indicator:
    """The indicator as it may be published: a value that may not be shown is left out, with its note."""
    hidden = hidden_values(directory, indicator)
    values = (
        value if why is None else replace(value, value=None, most=None, note=None)
        for value, why in zip(indicator.values, hidden, strict=True)
    )
    return replace(indicator, values=tuple(values))


def latest(found: Iterable[Figure], scope: Scope = NETWORK) -> tuple[Figure, ...]:
    """The figures of that scope for the time that ended last; several where sources contradict each other."""
    own = [figure for figure in found if figure.scope == scope]
    if not own:
        return ()
    newest = max(own, key=lambda figure: (figure.period.last, figure.period.first)).period
    return tuple(each for each in own if (each.period.first, each.period.last) == (newest.first, newest.last))


def newest_first(found: Iterable[Figure]) -> list[Figure]:
    """The figures with the time that began last first; within one time in the order that they had."""
    return sorted(found, key=lambda figure: (figure.period.first, figure.period.last), reverse=True)


def figures_by_scope(directory: Directory) -> dict[Scope, tuple[tuple[Indicator, Figure], ...]]:
    """The figures that records state, by what they are of: each with its indicator, the newest time first."""
    return directory.once(figures_by_scope, lambda: _figures_by_scope(directory))


def _figures_by_scope(directory: Directory) -> dict[Scope, tuple[tuple[Indicator, Figure], ...]]:
    by_scope: defaultdict[Scope, list[tuple[Indicator, Figure]]] = defaultdict(list)
    for indicator in directory.indicators:
        for figure in newest_first(stated_figures(directory, indicator)):
            by_scope[figure.scope].append((indicator, figure))
    return {scope: tuple(found) for scope, found in by_scope.items()}


def _total(due: ReturnsDue, stated: Iterable[Figure]) -> Figure | None:
    """What the hubs' returns of that time add up to; None where there is nothing that may be added up."""
    parts: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in stated:
        if figure.scope.kind == "hub" and figure.scope.slug in due.handed_in and _same_time(figure.period, due.period):
            parts[figure.scope.slug].append(figure)
    shown = [part for each in parts.values() if (part := _least(each)) is not None]
    if not shown:
        return None
    hidden = len(parts) - len(shown)
    least = bool(hidden or due.missing) or any(
        len({(one.value, one.most) for one in each}) > 1 for each in parts.values()
    )
    ranged = not least and any(part.most is not None for part in shown)
    return Figure(
        scope=NETWORK,
        period=due.period,
        value=sum(part.value or 0 for part in shown),
        most=sum(part.most or part.value or 0 for part in shown) if ranged else None,
        least=least,
        about=any(part.about for part in shown),
        provisional=any(part.provisional for part in shown),
        added_up=Sum(handed_in=len(due.handed_in), due=len(due.handed_in) + len(due.missing), hidden=hidden),
    )


def _least(same: list[Figure]) -> Figure | None:
    """The smallest of one hub's figures for one time; None where one of them may not be shown."""
    if any(figure.value is None for figure in same):
        return None
    return min(same, key=lambda figure: figure.value or 0)


def _same_time(one: PartialDate, other: PartialDate) -> bool:
    return (one.first, one.last) == (other.first, other.last)


_SCOPES = ("network", "hub", "service", "place")


def _in_order(figure: Figure) -> tuple[object, ...]:
    return (
        figure.period.first,
        figure.period.last,
        _SCOPES.index(figure.scope.kind),
        figure.scope.slug,
        figure.added_up is not None,
        figure.source or "",
        figure.value or 0,
    )
