"""A small flat map: where points come to lie on it, what of an outline is seen, and where names find room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from math import cos, hypot, pi, radians, sin
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model import Point, Ring

WIDTH = 720
"""In units of the drawing, two of which are about a pixel on a phone."""

METRES_A_DEGREE = 111_320  # of latitude
FLATTEST, TALLEST = 0.55, 0.95  # height by width
ROUND_THE_EDGE = 0.1  # of the width, for marks and names
BELOW = 56
"""The height of the strip at the bottom that is kept for the scale."""
_OVER_THE_EDGE = 12
_ROUNDS = 60
_HOMESICK = 0.03
_BESIDE = 26

Anchor = Literal["start", "middle", "end"]
Spot = tuple[float, float]
Box = tuple[float, float, float, float]
_ABOVE_OR_BELOW: tuple[tuple[float, float, Anchor], ...] = tuple(
    (0, down, "middle") for down in (0, -36, 36, -44, 44, -56, 56, -68, 68)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The part of the world that a map shows, in degrees, and the height of the drawing; its width is WIDTH."""

    west: float
    south: float
    east: float
    north: float
    height: int

    @property
    def metre(self) -> float:
        """The length of a metre on the drawing."""
        return self.height / ((self.north - self.south) * METRES_A_DEGREE)

    def spot(self, longitude: float, latitude: float) -> Spot:
        """Where a point comes to lie, from the top left."""
        across = (longitude - self.west) / (self.east - self.west) * WIDTH
        return across, (self.north - latitude) / (self.north - self.south) * self.height

    def meets(self, box: Box) -> bool:
        """Whether something that lies within west, south, east and north of the box may be on the map."""
        west, south, east, north = box
        return west <= self.east and east >= self.west and south <= self.north and north >= self.south

    def shows(self, point: Point) -> bool:
        """Whether a point lies on the map."""
        return self.west <= point.longitude <= self.east and self.south <= point.latitude <= self.north


def view_of(points: Iterable[Point], least_metres: float, tallest: float = TALLEST) -> View:
    """The view that shows all the points with room around them, and at least so many metres across."""
    points = tuple(points)
    west, east = min(each.longitude for each in points), max(each.longitude for each in points)
    south, north = min(each.latitude for each in points), max(each.latitude for each in points)
    narrow = cos(radians((south + north) / 2))
    metre = 1 / METRES_A_DEGREE
    room = 1 / (1 - 2 * ROUND_THE_EDGE)
    across = max((east - west) * narrow * room, least_metres * metre)
    up = max((north - south) * room, least_metres * metre * FLATTEST)
    shape = min(max(up / across, FLATTEST), tallest)
    across, up = max(across, up / shape), max(up, across * shape)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    strip = across * BELOW / WIDTH
    return View(
        west=round(middle_x - across / narrow / 2, 5),
        east=round(middle_x + across / narrow / 2, 5),
        south=round(middle_y - up / 2 - strip, 5),
        north=round(middle_y + up / 2, 5),
        height=round(WIDTH * shape) + BELOW,
    )


def path_of(view: View, rings: Iterable[Ring]) -> str:
    """What is seen of the rings, as the commands of an SVG path in whole units."""
    return "".join(filter(None, (_path([view.spot(*point) for point in ring], view.height) for ring in rings)))


def _path(spots: list[Spot], height: int) -> str:
    least, most = -_OVER_THE_EDGE, WIDTH + _OVER_THE_EDGE
    spots = _beyond(_beyond(spots, 0, least, 1), 0, most, -1)
    spots = _beyond(_beyond(spots, 1, least, 1), 1, height + _OVER_THE_EDGE, -1)
    steps = [(round(x), round(y)) for x, y in spots]
    steps = [step for before, step in pairwise((*steps[-1:], *steps)) if step != before]
    if len(steps) < 3:  # noqa: PLR2004 - nothing that has an inside
        return ""
    (x, y), *_ = steps
    moves = "".join(f"{to_x - from_x} {to_y - from_y} " for (from_x, from_y), (to_x, to_y) in pairwise(steps)).replace(
        " -", "-"
    )
    return f"M{x} {y}l{moves.rstrip()}z"


def _beyond(spots: list[Spot], axis: int, edge: float, side: int) -> list[Spot]:
    """The part of a closed line that lies on one side of an edge, closed again along it."""
    if not spots:
        return []
    kept: list[Spot] = []
    before = spots[-1]
    was_in = (before[axis] - edge) * side >= 0
    for spot in spots:
        is_in = (spot[axis] - edge) * side >= 0
        if was_in != is_in:
            share = (edge - before[axis]) / (spot[axis] - before[axis])
            kept.append((before[0] + (spot[0] - before[0]) * share, before[1] + (spot[1] - before[1]) * share))
        if is_in:
            kept.append(spot)
        before, was_in = spot, is_in
    return kept


def spread(homes: Sequence[Spot], apart: float, frame: Box) -> list[Spot]:
    """A spot for each mark as near to its home as it can be without two being nearer than `apart`."""
    spots = [list(home) for home in homes]
    left, top, right, bottom = frame
    for _ in range(_ROUNDS):
        pushed = False
        for (first, one), (second, other) in combinations(enumerate(spots), 2):
            across, down = other[0] - one[0], other[1] - one[1]
            if abs(across) >= apart or abs(down) >= apart:
                continue
            length = hypot(across, down)
            if length >= apart:
                continue
            if length < 1:  # in one spot: each pair leaves in a direction of its own
                turn = 2 * pi * (first * 0.618 + second * 0.382)
                across, down, length = cos(turn), sin(turn), 1
            push = (apart - length) / 2 / length
            one[0] -= across * push
            one[1] -= down * push
            other[0] += across * push
            other[1] += down * push
            pushed = True
        for spot, home in zip(spots, homes, strict=True):
            x, y = spot[0] + (home[0] - spot[0]) * _HOMESICK, spot[1] + (home[1] - spot[1]) * _HOMESICK
            spot[0] = left if x < left else min(x, right)
            spot[1] = top if y < top else min(y, bottom)
        if not pushed:
            break
    return [(x, y) for x, y in spots]


def room_for(size: Spot, spot: Spot, taken: Iterable[Box], frame: Box) -> tuple[Box, Anchor] | None:
    """A box of that size on the spot, or close to it, where it meets nothing; None where there is no room."""
    (width, height), (x, y) = size, spot
    left, top, right, bottom = frame
    aside = width / 2 + _BESIDE
    for across, down, anchor in (*_ABOVE_OR_BELOW, (aside, 0, "start"), (-aside, 0, "end")):
        middle_x, middle_y = x + across, y + down
        if anchor == "middle":
            middle_x = min(max(middle_x, left + width / 2), right - width / 2)
        box = (middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
        inside = box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
        if inside and not _meets_any(box, taken):
            return box, anchor
    return None


def _meets_any(box: Box, others: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    return any(west < right and left < east and north < bottom and top < south for west, north, east, south in others)
