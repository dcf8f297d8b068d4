"""The frozen types of the network itself: its face, its rules and its controlled vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hubatlas.model import Answer, Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a controlled vocabulary; `same_as` are web addresses of the same term in published lists."""

    id: str
    label: str
    description: str | None = None
    broader: str | None = None
    synonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A list of controlled terms, in the order that pages show them."""

    slug: str
    title: str
    terms: tuple[Term, ...]
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HubKind:
    """A kind of hub that the network has, and the properties a record of that kind must have."""

    id: str
    label: str
    plural: str
    description: str | None = None
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HubStatus:
    """A status that the network uses, and what the public sees: open, coming or ended."""

    id: str
    label: str
    shown_as: Literal["open", "coming", "ended"]
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLevel:
    """A level of the network's geography; levels are listed from the widest to the smallest."""

    id: str
    label: str
    plural: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the site is published and where its records live. `address` ends in a slash."""

    address: str
    repository: str | None = None
    branch: str = "main"
    records_folder: str = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """The network's own colours, each as # and six hexadecimal digits."""

    brand_colour: str
    accent_colour: str | None = None
    link_colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the data, and the words that its users must repeat."""

    name: str
    url: str
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network: its name, face, rules and addresses. `review_months` maps a group of facts to months."""

    name: str
    summary: str
    area_name: str
    demonstration: Answer
    site: Site
    appearance: Appearance
    bank_holidays: Literal["england-and-wales", "scotland", "northern-ireland"]
    licence: Licence
    hub_kinds: tuple[HubKind, ...]
    hub_statuses: tuple[HubStatus, ...]
    place_levels: tuple[PlaceLevel, ...]
    review_months: Mapping[str, int]
    unknown_hours: str
    short_name: str | None = None
    strapline: str | None = None
    vision: str | None = None
    publisher: str | None = None
    contact: Contact | None = None
