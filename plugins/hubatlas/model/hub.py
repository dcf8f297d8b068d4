"""A hub or a satellite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import (
    Address,
    Answer,
    Contact,
    Deprivation,
    FormerName,
    Point,
    Provenance,
    Role,
    Translation,
    WebLink,
)
from hubatlas.model.spaces import FurtherSite, Premises, Room
from hubatlas.model.standing import (
    AdviceStandard,
    Application,
    CoLocation,
    CoreServiceStatement,
    Mentor,
    QualityAward,
    Representative,
    ServedAreas,
    Specialism,
)
from hubatlas.model.times import OpeningHours, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A hub or a satellite. `parent` is the hub a satellite belongs to; `opening_hours` is None where not published."""

    slug: str
    name: str
    kind: str
    status: str
    summary: str
    other_names: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    previous_ids: tuple[str, ...] = ()
    status_note: str | None = None
    opened: PartialDate | None = None
    due_to_open: PartialDate | None = None
    closed: PartialDate | None = None
    operator: str | None = None
    parent: str | None = None
    description: str | None = None
    translations: tuple[Translation, ...] = ()
    on_arrival: str | None = None
    address: Address | None = None
    point: Point | None = None
    places: tuple[str, ...] = ()
    getting_there: str | None = None
    contact: Contact | None = None
    opening_hours: OpeningHours | None = None
    accessibility: Mapping[str, Answer] = field(default_factory=dict)
    facilities: Mapping[str, Answer] = field(default_factory=dict)
    access_note: str | None = None
    phase: str | None = None
    origin: Literal["new", "extension"] | None = None
    extends: str | None = None
    replaced_by: tuple[str, ...] = ()
    tier: str | None = None
    model: str | None = None
    funded: Answer = "unknown"
    roles: tuple[Role, ...] = ()
    representative: Representative | None = None
    advice_standard: AdviceStandard | None = None
    no_wrong_door: Answer = "unknown"
    specialisms: tuple[Specialism, ...] = ()
    shares_building_with: tuple[CoLocation, ...] = ()
    mentored_by: tuple[Mentor, ...] = ()
    links: tuple[WebLink, ...] = ()
    premises: Premises | None = None
    sites: tuple[FurtherSite, ...] = ()
    opens_with: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    serves: ServedAreas | None = None
    deprivation: Deprivation | None = None
    core_offer: tuple[CoreServiceStatement, ...] = ()
    rooms: tuple[Room, ...] = ()
    quality: tuple[QualityAward, ...] = ()
    applications: tuple[Application, ...] = ()
    commissioned: Answer = "unknown"
    open_questions: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
