"""What the search filters by, packed: `facts.search_facets` of every document, by numbers.

- `from` is the day that dates are counted from; `terms` are the facets, such as `need=money`, by number
- `venues` are places that are not hubs: their name, point and facets
- `documents` has one entry for each document, in the same order; what is not known of it is left out

An entry has `has` and `lacks` (facets known to hold, and known not to), `at` (its point), `remote` and `off` (1 where
nobody has to travel, and where it cannot be had now), `hours` and `week` (of a hub: its hours, and for each day the
parts of the day in which it is open, or null) and `offers`. An offer is `[where, when, opens, closes, dates]`, cut
short where the rest is not known: the position of a hub, or -1 less the number of a venue, or null; facets of day and
time; minutes after midnight; the next dates, each as the days from the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from hubatlas.directory import Directory
from hubatlas.facts.opening_hours import as_plain
from hubatlas.facts.search_documents import SearchDocument
from hubatlas.facts.search_facets import WHEN, Offer, opening_facets, place_facets
from hubatlas.model import OpeningHours, Point, Venue


def packed_facets(directory: Directory, documents: Sequence[SearchDocument], today: date) -> dict[str, Any]:
    """The facets of the documents, as the top of this module says; hubs are the first of them."""
    packing = _Packing(directory, today)
    packed = [packing.document(document) for document in documents]
    return {
        "from": today.isoformat(),
        "terms": list(packing.terms),
        "venues": [packing.venue(venue) for venue in packing.venues],
        "documents": packed,
    }


class _Packing:
    """Numbers facets and venues in the order in which they are met."""

    def __init__(self, directory: Directory, today: date) -> None:
        self._directory = directory
        self._today = today
        self._hubs = {hub.slug: position for position, hub in enumerate(directory.hubs)}
        self.terms: dict[str, int] = {facet: number for number, facet in enumerate(WHEN)}
        self.venues: dict[Venue, int] = {}

    def document(self, document: SearchDocument) -> dict[str, Any]:
        """What filters need of a document, its facets and venues by number; what is empty is left out."""
        whole: dict[str, Any] = {
            "has": self._numbers(document.facets.has),
            "lacks": self._numbers(document.facets.lacks),
            "at": _packed_point(document.point),
            "remote": int(document.remote),
            "off": int(not document.available),
            "offers": [self._offer(offer) for offer in document.offers],
        }
        if document.hours is not None:
            whole |= {"hours": _hours(document.hours), "week": self._week(document.hours)}
        return {name: value for name, value in whole.items() if value}

    def venue(self, venue: Venue) -> dict[str, Any]:
        """A place that is no hub: its name, its point and the places it lies in, by number."""
        has = self._numbers(place_facets(self._directory, venue.places))
        return {"name": venue.name, "at": _packed_point(venue.point), "has": has}

    def _numbers(self, facets: Iterable[str]) -> list[int]:
        return [self.terms.setdefault(facet, len(self.terms)) for facet in facets]

    def _week(self, hours: OpeningHours) -> list[list[int] | None]:
        return [None if parts is None else self._numbers(parts) for parts in opening_facets(hours)]

    def _offer(self, offer: Offer) -> list[Any]:
        where = None if offer.hub is None else self._hubs[offer.hub]
        if offer.venue is not None:
            where = -1 - self.venues.setdefault(offer.venue, len(self.venues))
        packed: list[Any] = [where]
        if offer.when or offer.dates:
            packed.append(self._numbers(offer.when))
        if offer.span is not None:
            packed += [offer.span.opens_at, offer.span.closes_at]
        if offer.dates:
            packed += [None, None] if offer.span is None else []
            packed.append([(day - before).days for before, day in pairwise((self._today, *offer.dates))])
        return packed


def _hours(hours: OpeningHours) -> Mapping[str, Any]:
    """The hours without the reasons of exceptions, which the list of results does not tell."""
    plain = as_plain(hours)
    kept = [{name: each[name] for name in each if name != "reason"} for each in plain["exceptions"]]
    return plain | {"exceptions": kept}


def _packed_point(point: Point | None) -> list[float] | None:
    """Latitude and longitude, to about ten metres."""
    return None if point is None else [round(point.latitude, 4), round(point.longitude, 4)]
