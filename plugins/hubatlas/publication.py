"""The frozen types of how a network is published: its address, its face, its licence, its maps and its screens."""

from __future__ import annotations

from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEditor:
    """How the editor at /admin/ reaches the repository: the kind of service it is on, and how people sign in there."""

    host: Literal["github", "gitlab", "gitea"] | None = None
    sign_in: str | None = None
    app_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the site is published and where its records live. `address` ends in a slash.

    `suggestions` says how people send corrections: by a letter, or as an issue of the repository. `languages` are the
    tags of those that the site is published in besides English.
    """

    address: str
    repository: str | None = None
    branch: str = "main"
    records_folder: str = "content"
    suggestions: Literal["email", "issues"] = "email"
    editor: SiteEditor | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReferral:
    """The feed in Open Referral UK: the permanent web address that its ids are made from, and how strict it is."""

    identifier: str
    strict: Literal["yes", "no"] = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """The network's own colours, each as # and six hexadecimal digits."""

    brand_colour: str
    accent_colour: str | None = None
    link_colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiosk:
    """How screens in hubs behave: after so many seconds without a touch they ask whether anybody is still there."""

    idle_seconds: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the data, and the words that its users must repeat."""

    name: str
    url: str
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourFeed:
    """A network next door that publishes open data; what is within so many `miles` of one of our hubs is shown."""

    id: str
    name: str
    feed: str
    miles: float
    licence: Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTiles:
    """Where street pictures come from once a reader asks for streets.

    `url` holds {z}, {x} and {y}, or is that of a PMTiles archive, on this site where it starts with a slash; "none" for
    a map without streets.
    """

    url: str
    attribution: str | None = None
    attribution_url: str | None = None
    max_zoom: int = 19


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundarySource:
    """Where the outlines in boundaries.geojson come from."""

    source: str
    licence: Licence
    url: str | None = None
    as_of: PartialDate | None = None


OPENSTREETMAP = MapTiles(
    url="https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    attribution="© OpenStreetMap contributors",
    attribution_url="https://www.openstreetmap.org/copyright",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSettings:
    """What maps show beside the hubs and the names of places."""

    tiles: MapTiles = OPENSTREETMAP
    boundaries: BoundarySource | None = None
