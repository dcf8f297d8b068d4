"""Whether a leaflet fits on its sheet, worked out from the number of letters: to be sure, a little too carefully."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import plain, to_translate

if TYPE_CHECKING:
    from hubatlas.pages.leaflets.paper import Leaflet


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """A size of letters: the height of a line in points, and how many a line across the sheet is sure to hold."""

    line: float
    width: int


ROOMY = Letters(line=19, width=64)
USUAL = Letters(line=16.3, width=75)

_SHEET = 768
_COLUMNS = 2
_NAME_LINE, _NAME_LETTERS = 32, 27
_CODE = 105
"""The height of the QR code at the foot, and of the space above it."""
_BESIDE_CODE = 0.7
"""How much of the width is beside the code."""
_FOOT_LINES = 4
"""What is the same at the foot of every leaflet takes so many, in English."""
_FOOT = (
    to_translate("For the latest, point your phone’s camera at the square, or go to %(address)s"),
    to_translate("Not sure who to ask? Any hub will help."),
)
_FRAME = 66
"""What the lines at the top and the spaces take."""
_HEADING, _GAP, _DAY = 1.75, 0.65, 0.3
"""In lines; a heading for each of its own."""


def fits(leaflet: Leaflet, letters: Letters) -> bool:
    """Whether the head, the foot and the two columns between them have room on A4."""
    room = _SHEET - _FRAME - _head(leaflet, letters) - _foot(leaflet, letters)
    left = room / letters.line
    column = 1
    for block in _blocks(leaflet, letters):
        if block > left:
            column, left = column + 1, room / letters.line
        left -= block
        if column > _COLUMNS or left < 0:
            return False
    return True


def _head(leaflet: Leaflet, letters: Letters) -> float:
    lines = sum(
        _wrapped(words, letters.width) for words in (leaflet.kind, leaflet.summary, leaflet.notice, *leaflet.where)
    )
    return (
        _wrapped(leaflet.name, _NAME_LETTERS) * _NAME_LINE + (lines + 2.2 * (leaflet.call is not None)) * letters.line
    )


def _foot(leaflet: Leaflet, letters: Letters) -> float:
    width = int(letters.width * _BESIDE_CODE)
    small = f"{leaflet.checked}. Source: {leaflet.sources}."
    return max(_CODE, (_foot_lines() + _wrapped(small, width)) * letters.line)


def _foot_lines() -> int:
    """A line more for each sentence that takes more letters than in English."""
    return _FOOT_LINES + sum(len(plain(_(message))) > len(message) for message in _FOOT)


def _blocks(leaflet: Leaflet, letters: Letters) -> Iterator[float]:
    """The heights, in lines, of what stays in one column."""
    width = letters.width // _COLUMNS - 2
    for section in leaflet.sections:
        rows = sum(_wrapped(f"{row.label or ''}: {row.words}", width) for row in section.rows)
        yield _HEADING * _wrapped(section.heading, width) + _GAP + rows
    above = _HEADING * _wrapped(leaflet.heading, width)
    for group in leaflet.groups:
        above += _DAY + sum(_wrapped(words, width) for words in (group.heading, group.where))
        for entry in group.entries:
            more = group.more if entry is group.entries[-1] else None
            words = " ".join(filter(None, (entry.time, entry.name, entry.note, more)))
            yield above + _wrapped(words, width)
            above = 0


def _wrapped(words: str | None, width: int) -> int:
    return ceil(len(plain(words)) / width) if words else 0
