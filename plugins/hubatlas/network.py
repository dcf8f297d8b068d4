"""The frozen types of the network itself: its face, its rules and its controlled vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model import Answer, Contact, LabelTranslation, PartialDate, Role, WebLink
from hubatlas.publication import (
    Appearance,
    Kiosk,
    Licence,
    MapSettings,
    NeighbourFeed,
    OpenReferral,
    Site,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a controlled vocabulary; `same_as` are web addresses of the same term in published lists.

    `remote` is yes for a way of giving help for which nobody has to travel. `referral` is yes for a way in for which
    somebody else has to refer people, and no where they can come or ask themselves. `sensitive` is yes for a need of
    which it may be dangerous to be seen reading, `any_hub` for that of somebody who does not know what they need.
    """

    id: str
    label: str
    description: str | None = None
    broader: str | None = None
    synonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    remote: Answer = "unknown"
    sensitive: Answer = "unknown"
    any_hub: Answer = "unknown"
    referral: Answer = "unknown"
    translations: tuple[LabelTranslation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A list of controlled terms, in the order that pages show them."""

    slug: str
    title: str
    terms: tuple[Term, ...]
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HubKind:
    """A kind of hub that the network has, and the properties a record of that kind must have, always or once open.

    `remote` is yes for a kind that nobody has to travel to.
    """

    id: str
    label: str
    plural: str
    description: str | None = None
    remote: Answer = "unknown"
    requires: tuple[str, ...] = ()
    requires_when_open: tuple[str, ...] = ()
    translations: tuple[LabelTranslation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HubStatus:
    """A status that the network uses, and what the public sees: open, coming or ended."""

    id: str
    label: str
    shown_as: Literal["open", "coming", "ended"]
    description: str | None = None
    translations: tuple[LabelTranslation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLevel:
    """A level of the network's geography; levels are listed from the widest to the smallest."""

    id: str
    label: str
    plural: str
    translations: tuple[LabelTranslation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What every hub of some kinds owes: hours open in a usual week, days on which a room can be booked, roles.

    `counting` says whose hours count: the hub's own, or also those of its further sites and of the hubs it opens with.
    """

    id: str
    label: str
    kinds: tuple[str, ...]
    description: str | None = None
    weekly_hours: float | None = None
    counting: Literal["hub alone", "linked venues"] = "hub alone"
    room_days: int | None = None
    roles: tuple[str, ...] = ()
    adapted: Answer = "unknown"
    source: str | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreService:
    """One core service of a list; `code` is its number in the network's papers."""

    id: str
    label: str
    code: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreOffer:
    """A list of core services that hubs of some kinds owe; `defined` is no while the list has not been agreed."""

    id: str
    label: str
    kinds: tuple[str, ...]
    defined: Answer
    description: str | None = None
    services: tuple[CoreService, ...] = ()
    source: str | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What the network set out to reach: a number, or a range from `least` to `most`, of open hubs of some kinds."""

    label: str
    kinds: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    by: PartialDate | None = None
    set_on: PartialDate | None = None
    dropped: Answer = "unknown"
    source: str | None = None
    as_of: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemePart:
    """A theme, a level or a stage of a quality scheme."""

    id: str
    label: str
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityScheme:
    """A scheme with levels, from the lowest, that hubs apply for and hold for `lasts_months`."""

    id: str
    label: str
    description: str | None = None
    themes: tuple[SchemePart, ...] = ()
    levels: tuple[SchemePart, ...] = ()
    stages: tuple[SchemePart, ...] = ()
    lasts_months: int | None = None
    limit_months: int | None = None
    decides_every_months: int | None = None
    decision_dates: tuple[date, ...] = ()
    validator: str | None = None
    source: str | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """A number for people in danger or despair, shown on the pages of its `needs`, or `everywhere`."""

    label: str
    about: str
    phone: str
    website: str | None = None
    hours: str | None = None
    needs: tuple[str, ...] = ()
    everywhere: Answer = "unknown"
    source: str | None = None
    as_of: PartialDate | None = None
    translations: tuple[LabelTranslation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTranslation:
    """What the network says of itself, in another language; None for what nobody has translated."""

    language: str
    name: str | None = None
    short_name: str | None = None
    strapline: str | None = None
    summary: str | None = None
    area_name: str | None = None
    unknown_hours: str | None = None
    on_arrival: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network: its name, face, rules and addresses. `review_months` maps a group of facts to months.

    So does `notice_months`, after which pages say near their top that facts are old. `home_needs` are the choices on
    the home page, `on_arrival` is what happens in any hub, step by step, `exit_to` where a reader in danger is sent.
    """

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
    notice_months: Mapping[str, int] = field(default_factory=dict)
    home_needs: tuple[str, ...] = ()
    on_arrival: tuple[str, ...] = ()
    crisis_lines: tuple[CrisisLine, ...] = ()
    exit_to: str | None = None
    translations: tuple[NetworkTranslation, ...] = ()
    short_name: str | None = None
    strapline: str | None = None
    vision: str | None = None
    publisher: str | None = None
    contact: Contact | None = None
    roles: tuple[Role, ...] = ()
    benefits: str | None = None
    standards: tuple[Standard, ...] = ()
    core_offers: tuple[CoreOffer, ...] = ()
    targets: tuple[Target, ...] = ()
    quality_schemes: tuple[QualityScheme, ...] = ()
    links: tuple[WebLink, ...] = ()
    open_referral: OpenReferral | None = None
    kiosk: Kiosk | None = None
    neighbours: tuple[NeighbourFeed, ...] = ()
    map: MapSettings = MapSettings()
    open_questions: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
