"""What a feed of a network next door has near our hubs, as the copy that is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Any

from hubatlas.imports.feeds.services import places_of
from hubatlas.imports.feeds.sources import Feed
from hubatlas.imports.feeds.texts import LONGEST_LINE, LONGEST_NAME, line
from hubatlas.records.checking import Checker

MOST_PLACES = 60
MOST_SERVICES = 30
_LONGEST_READ = 1_000
_EARTH_RADIUS_MILES = 3958.8

Json = dict[str, Any]
Coordinates = tuple[float, float]


def copy_of(feed: Feed, ours: Iterable[Coordinates], miles: float, today: date, checker: Checker, name: str) -> Json:
    """The copy: places within the miles of one of our points (latitude, longitude), nearest first.

    `checker` is that of the copy's schema: what it refuses is left out. `name` stands in for a publisher not named.
    """
    points = list(ours)
    near = []
    for place in _places(feed):
        sound = _sound(place, checker)
        if sound is None:
            continue
        here = (sound["point"]["latitude"], sound["point"]["longitude"])
        distance = min((_miles(here, each) for each in points), default=miles + 1)
        if distance <= miles:
            near.append((round(distance, 3), sound["name"], sound))
    near.sort(key=lambda each: each[:2])
    places = [place for _, _, place in near[:MOST_PLACES]]
    copy = {"publisher": line(feed.publisher or "", LONGEST_LINE) or name, "fetched_on": today.isoformat()}
    return {**copy, "places": places} if places else copy


def _places(feed: Feed) -> Iterator[Json]:
    """Every place of the feed whose point is known: open hubs of our own data, or where services are held."""
    for record in feed.records:
        labels = record.get("labels")
        if record["type"] == "hub" and isinstance(labels, dict) and labels.get("shown_as") == "open":
            yield from _of_record(record, labels)
    by_place: dict[str, Json] = {}
    for service in feed.services:
        if service.get("status", "active") != "active":
            continue
        for _, held in places_of(service):
            venue = held["venue"]
            if "point" in venue:
                place = by_place.setdefault(repr((venue["name"], venue["point"])), {**venue, "services": []})
                place["services"].append(line(str(service["name"]), LONGEST_NAME))
    yield from by_place.values()


def _of_record(record: Json, labels: Json) -> Iterator[Json]:
    contents = record["contents"]
    point, contact = contents.get("point"), contents.get("contact")
    if isinstance(point, dict) and all(isinstance(point.get(name), int | float) for name in ("latitude", "longitude")):
        services = labels.get("services")
        names = [each.get("name") for each in services if isinstance(each, dict)] if isinstance(services, list) else []
        place = {
            "name": contents.get("name"),
            "summary": contents.get("summary"),
            "point": point,
            "address": contents.get("address"),
            "phone": contact.get("phone") if isinstance(contact, dict) else None,
            "page": record.get("page"),
            "services": names,
        }
        yield {name: value for name, value in place.items() if value is not None}


def _sound(place: Json, checker: Checker) -> Json | None:
    """The place without what the schema refuses; None where it cannot do without that."""
    services = [line(str(each), LONGEST_NAME) for each in place.get("services", ()) if each]
    services = list(dict.fromkeys(each for each in services if each))[:MOST_SERVICES]
    stated = {name: _on_one_line(value) for name, value in place.items()} | {"services": services}
    stated = {name: value for name, value in stated.items() if value not in (None, "", [], {})}
    whole: Any = {"publisher": "x", "fetched_on": "2026-01-01", "places": [stated]}
    sound = checker.without(whole, checker.findings(whole))
    places: Any = None if sound is None else sound.get("places")
    return places[0] if places else None


def _on_one_line(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """A text on one line without characters that no record may hold, also those of an address; the rest as it is."""
    if isinstance(value, dict):
        return {line(name): line(each) if isinstance(each, str) else each for name, each in value.items()}
    return line(value, _LONGEST_READ) if isinstance(value, str) else value


def _miles(here: Coordinates, there: Coordinates) -> float:
    north, east = radians(there[0] - here[0]), radians(there[1] - here[1])
    shrink = cos(radians(here[0])) * cos(radians(there[0]))
    return 2 * _EARTH_RADIUS_MILES * asin(sqrt(min(1.0, sin(north / 2) ** 2 + shrink * sin(east / 2) ** 2)))
