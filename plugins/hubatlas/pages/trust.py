"""Why to believe a record: where its facts come from, when they were last checked, and how to put them right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.freshness import Checked, Record, freshness_in
from hubatlas.facts.wording import date_words, listed, partial_date_words
from hubatlas.model import Hub, Organisation, Provenance, Service
from hubatlas.network import Network
from hubatlas.pages.cards import Link, Source, Trust
from hubatlas.pages.notice import notice
from hubatlas.pages.report import problems
from hubatlas.pages.wording import lower_first, upper_first
from hubatlas.suggesting import FOLDERS

GROUPS = {
    "identity": ("name", "status"),
    "description": ("description",),
    "location": ("address",),
    "contact": ("phone", "web"),
    "hours": ("opening hours",),
    "facilities": ("access", "facilities"),
    "eligibility": ("who it is for",),
    "access": ("how to get in",),
    "cost": ("cost",),
    "sessions": ("times", "places"),
    "network": ("part in the network",),
    "area": ("area",),
    "spaces": ("rooms and desks",),
    "quality": ("quality awards",),
    "core-offer": ("core offer",),
    "membership": ("members",),
    "gaps": ("known gaps",),
    "profile": ("profile",),
    "funding": ("money",),
    "plan": ("plans", "dates"),
    "figures": ("figures",),
}
"""What pages call each group of facts."""


def trust(directory: Directory, kind: str, record: Record, confirmer: str, today: date) -> Trust:
    """What a page says of its record's sources; `kind` is the plural of its type, `confirmer` who could confirm it."""
    fresh = freshness_in(directory, record, today)
    return Trust(
        sources=tuple(_source(each) for each in record.provenance),
        some_confirmed=any(each.confirmed_on is not None for each in record.provenance),
        checked=_checked(fresh.groups),
        due=_due(fresh.groups, today),
        confirmed=fresh.confirmed,
        unconfirmed_words=f"Not yet confirmed by {confirmer}.",
        open_questions=record.open_questions,
        notice=notice(kind, fresh, directory.network, confirmer, today, by_phone=_has_phone(record))
        if _in_use(directory, record)
        else None,
        problems=problems(directory.network, kind, record.name, _address(directory.network, kind, record)),
        suggest=suggest(directory.network, kind, record),
        file=_file(directory.network, kind, record) if kind in FOLDERS else None,
        record=Link("This record as JSON", urls.record(kind, record.slug)),
    )


def _in_use(directory: Directory, record: Record) -> bool:
    """Whether people go there now: of what is over or still to come, nobody needs to ring before they go."""
    if isinstance(record, Hub):
        return directory.status(record).shown_as == "open"
    return not isinstance(record, Service) or record.status == "active"


def _has_phone(record: Record) -> bool:
    contact = record.contact if isinstance(record, Hub | Service | Organisation) else None
    return contact is not None and contact.phone is not None


def _address(network: Network, kind: str, record: Record) -> str:
    return urls.whole(network.site.address, f"/{kind}/{record.slug}/")


def checked_words(directory: Directory, record: Record, today: date) -> str:
    """When the facts of a record were last checked: Checked between 2 May 2026 and 3 June 2026."""
    return _checked(freshness_in(directory, record, today).groups)


def source_line(record: Record) -> str:
    """Where a record that shares its page with others comes from, and when it was last confirmed, on one line."""
    sources = dict.fromkeys(
        each.source if each.as_of is None else f"{each.source}, {partial_date_words(each.as_of)}"
        for each in record.provenance
    )
    confirmed = max((each.confirmed_on for each in record.provenance if each.confirmed_on), default=None)
    words = "Not confirmed" if confirmed is None else f"Last confirmed {date_words(confirmed)}"
    return f"Source: {'; '.join(sources)}. {words}."


def suggest(network: Network, kind: str, record: Record) -> Link:
    """Where to ask for a change: the form, or where there is none, the record's file, a letter, or else the advice."""
    if kind in FOLDERS:
        return Link("Suggest a change", urls.suggest(kind, record.slug))
    file = _file(network, kind, record)
    if file is not None:
        return Link("Suggest a change", file.address)
    if network.contact is not None and network.contact.email is not None:
        return Link("Suggest a change", f"mailto:{network.contact.email}?subject={quote(f'Change to {record.name}')}")
    return Link("Suggest a change", urls.prose("contribute"))


def _file(network: Network, kind: str, record: Record) -> Link | None:
    """The record's own file, to be edited where the repository is; None where that is not said."""
    site = network.site
    if site.repository is None:
        return None
    path = quote(f"{site.records_folder}/{kind}/{record.slug}.yaml")
    return Link("Edit the record’s file", f"{site.repository.rstrip('/')}/edit/{quote(site.branch)}/{path}")


def facts_words(groups: Iterable[str]) -> str:
    """Name, status, phone and web: groups of facts in words."""
    return listed([word for group in groups for word in GROUPS.get(group, (group.replace("-", " "),))])


def _checked(groups: tuple[Checked, ...]) -> str:
    dated = sorted((each.on for each in groups if each.on is not None), key=lambda on: on.first)
    if not dated:
        return "The sources give no date"
    first, last = partial_date_words(dated[0]), partial_date_words(dated[-1])
    undated = "; some facts have no date" if len(dated) < len(groups) else ""
    return f"Last checked {last}{undated}" if first == last else f"Checked between {first} and {last}{undated}"


def _due(groups: tuple[Checked, ...], today: date) -> str | None:
    """Which facts should be checked again, and which of them should have been by now."""
    late = tuple(each for each in groups if each.due_on is not None and each.due_on <= today)
    overdue = tuple(each for each in late if each.state == "overdue")
    due = tuple(each for each in late if each.state != "overdue")
    sentences = (
        f"A check {words}: {'everything' if some == groups else facts_words(each.facts for each in some)}."
        for some, words in ((overdue, "is overdue"), (due, "is due"))
        if some
    )
    return " ".join(sentences) or None


def _source(provenance: Provenance) -> Source:
    confirmed = None
    if provenance.confirmed_on is not None:
        by = f" by the {lower_first(provenance.confirmed_by.removeprefix('The '))}" if provenance.confirmed_by else ""
        confirmed = f"Confirmed{by} on {date_words(provenance.confirmed_on)}."
    return Source(
        facts=upper_first(facts_words(provenance.facts)),
        source=provenance.source,
        address=provenance.url,
        as_of=None if provenance.as_of is None else partial_date_words(provenance.as_of),
        confirmed=confirmed,
        note=provenance.note,
    )
