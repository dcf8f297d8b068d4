"""A service on one sheet: what it is, how to get in, what it costs, and every place and time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.crisis import is_sensitive
from hubatlas.facts.offers import hubs_of
from hubatlas.facts.running import is_over
from hubatlas.facts.schedule_wording import schedule_words
from hubatlas.facts.wording import listed
from hubatlas.language import gettext as _
from hubatlas.language import plain
from hubatlas.model import Service, Session
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.languages import language_name
from hubatlas.pages.leaflets.paper import Entry, Group, Leaflet, Row, Section, on_one_sheet, sources_words
from hubatlas.pages.listing import by_name, place_line
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.service import ages_words, cost_words, status_words, whom_to_ask
from hubatlas.pages.timetable import where
from hubatlas.pages.trust import checked_words
from hubatlas.pages.wording import labels_listed, lower_first


def _address(slug: str) -> str:
    return urls.leaflet(urls.service(slug))


def _page(directory: Directory, slug: str, today: date) -> Leaflet:
    return on_one_sheet(_leaflet(directory, directory.service(slug), today))


def _leaflet(directory: Directory, service: Service, today: date) -> Leaflet:
    provider = None if service.provider is None else directory.organisation(service.provider).name
    phone = contact_card(service.contact).phone
    ended = service.status == "ended"
    groups = () if ended else _groups(directory, service, today)
    return Leaflet(
        head=Head(
            title=_("Leaflet about %(service)s", service=service.name),
            description=_(
                "%(name)s on one sheet of A4, to print: %(summary)s",
                name=service.name,
                summary=lower_first(service.summary),
            ),
            section=urls.SERVICES,
            trail=((_("Home"), urls.HOME), (_("Services"), urls.SERVICES), (service.name, urls.service(service.slug))),
            indexed=False,
        ),
        kind=_("Service") if provider is None else _("Service by %(provider)s", provider=provider),
        name=service.name,
        summary=service.summary,
        notice=status_words(service),
        call=None if ended else phone,
        where=(),
        sections=() if ended else tuple(_sections(directory, service)),
        heading=_("Places and times"),
        heading_of_some=_("Some of the places and times"),
        groups=groups,
        page=urls.service(service.slug),
        sensitive=is_sensitive(directory, service),
        checked=checked_words(directory, service, today),
        sources=sources_words(service.provenance),
    )


def _sections(directory: Directory, service: Service) -> Iterator[Section]:
    ways = [term.label for term in directory.terms("ways-in", service.ways_in)]
    if service.how_to_get_in or ways:
        yield Section(_("How to get in"), (Row(service.how_to_get_in or f"{'; '.join(ways)}."),))
    if ask := whom_to_ask(directory, service):
        yield Section(_("Ring to ask"), tuple(Row(number.number, whom.label) for whom, number in ask))
    audiences = labels_listed([term.label for term in directory.terms("audiences", service.audiences)])
    ages = ages_words(service.minimum_age, service.maximum_age)
    age = _("Age %(ages)s.", ages=lower_first(ages)) if ages else None
    whom = " ".join(words for words in (audiences and f"{audiences}.", age, service.eligibility) if words)
    if whom:
        yield Section(_("Who it is for"), (Row(whom),))
    if service.not_for:
        yield Section(_("Who it is not for"), (Row(service.not_for),))
    yield Section(_("Cost"), (Row(cost_words(service.cost)),))
    if service.what_to_bring:
        yield Section(_("What to bring"), (Row(service.what_to_bring),))
    if service.on_arrival:
        yield Section(_("When you arrive"), (Row(service.on_arrival),))
    if service.languages:
        languages = listed([language_name(each) for each in service.languages])
        yield Section(_("Languages"), (Row(_("English, %(languages)s", languages=languages)),))
    hubs = [hub for hub in by_name(hubs_of(directory, service)) if hub.slug not in {s.hub for s in service.sessions}]
    if service.at_every_hub == "yes":
        yield Section(_("Where"), (Row(_("At every hub. Ring before you go.")),))
    elif hubs:
        also = _("Also at") if service.sessions else _("Where")
        yield Section(also, (Row(_("%(hubs)s. Ring for times.", hubs="; ".join(hub.name for hub in hubs))),))


def _groups(directory: Directory, service: Service, today: date) -> tuple[Group, ...]:
    """The sessions that are not over, by place: hubs first."""
    places: dict[tuple[bool, str], tuple[str | None, list[Entry]]] = {}
    for session in service.sessions:
        if is_over(service, session, today):
            continue
        hub = None if session.hub is None else directory.hub(session.hub)
        _link, name = where(directory, session)
        _street, entries = places.setdefault(
            (hub is None, name), (None if hub is None else place_line(directory, hub), [])
        )
        entries.append(_entry(service, session, today))
    return tuple(
        Group(name, tuple(entries), street)
        for (_elsewhere, name), (street, entries) in sorted(places.items(), key=_by_place)
    )


def _by_place(place: tuple[tuple[bool, str], object]) -> tuple[bool, str]:
    elsewhere, name = place[0]
    return elsewhere, plain(name)


def _entry(service: Service, session: Session, today: date) -> Entry:
    name = session.name if session.name and session.name != service.name else ""
    notes = (session.note, _("Fully booked") if session.fully_booked == "yes" else None)
    return Entry(schedule_words(session.schedule, today), name, " ".join(note for note in notes if note) or None)


SERVICE_LEAFLET = PageKind(
    "service-leaflet", "pages/leaflet.html", PageForEach("services", _address, _page, formerly=True)
)
