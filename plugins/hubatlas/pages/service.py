"""One service: what it is, when and where it is next, how to get in, and why to believe it."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.crisis import is_sensitive, lines_for
from hubatlas.facts.offers import hubs_of
from hubatlas.facts.running import is_over
from hubatlas.facts.wording import listed
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import pgettext, plain, to_translate
from hubatlas.model import Cost, Service
from hubatlas.pages.cards import ContactCard, DayOfOccasions, HubCard, Link, PhoneNumber, SessionRow, Tag, Trust
from hubatlas.pages.crisis import CrisisCard, crisis_cards
from hubatlas.pages.figures import Evidence, evidence
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.languages import language_name
from hubatlas.pages.linked_data.service import service_data
from hubatlas.pages.listing import hub_card, hub_link, organisation_link, service_link, service_tags
from hubatlas.pages.no_wrong_door import OtherDoors, doors_from_service
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.service_network import ServiceNetwork, service_network
from hubatlas.pages.timetable import agenda, coming, session_row
from hubatlas.pages.trust import trust
from hubatlas.pages.wording import labels_listed, lower_first

WEEKS_AHEAD = 26
OCCASIONS_SHOWN = 3
NUMBERS_SHOWN = 3

STATUS = {
    "active": None,
    "planned": to_translate("This service is planned. It is not running yet."),
    "paused": to_translate("This service is paused. Ring before you go."),
    "ended": to_translate("This service has ended. You cannot use it now."),
}


@dataclass(frozen=True, slots=True)
class SessionGroup:
    """The sessions at one place. `hub` is None for other venues, phone and online."""

    place: str
    hub: Link | None
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """What a service's page shows. A `sensitive` one can be left quickly."""

    head: Head
    name: str
    also_known_as: str | None
    summary: str
    description: str | None
    sensitive: bool
    crisis: tuple[CrisisCard, ...]
    tags: tuple[Tag, ...]
    status_words: str | None
    occasions: tuple[DayOfOccasions, ...]
    most_occasions: int
    how_to_get_in: str | None
    ways_in: tuple[str, ...]
    what_to_bring: str | None
    on_arrival: str | None
    audiences: str | None
    ages: str | None
    eligibility: str | None
    not_for: str | None
    cost: str
    modes: str | None
    languages: str | None
    contact: ContactCard
    ask: tuple[tuple[Link, PhoneNumber], ...]
    groups: tuple[SessionGroup, ...]
    calendar: str | None
    other_hubs: tuple[HubCard, ...]
    provider: Link | None
    needs: tuple[Link, ...]
    follow_on: Link | None
    other_doors: OtherDoors
    network: ServiceNetwork
    evidence: Evidence
    trust: Trust


def _page(directory: Directory, slug: str, today: date) -> ServicePage:
    service = directory.service(slug)
    groups = _groups(directory, service, today)
    held = {session.hub for session in service.sessions}
    others = [hub for hub in hubs_of(directory, service) if hub.slug not in held]
    pairs = [(service, session) for session in service.sessions]
    modes = directory.terms("access-modes", service.access_modes)
    sensitive = is_sensitive(directory, service)
    return ServicePage(
        head=_head(directory, service, today),
        name=service.name,
        also_known_as=listed(service.other_names) or None,
        summary=service.summary,
        description=service.description,
        sensitive=sensitive,
        crisis=crisis_cards(lines_for(directory.network, service.needs, sensitive=sensitive)),
        tags=service_tags(directory, service),
        status_words=status_words(service),
        occasions=agenda(coming(directory, pairs, today, days=WEEKS_AHEAD * 7, most=OCCASIONS_SHOWN, spare=True)[0]),
        most_occasions=OCCASIONS_SHOWN,
        how_to_get_in=service.how_to_get_in,
        ways_in=tuple(term.label for term in directory.terms("ways-in", service.ways_in)),
        what_to_bring=service.what_to_bring,
        on_arrival=service.on_arrival,
        audiences=labels_listed([term.label for term in directory.terms("audiences", service.audiences)]) or None,
        ages=_age(service),
        eligibility=service.eligibility,
        not_for=service.not_for,
        cost=cost_words(service.cost),
        modes=labels_listed([term.label for term in modes]) or None,
        languages=listed([language_name(code) for code in service.languages]) or None,
        contact=contact_card(service.contact),
        ask=whom_to_ask(directory, service),
        groups=groups,
        calendar=urls.service_calendar(service.slug) if _any_calendar(groups) else None,
        other_hubs=tuple(hub_card(directory, hub, today) for hub in others),
        provider=organisation_link(directory, service.provider),
        needs=tuple(Link(need.label, urls.need(need.id)) for need in directory.terms("needs", service.needs))
        if service.status != "ended"
        else (),
        follow_on=None if service.follow_on is None else service_link(directory.service(service.follow_on)),
        other_doors=doors_from_service(directory, service),
        network=service_network(directory, service),
        evidence=evidence(directory, "service", slug),
        trust=trust(directory, "services", service, _("the provider"), today),
    )


