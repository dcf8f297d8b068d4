"""Small frozen values that templates show as they are: one for each thing that looks the same on every page."""

from __future__ import annotations

from typing import Literal

from hubatlas.frozen import dataclass
from hubatlas.model import Answer


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: an address from the root of the site, or a whole one elsewhere."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One question about access or facilities, and its answer."""

    label: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Tag:
    """A few words about a service; `good` where they say that nothing is in the way."""

    words: str
    good: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is known of access and facilities, yes before no; `unknown` are the rest, in the network's order."""

    known: tuple[Mark, ...]
    unknown: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneNumber:
    """A number as people say it, the address that dials it, and what it is for."""

    number: str
    address: str
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """How to reach somebody; `phone` is the number to ring first."""

    role: str | None = None
    phone: PhoneNumber | None = None
    other_phones: tuple[PhoneNumber, ...] = ()
    email: str | None = None
    website: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Whether people can go there: the words hold without scripts. `short` is for lists.

    `hours` is what scripts need to say more ("Open now until 5pm"), as JSON; None where hours are not published.
    """

    kind: Literal["hours", "unknown", "coming", "ended"]
    words: str
    short: str
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One line of an hours table. `known` is False where nobody has said; `reason` is why an exception differs."""

    days: str
    hours: str
    known: bool = True
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursTable:
    """The usual week, what differs from it, and what holds on bank holidays."""

    week: tuple[HoursRow, ...]
    exceptions: tuple[HoursRow, ...]
    bank_holidays: HoursRow
    note: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A date for people and for machines."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One session: what, when, where, and how to get in.

    `rhythm` is what a day of the week and a time leave unsaid ("Every second Tuesday"). `next_day` is None where no
    date is known. `calendar` is the address of its calendar, None where it has none. `minutes` after midnight it begins
    and ends on each day that it is listed under, every week; None where not every week, or where nobody has said.
    """

    id: str
    name: str
    service: Link
    when: str
    rhythm: str | None
    time: str | None
    place: Link | None
    place_words: str
    provider: Link | None
    tags: tuple[str, ...]
    fully_booked: bool
    notes: tuple[str, ...]
    next_day: Day | None
    calendar: str | None = None
    minutes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfSessions:
    """The sessions under one heading of a timetable: a day of the week, or what has no day.

    `weekday` is 0 for Monday to 6 for Sunday, None where there is no day; `label` is the heading for small spaces.
    """

    heading: str
    weekday: int | None
    label: str
    anchor: str
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One session on one date. `starts` and `ends` are for scripts: wall clock times such as 2026-12-01T14:00.

    Both are None where the time is not known.
    """

    day: Day
    time: str
    starts: str | None = None
    ends: str | None = None
    name: str
    address: str
    place: Link | None
    place_words: str
    fully_booked: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class DayOfOccasions:
    """What is on on one date, in order of time."""

    day: Day
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where groups of facts come from, in the reader's words. `confirmed` is None where nobody confirmed them."""

    facts: str
    source: str
    address: str | None
    as_of: str | None
    confirmed: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that may be wrong with a page: addresses of a letter and of a public report that say so already."""

    label: str
    mail: str | None
    issue: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Why to believe a record: its sources, its last check, what is not certain, and how to put it right.

    `due` says which facts should be checked again. `notice` is what to know before relying on old or unconfirmed
    facts. `problems` is empty where nobody takes reports.
    """

    sources: tuple[Source, ...]
    checked: str
    due: str | None
    confirmed: bool
    some_confirmed: bool
    unconfirmed_words: str
    open_questions: tuple[str, ...]
    notice: str | None
    problems: tuple[Problem, ...]
    suggest: Link
    file: Link | None
    record: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HubCard:
    """A hub in a list."""

    slug: str
    name: str
    address: str
    kind: str
    shown_as: Literal["open", "coming", "ended"]
    status: Status
    summary: str
    place: str | None
    phone: PhoneNumber | None
    parent: Link | None
    services: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCard:
    """A service in a list. `next_day` and `where` say when and where it is next given, as far as is known."""

    slug: str
    name: str
    address: str
    summary: str
    tags: tuple[Tag, ...]
    where: str | None
    next_occasion: Occasion | None
