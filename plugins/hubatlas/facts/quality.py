"""Quality awards, which lapse by themselves, and applications with their deadlines and decision dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.freshness import months_later
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Application, Hub, QualityAward
from hubatlas.network import QualityScheme

LAPSING = timedelta(days=92)
"""How long before its end an award is told of as lapsing: about a quarter of a year."""

Validity = Literal["valid", "lapsing", "lapsed", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardStanding:
    """One award on a day.

    `until` is the last day on which it counts: None where it does not lapse. Of an award of which only the month or the
    year is known, `until` is the last day that it can be; while it may have lapsed already, its validity is unknown.
    """

    hub: Hub
    award: QualityAward
    scheme: QualityScheme
    validity: Validity
    until: date | None


def awards(directory: Directory, today: date) -> tuple[AwardStanding, ...]:
    """Every award of every hub, by scheme, then by the hub's name, the newest first."""
    order = {scheme.id: position for position, scheme in enumerate(directory.network.quality_schemes)}
    found = [standing for hub in directory.hubs for standing in awards_of(directory, hub, today)]
    found.sort(key=lambda each: each.award.awarded.first, reverse=True)
    return tuple(
        sorted(found, key=lambda each: (order[each.scheme.id], plain(each.hub.name).casefold(), each.hub.slug))
    )


def awards_of(directory: Directory, hub: Hub, today: date) -> tuple[AwardStanding, ...]:
    """How each award of the hub stands on that day, in the order of its record."""
    return tuple(_standing(directory, hub, award, today) for award in hub.quality)


def applications(directory: Directory) -> Iterator[tuple[Hub, Application, QualityScheme]]:
    """Each application of each hub, with its scheme, by the hub's name."""
    for hub in sorted(directory.hubs, key=lambda hub: (plain(hub.name).casefold(), hub.slug)):
        for application in hub.applications:
            yield hub, application, directory.quality_scheme(application.scheme)


def deadline(application: Application, scheme: QualityScheme) -> date | None:
    """The day by which an application must be finished: stated, or by the scheme's time limit; None where not known."""
    if application.deadline is not None:
        return application.deadline
    if application.submitted is None or scheme.limit_months is None:
        return None
    return months_later(application.submitted.last, scheme.limit_months)


def next_decisions(scheme: QualityScheme, today: date) -> tuple[date, ...]:
    """The days on which applications are decided, from `today` on, as far as they are published."""
    return tuple(day for day in sorted(scheme.decision_dates) if day >= today)


def _standing(directory: Directory, hub: Hub, award: QualityAward, today: date) -> AwardStanding:
    scheme = directory.quality_scheme(award.scheme)
    first, last = _lasts_until(award, scheme)
    return AwardStanding(hub=hub, award=award, scheme=scheme, validity=_validity(first, last, today), until=last)


def _lasts_until(award: QualityAward, scheme: QualityScheme) -> tuple[date | None, date | None]:
    """The first and the last day that the last day of the award can be."""
    if award.expires is not None:
        return award.expires, award.expires
    if scheme.lasts_months is None:
        return None, None
    ends = (months_later(day, scheme.lasts_months) for day in (award.awarded.first, award.awarded.last))
    first, last = (day - timedelta(days=1) for day in ends)
    return first, last


def _validity(first: date | None, last: date | None, today: date) -> Validity:
    if first is None or last is None:
        return "valid"
    if today > last:
        return "lapsed"
    if today > first:
        return "unknown"
    return "lapsing" if first - today <= LAPSING else "valid"
