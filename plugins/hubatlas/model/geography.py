"""Where postcodes are."""

from __future__ import annotations

from collections.abc import Mapping

from hubatlas.frozen import dataclass
from hubatlas.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """The middle of each postcode sector, such as "PL1 1", as text: latitude, a space, longitude."""

    source: str
    attribution: str
    sectors: Mapping[str, str]
    as_of: PartialDate | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodePoints:
    """Latitude and longitude of each postcode that begins with `slug`, such as pl1, by its second half, such as 1AA."""

    slug: str
    points: Mapping[str, tuple[float, float]]
