"""Areas at the network's levels of geography, and what is known of them."""

from __future__ import annotations

from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import Deprivation, Point, Provenance, Role, SmallArea, Translation, Ward, WebLink
from hubatlas.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that the network knows to be missing in a place."""

    about: str
    needs: tuple[str, ...] = ()
    core_services: tuple[str, ...] = ()
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceProfile:
    """What people in a place said they want, and when that was last asked."""

    text: str | None = None
    priorities: tuple[str, ...] = ()
    refreshed: PartialDate | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A strength of a place that is not a hub: a group, a garden, a hall."""

    name: str
    kind: str
    about: str | None = None
    organisation: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An area at one of the network's levels of geography."""

    slug: str
    name: str
    level: str
    other_names: tuple[str, ...] = ()
    parent: str | None = None
    point: Point | None = None
    summary: str | None = None
    translations: tuple[Translation, ...] = ()
    code: str | None = None
    wards: tuple[Ward, ...] = ()
    lsoas: tuple[SmallArea, ...] = ()
    deprivation: Deprivation | None = None
    rural_urban: Literal["rural", "urban", "mixed"] | None = None
    gaps: tuple[Gap, ...] = ()
    profile: PlaceProfile | None = None
    assets: tuple[Asset, ...] = ()
    roles: tuple[Role, ...] = ()
    links: tuple[WebLink, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
