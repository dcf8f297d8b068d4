"""Services as the profile has them, and the opening of each hub as a service of its own."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.identity import first_slug
from hubatlas.exports.open_referral.items import Feed, Item, each_once, stated
from hubatlas.exports.open_referral.locations import hub_location, venue_location
from hubatlas.exports.open_referral.organizations import organization_of
from hubatlas.exports.open_referral.plain import plain_text
from hubatlas.exports.open_referral.schedules import opening_schedules, session_schedules
from hubatlas.exports.open_referral.taxonomies import VOCABULARIES, attributes, kind_attribute
from hubatlas.facts.freshness import last_dated
from hubatlas.facts.offers import hubs_of
from hubatlas.model import Contact, Hub, Organisation, Service, Session

_STATUSES = {"active": "active", "planned": "inactive", "paused": "temporarily closed", "ended": "defunct"}
_HUB_STATUSES = {"open": "active", "coming": "inactive", "ended": "defunct"}
_ONE_TO_MANY = ("schedules", "service_areas", "service_at_locations", "languages", "cost_options", "contacts")
LISTED_WITHOUT = frozenset((*_ONE_TO_MANY, "attributes", "funding"))
"""The fields of a service that a list of services leaves to the service's own address."""


def services(feed: Feed) -> list[Item]:
    """Every service, and each hub's opening, whole; the feed, its bulk file, slices and tables are made of the same."""
    return feed.edition.once((services, feed), lambda: _services(feed))


def _services(feed: Feed) -> list[Item]:
    directory = feed.directory
    return each_once(
        [*(_service(feed, each) for each in directory.services), *(_hub_opening(feed, each) for each in directory.hubs)]
    )


def _service(feed: Feed, service: Service) -> Item:
    own_id = feed.record_id("service", service)
    organization = organization_of(feed, service.provider)
    places = {item["id"]: item for item in _places(feed, own_id, service)}
    terms = {"service-types": service.types, "needs": service.needs, "audiences": service.audiences}
    cost = service.cost
    return stated(
        id=own_id,
        organization_id=organization["id"],
        name=service.name,
        description="\n\n".join(part for part in (service.summary, plain_text(service.description)) if part),
        url=feed.edition.whole_address(urls.service(service.slug)),
        email=(service.contact or Contact()).email or organization.get("email"),
        status=_STATUSES[service.status],
        fees=None if cost is None else cost.note or {"yes": "Free", "no": "There is a charge"}.get(cost.free),
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        **_dates(feed, service),
        schedules=[row for session in service.sessions for row in _session(feed, own_id, service, session)],
        service_at_locations=list(places.values()),
        organization=organization,
        cost_options=_cost_options(feed, own_id, service),
        contacts=_contacts(feed, own_id, service.contact),
        attributes=[each for slug in VOCABULARIES for each in attributes(feed, own_id, slug, terms[slug])],
        **feed.extra(
            alternate_name=", ".join(service.other_names),
            application_process=service.how_to_get_in,
            eligibility_description=service.eligibility,
            wait_time=service.waiting_time,
        ),
    )


def _hub_opening(feed: Feed, hub: Hub) -> Item:
    """What a hub gives by being open: the profile has no hours on a location, so they are a service's schedule."""
    own_id = feed.record_id("hub-opening", hub)
    organization = organization_of(feed, hub.operator)
    place = _at(feed, own_id, hub_location(feed, hub))
    return stated(
        id=own_id,
        organization_id=organization["id"],
        name=f"{hub.name}: open to everybody",
        description=hub.summary,
        url=feed.edition.whole_address(urls.hub(hub.slug)),
        email=(hub.contact or Contact()).email or organization.get("email"),
        status=_HUB_STATUSES[feed.directory.status(hub).shown_as],
        alert=hub.status_note,
        **_dates(feed, hub),
        schedules=opening_schedules(feed, hub, own_id, place["id"]),
        service_at_locations=[place],
        organization=organization,
        contacts=_contacts(feed, own_id, hub.contact),
        attributes=[kind_attribute(feed, own_id, hub.kind)],
    )


def _places(feed: Feed, service_id: str, service: Service) -> list[Item]:
    """Where a service is given: at hubs, and at the venues of its sessions."""
    hubs = [_at(feed, service_id, hub_location(feed, hub)) for hub in hubs_of(feed.directory, service)]
    venues = [session.venue for session in service.sessions if session.venue is not None]
    return [*hubs, *(_at(feed, service_id, venue_location(feed, venue)) for venue in venues)]


def _session(feed: Feed, service_id: str, service: Service, session: Session) -> list[Item]:
    place = None
    if session.hub is not None:
        place = feed.id("at", service_id, feed.record_id("hub", feed.directory.hub(session.hub)))
    elif session.venue is not None:
        place = feed.id("at", service_id, venue_location(feed, session.venue)["id"])
    name = f"{first_slug(service)}/{session.id}"
    return session_schedules(feed, session, service_id, place, name)


def _at(feed: Feed, service_id: str, location: Item) -> Item:
    at = feed.id("at", service_id, location["id"])
    return {"id": at, "service_id": service_id, "location_id": location["id"], "location": location}


def _dates(feed: Feed, record: Hub | Service | Organisation) -> Item:
    """The day until which all of the record was assured, if those who run it confirmed all, and its last change."""
    fresh = feed.edition.freshness(record)
    confirmed = [group.confirmed_on for group in fresh.groups if group.confirmed_on is not None]
    assured = min(confirmed) if fresh.confirmed and confirmed else None
    dated = last_dated(record, feed.edition.today)
    return stated(
        assured_date=None if assured is None else assured.isoformat(),
        last_modified=None if dated is None else f"{dated.isoformat()}T00:00:00+00:00",
    )


def _cost_options(feed: Feed, service_id: str, service: Service) -> list[Item]:
    cost = service.cost
    if cost is None or cost.amount is None:
        return []
    option = stated(
        id=feed.id("cost", service_id),
        service_id=service_id,
        amount=cost.amount,
        amount_description=cost.note or "For one visit",
        **feed.extra(currency="GBP"),
    )
    return [option]


def _contacts(feed: Feed, service_id: str, contact: Contact | None) -> list[Item]:
    """Whom to reach; the numbers are where the wider standard has them, as the profile names no place for them."""
    if contact is None:
        return []
    own_id = feed.id("contact", service_id)
    numbers = [(contact.phone, None), *((each.number, each.description) for each in contact.other_phones)]
    phones = [
        stated(id=feed.id("phone", own_id, number), contact_id=own_id, number=number, description=description)
        for number, description in numbers
        if number
    ]
    return [
        stated(
            id=own_id,
            service_id=service_id,
            title=contact.role,
            **feed.extra(email=contact.email, phones=phones),
        )
    ]
