"""What must hold of one service and its sessions, beyond their shape."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.model import Service
from hubatlas.records.findings import Finding
from hubatlas.records.hours_rules import schedule_findings
from hubatlas.records.place_rules import point_findings
from hubatlas.records.problems import quoted


def service_findings(service: Service) -> Iterator[Finding]:
    """Facts of a service that contradict each other."""
    youngest, oldest = service.minimum_age, service.maximum_age
    if youngest is not None and oldest is not None and oldest < youngest:
        message = f"maximum_age is {oldest}, less than minimum_age, {youngest}"
        yield Finding(("maximum_age",), message, "put the two ages in order")
    if service.cost and service.cost.free == "yes" and service.cost.amount:
        yield Finding(("cost", "amount"), "free is yes, yet an amount is given", "keep one of them")
    if service.started and service.ended and service.ended.last < service.started.first:
        message = f"ended is {service.ended.text}, before it started in {service.started.text}"
        yield Finding(("ended",), message, "put the two dates in order")
    if service.slug in service.replaced_by:
        where = ("replaced_by", service.replaced_by.index(service.slug))
        yield Finding(where, "a service cannot be named here by itself", "name another service")
    yield from _session_findings(service)


def _session_findings(service: Service) -> Iterator[Finding]:
    ids: set[str] = set()
    for position, session in enumerate(service.sessions):
        where = ("sessions", position)
        if session.id in ids:
            message = f"an earlier session of this service is called {quoted(session.id)} as well"
            yield Finding((*where, "id"), message, "give each session a short name of its own")
        ids.add(session.id)
        if session.hub and session.venue:
            message = "a session takes place at a hub or at another venue, not at both"
            yield Finding((*where, "venue"), message, "leave one of them out", at_name=True)
        if session.venue and session.venue.point:
            yield from point_findings(session.venue.point, (*where, "venue", "point"))
        yield from schedule_findings(session.schedule, (*where, "schedule"))
