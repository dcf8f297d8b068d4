"""Charts as plain values: bars whose lengths are shares of the width, so that they fit a phone and a desk alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hubatlas.frozen import dataclass

ROW = 46
LABEL = 16
BAR_TOP = 23
BAR_HEIGHT = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one bar is to show: `value` is None where there is no number to draw, `partial` where it is the least."""

    label: str
    words: str
    value: float | None
    most: float | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a chart. Heights are in pixels from the top, `left`, `width` and `reach` in per cent of the width.

    Where there is a range, it goes on from `reach_at` by `reach`; `tone` is none where there is nothing to draw.
    """

    label: str
    words: str
    text_at: int
    bar_at: int
    left: str
    width: str
    reach_at: str
    reach: str | None
    tone: Literal["plain", "part", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of horizontal bars; `title` and `description` say in words what it shows. `height` is in pixels.

    `zero` is where zero lies in per cent of the width, None where all bars start at the left.
    """

    id: str
    title: str
    description: str
    height: int
    bar_height: int
    zero: str | None
    bars: tuple[Bar, ...]


def bar_chart(name: str, title: str, description: str, readings: Sequence[Reading]) -> Chart:
    """The readings as bars on one scale from zero, in their order."""
    ends = [end for each in readings for end in (each.value, each.most) if end is not None]
    least, most = min([0.0, *ends]), max([0.0, *ends])
    scale = 100 / ((most - least) or 1)
    zero = -least * scale
    return Chart(
        id=name,
        title=title,
        description=description,
        height=len(readings) * ROW,
        bar_height=BAR_HEIGHT,
        zero=_share(zero) if zero else None,
        bars=tuple(_bar(each, at * ROW, zero, scale) for at, each in enumerate(readings)),
    )


def _bar(reading: Reading, top: int, zero: float, scale: float) -> Bar:
    length = (reading.value or 0) * scale
    return Bar(
        label=reading.label,
        words=reading.words,
        text_at=top + LABEL,
        bar_at=top + BAR_TOP,
        left=_share(zero + min(0, length)),
        width=_share(abs(length)),
        reach_at=_share(zero + length),
        reach=None if reading.most is None else _share((reading.most - (reading.value or 0)) * scale),
        tone="none" if reading.value is None else "part" if reading.partial else "plain",
    )


def _share(per_cent: float) -> str:
    return f"{per_cent:.2f}%"
