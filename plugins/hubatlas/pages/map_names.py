"""The names of places on a map: as many as there is room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import cos, hypot, radians

from hubatlas.directory import Directory
from hubatlas.facts.places import Located, located_places
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Point
from hubatlas.pages.map_view import METRES_A_DEGREE, WIDTH, Anchor, Box, View, room_for

_FONTS = (31, 27, 25)
_LETTER = 0.6  # of the font's size; most are narrower
_CELL = 0.1  # degrees


@dataclass(frozen=True, slots=True)
class MapName:
    """The name of a place, written from, around or up to a spot; `size` counts from 0 for the largest."""

    x: int
    y: int
    anchor: Anchor
    name: str
    size: int


def names_on(directory: Directory, view: View, taken: list[Box], middle: Point | None) -> Iterator[MapName]:
    """The names that find room: those of wider places first, or on a map of one hub the nearest."""
    order = {level.id: position for position, level in enumerate(directory.network.place_levels)}
    roots = directory.places_within(None)
    places = places_near(directory, middle) if middle else located_places(directory)
    named = [
        (order[place.level], place, point)
        for place, point in places
        if view.shows(point) and (len(places) == 1 or (place,) != roots)
    ]
    widest = min((level for level, _, _ in named), default=0)
    named.sort(
        key=lambda each: (metres_apart(middle, each[2]) if middle else each[0], plain(each[1].name), each[1].slug)
    )
    for level, place, point in named:
        name, size = plain(place.name), min(level - widest, len(_FONTS) - 1)
        font = _FONTS[size]
        found = room_for(
            (len(name) * font * _LETTER + 8, font * 1.1),
            view.spot(point.longitude, point.latitude),
            taken,
            (6, 6, WIDTH - 6, view.height - 6),
        )
        if found is not None:
            box, anchor = found
            taken.append(box)
            x = {"start": box[0] + 4, "middle": (box[0] + box[2]) / 2, "end": box[2] - 4}[anchor]
            yield MapName(round(x), round((box[1] + box[3]) / 2 + font * 0.35), anchor, name, size)


def places_near(directory: Directory, middle: Point) -> list[Located]:
    """The places that are not far, so that a large network does not look at each for each hub."""
    cells = directory.once("places by cell", lambda: _cells(directory))
    x, y = _cell(middle)
    return [near for right in (-1, 0, 1) for up in (-1, 0, 1) for near in cells.get((x + right, y + up), ())]


def _cells(directory: Directory) -> dict[tuple[int, int], list[Located]]:
    cells: defaultdict[tuple[int, int], list[Located]] = defaultdict(list)
    for place, point in located_places(directory):
        cells[_cell(point)].append((place, point))
    return dict(cells)


def _cell(point: Point) -> tuple[int, int]:
    return int(point.longitude // _CELL), int(point.latitude // _CELL)


def metres_apart(one: Point, other: Point) -> float:
    """How far two points are from each other, as the crow flies."""
    across = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(across, one.latitude - other.latitude) * METRES_A_DEGREE
