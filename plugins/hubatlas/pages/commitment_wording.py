"""How a hub stands to its weekly hours, in words."""

from __future__ import annotations

from datetime import timedelta

from hubatlas.directory import Directory
from hubatlas.facts.commitment import Commitment, commitments
from hubatlas.facts.wording import days_of_week_words, duration_words, listed
from hubatlas.model import DAY_NAMES, Hub

_AN_HOUR = timedelta(hours=1)


def hours_words(duration: timedelta) -> str:
    """38 hours, 7 hours 30 minutes, or 0 hours."""
    return duration_words(duration) if duration else "0 hours"


def verdict_words(commitment: Commitment) -> str:
    """Meets it, 5 hours short, or not known."""
    match commitment.verdict:
        case "meets":
            return "Meets it"
        case "falls short":
            return f"{hours_words(commitment.minimum - commitment.counted)} short"
        case "unknown":
            return "Not known"


def counted_words(commitment: Commitment) -> str:
    """38 hours, or at least 10 hours where days are not known."""
    if commitment.exact:
        return hours_words(commitment.counted)
    return f"At least {hours_words(commitment.counted)}" if commitment.counted else "Not known"


def caveats(commitment: Commitment) -> str | None:
    """What the count leaves open, and whose hours it holds: Friday not known; with the Pavilion."""
    others = listed([door.name for door in commitment.doors[1:]])
    appointments = days_of_week_words(commitment.by_appointment_days)
    some_known = len(commitment.unknown_days) < len(DAY_NAMES) or commitment.counted
    parts = (
        f"{days_of_week_words(commitment.unknown_days)} not known" if commitment.unknown_days and some_known else "",
        f"{appointments} by appointment, not counted" if appointments else "",
        f"with {others}" if others else "",
    )
    return "; ".join(part for part in parts if part) or None


def commitment_lines(directory: Directory, hub: Hub) -> tuple[str, ...]:
    """For the hub's own page: Open 38 hours a week; the network asks for 30. None where the hours are not known."""
    return tuple(
        f"{_open(each)}; the network asks for {_asked(each)}."
        for each in commitments(directory, hub)
        if each.counted or each.exact
    )


def _open(commitment: Commitment) -> str:
    together = " together with " + listed([door.name for door in commitment.doors[1:]])
    least = "Open" if commitment.exact else "Known to be open"
    return f"{least} {hours_words(commitment.counted)} a week{together if len(commitment.doors) > 1 else ''}"


def _asked(commitment: Commitment) -> str:
    whole = commitment.minimum % _AN_HOUR == timedelta()
    return str(commitment.minimum // _AN_HOUR) if whole else hours_words(commitment.minimum)
