"""What a network counts, tells and learns."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import Answer, Provenance
from hubatlas.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """One value and its time, of the network unless it names a hub, a service or a place.

    `value` is None where one was handed in that may not be shown.
    """

    period: PartialDate
    value: float | None = None
    most: float | None = None
    about: Answer = "unknown"
    provisional: Answer = "unknown"
    hub: str | None = None
    service: str | None = None
    place: str | None = None
    source: str | None = None
    as_of: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure that the network keeps. `returned_by` is empty where every open hub hands it in."""

    slug: str
    name: str
    definition: str
    unit: str
    kind: Literal["count", "money", "ratio", "percent"]
    better: Literal["higher", "lower", "neither"] | None = None
    numerator: str | None = None
    denominator: str | None = None
    needs: tuple[str, ...] = ()
    returns: Literal["monthly", "quarterly", "yearly"] | None = None
    returns_from: PartialDate | None = None
    returned_by: tuple[str, ...] = ()
    suppress_below: int | None = None
    values: tuple[IndicatorValue, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """That the person told of agreed to its being published."""

    given: Answer
    how: str
    on: PartialDate | None = None
    changed: Answer = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A case study, in Markdown, told with consent and without a name."""

    slug: str
    name: str
    summary: str
    text: str
    consent: Consent
    told: PartialDate | None = None
    hubs: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningEntry:
    """Something that the network learned."""

    on: PartialDate
    title: str
    text: str
    hubs: tuple[str, ...] = ()
    programme: str | None = None
    source: str | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningLog:
    """What the network learned, newest first."""

    entries: tuple[LearningEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """A good page elsewhere, and the day that somebody last looked at it."""

    title: str
    url: str
    about: str | None = None
    needs: tuple[str, ...] = ()
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signposts:
    """Good pages elsewhere, by need."""

    links: tuple[Signpost, ...]
