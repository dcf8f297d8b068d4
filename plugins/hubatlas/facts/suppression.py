"""Which values may not be shown, because people could be recognised in them or in what follows from them.

A count above 0 and below the indicator's `suppress_below` is hidden. So is every value that holds a hidden one: the
network's of the same time, a place's with the hub in it, a year's with the quarter in it. Then nothing that is shown
was added up from a hidden value, and no subtraction leads back to one. Last, a total is hidden where taking the shown
values from it leaves a small number: that would be the number of whoever handed in nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.offers import hubs_of
from hubatlas.frozen import dataclass
from hubatlas.model import Indicator, IndicatorValue, PartialDate

ScopeKind = Literal["network", "hub", "service", "place"]
Hidden = Literal["small", "within", "withheld"]
"""Too small to show; holding what is hidden, so not shown either; handed in but not to be shown."""

_BASE = 10
_DAYS_A_MONTH = 30


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """What a value is of: a hub, a service or a place by its slug, or the network, whose slug is empty."""

    kind: ScopeKind
    slug: str = ""


NETWORK = Scope("network")


def scope_of(value: IndicatorValue) -> Scope:
    """What the value is of."""
    if value.hub is not None:
        return Scope("hub", value.hub)
    if value.service is not None:
        return Scope("service", value.service)
    return NETWORK if value.place is None else Scope("place", value.place)


def hidden_values(directory: Directory, indicator: Indicator) -> tuple[Hidden | None, ...]:
    """For each value of the indicator, in its own order: why it may not be shown, None where it may."""
    limit, values = indicator.suppress_below, indicator.values
    wider = {scope: _wider(directory, scope) for scope in {scope_of(value) for value in values}}
    alone = [_by_itself(value, limit) for value in values]
    hidden = _by_wider(wider, (value for value, why in zip(values, alone, strict=True) if why is not None))
    held = [why or _because_of(value, hidden, limit) for value, why in zip(values, alone, strict=True)]
    if limit is None:
        return tuple(held)
    shown = _by_wider(wider, (value for value, why in zip(values, held, strict=True) if why is None))
    return tuple(
        why or ("within" if not _blurred(value, limit) and _leaves(directory, value, shown, limit) else None)
        for value, why in zip(values, held, strict=True)
    )


_Parts = Mapping[Scope, list[IndicatorValue]]
"""Values by every scope that holds them, their own included."""


def _by_wider(wider: Mapping[Scope, frozenset[Scope]], values: Iterable[IndicatorValue]) -> _Parts:
    parts: defaultdict[Scope, list[IndicatorValue]] = defaultdict(list)
    for value in values:
        for scope in wider[scope_of(value)]:
            parts[scope].append(value)
    return parts


def _because_of(value: IndicatorValue, hidden: _Parts, limit: int | None) -> Hidden | None:
    """Whether it holds a hidden value, so that this could be worked out from it."""
    holds = any(_holds(value.period, part.period) for part in hidden.get(scope_of(value), ()))
    return "within" if holds and not _blurred(value, limit) else None


def _by_itself(value: IndicatorValue, limit: int | None) -> Hidden | None:
    if value.value is None:
        return "withheld"
    ends = (value.value, value.value if value.most is None else value.most)
    return "small" if limit is not None and any(0 < end < limit for end in ends) else None


def _blurred(value: IndicatorValue, limit: int | None) -> bool:
    """Whether it is rounded so far that no small number can be worked out from it, as "about 5,000" is."""
    if limit is None or value.about != "yes" or not value.value or value.value % _BASE:
        return False
    rounded_to = 1
    while value.value % (rounded_to * _BASE) == 0:
        rounded_to *= _BASE
    return rounded_to >= 2 * limit


def _holds(period: PartialDate, other: PartialDate) -> bool:
    return period.first <= other.first and other.last <= period.last


def _wider(directory: Directory, scope: Scope) -> frozenset[Scope]:
    """Every scope that holds this one, itself included."""
    found = {scope, NETWORK}
    match scope.kind:
        case "place":
            found |= {Scope("place", place) for place in directory.place_and_wider(scope.slug)}
        case "hub":
            found |= _places_of(directory, scope.slug)
        case "service":
            hubs = [hub.slug for hub in hubs_of(directory, directory.service(scope.slug))]
            if hubs:
                found |= frozenset[Scope].intersection(*(_places_of(directory, hub) for hub in hubs))
            if len(hubs) == 1:
                found.add(Scope("hub", hubs[0]))
    return frozenset(found)


def _places_of(directory: Directory, hub: str) -> frozenset[Scope]:
    places = directory.hub(hub).places
    return frozenset(Scope("place", wider) for place in places for wider in directory.place_and_wider(place))


def _leaves(directory: Directory, total: IndicatorValue, shown: _Parts, limit: int) -> bool:
    """Whether a small number is left when its shown parts of one kind and length are taken from the total."""
    if total.value is None:
        return False
    sums: defaultdict[tuple[object, ...], dict[tuple[Scope, PartialDate], float]] = defaultdict(dict)
    for part in shown.get(scope_of(total), ()):
        scope = scope_of(part)
        itself = scope == scope_of(total) and _holds(part.period, total.period)
        if itself or part.value is None or not _holds(total.period, part.period):
            continue
        level = directory.place(scope.slug).level if scope.kind == "place" else None
        months = round((part.period.last - part.period.first).days / _DAYS_A_MONTH)
        same = sums[scope.kind, level, months]
        same[scope, part.period] = max(part.value, same.get((scope, part.period), part.value))
    return any(0 < total.value - sum(parts.values()) < limit for parts in sums.values())
