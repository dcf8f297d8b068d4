"""Where things are: addresses, points, and the areas they lie in."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.model import Address, Hub, Place, Point, Venue
from hubatlas.pages.linked_data.nodes import Node, as_json, identity, node, property_value, whole


def postal_address(address: Address | None) -> Node | None:
    """The address; None where nothing of it is known."""
    if address is None:
        return None
    street = ", ".join(part for part in (address.building, address.address_1, address.address_2) if part)
    properties = {
        "streetAddress": street,
        "addressLocality": address.city,
        "addressRegion": address.state_province,
        "postalCode": address.postal_code,
    }
    return node("PostalAddress", {**properties, "addressCountry": "GB"}) if any(properties.values()) else None


def coordinates(point: Point | None) -> Node | None:
    """The point; None where it is only somewhere in an area."""
    if point is None or point.precision == "area":
        return None
    return {"@type": "GeoCoordinates", "latitude": point.latitude, "longitude": point.longitude}


def area(directory: Directory, slug: str) -> Node:
    """The place of that slug, in as much as others need to name it."""
    page = whole(directory, urls.place(slug))
    return {"@type": "AdministrativeArea", "@id": identity(page), "name": directory.place(slug).name, "url": page}


def network_area(directory: Directory) -> Node:
    """The area that the whole network serves."""
    return {"@type": "AdministrativeArea", "name": directory.network.area_name}


def hub_place(directory: Directory, hub: Hub) -> Node:
    """The hub as the place where something is given or held; many are named by several services."""
    return directory.once((hub_place, hub.slug), lambda: _hub_place(directory, hub))


def _hub_place(directory: Directory, hub: Hub) -> Node:
    page = whole(directory, urls.hub(hub.slug))
    properties = {"@id": identity(page), "name": hub.name, "url": page, "address": postal_address(hub.address)}
    return node("Place", {**properties, "geo": coordinates(hub.point)})


def venue_place(venue: Venue) -> Node:
    """A venue that is no hub."""
    place = {"name": venue.name, "address": postal_address(venue.address), "geo": coordinates(venue.point)}
    return node("Place", place)


def place_data(directory: Directory, place: Place) -> str:
    """What the page of a place says of it."""
    page = whole(directory, urls.place(place.slug))
    return as_json(
        node(
            "AdministrativeArea",
            {
                "@id": identity(page),
                "name": place.name,
                "alternateName": place.other_names,
                "description": place.summary,
                "url": page,
                "identifier": None if place.code is None else property_value("ONS", place.code),
                "geo": coordinates(place.point),
                "containedInPlace": None if place.parent is None else area(directory, place.parent),
            },
        )
    )
