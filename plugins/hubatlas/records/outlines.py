"""Makes outlines simpler than they were surveyed, so that a map of a whole network stays small.

A border that two areas share is simplified once, so that no gap opens between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, hypot, radians

from hubatlas.model import Ring

MOST_POINTS = 1_500
FIRST_STEP = 1 / 1_500  # of the width or height of the whole, which no eye tells on a screen
NEXT_STEP = 1.6
LAST_STEP = 1 / 30
DECIMALS = 4  # about 10 metres
LEAST_POINTS = 3

_Point = tuple[float, float]
_Outlines = tuple[tuple[Ring, ...], ...]


def simplified(outlines: _Outlines, most: int = MOST_POINTS) -> _Outlines:
    """The outlines with about so many points in all, as like the first as that allows; what is too small is gone.

    The points where borders meet always stay, so that many small areas have more.
    """
    points = [point for rings in outlines for ring in rings for point in ring]
    if not points:
        return ()
    west, south = (min(values) for values in zip(*points, strict=True))
    east, north = (max(values) for values in zip(*points, strict=True))
    narrow = cos(radians((south + north) / 2))
    across = max((east - west) * narrow, north - south)
    step = across * FIRST_STEP
    outlines = _once(outlines, step, narrow)
    while point_count(outlines) > most and step < across * LAST_STEP:
        step *= NEXT_STEP
        outlines = _once(outlines, step, narrow)
    rounded = (tuple(map(_rounded, rings)) for rings in outlines)
    return tuple(filter(None, (tuple(ring for ring in rings if ring) for rings in rounded)))


def point_count(outlines: _Outlines) -> int:
    """How many points the outlines have in all."""
    return sum(len(ring) for rings in outlines for ring in rings)


def _once(outlines: _Outlines, step: float, narrow: float) -> _Outlines:
    corners = _corners(ring for rings in outlines for ring in rings)
    known: dict[tuple[_Point, ...], list[_Point]] = {}

    def simpler(arc: tuple[_Point, ...]) -> list[_Point]:
        """The same points whichever way an arc runs, as the area on its other side has it the other way round."""
        forwards = min(arc, arc[::-1])
        if forwards not in known:
            known[forwards] = _kept(forwards, step, narrow)
        return known[forwards] if arc == forwards else known[forwards][::-1]

    made = []
    for rings in outlines:
        new = (tuple(point for arc in _arcs(ring, corners) for point in simpler(arc)[:-1]) for ring in rings)
        made.append(tuple(ring for ring in new if len(ring) >= LEAST_POINTS))
    return tuple(filter(None, made))


def _corners(rings: Iterable[Ring]) -> set[_Point]:
    """The points where a border that two rings share begins or ends."""
    beside: dict[_Point, set[_Point]] = {}
    corners = set()
    for ring in rings:
        for before, point, after in zip((ring[-1], *ring[:-1]), ring, (*ring[1:], ring[0]), strict=True):
            if beside.setdefault(point, {before, after}) != {before, after}:
                corners.add(point)
    return corners


def _arcs(ring: Ring, corners: set[_Point]) -> list[tuple[_Point, ...]]:
    """The ring cut at its corners; one that has none is cut at two points of its own."""
    cuts = [position for position, point in enumerate(ring) if point in corners]
    if len(cuts) < 2:  # noqa: PLR2004 - a piece has two ends
        first = cuts[0] if cuts else min(range(len(ring)), key=ring.__getitem__)
        x, y = ring[first]
        furthest = max(range(len(ring)), key=lambda position: hypot(ring[position][0] - x, ring[position][1] - y))
        cuts = sorted((first, furthest))
    turned = ring[cuts[0] :] + ring[: cuts[0] + 1]
    places = [cut - cuts[0] for cut in cuts] + [len(ring)]
    return [turned[start : end + 1] for start, end in pairwise(places)]


def _kept(arc: Sequence[_Point], step: float, narrow: float) -> list[_Point]:
    """The points of the arc that lie further than `step` from the line that would be drawn without them."""
    kept = {0, len(arc) - 1}
    waiting = [(0, len(arc) - 1)]
    while waiting:
        start, end = waiting.pop()
        (x, y), (to_x, to_y) = arc[start], arc[end]
        across, up = (to_x - x) * narrow, to_y - y
        length = hypot(across, up)
        furthest, most = start, step
        for position in range(start + 1, end):
            right, above = (arc[position][0] - x) * narrow, arc[position][1] - y
            away = abs(right * up - above * across) / length if length else hypot(right, above)
            if away > most:
                furthest, most = position, away
        if furthest != start:
            kept.add(furthest)
            waiting += [(start, furthest), (furthest, end)]
    return [arc[position] for position in sorted(kept)]


def _rounded(ring: Ring) -> Ring:
    points = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]
    apart = [point for before, point in pairwise((points[-1], *points)) if point != before]
    return tuple(apart) if len(apart) >= LEAST_POINTS else ()
