"""The building of a hub, its further doors, and what can be booked in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model.common import Address, Answer, Point
from hubatlas.model.times import OpeningHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """The building, and the terms on which the hub is there."""

    name: str | None = None
    kind: str | None = None
    host: str | None = None
    tenure: str | None = None
    uprn: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherSite:
    """Another door of the same hub."""

    name: str
    address: Address | None = None
    point: Point | None = None
    opening_hours: OpeningHours | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCost:
    """What a room costs, in pounds; `per` says for how long or for what."""

    free: Answer
    amount: float | None = None
    per: Literal["hour", "half day", "day", "session", "visit", "month"] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """How to book a room."""

    how: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room that groups can book, or a number of desks for professionals; `available` is None where not published."""

    id: str
    name: str
    kind: str
    audience: Literal["public", "professionals", "both"] = "public"
    capacity: int | None = None
    number: int | None = None
    available: OpeningHours | None = None
    kit: tuple[str, ...] = ()
    accessibility: Mapping[str, Answer] = field(default_factory=dict)
    cost: RoomCost | None = None
    booking: Booking | None = None
    note: str | None = None
