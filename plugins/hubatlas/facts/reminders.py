"""Whom to remind of what: the facts that those who run a hub, or a service elsewhere, should check by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.confirmation import records_to_check
from hubatlas.facts.freshness import Checked, freshness_in
from hubatlas.frozen import dataclass
from hubatlas.model import Contact, Hub, Organisation, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A hub or one of its services, and the groups of facts that wait for a check."""

    record: Hub | Service
    groups: tuple[Checked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """What to ask those who run a hub, or services elsewhere: nothing where `waiting` is empty.

    `about` is the hub, or the organisation whose services it is about. `owner` runs them, None where nobody is stated.
    `contact` is whom to write to, of the owner or else of the hub. `due_on` is the day that something is due: that of
    the reminder where anything waits, else the next to come.
    """

    about: Hub | Organisation
    owner: Organisation | None
    contact: Contact | None
    waiting: tuple[Waiting, ...]
    due_on: date


def reminders(directory: Directory, today: date) -> tuple[Reminder, ...]:
    """A reminder for each hub that has not ended, and each organisation with services that no hub is asked about.

    They come by name. A group of facts waits when it is due, overdue or was never confirmed.
    """
    kept = [record for kind, record in records_to_check(directory) if kind in {"hubs", "services"}]
    asked: dict[tuple[str, str], list[Hub | Service]] = {
        ("hubs", record.slug): [record] for record in kept if isinstance(record, Hub)
    }
    for record in kept:
        if isinstance(record, Service) and (of := _asked_about(directory, record, asked)) is not None:
            asked.setdefault(of, []).append(record)
    found = (_reminder(directory, of, records, today) for of, records in asked.items())
    return tuple(sorted(found, key=lambda each: (each.about.name.casefold(), each.about.slug)))


def _asked_about(directory: Directory, service: Service, asked: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Whose staff are asked about a service: the first hub there that its provider runs, or else the provider.

    Where nobody is stated to provide it, the first hub there is asked.
    """
    hubs = sorted(slug for kind, slug in asked if kind == "hubs")
    if service.provider is not None:
        run = {hub.slug for hub in directory.hubs_run_by(service.provider)}
        hubs = [slug for slug in hubs if slug in run]
    here = (slug for slug in hubs if any(each.slug == service.slug for each in directory.services_at(slug)))
    if (home := next(here, None)) is not None:
        return "hubs", home
    return None if service.provider is None else ("organisations", service.provider)


def _reminder(directory: Directory, of: tuple[str, str], records: list[Hub | Service], today: date) -> Reminder:
    kind, slug = of
    about = directory.hub(slug) if kind == "hubs" else directory.organisation(slug)
    run_by = about.operator if isinstance(about, Hub) else about.slug
    owner = None if run_by is None else directory.organisation(run_by)
    checked = [(record, freshness_in(directory, record, today).groups) for record in records]
    waiting = tuple(Waiting(record=record, groups=late) for record, groups in checked if (late := _late(groups)))
    coming = (group.due_on for _, groups in checked for group in groups if group.due_on is not None)
    return Reminder(
        about=about,
        owner=owner,
        contact=next(_contacts(owner, about), None),
        waiting=waiting,
        due_on=today if waiting else min(coming),
    )


def _late(groups: tuple[Checked, ...]) -> tuple[Checked, ...]:
    return tuple(group for group in groups if group.state != "fresh")


def _contacts(*records: Hub | Organisation | None) -> Iterator[Contact]:
    """Who can be written to: the organisation first, as its staff know whom to ask."""
    for record in records:
        if record is not None and record.contact is not None and record.contact.email is not None:
            yield record.contact
