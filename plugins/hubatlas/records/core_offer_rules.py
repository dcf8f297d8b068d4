"""What hubs state of their core offer must not contradict what services say of the same hubs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Service
from hubatlas.network import Network
from hubatlas.records.findings import Finding
from hubatlas.records.problems import quoted


@dataclass(frozen=True, slots=True)
class CoreServicesGiven:
    """Which service gives each core service, by slug: at each hub, and at every hub that is no satellite."""

    at: dict[str, dict[str, str]] = field(default_factory=dict)
    everywhere: dict[str, str] = field(default_factory=dict)

    def to(self, hub: Hub) -> dict[str, str]:
        """What is given at that hub: core services and the service that gives each."""
        return {**(self.everywhere if hub.parent is None else {}), **self.at.get(hub.slug, {})}


def core_services_given(services: Iterable[Service]) -> CoreServicesGiven:
    """What active services give and where; of their sessions those that have no end, since no day is known here."""
    given = CoreServicesGiven()
    for service in services:
        if service.status != "active" or not service.core_services:
            continue
        by_service = dict.fromkeys(service.core_services, service.slug)
        if service.at_every_hub == "yes":
            given.everywhere.update(by_service)
        for hub in dict.fromkeys((*service.hubs, *_lasting(service))):
            given.at.setdefault(hub, {}).update(by_service)
    return given


def core_offer_findings(hub: Hub, network: Network, given: CoreServicesGiven) -> Iterator[Finding]:
    """Core services that an open hub says it does not give yet, though a service gives them there."""
    if not any(status.id == hub.status and status.shown_as == "open" for status in network.hub_statuses):
        return
    here = given.to(hub)
    for position, statement in enumerate(hub.core_offer):
        if statement.status == "not yet" and statement.core_service in here:
            service = quoted(here[statement.core_service])
            message = f"{statement.core_service} is said not to be given yet, but the service {service} gives it here"
            hint = "write delivering or working towards, or take it out of the core_services of that service"
            yield Finding(("core_offer", position, "status"), message, hint)


def _lasting(service: Service) -> Iterator[str]:
    for session in service.sessions:
        if session.hub is not None and session.schedule.valid_to is None and session.schedule.repeats != "dates":
            yield session.hub
