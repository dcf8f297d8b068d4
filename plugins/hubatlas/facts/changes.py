"""What a change of the records does to what hubs owe: their weekly hours and their core offer, before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from hubatlas.directory import Directory
from hubatlas.facts.commitment import Commitment, commitments
from hubatlas.facts.core_offer import CoreEntry, core_offer, owed_offers
from hubatlas.facts.wording import days_of_week_words, duration_words
from hubatlas.frozen import dataclass
from hubatlas.model import CoreStatus, Hub
from hubatlas.network import Standard

_AN_HOUR = timedelta(hours=1)
_WOULD: Mapping[CoreStatus, str] = MappingProxyType(
    {
        "delivering": "would deliver",
        "working towards": "would be working towards",
        "not yet": "would not yet deliver",
        "unknown": "would not be known to deliver",
    }
)
_UNTIL_NOW: Mapping[CoreStatus, str] = MappingProxyType(
    {
        "delivering": "which it delivers now",
        "working towards": "which it works towards now",
        "not yet": "which it does not deliver now",
        "unknown": "of which nothing is known now",
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for one hub, by its slug, or for None what the network asks for; without its full stop."""

    hub: str | None
    words: str


def changes(before: Directory, after: Directory, today: date) -> tuple[Change, ...]:
    """What is different in `after` of what the network asks for, then of each hub's hours and core offer, by slug.

    A standard or a list of core services that is new, or is no more, is told once and not of each hub.
    """
    earlier = {hub.slug: hub for hub in before.hubs}
    later = {hub.slug: hub for hub in after.hubs}
    asked = _standards(before).keys() & _standards(after).keys()
    found = [Change(None, words) for words in (*_new_standards(before, after), *_new_lists(before, after))]
    for slug in sorted(earlier.keys() | later.keys()):
        old, new = earlier.get(slug), later.get(slug)
        words = _hours(_commitments(before, old, asked), _commitments(after, new, asked))
        found += (Change(slug, each) for each in words)
        found += (Change(slug, each) for each in _offers(_entries(before, old, today), _entries(after, new, today)))
    return tuple(found)


def _standards(directory: Directory) -> dict[str, Standard]:
    return {each.id: each for each in directory.network.standards if each.weekly_hours is not None}


def _new_standards(before: Directory, after: Directory) -> Iterator[str]:
    was, now = _standards(before), _standards(after)
    for standard in (now[each] for each in now if each not in was):
        owing = (each for hub in after.hubs for each in commitments(after, hub) if each.standard == standard)
        count = Counter(each.verdict for each in owing)
        met, short, unknown = count["meets"], count["falls short"], count["unknown"]
        stand = f"{met} would meet it, {short} fall short, {unknown} nobody can tell"
        yield f'"{standard.label}" would be new: of the open hubs that owe it, {stand}'
    yield from (f'"{was[each].label}" would no longer ask for weekly hours' for each in was if each not in now)


def _new_lists(before: Directory, after: Directory) -> Iterator[str]:
    was = {each.id: each for each in before.network.core_offers}
    now = {each.id: each for each in after.network.core_offers}
    yield from (f'"{now[each].label}" would be a new core offer' for each in now if each not in was)
    yield from (f'"{was[each].label}" would no longer be a core offer' for each in was if each not in now)


def _commitments(directory: Directory, hub: Hub | None, asked: Collection[str]) -> dict[str, Commitment]:
    if hub is None:
        return {}
    return {each.standard.id: each for each in commitments(directory, hub) if each.standard.id in asked}


def _hours(before: Mapping[str, Commitment], after: Mapping[str, Commitment]) -> Iterator[str]:
    for standard, now in after.items():
        was = before.get(standard)
        name, label = now.hub.name, now.standard.label
        if was is None or (was.counted, was.unknown_days) != (now.counted, now.unknown_days):
            yield f"{name} would be {_open_words(now, was)}, {_against(now)}"
        elif was.minimum != now.minimum:
            asked = f"{_hours_words(now.minimum)} instead of {_bare(was.minimum)}"
            yield f'"{label}" would ask for {asked}; {name} is {_open_words(now)}, {_against(now)}'
    for standard, was in before.items():
        if standard not in after:
            yield f'{was.hub.name} would no longer be an open hub that owes the hours of "{was.standard.label}"'


def _open_words(commitment: Commitment, was: Commitment | None = None) -> str:
    least = "" if commitment.exact else "known to be "
    words = f"{least}open {_hours_words(commitment.counted)} a week"
    if was is not None:
        words += f" instead of {'' if was.exact else 'at least '}{_bare(was.counted)}"
    return words if commitment.exact else f"{words} ({days_of_week_words(commitment.unknown_days)} not known)"


def _against(commitment: Commitment) -> str:
    asked = f'the {_bare(commitment.minimum)} of "{commitment.standard.label}"'
    match commitment.verdict:
        case "meets":
            return f"which meets {asked}"
        case "falls short":
            return f"below {asked}"
        case "unknown":
            return f"so that nobody can tell whether it meets {asked}"


def _hours_words(duration: timedelta) -> str:
    return duration_words(duration) if duration else "0 hours"


def _bare(duration: timedelta) -> str:
    """The number alone, for whole hours that stand beside others."""
    return str(duration // _AN_HOUR) if duration % _AN_HOUR == timedelta() else duration_words(duration)


def _entries(directory: Directory, hub: Hub | None, today: date) -> dict[str, tuple[Hub, CoreEntry]]:
    if hub is None or directory.status(hub).shown_as != "open":
        return {}
    return {
        entry.core_service.id: (hub, entry)
        for offer in owed_offers(directory, hub)
        for entry in core_offer(directory, hub, offer, today).entries
    }


def _offers(before: Mapping[str, tuple[Hub, CoreEntry]], after: Mapping[str, tuple[Hub, CoreEntry]]) -> Iterator[str]:
    """What changes of the core services that are asked of the hub before and after."""
    for core_service, (hub, now) in after.items():
        if core_service in before and before[core_service][1].status != now.status:
            until_now = _UNTIL_NOW[before[core_service][1].status]
            yield f"{hub.name} {_WOULD[now.status]} {now.core_service.label}, {until_now}"
