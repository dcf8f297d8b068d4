"""The files of the Open Referral UK 3.0 feed (HSDS-UK-3.0), which a plain static host serves as an API.

A path of the API is a file without ending, or the page of a folder: `services/index.html` holds JSON, as a host
without rules of its own serves no other file for `/services`. Each list is whole, on one page, because a static host
gives the same answer whatever page is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope
from hubatlas.exports.kinds import Export
from hubatlas.exports.open_referral.described import api_description
from hubatlas.exports.open_referral.items import Feed, Item, each_once, feed_of
from hubatlas.exports.open_referral.organizations import organizations
from hubatlas.exports.open_referral.services import LISTED_WITHOUT, services
from hubatlas.exports.open_referral.tabular import tabular_files
from hubatlas.exports.open_referral.taxonomies import taxonomies, taxonomy_terms

VERSION = "HSDS-UK-3.0"
PROFILE = "https://openreferraluk.org/developers/specifications"
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    feed = feed_of(edition)
    yield urls.open_referral("index.html"), _json(_start(feed))
    yield urls.open_referral("openapi.json"), _json(api_description(edition))
    whole = services(feed)
    yield from _collection("services", whole, [_listed(each) for each in whole])
    bodies = each_once(organizations(feed))
    yield from _collection("organizations", bodies, map(_single, bodies))
    places = each_once([at for each in whole for at in _places(each)])
    yield from _collection("service_at_locations", places, [_place_listed(at) for at in places])
    yield from _collection("taxonomies", taxonomies(feed))
    yield from _collection("taxonomy_terms", taxonomy_terms(feed))


def _bulk(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield urls.open_referral("services.ndjson"), b"".join(map(_json, services(feed_of(edition))))


def _slices(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Services by term, by place and by the month since which they changed: what a static host cannot filter."""
    whole = services(feed_of(edition))
    by_term: dict[str, list[Item]] = {}
    for each in whole:
        for attribute in each.get("attributes", ()):
            by_term.setdefault(attribute["taxonomy_term_id"], []).append(each)
    for term, found in sorted(by_term.items()):
        yield urls.open_referral(f"slices/by-taxonomy-term/{term}.json"), _json(_page(map(_listed, found)))
    feed = feed_of(edition)
    at: dict[str, list[Item]] = {}
    for each in whole:
        for location in {place["location_id"] for place in _places(each)}:
            at.setdefault(location, []).append(each)
    for place in edition.directory.places:
        hubs = edition.directory.hubs_in(place.slug)
        found = each_once([each for hub in hubs for each in at.get(feed.record_id("hub", hub), ())])
        yield urls.open_referral(f"slices/by-place/{place.slug}.json"), _json(_page(map(_listed, found)))
    dated = sorted((each["last_modified"][:7], each["id"], each) for each in whole if "last_modified" in each)
    for month, _ in groupby(dated, key=lambda row: row[0]):
        since = [_listed(each) for changed, _, each in dated if changed >= month]
        yield urls.open_referral(f"slices/modified-since/{month}.json"), _json(_page(since))


def _start(feed: Feed) -> Item:
    """What the API's own address tells; the members after the first three are for people, and left out if strict."""
    address = feed.edition.whole_address(urls.open_referral("openapi.json"))
    start = {"version": VERSION, "profile": PROFILE, "openapi_url": address}
    return start | feed.extra(**{f"x-{name}": value for name, value in envelope(feed.edition).items()})


def _collection(name: str, items: list[Item], listed: Iterable[Item] | None = None) -> Iterator[tuple[str, bytes]]:
    yield urls.open_referral(f"{name}/index.html"), _json(_page(items if listed is None else listed))
    for item in items:
        yield urls.open_referral(f"{name}/{item['id']}"), _json(item)


def _page(contents: Iterable[Item]) -> Item:
    found = list(contents)
    return {
        "total_items": len(found),
        "total_pages": 1,
        "page_number": 1,
        "size": len(found),
        "first_page": True,
        "last_page": True,
        "empty": not found,
        "contents": found,
    }


def _listed(service: Item) -> Item:
    plain = {name: value for name, value in service.items() if name not in LISTED_WITHOUT}
    return {**plain, "organization": _single(service["organization"])}


def _place_listed(at: Item) -> Item:
    """A service at a location as a list has it: what the location has several of is at its own address."""
    return {**at, "location": _single(at["location"])}


def _single(item: Item) -> Item:
    """What an item has one of."""
    return {name: value for name, value in item.items() if not isinstance(value, list)}


def _places(service: Item) -> list[Item]:
    places: list[Item] = service.get("service_at_locations", [])
    return places


def _json(value: Item) -> bytes:
    return f"{_encode(value)}\n".encode()


FEED = Export(
    address=urls.open_referral("{path}"),
    title="Open Referral UK 3.0",
    description=(
        f"The standard feed of services, organisations and places, for other directories. It begins at "
        f"{urls.open_referral('')} and says what it can do in {urls.open_referral('openapi.json')}."
    ),
    media_type="application/json",
    files=_files,
    start=urls.open_referral(""),
    group="open referral",
)
BULK = Export(
    address=urls.open_referral("services.ndjson"),
    title="Open Referral UK 3.0, in one file",
    description="Every service of the feed, whole, one to a line.",
    media_type="application/x-ndjson",
    files=_bulk,
    group="open referral",
)
SLICES = Export(
    address=urls.open_referral("slices/{slice}.json"),
    title="Open Referral UK 3.0, in slices",
    description="The services of the feed by term, by place, and by the month since which they changed.",
    media_type="application/json",
    files=_slices,
    group="open referral",
)
TABULAR = Export(
    address=urls.open_referral("tabular/{table}.csv"),
    title="Open Referral UK 3.0, as tables",
    description="The standard's tabular form: 17 CSV files, and the data package that describes them.",
    media_type="text/csv; charset=utf-8; header=present",
    files=tabular_files,
    start=urls.open_referral("tabular/datapackage.json"),
    group="open referral",
)
OPEN_REFERRAL = (FEED, BULK, SLICES, TABULAR)