def _head(directory: Directory, service: Service, today: date) -> Head:
    return Head(
        title=_("%(name)s: times and places", name=service.name),
        description=service.summary,
        section=urls.SERVICES,
        trail=((_("Home"), urls.HOME), (_("Services"), urls.SERVICES)),
        linked_data=service_data(directory, service, status_words(service), today),
    )


def _any_calendar(groups: tuple[SessionGroup, ...]) -> bool:
    return any(session.calendar is not None for group in groups for session in group.sessions)


def whom_to_ask(directory: Directory, service: Service) -> tuple[tuple[Link, PhoneNumber], ...]:
    """Whom to ring about a service that has no number of its own: its provider, else the hubs that give it."""
    if service.status == "ended" or (service.contact is not None and service.contact.phone is not None):
        return ()
    open_hubs = [hub for hub in hubs_of(directory, service) if directory.status(hub).shown_as == "open"]
    bodies = [(hub_link(hub), hub.contact) for hub in open_hubs]
    if service.provider is not None:
        provider = directory.organisation(service.provider)
        bodies.insert(0, (Link(provider.name, urls.organisation(provider.slug)), provider.contact))
    numbers = ((link, contact_card(contact).phone) for link, contact in bodies)
    return tuple((link, phone) for link, phone in numbers if phone is not None)[:NUMBERS_SHOWN]


def _groups(directory: Directory, service: Service, today: date) -> tuple[SessionGroup, ...]:
    """The sessions that are not over, by place; within a place the one that is next comes first."""
    rows = [
        session_row(directory, service, session, today)
        for session in service.sessions
        if not is_over(service, session, today)
    ]
    rows.sort(key=lambda row: (row.place is None, plain(row.place_words), row.next_day is None, _next(row), row.id))
    grouped = groupby(rows, lambda row: (row.place_words, row.place))
    return tuple(SessionGroup(words, place, tuple(sessions)) for (words, place), sessions in grouped)


def _next(row: SessionRow) -> str:
    return "" if row.next_day is None else row.next_day.iso


def status_words(service: Service) -> str | None:
    """What to know of a service that is not running; None of one that is."""
    words = STATUS[service.status]
    return None if words is None else _(words)


def ages_words(minimum: int | None, maximum: int | None) -> str | None:
    """18 and over, or 5 to 11; None where no age is asked."""
    if minimum is None:
        return None if maximum is None else _("Up to %(age)s", age=maximum)
    if maximum is None:
        return _("%(age)s and over", age=minimum)
    return pgettext("ages", "%(first)s to %(last)s", first=minimum, last=maximum)


def _age(service: Service) -> str | None:
    ages = ages_words(service.minimum_age, service.maximum_age)
    return None if ages is None else _("Age %(ages)s.", ages=lower_first(ages))


def cost_words(cost: Cost | None) -> str:
    """Whether and what it costs; a service of which nobody has said is never called free."""
    answers = {"yes": _("Free."), "no": _("There is a charge."), "unknown": _("Not known. Ask before you go.")}
    words = answers["unknown" if cost is None else cost.free]
    if cost is None:
        return words
    if cost.amount:
        amount = f"£{cost.amount:,.2f}".removesuffix(".00")
        words = _("%(amount)s a visit.", amount=amount)
    return f"{words} {cost.note}" if cost.note else words


SERVICE = PageKind("service", "pages/service.html", PageForEach("services", urls.service, _page))
