"""Why to believe a record: where its facts come from, when they were last checked, and how to put them right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.freshness import Checked, Record, freshness_in
from hubatlas.facts.wording import date_words, listed, partial_date_words
from hubatlas.language import gettext as _
from hubatlas.language import plain, to_translate, untranslated
from hubatlas.model import Hub, Organisation, Provenance, Service
from hubatlas.network import Network
from hubatlas.pages.cards import Link, Source, Trust
from hubatlas.pages.notice import notice
from hubatlas.pages.report import problems
from hubatlas.pages.wording import lower_first, upper_first
from hubatlas.suggesting import FOLDERS

GROUPS = {
    "identity": (to_translate("name"), to_translate("status")),
    "description": (to_translate("description"),),
    "location": (to_translate("address"),),
    "contact": (to_translate("phone"), to_translate("web")),
    "hours": (to_translate("opening hours"),),
    "facilities": (to_translate("access"), to_translate("facilities")),
    "eligibility": (to_translate("who it is for"),),
    "access": (to_translate("how to get in"),),
    "cost": (to_translate("cost"),),
    "sessions": (to_translate("times"), to_translate("places")),
    "network": (to_translate("part in the network"),),
    "area": (to_translate("area"),),
    "spaces": (to_translate("rooms and desks"),),
    "quality": (to_translate("quality awards"),),
    "core-offer": (to_translate("core offer"),),
    "membership": (to_translate("members"),),
    "gaps": (to_translate("known gaps"),),
    "profile": (to_translate("profile"),),
    "funding": (to_translate("money"),),
    "plan": (to_translate("plans"), to_translate("dates")),
    "figures": (to_translate("figures"),),
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
        unconfirmed_words=_unconfirmed(confirmer),
        open_questions=record.open_questions,
        notice=notice(kind, fresh, directory.network, confirmer, today, by_phone=_has_phone(record))
        if _in_use(directory, record)
        else None,
        problems=problems(directory, kind, record.name, _address(directory.network, kind, record)),
        suggest=suggest(directory.network, kind, record),
        file=_file(directory.network, kind, record) if kind in FOLDERS else None,
        record=Link(_("This record as JSON"), urls.record(kind, record.slug)),
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


def checked_sentences(directory: Directory, record: Record, confirmer: str, today: date) -> str:
    """When the facts of a record were last checked, and where they are not confirmed, by whom not."""
    checked = f"{checked_words(directory, record, today)}."
    return checked if freshness_in(directory, record, today).confirmed else f"{checked} {_unconfirmed(confirmer)}"


def checked_words(directory: Directory, record: Record, today: date) -> str:
    """When the facts of a record were last checked: Checked between 2 May 2026 and 3 June 2026."""
    return _checked(freshness_in(directory, record, today).groups)


def _unconfirmed(confirmer: str) -> str:
    return _("Not yet confirmed by %(confirmer)s.", confirmer=confirmer)


def source_line(record: Record) -> str:
    """Where a record that shares its page with others comes from, and when it was last confirmed, on one line."""
    sources = dict.fromkeys(
        each.source if each.as_of is None else f"{each.source}, {partial_date_words(each.as_of)}"
        for each in record.provenance
    )
    confirmed = max((each.confirmed_on for each in record.provenance if each.confirmed_on), default=None)
    if confirmed is None:
        return _("Source: %(sources)s. Not confirmed.", sources="; ".join(sources))
    return _("Source: %(sources)s. Last confirmed %(date)s.", sources="; ".join(sources), date=date_words(confirmed))


def suggest(network: Network, kind: str, record: Record) -> Link:
    """Where to ask for a change: the form, or where there is none, the record's file, a letter, or else the advice."""
    label = _("Suggest a change")
    if kind in FOLDERS:
        return Link(label, urls.suggest(kind, record.slug))
    file = _file(network, kind, record)
    if file is not None:
        return Link(label, file.address)
    if network.contact is not None and network.contact.email is not None:
        subject = _("Change to %(name)s", name=record.name)
        return Link(label, f"mailto:{network.contact.email}?subject={quote(subject)}")
    return Link(label, urls.prose("contribute"))


def _file(network: Network, kind: str, record: Record) -> Link | None:
    """The record's own file, to be edited where the repository is; None where that is not said."""
    site = network.site
    if site.repository is None:
        return None
    path = quote(f"{site.records_folder}/{kind}/{record.slug}.yaml")
    return Link(_("Edit the record’s file"), f"{site.repository.rstrip('/')}/edit/{quote(site.branch)}/{path}")


def facts_words(groups: Iterable[str]) -> str:
    """Name, status, phone and web: groups of facts in words."""
    return listed([_(word) for group in groups for word in GROUPS.get(group, (group.replace("-", " "),))])


def _checked(groups: tuple[Checked, ...]) -> str:
    dated = sorted((each.on for each in groups if each.on is not None), key=lambda on: on.first)
    if not dated:
        return _("The sources give no date")
    first, last = partial_date_words(dated[0]), partial_date_words(dated[-1])
    if len(dated) < len(groups):
        if first == last:
            return _("Last checked %(date)s; some facts have no date", date=last)
        return _("Checked between %(first)s and %(last)s; some facts have no date", first=first, last=last)
    if first == last:
        return _("Last checked %(date)s", date=last)
    return _("Checked between %(first)s and %(last)s", first=first, last=last)


def _due(groups: tuple[Checked, ...], today: date) -> str | None:
    """Which facts should be checked again, and which of them should have been by now."""
    late = tuple(each for each in groups if each.due_on is not None and each.due_on <= today)
    overdue = tuple(each for each in late if each.state == "overdue")
    due = tuple(each for each in late if each.state != "overdue")
    sentences = []
    if overdue:
        sentences.append(_("A check is overdue: %(facts)s.", facts=_these(overdue, groups)))
    if due:
        sentences.append(_("A check is due: %(facts)s.", facts=_these(due, groups)))
    return " ".join(sentences) or None


def _these(some: tuple[Checked, ...], groups: tuple[Checked, ...]) -> str:
    return _("everything") if some == groups else facts_words(each.facts for each in some)


def _source(provenance: Provenance) -> Source:
    confirmed = None
    if provenance.confirmed_on is not None:
        confirmed = _confirmed(provenance.confirmed_by, date_words(provenance.confirmed_on))
    return Source(
        facts=upper_first(facts_words(provenance.facts)),
        source=provenance.source,
        address=provenance.url,
        as_of=None if provenance.as_of is None else partial_date_words(provenance.as_of),
        confirmed=confirmed,
        note=provenance.note,
    )


def _confirmed(by: str | None, date: str) -> str:
    if not by:
        return _("Confirmed on %(date)s.", date=date)
    return _("Confirmed by the %(whom)s on %(date)s.", whom=confirmer_words(by), date=date)


def confirmer_words(by: str) -> str:
    """Who confirmed something, to stand after "the": hub manager."""
    return untranslated(lower_first(plain(by).removeprefix("The ")))
