"""What a hub is within its network: relations, specialisms, core offer, quality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import Progress, SmallArea, Ward
from hubatlas.model.times import PartialDate

CoreStatus = Literal["delivering", "working towards", "not yet", "unknown"]
How = Literal["on site", "visiting", "by phone", "by referral"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """The role that speaks for a satellite, and the body whose meetings it attends."""

    role: str
    attends: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceStandard:
    """The standard of advice that a satellite has agreed to."""

    name: str
    agreed: PartialDate | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialism:
    """What a hub knows more about than others: for its own visitors, for all hubs, or everywhere in the area."""

    specialism: str
    scope: Literal["hub", "network", "everywhere"]
    status: Progress
    services: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoLocation:
    """Another front door of the same building; `hub` where it is one of this network."""

    kind: str
    status: Progress
    name: str | None = None
    hub: str | None = None
    organisation: str | None = None
    url: str | None = None
    since: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """A hub that helps another along."""

    hub: str
    status: Progress
    since: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedAreas:
    """The areas and communities that a hub is there for, which may be more than where it stands."""

    places: tuple[str, ...] = ()
    wards: tuple[Ward, ...] = ()
    lsoas: tuple[SmallArea, ...] = ()
    audiences: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreServiceStatement:
    """What a hub says of one core service; `as_of` is the date of the evidence."""

    core_service: str
    status: CoreStatus
    how: tuple[How, ...] = ()
    provider: str | None = None
    evidence: str | None = None
    as_of: PartialDate | None = None
    variation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityAward:
    """A level of a quality scheme; it lapses by the scheme's term unless `expires` says when."""

    scheme: str
    level: str
    awarded: PartialDate
    themes: Mapping[str, str] = field(default_factory=dict)
    expires: date | None = None
    validated_by: str | None = None
    evidence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """An application to a quality scheme, as far as it is public."""

    scheme: str
    stage: str
    decision: Literal["waiting", "approved", "support offered", "declined", "withdrawn"]
    decided_by: str | None = None
    submitted: PartialDate | None = None
    decided_on: PartialDate | None = None
    deadline: date | None = None
    reasons: str | None = None
