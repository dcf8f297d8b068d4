"""How a hub stands to its weekly hours, in words."""

from __future__ import annotations

from datetime import timedelta

from hubatlas.directory import Directory
from hubatlas.facts.commitment import Commitment, commitments
from hubatlas.facts.wording import days_of_week_words, duration_words, listed
from hubatlas.language import gettext as _
from hubatlas.language import ngettext
from hubatlas.model import DAY_NAMES, Hub

_AN_HOUR = timedelta(hours=1)


def hours_words(duration: timedelta) -> str:
    """38 hours, 7 hours 30 minutes, or 0 hours."""
    return duration_words(duration) if duration else ngettext("%(number)s hour", "%(number)s hours", 0)


def verdict_words(commitment: Commitment) -> str:
    """Meets it, 5 hours short, or not known."""
    match commitment.verdict:
        case "meets":
            return _("Meets it")
        case "falls short":
            return _("%(hours)s short", hours=hours_words(commitment.minimum - commitment.counted))
        case "unknown":
            return _("Not known")


def counted_words(commitment: Commitment) -> str:
    """38 hours, or at least 10 hours where days are not known."""
    if commitment.exact:
        return hours_words(commitment.counted)
    if commitment.counted:
        return _("At least %(hours)s", hours=hours_words(commitment.counted))
    return _("Not known")


def caveats(commitment: Commitment) -> str | None:
    """What the count leaves open, and whose hours it holds: Friday not known; with the Pavilion."""
    others = listed([door.name for door in commitment.doors[1:]])
    appointments = days_of_week_words(commitment.by_appointment_days)
    unknown = days_of_week_words(commitment.unknown_days)
    some_known = len(commitment.unknown_days) < len(DAY_NAMES) or commitment.counted
    parts = (
        _("%(days)s not known", days=unknown) if commitment.unknown_days and some_known else "",
        _("%(days)s by appointment, not counted", days=appointments) if appointments else "",
        _("with %(others)s", others=others) if others else "",
    )
    return "; ".join(part for part in parts if part) or None


def commitment_lines(directory: Directory, hub: Hub) -> tuple[str, ...]:
    """For the hub's own page: Open 38 hours a week; the network asks for 30. None where the hours are not known."""
    return tuple(_line(each) for each in commitments(directory, hub) if each.counted or each.exact)


def _line(commitment: Commitment) -> str:
    hours, asked = hours_words(commitment.counted), _asked(commitment)
    others = listed([door.name for door in commitment.doors[1:]])
    if not others:
        if commitment.exact:
            return _("Open %(hours)s a week; the network asks for %(asked)s.", hours=hours, asked=asked)
        return _("Known to be open %(hours)s a week; the network asks for %(asked)s.", hours=hours, asked=asked)
    words = {"hours": hours, "asked": asked, "others": others}
    if commitment.exact:
        return _("Open %(hours)s a week together with %(others)s; the network asks for %(asked)s.", **words)
    return _("Known to be open %(hours)s a week together with %(others)s; the network asks for %(asked)s.", **words)


def _asked(commitment: Commitment) -> str:
    whole = commitment.minimum % _AN_HOUR == timedelta()
    return str(commitment.minimum // _AN_HOUR) if whole else hours_words(commitment.minimum)
