"""Where postcodes near a network are, from files of single postcodes such as OS Code-Point Open."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})", re.ASCII)
_EARTH_RADIUS_MILES = 3958.8
_WITHOUT_PLACE = {"90", "0"}
"""Code-Point Open says with 90 that it does not know where a postcode is."""
MOST_SECTORS = 2_200

Coordinates = tuple[float, float]


def sectors_near(
    files: Iterable[Path], hubs: Iterable[Coordinates], miles: float, to_degrees: Callable[[float, float], Coordinates]
) -> dict[str, str]:
    """The sectors within the miles of a hub (latitude, longitude), by name, as records have them: "50.371 -4.142".

    `to_degrees` makes latitude and longitude (WGS 84) of an easting and a northing of the National Grid. Columns are
    those of Code-Point Open: postcode, quality, easting, northing; a line of headings is passed over.
    """
    points = list(hubs)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for postcode, easting, northing in _units(files):
        total = sums[sector_of(postcode)]
        total[0] += easting
        total[1] += northing
        total[2] += 1
    found = {}
    for sector, (easting, northing, count) in sorted(sums.items()):
        middle = to_degrees(easting / count, northing / count)
        if any(_miles(middle, point) <= miles for point in points):
            found[sector] = f"{middle[0]:.3f} {middle[1]:.3f}"
    return found


def points_in(
    sectors: Container[str], files: Iterable[Path], to_degrees: Callable[[float, float], Coordinates]
) -> dict[str, str]:
    """The text of `postcodes/pl1.csv` for each first half of a postcode, here pl1, of the postcodes in these sectors.

    Four decimals, about ten metres, tell the ends of a street apart.
    """
    lines: dict[str, list[str]] = defaultdict(list)
    for postcode, easting, northing in sorted(_units(files)):
        if sector_of(postcode) in sectors:
            outward, inward = postcode.split()
            latitude, longitude = to_degrees(easting, northing)
            lines[outward.lower()].append(f"{inward},{latitude:.4f},{longitude:.4f}\n")
    return {outward: "".join(each) for outward, each in lines.items()}


def spaced(postcode: str) -> str | None:
    """PL1 1AA, however it is written; None for what is no postcode."""
    found = _POSTCODE.fullmatch("".join(postcode.split()).upper())
    return f"{found[1]} {found[2]}" if found else None


def sector_of(postcode: str) -> str:
    """PL1 1 for PL1 1AA."""
    return postcode[:-2]


def _units(files: Iterable[Path]) -> Iterator[tuple[str, float, float]]:
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                postcode = spaced(row[0]) if len(row) > 3 else None  # noqa: PLR2004 - up to the northing
                if postcode is not None and row[1] not in _WITHOUT_PLACE and row[2].isdigit() and row[3].isdigit():
                    yield postcode, float(row[2]), float(row[3])


def _miles(here: Coordinates, there: Coordinates) -> float:
    north, east = radians(there[0] - here[0]), radians(there[1] - here[1])
    shrink = cos(radians(here[0])) * cos(radians(there[0]))
    return 2 * _EARTH_RADIUS_MILES * asin(sqrt(min(1.0, sin(north / 2) ** 2 + shrink * sin(east / 2) ** 2)))
