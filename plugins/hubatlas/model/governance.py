"""How a network is steered: bodies that meet, programmes with their money, dates and papers."""

from __future__ import annotations

from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import Answer, Document, Provenance, WebLink
from hubatlas.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat, or several of one kind, on a body."""

    seat: str
    organisation: str | None = None
    number: int | None = None
    since: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A group that meets to steer the network or to share work in it."""

    slug: str
    name: str
    summary: str | None = None
    description: str | None = None
    part_of: str | None = None
    frequency: str | None = None
    chair: str | None = None
    interim: Answer = "unknown"
    started: PartialDate | None = None
    ended: PartialDate | None = None
    seats: tuple[Seat, ...] = ()
    documents: tuple[Document, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingAward:
    """Money given, in pounds, and what for; `share` is in per cent of the whole."""

    funder: str
    purpose: str
    organisation: str | None = None
    amount: float | None = None
    at_most: Answer = "unknown"
    about: Answer = "unknown"
    share: float | None = None
    period: PartialDate | None = None
    condition: str | None = None
    hubs: tuple[str, ...] = ()
    source: str | None = None
    as_of: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that is to happen, or did; `when` is None where no date is set."""

    label: str
    when: PartialDate | None = None
    provisional: Answer = "unknown"
    done: Answer = "unknown"
    source: str | None = None
    as_of: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A plan, programme, pilot, campaign or piece of joint work."""

    slug: str
    name: str
    kind: str
    status: Literal["proposed", "running", "finished", "given up"]
    summary: str
    description: str | None = None
    started: PartialDate | None = None
    ends: PartialDate | None = None
    review_on: PartialDate | None = None
    organisations: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    governance: str | None = None
    funding: tuple[FundingAward, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    documents: tuple[Document, ...] = ()
    links: tuple[WebLink, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
