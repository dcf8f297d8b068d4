"""Where postcodes and places are: what the search page looks up when somebody says where they are.

`/search/places.json` is `{"attribution", "sectors", "outward", "places"}`. `sectors` gives latitude and longitude of
each postcode sector; `places` are `[name, latitude, longitude]`, those with a record first, then hubs. `outward` are
first halves of postcodes, such as PL1, for which `/search/postcodes/pl1.json` says where each second half is. Whoever
fetches one of these tells the host the first half of a postcode, and never the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas import urls
from hubatlas.exports.edition import Edition, json_bytes
from hubatlas.exports.kinds import Export
from hubatlas.model import Hub, Place


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    directory = edition.directory
    geography = directory.geography
    sectors = {} if geography is None else geography.sectors
    records: tuple[Place | Hub, ...] = (*directory.places, *directory.hubs)
    whole = {
        "attribution": None if geography is None else geography.attribution,
        "sectors": {sector: [float(part) for part in point.split()] for sector, point in sectors.items()},
        "outward": [each.slug.upper() for each in directory.postcodes],
        "places": [row for record in records for row in _named(record)],
    }
    yield urls.SEARCH_PLACES, json_bytes(whole)


def _postcodes(edition: Edition) -> Iterator[tuple[str, bytes]]:
    for each in edition.directory.postcodes:
        yield urls.search_postcodes(each.slug), json_bytes(each.points)


def _named(record: Place | Hub) -> Iterator[list[str | float]]:
    """A row for each name of a place or hub that is on the map, in any language."""
    if record.point is not None:
        translated = (each.name for each in record.translations if each.name is not None)
        for name in dict.fromkeys((record.name, *record.other_names, *translated)):
            yield [name, round(record.point.latitude, 3), round(record.point.longitude, 3)]


SEARCH_PLACES = Export(
    address=urls.SEARCH_PLACES,
    title="Places for the search",
    description="Where postcode sectors, places and hubs are.",
    media_type="application/json",
    files=_files,
    listed=False,
)

SEARCH_POSTCODES = Export(
    address=urls.search_postcodes("{outward}"),
    title="Postcodes for the search",
    description="Where each postcode is, by its first half.",
    media_type="application/json",
    files=_postcodes,
    listed=False,
)
