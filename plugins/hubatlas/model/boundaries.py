"""The outlines of areas, as maps draw them."""

from __future__ import annotations

from hubatlas.frozen import dataclass

Ring = tuple[tuple[float, float], ...]
"""A closed line of longitudes and latitudes, without its first point at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """Every outline of a network's boundary file, simplified: an area's rings, one for each of its parts and holes."""

    outlines: tuple[tuple[Ring, ...], ...]
