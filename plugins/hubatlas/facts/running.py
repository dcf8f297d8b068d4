"""Which sessions people can go to."""

from __future__ import annotations

from datetime import date, datetime, time

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.occurrences import Occurrence, has_ended, next_occurrence
from hubatlas.model import Service, Session


def is_over(service: Service, session: Session, today: date) -> bool:
    """Whether nothing more of the session is to come."""
    return service.status == "ended" or has_ended(session.schedule, today)


def is_running(directory: Directory, service: Service, session: Session, today: date) -> bool:
    """Whether people can go to it: it is not over, and neither it nor its hub is ended or still to come."""
    if service.status != "active" or is_over(service, session, today):
        return False
    return session.hub is None or directory.status(directory.hub(session.hub)).shown_as == "open"


def running_at(directory: Directory, hub: str, today: date) -> list[tuple[Service, Session]]:
    """The sessions at a hub, by its slug, that people can go to; several pages show them."""
    return directory.once((running_at, hub, today), lambda: _running_at(directory, hub, today))


def _running_at(directory: Directory, hub: str, today: date) -> list[tuple[Service, Session]]:
    return [pair for pair in directory.sessions_at(hub) if is_running(directory, *pair, today)]


def soonest(directory: Directory, service: Service, session: Session, today: date) -> Occurrence | None:
    """Its first time that is not over as `today` begins; worked out once, though many pages tell of it."""
    return directory.once((soonest, service.slug, session.id, today), lambda: _soonest(directory, session, today))


def _soonest(directory: Directory, session: Session, today: date) -> Occurrence | None:
    holidays = bank_holidays(directory.network.bank_holidays)
    return next_occurrence(session, after=datetime.combine(today, time()), bank_holidays=holidays)


def next_beginning(directory: Directory, service: Service, session: Session, today: date) -> Occurrence | None:
    """Its first time that begins on `today` or later: last night's may still be going on after midnight."""
    held = soonest(directory, service, session, today)
    if held is None or held.day >= today or held.ends is None:
        return held
    holidays = bank_holidays(directory.network.bank_holidays)
    return next_occurrence(session, after=held.ends, bank_holidays=holidays)


def next_to_go_to(directory: Directory, service: Service, session: Session, today: date) -> Occurrence | None:
    """The first time from `today` on that people can go to it; None where there is none, or none is known."""
    return (
        next_beginning(directory, service, session, today) if is_running(directory, service, session, today) else None
    )
