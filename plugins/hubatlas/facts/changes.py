"""What a change of the records does to what hubs owe: their weekly hours and their core offer, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from hubatlas.directory import Directory
from hubatlas.facts.commitment import Commitment, commitments
from hubatlas.facts.core_offer import CoreEntry, core_offer, owed_offers
from hubatlas.facts.wording import days_of_week_words, duration_words
from hubatlas.model import CoreStatus, Hub

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
    """What changes for one hub, by its slug, as a sentence without its full stop."""

    hub: str
    words: str


def changes(before: Directory, after: Directory, today: date) -> tuple[Change, ...]:
    """What is different in `after` of the weekly hours and the core offer of each hub, by slug."""
    earlier = {hub.slug: hub for hub in before.hubs}
    later = {hub.slug: hub for hub in after.hubs}
    found: list[Change] = []
    for slug in sorted(earlier.keys() | later.keys()):
        old, new = earlier.get(slug), later.get(slug)
        found += (Change(slug, words) for words in _hours(_commitments(before, old), _commitments(after, new)))
        found += (Change(slug, words) for words in _offers(_entries(before, old, today), _entries(after, new, today)))
    return tuple(found)


def _commitments(directory: Directory, hub: Hub | None) -> dict[str, Commitment]:
    return {} if hub is None else {each.standard.id: each for each in commitments(directory, hub)}


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
    """A core service that is new in the network's list, or a hub that is new in the network, is no change of either."""
    for core_service, (hub, now) in after.items():
        if core_service in before and before[core_service][1].status != now.status:
            until_now = _UNTIL_NOW[before[core_service][1].status]
            yield f"{hub.name} {_WOULD[now.status]} {now.core_service.label}, {until_now}"
    for core_service, (hub, was) in before.items():
        if core_service not in after and was.status == "delivering":
            yield f"{hub.name} would no longer count as delivering {was.core_service.label}"
