"""The frozen types that records become: nothing is computed here.

Field names follow the record schemas in `schema/`, and those follow Open Referral (HSDS) for the concepts it names.
An empty tuple means that none is stated; `None` means that the fact is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Answer = Literal["yes", "no", "unknown"]
DayName = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAY_NAMES: tuple[DayName, ...] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one day, in minutes after its midnight.

    `closes_at` is later than `opens_at` and may pass 1,440, which is midnight at the end of the day.
    """

    opens_at: int
    closes_at: int


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as it is known: a year, a month or a day. `first` and `last` bound the days it can mean."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DayHours:
    """What is said of one day: times, nothing but "by appointment", or closed (`spans` empty, not by appointment)."""

    spans: tuple[Span, ...] = ()
    by_appointment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursException:
    """Days, first to last inclusive, on which `hours` replaces the usual week; None where they are not known."""

    first_date: date
    last_date: date
    hours: DayHours | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """The usual week, Monday first, one entry a day; None for a day that nobody has stated.

    `bank_holidays` is None where nobody has said.
    """

    week: tuple[DayHours | None, ...]
    bank_holidays: DayHours | Literal["as usual"] | None = None
    exceptions: tuple[HoursException, ...] = ()
    note: str | None = None


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
class Organisation:
    """A body that runs hubs, provides services or takes part in the network."""

    slug: str
    name: str
    other_names: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    sector: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    summary: str | None = None
    description: str | None = None
    contact: Contact | None = None
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An area at one of the network's levels of geography."""

    slug: str
    name: str
    level: str
    other_names: tuple[str, ...] = ()
    parent: str | None = None
    point: Point | None = None
    summary: str | None = None
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]


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
    status_note: str | None = None
    opened: PartialDate | None = None
    due_to_open: PartialDate | None = None
    closed: PartialDate | None = None
    operator: str | None = None
    parent: str | None = None
    description: str | None = None
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
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a session happens. `interval` counts weeks or months from `valid_from`; `time` is None where not published.

    `bank_holidays` is "unknown" where nobody has said whether the session is held then.
    """

    repeats: Literal["weekly", "monthly", "dates", "by appointment", "not published"]
    interval: int = 1
    days: tuple[DayName, ...] = ()
    weeks: tuple[Literal["first", "second", "third", "fourth", "last"], ...] = ()
    time: Span | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    dates: tuple[date, ...] = ()
    except_dates: tuple[date, ...] = ()
    bank_holidays: Literal["as usual", "not held", "unknown"] = "unknown"


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
    """Help that people can get, and the sessions at which it is given."""

    slug: str
    name: str
    status: Literal["active", "planned", "paused", "ended"]
    summary: str
    other_names: tuple[str, ...] = ()
    provider: str | None = None
    types: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    description: str | None = None
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
    open_questions: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
