"""Governance: the bodies that steer the network, who sits on them, and who belongs to the network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain
from hubatlas.model import Body, Document, Membership, Organisation, Seat
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link, organisation_link
from hubatlas.pages.referrals import PROGRESS
from hubatlas.pages.tables import data_links
from hubatlas.pages.trust import source_line
from hubatlas.pages.wording import upper_first, without_full_stop


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """Something to read: its title, where, and the rest in words."""

    title: str
    address: str | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """A seat on a body, who holds it, and the rest in words."""

    seat: str
    organisation: Link | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyCard:
    """A body. `facts` are each a question and its answer."""

    anchor: str
    name: str
    summary: str | None
    description: str | None
    part_of: Link | None
    facts: tuple[tuple[str, str], ...]
    seats: tuple[SeatLine, ...]
    documents: tuple[DocumentLine, ...]
    questions: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A member of the network: since when, what it runs, and the rest in words."""

    link: Link
    words: str
    hubs: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernancePage:
    """What the page of governance shows: bodies, wider ones first and ended ones last; members by kind."""

    head: Head
    bodies: tuple[BodyCard, ...]
    members: tuple[tuple[str, str | None, tuple[MemberLine, ...]], ...]
    data: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, GovernancePage]]:
    """The page of governance; none where neither a body nor a member is on record. The date changes nothing."""
    del today
    if not exists(directory):
        return
    yield (
        urls.GOVERNANCE,
        GovernancePage(
            head=Head(
                title=_("How the network is run"),
                description=_("The bodies and members of %(name)s.", name=directory.network.name),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            bodies=tuple(_card(directory, body) for body in _in_order(directory)),
            members=tuple(
                (term.label, term.description, lines)
                for term in directory.terms("membership-kinds")
                if (lines := tuple(_members(directory, term.id)))
            ),
            data=data_links((_("Bodies"), "bodies"), (_("Members"), "memberships")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether a body or a member of the network is on record."""
    return bool(directory.bodies) or any(organisation.memberships for organisation in directory.organisations)


def document_lines(documents: tuple[Document, ...]) -> tuple[DocumentLine, ...]:
    """Documents as pages show them."""
    return tuple(
        DocumentLine(
            title=each.title,
            address=each.url,
            words=". ".join(
                part
                for part in (
                    each.publisher,
                    None if each.published is None else partial_date_words(each.published),
                    each.note,
                )
                if part
            )
            or None,
        )
        for each in documents
    )


def membership_words(directory: Directory, membership: Membership) -> str:
    """Works now, since 2018, founder. Being talked about. The kind and the body are for the caller to say."""
    del directory
    parts = (
        None if membership.status == "live" else _(PROGRESS[membership.status]).lower(),
        None if membership.since is None else _("since %(date)s", date=partial_date_words(membership.since)),
        _("founder") if membership.founding == "yes" else None,
    )
    words = upper_first(listed([part for part in parts if part]))
    return ". ".join(part for part in (words, without_full_stop(membership.note or "")) if part)


def _in_order(directory: Directory) -> list[Body]:
    """Bodies under the wider body that they are part of, by name; those that have ended come last."""
    ordered: list[Body] = []

    def add(parent: str | None) -> None:
        for body in sorted(directory.bodies, key=lambda each: plain(each.name).casefold()):
            if body.part_of == parent:
                ordered.append(body)
                add(body.slug)

    add(None)
    return sorted(ordered, key=lambda body: body.ended is not None)


def _card(directory: Directory, body: Body) -> BodyCard:
    wider = None if body.part_of is None else directory.body(body.part_of)
    return BodyCard(
        anchor=body.slug,
        name=body.name,
        summary=body.summary,
        description=body.description,
        part_of=None if wider is None else Link(wider.name, urls.body(wider.slug)),
        facts=_facts(body),
        seats=tuple(_seat(directory, seat) for seat in body.seats),
        documents=document_lines(body.documents),
        questions=body.open_questions,
        source=source_line(body),
    )


def _facts(body: Body) -> tuple[tuple[str, str], ...]:
    asked = (
        (_("Meets"), body.frequency or _("Not known")),
        (_("Chair"), body.chair or _("Not known")),
        (_("For now only"), _("Until something else is set up") if body.interim == "yes" else None),
        (_("Since"), None if body.started is None else upper_first(partial_date_words(body.started))),
        (_("Until"), None if body.ended is None else upper_first(partial_date_words(body.ended))),
    )
    return tuple((question, answer) for question, answer in asked if answer)


def _seat(directory: Directory, seat: Seat) -> SeatLine:
    parts = (
        None
        if seat.number is None or seat.number == 1
        else ngettext("%(number)s seat", "%(number)s seats", seat.number),
        None if seat.since is None else _("since %(date)s", date=partial_date_words(seat.since)),
        seat.note,
    )
    return SeatLine(
        seat=seat.seat,
        organisation=organisation_link(directory, seat.organisation),
        words=upper_first(", ".join(part for part in parts if part)) or None,
    )


def _members(directory: Directory, kind: str) -> Iterator[MemberLine]:
    """Those who belong to the network itself in that way, founders first, then by name."""
    found = [
        (organisation, membership)
        for organisation in directory.organisations
        for membership in organisation.memberships
        if membership.kind == kind and membership.body is None
    ]
    found.sort(key=lambda pair: (pair[1].status != "live", pair[1].founding != "yes", plain(pair[0].name).casefold()))
    for organisation, membership in found:
        yield MemberLine(
            link=Link(organisation.name, urls.organisation(organisation.slug)),
            words=membership_words(directory, membership),
            hubs=_hubs(directory, organisation),
        )


def _hubs(directory: Directory, organisation: Organisation) -> tuple[Link, ...]:
    return tuple(hub_link(hub) for hub in directory.hubs_run_by(organisation.slug))


GOVERNANCE = PageKind("governance", "pages/governance.html", contexts)
