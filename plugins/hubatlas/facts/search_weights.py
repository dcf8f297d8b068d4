"""How much a thing counts in the search beside others that match as well: 1, or less for what should come after."""

from __future__ import annotations

from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.freshness import State, freshness_in
from hubatlas.model import Hub, Organisation, Service

SESSION_WEIGHT = 0.6
"""A service comes before its sessions, which share its words."""

PLACE_WEIGHT = 0.8
"""People look for help in a place more often than for the place."""

ENDED_WEIGHT = 0.3

AGE_WEIGHTS: dict[State, float] = {"overdue": 0.95, "unconfirmed": 0.9}
"""What was checked in time comes first, if only just: an old fact may still be the one that helps."""


def weight(directory: Directory, record: Hub | Service | Organisation, today: date, usual: float = 1) -> float:
    """The weight of a record that would count as `usual` if it is in use and was checked in time."""
    if _has_ended(directory, record):
        return ENDED_WEIGHT
    return round(usual * AGE_WEIGHTS.get(freshness_in(directory, record, today).state, 1), 3)


def _has_ended(directory: Directory, record: Hub | Service | Organisation) -> bool:
    match record:
        case Hub():
            return directory.status(record).shown_as == "ended"
        case Service():
            return record.status == "ended"
    return False
