"""What records of several kinds have in common."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.times import PartialDate

Answer = Literal["yes", "no", "unknown"]
Progress = Literal["exploring", "planned", "live", "ended"]
"""How far a relation is: talked about, agreed, working, or no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as on an envelope; parts that are not known are None."""

    building: str | None = None
    address_1: str | None = None
    address_2: str | None = None
    city: str | None = None
    state_province: str | None = None
    postal_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point in WGS 84 decimal degrees, and how exact it is."""

    latitude: float
    longitude: float
    precision: Literal["entrance", "building", "postcode", "area"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A further phone number and what it is for."""

    number: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How the public reaches somebody: roles and organisation contacts only."""

    role: str | None = None
    phone: str | None = None
    other_phones: tuple[Phone, ...] = ()
    email: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that is no longer used, and until when it was."""

    name: str
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where groups of facts come from, the date the source speaks for, and whether those who run it confirmed them."""

    facts: tuple[str, ...]
    source: str
    url: str | None = None
    as_of: PartialDate | None = None
    confirmed_on: date | None = None
    confirmed_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An official number and the org-id.guide list that it is in."""

    scheme: str
    identifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a record says, in another language; None for what nobody has translated."""

    language: str
    name: str | None = None
    summary: str | None = None
    description: str | None = None
    on_arrival: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelTranslation:
    """What readers see of a term or of something that the network lists, in another language."""

    language: str
    label: str | None = None
    plural: str | None = None
    description: str | None = None
    about: str | None = None
    hours: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """A page elsewhere."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Somebody to turn to, by role: a term of the vocabulary `roles`."""

    role: str
    organisation: str | None = None
    contact: Contact | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """An electoral ward, with its code where it is known."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallArea:
    """A small area of the census (LSOA); `quintile` is 1 for the most deprived fifth, by the index of `year`."""

    code: str
    quintile: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprivation:
    """The fifth of all areas that an area is in, 1 for the most deprived, by the index of `year`."""

    quintile: int
    year: int
    index: str | None = None
    lsoa: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something to read."""

    title: str
    url: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    note: str | None = None
