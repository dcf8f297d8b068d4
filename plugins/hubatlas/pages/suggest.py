"""Suggest a change: a form filled in with a record; without scripts, where to write and what the record says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Service
from hubatlas.network import Network
from hubatlas.pages.kinds import Head, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedRecord:
    """A record that can be corrected. `place` is the id of its place on the page: hubs_old-mill."""

    place: str
    name: str
    kind: str
    text: str
    mail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestPage:
    """Who suggestions go to, and the records, by name; `issues` is where an issue begins, where they go there."""

    head: Head
    records: tuple[SuggestedRecord, ...]
    email: str | None
    issues: str | None


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, SuggestPage]]:
    """The one page; the date changes nothing."""
    del today
    network = directory.network
    records = [_record(network, "hubs", hub, directory.kind(hub).label) for hub in directory.hubs]
    records += [_record(network, "services", service, "Service") for service in directory.services]
    yield (
        urls.SUGGEST,
        SuggestPage(
            head=Head(
                title="Suggest a change to a hub or service",
                description=f"Put right what {network.name} says about a hub or a service. You need no account.",
                section=urls.SUGGEST,
                trail=(("Home", urls.HOME),),
                indexed=False,
            ),
            records=tuple(sorted(records, key=lambda record: (record.name.casefold(), record.place))),
            email=_email(network),
            issues=_issues(network),
        ),
    )


def _record(network: Network, folder: str, record: Hub | Service, kind: str) -> SuggestedRecord:
    site, email = network.site, _email(network)
    text = urls.record(folder, record.slug)
    if site.repository is not None:
        path = quote(f"{site.records_folder}/{folder}/{record.slug}.yaml")
        text = f"{site.repository.rstrip('/')}/blob/{quote(site.branch)}/{path}"
    return SuggestedRecord(
        place=urls.suggest(folder, record.slug).partition("#")[2],
        name=record.name,
        kind=kind,
        text=text,
        mail=None if email is None else f"mailto:{email}?subject={quote(f'Change to {record.name}')}",
    )


def _email(network: Network) -> str | None:
    return None if network.contact is None else network.contact.email


def _issues(network: Network) -> str | None:
    site = network.site
    if site.suggestions != "issues" or site.repository is None:
        return None
    return f"{site.repository.rstrip('/')}/issues/new"


SUGGEST = PageKind("suggest", "pages/suggest.html", contexts)
