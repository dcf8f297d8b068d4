"""A service, and each of its sessions, as linked data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.offers import hubs_of
from hubatlas.facts.running import next_to_go_to
from hubatlas.model import Cost, Service, Session
from hubatlas.pages.linked_data.nodes import LANGUAGE, SCHEMA_ORG, Node, as_json, day, identity, node, whole
from hubatlas.pages.linked_data.organisation import GOVERNMENT, dialled, organisation_named
from hubatlas.pages.linked_data.places import hub_place, network_area, venue_place
from hubatlas.pages.linked_data.times import moment, session_schedule

GIVEN_BY_GOVERNMENT = "GovernmentService"
GIVEN = "Service"


def service_data(directory: Directory, service: Service, status_words: str | None, today: date) -> tuple[str, ...]:
    """What the page of a service says: the service itself, then each session that people can still go to."""
    page = whole(directory, urls.service(service.slug))
    provider = organisation_named(directory, service.provider)
    types = directory.terms("service-types", service.types)
    needs = directory.terms("needs", service.needs)
    usable = service.status == "active"
    this = node(
        GIVEN_BY_GOVERNMENT if provider is not None and provider["@type"] == GOVERNMENT else GIVEN,
        {
            "@id": identity(page),
            "name": service.name,
            "alternateName": service.other_names,
            "description": service.summary,
            "disambiguatingDescription": status_words,
            "url": page,
            "provider": provider,
            "areaServed": network_area(directory),
            "serviceType": [term.label for term in types],
            "category": [*(term.label for term in needs), *(address for term in types for address in term.same_as)],
            "audience": _audiences(directory, service),
            "availableChannel": list(_channels(directory, service)) if usable else (),
            "offers": _offer(service.cost) if usable else None,
        },
    )
    sessions = (_session(directory, service, each, today) for each in service.sessions)
    return (as_json(this), *(as_json(each) for each in sessions if each is not None))


def _audiences(directory: Directory, service: Service) -> list[Node]:
    ages = {"suggestedMinAge": service.minimum_age, "suggestedMaxAge": service.maximum_age}
    labels = [term.label for term in directory.terms("audiences", service.audiences)]
    if not labels and any(age is not None for age in ages.values()):
        return [node("PeopleAudience", ages)]
    return [node("PeopleAudience", {"audienceType": label, **ages}) for label in labels]


def _channels(directory: Directory, service: Service) -> Iterator[Node]:
    """Every way to get it: each place where it is given, by phone, in writing, on a website."""
    languages = {"availableLanguage": ["en", *service.languages]} if service.languages else {}
    venues = {session.venue.name: session.venue for session in service.sessions if session.venue is not None}
    places = [
        *(hub_place(directory, hub) for hub in hubs_of(directory, service) if directory.status(hub).shown_as == "open"),
        *(venue_place(venue) for venue in venues.values()),
    ]
    for place in places:
        yield {"@type": "ServiceChannel", "serviceLocation": place, **languages}
    contact = service.contact
    if contact is None:
        return
    if contact.phone is not None:
        answered = {"@type": "ContactPoint", "telephone": dialled(contact.phone)}
        yield {"@type": "ServiceChannel", "servicePhone": answered, **languages}
    if contact.website is not None:
        yield {"@type": "ServiceChannel", "serviceUrl": contact.website, **languages}


def _offer(cost: Cost | None) -> Node | None:
    """The price of one visit, where it is known."""
    if cost is None:
        return None
    price = 0 if cost.free == "yes" else cost.amount
    offer = {"price": price, "priceCurrency": "GBP", "description": cost.note}
    return None if price is None else node("Offer", offer)


def _session(directory: Directory, service: Service, session: Session, today: date) -> Node | None:
    """The session as an event that repeats; None where it has no known days, is over, or cannot be gone to."""
    held = next_to_go_to(directory, service, session, today)
    if held is None:
        return None
    location, mode = _location(directory, service, session)
    offer = _offer(service.cost)
    free = None if service.cost is None else {"yes": True, "no": False}.get(service.cost.free)
    page = whole(directory, urls.service(service.slug))
    place = whole(directory, urls.session(service.slug, session.id))
    return node(
        "Event",
        {
            "@id": place,
            "name": session.name or service.name,
            "description": service.summary,
            "url": place,
            "startDate": moment(held.starts) or day(held.day),
            "endDate": moment(held.ends),
            "eventSchedule": session_schedule(session, today, bank_holidays(directory.network.bank_holidays)),
            "eventStatus": f"{SCHEMA_ORG}EventScheduled",
            "eventAttendanceMode": mode,
            "location": location,
            "organizer": organisation_named(directory, session.provider or service.provider),
            "about": {"@id": identity(page)},
            "audience": [
                node("PeopleAudience", {"audienceType": term.label})
                for term in directory.terms("audiences", session.audiences)
            ],
            "isAccessibleForFree": free,
            "offers": offer,
            "maximumAttendeeCapacity": session.capacity,
            "inLanguage": LANGUAGE,
        },
    )


def _location(directory: Directory, service: Service, session: Session) -> tuple[Node | None, str | None]:
    """Where the session is, and whether people go there; none for a way of meeting that needs no place."""
    offline, online = f"{SCHEMA_ORG}OfflineEventAttendanceMode", f"{SCHEMA_ORG}OnlineEventAttendanceMode"
    if session.hub is not None:
        return hub_place(directory, directory.hub(session.hub)), offline
    if session.venue is not None:
        return venue_place(session.venue), offline
    if session.access_mode is None or directory.term("access-modes", session.access_mode).remote != "yes":
        return None, None
    label = directory.term("access-modes", session.access_mode).label
    page = whole(directory, urls.session(service.slug, session.id))
    return {"@type": "VirtualLocation", "name": label, "url": page}, online
