"""Which sessions people can go to."""

from __future__ import annotations

from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.occurrences import Occurrence, has_ended, next_beginning
from hubatlas.model import Service, Session


def is_over(service: Service, session: Session, today: date) -> bool:
    """Whether nothing more of the session is to come."""
    return service.status == "ended" or has_ended(session.schedule, today)


def is_running(directory: Directory, service: Service, session: Session, today: date) -> bool:
    """Whether people can go to it: it is not over, and neither it nor its hub is ended or still to come."""
    if service.status != "active" or is_over(service, session, today):
        return False
    return session.hub is None or directory.status(directory.hub(session.hub)).shown_as == "open"


def next_to_go_to(directory: Directory, service: Service, session: Session, today: date) -> Occurrence | None:
    """The first time from `today` on that people can go to it; None where there is none, or none is known."""
    key = (next_to_go_to, service.slug, session.id, today)
    return directory.once(key, lambda: _next_to_go_to(directory, service, session, today))


def _next_to_go_to(directory: Directory, service: Service, session: Session, today: date) -> Occurrence | None:
    if not is_running(directory, service, session, today):
        return None
    return next_beginning(session, today, bank_holidays(directory.network.bank_holidays))
