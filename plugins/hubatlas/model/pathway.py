"""Referral pathways: the way from somebody who refers to somebody who helps."""

from __future__ import annotations

from hubatlas.frozen import dataclass
from hubatlas.model.common import Answer, Contact, Progress, Provenance, WebLink


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayStep:
    """One step of a pathway; `hand_off` is yes where somebody else takes over."""

    what: str
    who: str | None = None
    organisation: str | None = None
    hand_off: Answer = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """A way in for referrers, from who may refer to what happens on arrival."""

    slug: str
    name: str
    status: Progress
    summary: str
    description: str | None = None
    needs: tuple[str, ...] = ()
    contract_holder: str | None = None
    referrers: tuple[str, ...] = ()
    starts_with: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    to_every_hub: Answer = "unknown"
    services: tuple[str, ...] = ()
    steps: tuple[PathwayStep, ...] = ()
    eligibility: str | None = None
    not_for: str | None = None
    how_to_refer: str | None = None
    waiting_time: str | None = None
    what_to_bring: str | None = None
    on_arrival: str | None = None
    ask_for: str | None = None
    when_closed: str | None = None
    contact: Contact | None = None
    links: tuple[WebLink, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
