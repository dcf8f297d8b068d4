"""Hubs and venues as locations."""

from __future__ import annotations

from hubatlas.exports.open_referral.items import Feed, Item, stated
from hubatlas.exports.open_referral.taxonomies import kind_attribute
from hubatlas.model import Address, Hub, Point, Venue


def hub_location(feed: Feed, hub: Hub) -> Item:
    """A hub or satellite; one without address and point, such as a phone line, is a virtual location."""
    return feed.directory.once((hub_location, hub.slug, feed.strict), lambda: _hub_location(feed, hub))


def _hub_location(feed: Feed, hub: Hub) -> Item:
    location_id = feed.record_id("hub", hub)
    return stated(
        id=location_id,
        location_type="physical" if hub.address or hub.point else "virtual",
        name=hub.name,
        description=hub.summary,
        **_point(hub.point),
        addresses=_addresses(feed, location_id, hub.address),
        accessibility=_accessibility(feed, hub, location_id),
        attributes=[kind_attribute(feed, location_id, hub.kind)],
        **feed.extra(alternate_name=", ".join(hub.other_names), transportation=hub.getting_there),
    )


def venue_location(feed: Feed, venue: Venue) -> Item:
    """A place that hosts a session without being a hub; the same name and address are the same place."""
    address = venue.address or Address()
    location_id = feed.id("venue", venue.name, address.address_1 or "", address.postal_code or "")
    return stated(
        id=location_id,
        location_type="physical",
        name=venue.name,
        **_point(venue.point),
        addresses=_addresses(feed, location_id, venue.address),
    )


def _point(point: Point | None) -> Item:
    return {} if point is None else {"latitude": point.latitude, "longitude": point.longitude}


def _addresses(feed: Feed, location_id: str, address: Address | None) -> list[Item]:
    """The address, where all that the profile requires of one is known; its county is the network's area if unknown."""
    if address is None or not (address.city and address.postal_code and (address.address_1 or address.building)):
        return []
    lines = [line for line in (address.building, address.address_1, address.address_2) if line]
    return [
        {
            "id": feed.id("address", location_id),
            "address_1": ", ".join(lines),
            "city": address.city,
            "state_province": address.state_province or feed.directory.network.area_name,
            "postal_code": address.postal_code,
            "country": "GB",
            "address_type": "physical",
        }
    ]


def _accessibility(feed: Feed, hub: Hub, location_id: str) -> list[Item]:
    """What is known, of both kinds: a yes and a no; unknown is left out."""
    return [
        stated(
            id=feed.id("accessibility", location_id, term.id),
            description=f"{term.label}: {hub.accessibility[term.id]}",
            details=term.description,
        )
        for term in feed.directory.terms("accessibility", hub.accessibility)
        if hub.accessibility[term.id] != "unknown"
    ]
