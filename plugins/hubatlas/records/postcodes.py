"""Reads `postcodes/pl1.csv`: where each postcode that begins so is, as `scripts/import_geography.py` writes it."""

from __future__ import annotations

import re

from hubatlas.model import PostcodePoints
from hubatlas.records.place_rules import in_the_kingdom
from hubatlas.records.syntax import Fault, UnreadableError

MOST_BYTES = 256 * 1024
_LINE = re.compile(r"([0-9][A-Z]{2}),([0-9]{2}\.[0-9]{1,4}),(-?[0-9]\.[0-9]{1,4})", re.ASCII)
_OUTWARD = re.compile(r"[a-z]{1,2}[0-9][0-9a-z]?", re.ASCII)
_WRONG = "this line is not like 1AA,50.3712,-4.1421, a point in the United Kingdom"
_MOST_TOLD = 20
_AGAIN = "delete the file; scripts/import_geography.py writes it again"


def read(slug: str, source: bytes) -> PostcodePoints:
    """The points of the postcodes that begin with `slug`; raises UnreadableError with every fault there is."""
    if not _OUTWARD.fullmatch(slug):
        raise UnreadableError(Fault(1, 1, "the file is not named after the first half of a postcode", _AGAIN))
    if len(source) > MOST_BYTES:
        raise UnreadableError(Fault(1, 1, f"the file is larger than {MOST_BYTES // 1024} KiB", _AGAIN))
    points: dict[str, tuple[float, float]] = {}
    faults = []
    for number, line in enumerate(source.decode("utf-8", "replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        point = (float(found[2]), float(found[3])) if found else (0.0, 0.0)
        if found is None or not in_the_kingdom(*point):
            faults.append(Fault(number, 1, _WRONG, _AGAIN))
        else:
            points[found[1]] = point
    if faults:
        raise UnreadableError(*faults[:_MOST_TOLD])
    return PostcodePoints(slug=slug, points=points)
