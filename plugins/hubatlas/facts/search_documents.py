"""What the search can find: hubs, services, organisations, places, and sessions with a name or a venue of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts import search_facets
from hubatlas.facts.no_wrong_door import is_remote
from hubatlas.facts.offers import hubs_of
from hubatlas.facts.running import is_running
from hubatlas.facts.schedule_wording import schedule_words
from hubatlas.facts.search_facets import Facets, Offer
from hubatlas.facts.search_weights import PLACE_WEIGHT, SESSION_WEIGHT, weight
from hubatlas.facts.synonyms import Synonyms
from hubatlas.facts.wording import address_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, to_translate
from hubatlas.model import Hub, OpeningHours, Organisation, Place, Point, Service, Session
from hubatlas.network import Term

_FEW_HUBS = 3
_SERVICE_KINDS = {
    "active": to_translate("Service"),
    "planned": to_translate("Service, planned"),
    "paused": to_translate("Service, paused"),
    "ended": to_translate("Service, ended"),
}
_SESSION_KINDS = {
    "active": to_translate("Session"),
    "planned": to_translate("Session, planned"),
    "paused": to_translate("Session, paused"),
    "ended": to_translate("Session, ended"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One thing to find. The first five attributes are what a result shows; the rest is what words are looked up in.

    `kind` is a word such as Hub, Satellite or Service; `place` says where, in a line; `address` is from the root of
    the site. `names` are other and former names, `topics` needs, types, places and hubs, `details` what is less
    telling. `synonyms` are words that the reader may use though the record does not. `weight` is below 1 for what
    should come after others that match as well. `point` is where it is itself; `offers` are where and when it can be
    had. What is `remote` can be had from anywhere, or comes to people; what is not `available` is over, or still to
    come.
    """

    kind: str
    title: str
    summary: str
    place: str | None
    address: str
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    weight: float = 1
    facets: Facets = Facets()
    point: Point | None = None
    offers: tuple[Offer, ...] = ()
    hours: OpeningHours | None = None
    remote: bool = False
    available: bool = True


def search_documents(directory: Directory, today: date) -> tuple[SearchDocument, ...]:
    """Everything that the search can find: hubs, each service with its sessions, organisations, then places, by slug.

    A session is a document of its own where it has a name or a venue of its own; otherwise its times and place are
    among the words of its service, so that one service does not fill the first page of results.
    """
    synonyms = Synonyms(directory.synonyms)
    hubs = (_hub(directory, synonyms, hub, today) for hub in directory.hubs)
    services = (_service_and_sessions(directory, synonyms, service, today) for service in directory.services)
    organisations = (
        _organisation(directory, synonyms, organisation, today) for organisation in directory.organisations
    )
    places = (_place(directory, place) for place in directory.places)
    return (*hubs, *chain.from_iterable(services), *organisations, *places)


def _hub(directory: Directory, synonyms: Synonyms, hub: Hub, today: date) -> SearchDocument:
    names = _names(hub)
    places = _place_names(directory, hub.places)
    status = directory.status(hub)
    not_open = () if status.shown_as == "open" else (status.label,)
    operator = () if hub.operator is None else (directory.organisation(hub.operator).name,)
    address = address_words(hub.address)
    has = _has(directory, hub)
    labels = tuple(term.label for term in has)
    return SearchDocument(
        kind=", ".join((directory.kind(hub).label, *not_open)),
        title=hub.name,
        summary=hub.summary,
        place=address or ", ".join(places[:1]) or None,
        address=urls.hub(hub.slug),
        names=names,
        topics=places,
        details=(hub.summary, address, *operator, *labels),
        synonyms=(
            *(synonym for term in has for synonym in term.synonyms),
            *synonyms.of((hub.name, *names, hub.summary, *labels)),
        ),
        weight=weight(directory, hub, today),
        facets=search_facets.hub_facets(directory, hub),
        point=hub.point,
        hours=hub.opening_hours,
        remote=directory.kind(hub).remote == "yes",
        available=status.shown_as == "open",
    )


def _has(directory: Directory, hub: Hub) -> tuple[Term, ...]:
    """The accessibility and facilities that the hub is known to have."""
    return tuple(
        term
        for vocabulary, answers in (("accessibility", hub.accessibility), ("facilities", hub.facilities))
        for term in directory.terms(vocabulary, (name for name, answer in answers.items() if answer == "yes"))
    )


