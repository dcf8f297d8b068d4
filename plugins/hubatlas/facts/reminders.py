"""Whom to remind of what: for each hub, the facts that those who run it should check by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.confirmation import records_to_check
from hubatlas.facts.freshness import Checked, freshness
from hubatlas.frozen import dataclass
from hubatlas.model import Contact, Hub, Organisation, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A hub or one of its services, and the groups of facts that wait for a check."""

    record: Hub | Service
    groups: tuple[Checked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """What to ask those who run a hub: nothing where `waiting` is empty.

    `owner` runs the hub, None where nobody is stated. `contact` is whom to write to, of the owner or else of the hub.
    `due_on` is the day that something is due: that of the reminder where anything waits, else the next to come.
    """

    hub: Hub
    owner: Organisation | None
    contact: Contact | None
    waiting: tuple[Waiting, ...]
    due_on: date


def reminders(directory: Directory, today: date) -> tuple[Reminder, ...]:
    """A reminder for each hub that has not ended, by its name.

    It speaks of the hub and its own services. A group of facts waits when it is due, overdue or was never confirmed.
    """
    kept = [record for kind, record in records_to_check(directory) if kind in {"hubs", "services"}]
    hubs = [record for record in kept if isinstance(record, Hub)]
    services = [record for record in kept if isinstance(record, Service)]
    home = {service.slug: _home(directory, service) for service in services}
    found = (
        _reminder(directory, hub, [each for each in services if home[each.slug] == hub.slug], today) for hub in hubs
    )
    return tuple(sorted(found, key=lambda each: (each.hub.name.casefold(), each.hub.slug)))


def _home(directory: Directory, service: Service) -> str | None:
    """The hub whose staff are asked about a service: the first there is that its provider runs; None elsewhere."""
    if service.provider is None:
        return None
    run = sorted(hub.slug for hub in directory.hubs_run_by(service.provider))
    at = [slug for slug in run if directory.status(directory.hub(slug)).shown_as != "ended"]
    return next((slug for slug in at if any(each.slug == service.slug for each in directory.services_at(slug))), None)


def _reminder(directory: Directory, hub: Hub, services: list[Service], today: date) -> Reminder:
    owner = None if hub.operator is None else directory.organisation(hub.operator)
    records: tuple[Hub | Service, ...] = (hub, *services)
    checked = [(record, freshness(record, directory.network, today).groups) for record in records]
    waiting = tuple(Waiting(record=record, groups=late) for record, groups in checked if (late := _late(groups)))
    coming = (group.due_on for _, groups in checked for group in groups if group.due_on is not None)
    return Reminder(
        hub=hub,
        owner=owner,
        contact=next(_contacts(hub, owner), None),
        waiting=waiting,
        due_on=today if waiting else min(coming),
    )


def _late(groups: tuple[Checked, ...]) -> tuple[Checked, ...]:
    return tuple(group for group in groups if group.state != "fresh")


def _contacts(hub: Hub, owner: Organisation | None) -> Iterator[Contact]:
    """Who can be written to: the organisation first, as its staff know whom to ask."""
    for record in (owner, hub):
        if record is not None and record.contact is not None and record.contact.email is not None:
            yield record.contact
