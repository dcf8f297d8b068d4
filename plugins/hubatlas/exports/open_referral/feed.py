"""The files of the Open Referral UK 3.0 feed (HSDS-UK-3.0), which a plain static host serves as an API.

A path of the API is a file without ending, or the page of a folder: `services/index.html` holds JSON, as a host
without rules of its own serves no other file for `/services`. Each list is whole, on one page, because a static host
gives the same answer whatever page is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from hubatlas import urls
from hubatlas.compact_json import as_bytes
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


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    feed = feed_of(edition)
    yield urls.open_referral("index.html"), _line(_start(feed))
    yield urls.open_referral("openapi.json"), _line(api_description(edition))
    written = _written_services(feed)
    yield urls.open_referral("services/index.html"), _page([listed for _, listed in written.values()])
    yield from ((urls.open_referral(f"services/{service_id}"), whole) for service_id, (whole, _) in written.items())
    bodies = each_once(organizations(feed))
    yield from _collection("organizations", bodies, map(_single, bodies))
    places = each_once([at for each in services(feed) for at in _places(each)])
    yield from _collection("service_at_locations", places, map(_place_listed, places))
    for name, items in (("taxonomies", taxonomies(feed)), ("taxonomy_terms", taxonomy_terms(feed))):
        yield from _collection(name, items, items)


def _bulk(edition: Edition) -> Iterator[tuple[str, bytes]]:
    written = _written_services(feed_of(edition))
    yield urls.open_referral("services.ndjson"), b"".join(whole for whole, _ in written.values())


def _slices(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Services by term, by place and by the month since which they changed: what a static host cannot filter."""
    feed = feed_of(edition)
    written = _written_services(feed)
    by_term: dict[str, list[str]] = {}
    at: dict[str, set[str]] = {}
    dated = []
    for each in services(feed):
        own_id = each["id"]
        for attribute in each.get("attributes", ()):
            by_term.setdefault(attribute["taxonomy_term_id"], []).append(own_id)
        for where in _places(each):
            at.setdefault(where["location_id"], set()).add(own_id)
        if "last_modified" in each:
            dated.append((each["last_modified"][:7], own_id))

    def page(slice_name: str, ids: Iterable[str]) -> tuple[str, bytes]:
        return urls.open_referral(f"slices/{slice_name}.json"), _page([written[each].listed for each in ids])

    for term, ids in sorted(by_term.items()):
        yield page(f"by-taxonomy-term/{term}", ids)
    for place in edition.directory.places:
        hubs = (feed.record_id("hub", hub) for hub in edition.directory.hubs_in(place.slug))
        yield page(f"by-place/{place.slug}", sorted({each for hub in hubs for each in at.get(hub, ())}))
    dated.sort()
    for month, _ in groupby(dated, key=itemgetter(0)):
        yield page(f"modified-since/{month}", (own_id for changed, own_id in dated if changed >= month))


class _Written(NamedTuple):
    """A service as JSON: the file of its own, and what it is in lists."""

    whole: bytes
    listed: bytes


def _written_services(feed: Feed) -> dict[str, _Written]:
    """Every service as JSON, by its id, in the order of their ids; it takes long to write, and several files say it."""
    return feed.edition.once((_written_services, feed), lambda: _as_json(services(feed)))


def _as_json(found: Iterable[Item]) -> dict[str, _Written]:
    return {each["id"]: _Written(_line(each), as_bytes(_listed(each))) for each in found}


def _start(feed: Feed) -> Item:
    """What the API's own address tells; the members after the first three are for people, and left out if strict."""
    address = feed.edition.whole_address(urls.open_referral("openapi.json"))
    start = {"version": VERSION, "profile": PROFILE, "openapi_url": address}
    return start | feed.extra(**{f"x-{name}": value for name, value in envelope(feed.edition).items()})


def _collection(name: str, items: list[Item], listed: Iterable[Item]) -> Iterator[tuple[str, bytes]]:
    yield urls.open_referral(f"{name}/index.html"), _page([as_bytes(each) for each in listed])
    for item in items:
        yield urls.open_referral(f"{name}/{item['id']}"), _line(item)


def _page(contents: list[bytes]) -> bytes:
    """The one page of a list, whose objects are JSON already."""
    count = len(contents)
    about = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": not count,
    }
    return b"".join((as_bytes(about)[:-1], b',"contents":[', b",".join(contents), b"]}\n"))


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


def _line(value: Item) -> bytes:
    return as_bytes(value) + b"\n"


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