def _service_and_sessions(
    directory: Directory, synonyms: Synonyms, service: Service, today: date
) -> Iterator[SearchDocument]:
    terms = (*directory.terms("needs", service.needs), *directory.terms("service-types", service.types))
    hubs = hubs_of(directory, service)
    names = _names(service)
    topics = [term.label for term in terms]
    place: str | None = _("At every hub")
    if service.at_every_hub != "yes":
        topics += [hub.name for hub in hubs]
        topics += _place_names(directory, dict.fromkeys(place for hub in hubs for place in hub.places))
        place = _where([hub.name for hub in hubs])
    yield SearchDocument(
        kind=_(_SERVICE_KINDS[service.status]),
        title=service.name,
        summary=service.summary,
        place=place,
        address=urls.service(service.slug),
        names=names,
        topics=tuple(topics),
        details=(service.summary, *_details(directory, service)),
        synonyms=(
            *(synonym for term in terms for synonym in term.synonyms),
            *synonyms.of((service.name, *names, service.summary, *(term.label for term in terms))),
        ),
        weight=weight(directory, service, today),
        facets=search_facets.service_facets(directory, service),
        offers=search_facets.service_offers(directory, service, today),
        remote=is_remote(directory, service),
        available=service.status == "active",
    )
    for session in service.sessions:
        if session.name is not None or session.venue is not None:
            yield _session(directory, service, session, terms, today)


def _session(
    directory: Directory, service: Service, session: Session, terms: tuple[Term, ...], today: date
) -> SearchDocument:
    where, places = _session_place(directory, session)
    return SearchDocument(
        kind=_(_SESSION_KINDS[service.status]),
        title=session.name or _("%(service)s at %(place)s", service=service.name, place=where),
        summary=schedule_words(session.schedule, today),
        place=where,
        address=urls.session(service.slug, session.id),
        names=() if session.name is None else (service.name,),
        topics=tuple(word for word in (where, *places) if word),
        details=(*_days(session), session.note or "", *(term.label for term in terms)),
        weight=weight(directory, service, today, SESSION_WEIGHT),
        facets=search_facets.session_facets(directory, service, session),
        offers=(search_facets.session_offer(directory, service, session, today),),
        remote=session.hub is None and session.venue is None,
        available=is_running(directory, service, session, today),
    )


def _organisation(directory: Directory, synonyms: Synonyms, organisation: Organisation, today: date) -> SearchDocument:
    names = _names(organisation)
    summary = organisation.summary or ""
    return SearchDocument(
        kind=_("Organisation"),
        title=organisation.name,
        summary=summary,
        place=None,
        address=urls.organisation(organisation.slug),
        names=names,
        details=(summary,),
        synonyms=synonyms.of((organisation.name, *names)),
        weight=weight(directory, organisation, today),
        facets=Facets(has=("type=organisation",)),
    )


def _place(directory: Directory, place: Place) -> SearchDocument:
    """A place, found also by the names of those that it is made up of."""
    inside = [name for each in directory.places_within(place.slug) for name in (each.name, *each.other_names)]
    wider = [directory.place(slug).name for slug in directory.place_and_wider(place.slug)[1:]]
    return SearchDocument(
        kind=directory.level(place).label,
        title=place.name,
        summary=place.summary or "",
        place=", ".join(wider) or None,
        address=urls.place(place.slug),
        names=place.other_names,
        topics=tuple(inside),
        details=(place.summary or "",),
        weight=PLACE_WEIGHT,
        facets=Facets(has=("type=place",)),
        point=place.point,
    )


def _details(directory: Directory, service: Service) -> Iterator[str]:
    if service.provider is not None:
        yield directory.organisation(service.provider).name
    yield from (term.label for term in directory.terms("audiences", service.audiences))
    yield service.eligibility or ""
    named = (session.name for session in service.sessions)
    places = (_session_place(directory, session)[0] for session in service.sessions)
    days = (day for session in service.sessions for day in _days(session))
    yield from dict.fromkeys(words for words in (*named, *places, *days) if words)


def _session_place(directory: Directory, session: Session) -> tuple[str | None, tuple[str, ...]]:
    if session.hub is not None:
        hub = directory.hub(session.hub)
        return hub.name, _place_names(directory, hub.places)
    if session.venue is not None:
        return session.venue.name, _place_names(directory, session.venue.places)
    return None, ()


def _place_names(directory: Directory, places: Iterable[str]) -> tuple[str, ...]:
    """The names of the places, those they are made up of, then those of the wider ones around them."""
    chains = [directory.place_and_wider(place) for place in places]
    own = [chain[0] for chain in chains]
    inside = [each.slug for place in own for each in directory.places_within(place)]
    wider = [place for chain in chains for place in chain[1:]]
    return tuple(
        name
        for place in dict.fromkeys((*own, *inside, *wider))
        for name in (directory.place(place).name, *directory.place(place).other_names)
    )


def _names(record: Hub | Service | Organisation) -> tuple[str, ...]:
    former = () if isinstance(record, Service) else tuple(each.name for each in record.former_names)
    return (*record.other_names, *former)


def _where(names: list[str]) -> str | None:
    if len(names) > _FEW_HUBS:
        return at_hubs_words(len(names))
    return ", ".join(names) or None


def _days(session: Session) -> Iterator[str]:
    return (_(day) for day in session.schedule.days)


def at_hubs_words(count: int) -> str:
    """At 5 hubs."""
    return ngettext("At %(number)s hub", "At %(number)s hubs", count)
