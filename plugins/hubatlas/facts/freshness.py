"""How fresh what a record says is: when it was last checked, how, and whether those who run it confirmed it."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date
from functools import cache
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.model import (
    Body,
    Hub,
    Indicator,
    Organisation,
    PartialDate,
    Pathway,
    Place,
    Programme,
    Provenance,
    Service,
    Story,
)
from hubatlas.network import Network

State = Literal["fresh", "due", "overdue", "unconfirmed"]
STATES: tuple[State, ...] = ("fresh", "due", "overdue", "unconfirmed")
"""From the best to the worst."""

Record = Hub | Service | Organisation | Place | Body | Programme | Pathway | Indicator | Story
MONTHS_TO_CHECK = 1
_MONTHS_A_YEAR = 12
_SHORTEST_MONTH = 28
_DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How fresh one group of facts is.

    `on` is the later of the source's date and the confirmation, None where there is neither. `due_on` is the day from
    which a new check is due. `confirmed_on` and `confirmed_by` tell of the last confirmation by those who run it.
    """

    facts: str
    state: State
    on: PartialDate | None
    source: str
    url: str | None
    confirmed_on: date | None
    confirmed_by: str | None
    due_on: date | None
    age_in_days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How fresh a record is: each group of facts by name, the group checked longest ago, and the worst state."""

    groups: tuple[Checked, ...]
    oldest: Checked
    state: State
    confirmed: bool


def freshness(record: Record, network: Network, today: date) -> Freshness:
    """How fresh the record is on that day; the group of facts that was checked longest ago governs.

    A group that was never confirmed by those who run it is `unconfirmed`. Otherwise it is `due` from the day that
    the network's `review_months` name, and `overdue` a month later.
    """
    dated = [(_date_of(each), each) for each in record.provenance]
    names = sorted({group for provenance in record.provenance for group in provenance.facts})
    groups = tuple(_checked(name, [pair for pair in dated if name in pair[1].facts], network, today) for name in names)
    return Freshness(
        groups=groups,
        oldest=min(groups, key=lambda each: date.min if each.on is None else each.on.first),
        state=max((each.state for each in groups), key=STATES.index),
        confirmed=all(each.confirmed_on is not None for each in groups),
    )


def freshness_in(directory: Directory, record: Record, today: date) -> Freshness:
    """How fresh a record of the directory is; worked out once, though many pages and exports tell of it."""
    key = (freshness, type(record), record.slug, today)
    return directory.once(key, lambda: freshness(record, directory.network, today))


def checked_on(record: Record) -> PartialDate | None:
    """When the group of facts that was checked longest ago was last checked; None where its sources give no date."""
    newest: dict[str, PartialDate | None] = {}
    for provenance in record.provenance:
        on = _date_of(provenance)
        for group in provenance.facts:
            known = newest.get(group)
            if known is None or (on is not None and on.first > known.first):
                newest[group] = on
    dates = [on for on in newest.values() if on is not None]
    return min(dates, key=lambda on: on.first) if len(dates) == len(newest) else None


def last_dated(record: Record, today: date) -> date | None:
    """The newest day, until `today`, on which a source spoke for the record or somebody confirmed any part of it.

    A source whose date is only a month or a year tells no day; None where there is no day at all.
    """
    spoken = (each.as_of.first for each in record.provenance if each.as_of and each.as_of.first == each.as_of.last)
    confirmed = (each.confirmed_on for each in record.provenance if each.confirmed_on)
    return max((day for day in (*spoken, *confirmed) if day <= today), default=None)


def old_groups(fresh: Freshness, network: Network, today: date) -> tuple[Checked, ...]:
    """The groups of facts that were last checked so long ago that readers should be told, by the network's months.

    A group of which the network says nothing is old after twice the months that a check is due in.
    """
    return tuple(
        each for each in fresh.groups if each.on and _months_until_old(each, network) <= months_ago(each, today)
    )


def months_ago(checked: Checked, today: date) -> int:
    """For how many whole months a dated group has not been checked, at the least: a year counts from its last day."""
    on = today if checked.on is None else checked.on.last
    months = (today.year - on.year) * _MONTHS_A_YEAR + today.month - on.month
    return max(0, months - (today < months_later(on, months))) if months > 0 else 0


@cache
def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    if year > MAXYEAR:
        return date.max
    last = day.day if day.day <= _SHORTEST_MONTH else calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _months_until_old(checked: Checked, network: Network) -> int:
    notice, review = network.notice_months, network.review_months
    if checked.facts in notice:
        return notice[checked.facts]
    return notice.get(_DEFAULT) or 2 * review.get(checked.facts, review[_DEFAULT])


def _checked(
    group: str, sources: list[tuple[PartialDate | None, Provenance]], network: Network, today: date
) -> Checked:
    on, latest = max(sources, key=lambda pair: date.min if pair[0] is None else pair[0].first)
    confirmed = max((each for _, each in sources), key=lambda each: each.confirmed_on or date.min)
    months = network.review_months.get(group, network.review_months[_DEFAULT])
    due_on = None if on is None else months_later(on.first, months)
    return Checked(
        facts=group,
        state=_state(confirmed.confirmed_on, due_on, today),
        on=on,
        source=latest.source,
        url=latest.url,
        confirmed_on=confirmed.confirmed_on,
        confirmed_by=confirmed.confirmed_by if confirmed.confirmed_on else None,
        due_on=due_on,
        age_in_days=None if on is None else (today - on.first).days,
    )


def _state(confirmed_on: date | None, due_on: date | None, today: date) -> State:
    if confirmed_on is None or due_on is None:
        return "unconfirmed"
    if today < due_on:
        return "fresh"
    return "due" if today < months_later(due_on, MONTHS_TO_CHECK) else "overdue"


def _date_of(provenance: Provenance) -> PartialDate | None:
    """The later of the source's date and the confirmation; a month or a year counts from its first day."""
    day = provenance.confirmed_on
    confirmed = None if day is None else PartialDate(text=day.isoformat(), first=day, last=day)
    known = [each for each in (provenance.as_of, confirmed) if each is not None]
    return max(known, key=lambda each: each.first, default=None)
