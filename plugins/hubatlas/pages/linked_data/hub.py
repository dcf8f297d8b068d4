"""A hub as linked data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.model import Answer, Hub
from hubatlas.pages.cards import Status
from hubatlas.pages.linked_data.nodes import Node, as_json, exact_date, identity, node, property_value, whole
from hubatlas.pages.linked_data.organisation import organisation_named, reached
from hubatlas.pages.linked_data.places import area, coordinates, postal_address
from hubatlas.pages.linked_data.times import opening_hours

PLACE_AND_BODY = ("CivicStructure", "LocalBusiness")
BODY = "Organization"


def hub_data(directory: Directory, hub: Hub, status: Status, today: date) -> str:
    """What the page of a hub says of it.

    A hub that people can find is a place and a body; one whose place is not known, such as a phone line, is a body.
    One that has ended has neither hours nor a number to ring. One that is to come has no hours, but says so in words.
    """
    page = whole(directory, urls.hub(hub.slug))
    reach = {} if status.kind == "ended" else reached(hub.contact)
    has_hours = status.kind == "hours" and hub.opening_hours is not None
    hours = opening_hours(hub.opening_hours, today) if has_hours and hub.opening_hours else []
    found = {"address": postal_address(hub.address), "geo": coordinates(hub.point)}
    known = {
        "@id": identity(page),
        "name": hub.name,
        "alternateName": hub.other_names,
        "description": hub.summary,
        "disambiguatingDescription": status.words if status.kind in {"coming", "ended"} else None,
        "url": page,
        "sameAs": None if hub.contact is None else hub.contact.website,
        **reach,
        "foundingDate": exact_date(hub.opened),
        "dissolutionDate": exact_date(hub.closed),
        "parentOrganization": list(_parents(directory, hub)),
        "areaServed": _served(directory, hub),
        "knowsLanguage": ("en", *hub.languages) if hub.languages else (),
    }
    if any(found.values()):
        return as_json(node(PLACE_AND_BODY, known | found | _as_place(directory, hub, hours)))
    return as_json(node(BODY, known | _as_body(reach, hours)))


def _as_place(directory: Directory, hub: Hub, hours: list[Node]) -> dict[str, object]:
    uprn = None if hub.premises is None else hub.premises.uprn
    features = (("accessibility", hub.accessibility), ("facilities", hub.facilities))
    return {
        "identifier": None if uprn is None else property_value("UPRN", uprn),
        "containedInPlace": [area(directory, place) for place in hub.places],
        "openingHoursSpecification": hours,
        "amenityFeature": [each for list_, answers in features for each in _features(directory, list_, answers)],
    }


def _as_body(reach: Mapping[str, object], hours: list[Node]) -> dict[str, object]:
    """Only places have opening hours; a body has hours at which its phone is answered."""
    number = reach.get("telephone")
    if number is None or not hours:
        return {}
    answered = {"@type": "ContactPoint", "telephone": number, "hoursAvailable": hours}
    further = reach["contactPoint"]
    return {"contactPoint": [answered, *further] if isinstance(further, list) else [answered]}


def _features(directory: Directory, vocabulary: str, answers: Mapping[str, Answer]) -> Iterator[Node]:
    """What is there, and what is known not to be there; nothing of what nobody has answered."""
    for term in directory.terms(vocabulary):
        answer = answers.get(term.id, "unknown")
        if answer != "unknown":
            yield {"@type": "LocationFeatureSpecification", "name": term.label, "value": answer == "yes"}


def _parents(directory: Directory, hub: Hub) -> Iterator[Node]:
    operator = organisation_named(directory, hub.operator)
    if operator is not None:
        yield operator
    if hub.parent is not None:
        parent = directory.hub(hub.parent)
        page = whole(directory, urls.hub(parent.slug))
        yield {"@type": BODY, "@id": identity(page), "name": parent.name, "url": page}


def _served(directory: Directory, hub: Hub) -> list[Node]:
    places = hub.serves.places if hub.serves is not None else ()
    if not places and hub.address is None and hub.point is None:
        places = hub.places
    return [area(directory, place) for place in places]
