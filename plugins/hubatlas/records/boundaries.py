"""Reads `boundaries.geojson`: the outlines of areas, as RFC 7946 has them, made simpler for maps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from hubatlas.model import Boundaries, Ring
from hubatlas.records.outlines import LEAST_POINTS, MOST_POINTS, point_count, simplified
from hubatlas.records.place_rules import in_the_kingdom
from hubatlas.records.syntax import Fault, UnreadableError

MOST_BYTES = 2 * 1024 * 1024
MOST_OUTLINES = 1_000
_MOST_TOLD = 20
_DEGREES = 180
_SHAPE = "write it as GeoJSON (RFC 7946) with one Polygon or MultiPolygon for each area"


class _NotAnOutlineError(Exception):
    """Why a feature cannot be drawn: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


def read(source: bytes) -> Boundaries:
    """The outlines that the bytes hold, simplified; raises UnreadableError with every fault there is."""
    if len(source) > MOST_BYTES:
        hint = "take a coarser edition, or leave out areas; the map shows no more than the outline"
        raise UnreadableError(Fault(1, 1, f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB", hint))
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(Fault(1, 1, "the file is not UTF-8 text", "save it as UTF-8")) from None
    whole = _parsed(text)
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or whole.get("type") != "FeatureCollection":
        raise UnreadableError(Fault(1, 1, "this is not a GeoJSON FeatureCollection", _SHAPE))
    if len(features) > MOST_OUTLINES:
        hint = "take larger areas, such as wards"
        raise UnreadableError(Fault(1, 1, f"the file has more than {MOST_OUTLINES:,} areas", hint))
    outlines: list[tuple[Ring, ...]] = []
    faults: list[tuple[int, _NotAnOutlineError]] = []
    for position, feature in enumerate(features):
        try:
            outlines.append(tuple(_rings(feature)))
        except _NotAnOutlineError as error:
            faults.append((position, error))
    if faults:
        places = _places(text)
        raise UnreadableError(*(Fault(*places[at], error.message, error.hint) for at, error in faults[:_MOST_TOLD]))
    if not outlines:
        raise UnreadableError(Fault(1, 1, "the file holds no outline", f"{_SHAPE}, or delete the file"))
    simple = simplified(tuple(outlines))
    if point_count(simple) > 2 * MOST_POINTS:
        hint = "take larger areas, such as districts, or only the outer boundary"
        raise UnreadableError(Fault(1, 1, "the file has more borders than a small map can show", hint))
    return Boundaries(outlines=simple)


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        raise UnreadableError(Fault(error.lineno, error.colno, message, "export the file again")) from None
    except (RecursionError, ValueError):
        raise UnreadableError(Fault(1, 1, "this is not GeoJSON", _SHAPE)) from None


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _rings(feature: Any) -> Iterator[Ring]:  # noqa: ANN401 - whatever the file holds
    stated = feature.get("geometry") if isinstance(feature, dict) else None
    geometry: dict[str, Any] = stated if isinstance(stated, dict) else {}
    kind = geometry.get("type")
    if kind not in ("Polygon", "MultiPolygon"):
        what = f"is a {kind}" if isinstance(kind, str) else "has no geometry"
        raise _NotAnOutlineError(f"this feature {what}; only areas are drawn", _SHAPE)
    parts = geometry.get("coordinates")
    for part in _listed([parts] if kind == "Polygon" else parts):
        for ring in _listed(part):
            yield _ring(ring)


def _ring(ring: Any) -> Ring:  # noqa: ANN401 - as above
    points = []
    for pair in _listed(ring):
        x, y = (*_listed(pair), None, None)[:2]
        if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in (x, y)):
            raise _NotAnOutlineError("the outline has a point that is not two numbers", _SHAPE)
        if not in_the_kingdom(y, x):
            raise _NotAnOutlineError(*_elsewhere(x, y))
        points.append((float(x), float(y)))
    apart = [point for position, point in enumerate(points) if point != points[position - 1]]
    if len(apart) < LEAST_POINTS:
        raise _NotAnOutlineError("the outline has fewer than three points", "delete it, or export it again")
    return tuple(apart)


def _elsewhere(x: float, y: float) -> tuple[str, str]:
    message = f"the point {x}, {y} is outside the United Kingdom"
    if in_the_kingdom(x, y):
        return message, "longitude comes before latitude in GeoJSON; these look swapped"
    if max(abs(x), abs(y)) > _DEGREES:
        return message, "export the file in degrees (WGS 84, EPSG:4326), not in metres of the national grid"
    return message, "export the file again, in degrees (WGS 84, EPSG:4326)"


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - as above
    if not isinstance(value, list):
        raise _NotAnOutlineError("the coordinates here are not nested as those of an area are", _SHAPE)
    return value


def _places(text: str) -> list[tuple[int, int]]:
    """Line and column of each feature. The text has been read as JSON, so that it can be walked through again."""
    decode, start = json.JSONDecoder().raw_decode, _after_space(text, 0) + 1
    while True:
        name, start = decode(text, _after_space(text, start, ","))
        start = _after_space(text, start, ":")
        if name == "features":
            break
        _, start = decode(text, start)
    found = []
    start = _after_space(text, start + 1)
    while text[start] != "]":
        found.append((text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)))
        _, start = decode(text, start)
        start = _after_space(text, start, ",")
    return found


def _after_space(text: str, start: int, also: str = "") -> int:
    while text[start] in f" \t\r\n{also}":
        start += 1
    return start
