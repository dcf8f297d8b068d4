"""Help that people can get, and the sessions at which it is given."""

from __future__ import annotations

from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import Address, Answer, Contact, Point, Provenance, Translation, WebLink
from hubatlas.model.times import PartialDate, Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place that hosts a session without being a hub."""

    name: str
    address: Address | None = None
    point: Point | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One place and time at which a service is given: at a hub, at another venue, or by phone or online (neither)."""

    id: str
    schedule: Schedule
    name: str | None = None
    type: str | None = None
    hub: str | None = None
    room: str | None = None
    venue: Venue | None = None
    access_mode: str | None = None
    provider: str | None = None
    course: int | None = None
    capacity: int | None = None
    booking_required: Answer = "unknown"
    fully_booked: Answer = "unknown"
    audiences: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a service costs: `amount` is in pounds for one visit."""

    free: Answer
    amount: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Help that people can get, and the sessions at which it is given.

    `sensitive` is yes where it may be dangerous to be seen reading of it; unknown where its needs tell.
    """

    slug: str
    name: str
    status: Literal["active", "planned", "paused", "ended"]
    summary: str
    other_names: tuple[str, ...] = ()
    previous_ids: tuple[str, ...] = ()
    provider: str | None = None
    types: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sensitive: Answer = "unknown"
    description: str | None = None
    translations: tuple[Translation, ...] = ()
    audiences: tuple[str, ...] = ()
    minimum_age: int | None = None
    maximum_age: int | None = None
    eligibility: str | None = None
    not_for: str | None = None
    access_modes: tuple[str, ...] = ()
    ways_in: tuple[str, ...] = ()
    how_to_get_in: str | None = None
    what_to_bring: str | None = None
    on_arrival: str | None = None
    hubs: tuple[str, ...] = ()
    at_every_hub: Answer = "unknown"
    languages: tuple[str, ...] = ()
    cost: Cost | None = None
    contact: Contact | None = None
    sessions: tuple[Session, ...] = ()
    follow_on: str | None = None
    core_services: tuple[str, ...] = ()
    reach: str | None = None
    prevention: str | None = None
    five_ways: tuple[str, ...] = ()
    core20plus5: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    started: PartialDate | None = None
    ended: PartialDate | None = None
    replaced_by: tuple[str, ...] = ()
    lead_hub: str | None = None
    waiting_time: str | None = None
    membership_needed: Answer = "unknown"
    links: tuple[WebLink, ...] = ()
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
