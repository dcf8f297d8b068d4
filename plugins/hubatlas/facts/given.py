"""What is given in each place and at each hub, by need and core service: gathered in one pass over all services."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.core_offer import core_offers, needs_no_place
from hubatlas.facts.occurrences import has_ended
from hubatlas.facts.offers import hubs_of
from hubatlas.model import DAY_NAMES, Service, Session

Kind = Literal["need", "core service"]
Topic = tuple[Kind, str]
"""A need or a core service, by its id."""

Held = tuple[Service, Session]


@dataclass(slots=True)
class Given:
    """What is known of one topic in one place: the sessions on each day, by service and id, and what has no day.

    `untimed` where it is given at times that are not published.
    """

    days: tuple[dict[tuple[str, str], Held], ...] = field(default_factory=lambda: tuple({} for _ in DAY_NAMES))
    by_appointment: bool = False
    untimed: bool = False


@dataclass(slots=True)
class GivenEverywhere:
    """All that is given, by place, and by hub with the positions of its days; None stands for by phone and online.

    `silent` are the places in which a hub does not say whether it gives a core service. `places_of` maps each open
    hub to the places it lies in and those around them.
    """

    places_of: dict[str, frozenset[str]]
    by_place: defaultdict[str | None, dict[Topic, Given]] = field(default_factory=lambda: defaultdict(dict))
    by_hub: defaultdict[Topic, dict[str, set[int]]] = field(default_factory=lambda: defaultdict(dict))
    silent: defaultdict[Topic, set[str | None]] = field(default_factory=lambda: defaultdict(set))


def given(directory: Directory, today: date) -> GivenEverywhere:
    """What active services give, by their sessions that are not over, and what open hubs state of core services.

    A service at a hub without a session there is given at times that are not known, unless all of its sessions are for
    people who stay where they are: the hub then gives it at their times.
    """
    open_hubs = (hub for hub in directory.hubs if directory.status(hub).shown_as == "open")
    found = GivenEverywhere(places_of={hub.slug: _around(directory, hub.places) for hub in open_hubs})
    for service in directory.services:
        if service.status == "active" and (service.needs or service.core_services):
            _add_service(found, directory, service, today)
    _add_statements(found, directory, today)
    return found


def _add_service(found: GivenEverywhere, directory: Directory, service: Service, today: date) -> None:
    running = [each for each in service.sessions if not has_ended(each.schedule, today)]
    for session in running:
        if session.hub is None:
            places = (None,) if session.venue is None else _around(directory, session.venue.places)
            _note(found, service, (session,), places, today)
        elif session.hub in found.places_of:
            _note_at(found, service, (session,), session.hub, today)
    with_times = {session.hub for session in running}
    for hub in hubs_of(directory, service):
        named = hub.slug in service.hubs or service.at_every_hub == "yes"
        if named and hub.slug in found.places_of and hub.slug not in with_times:
            _note_at(found, service, running if needs_no_place(service) else (), hub.slug, today)


def _note_at(found: GivenEverywhere, service: Service, sessions: Iterable[Session], hub: str, today: date) -> None:
    sessions = tuple(sessions)
    _note(found, service, sessions, found.places_of[hub], today)
    held = [day for session in sessions for day in _days(session, today)]
    for topic in _topics(service):
        found.by_hub[topic].setdefault(hub, set()).update(held)


def _note(
    found: GivenEverywhere,
    service: Service,
    sessions: tuple[Session, ...],
    places: Iterable[str | None],
    today: date,
) -> None:
    """Note the sessions in each of the places; that there are none means that their times are not known."""
    topics = _topics(service)
    asked_for = [session.schedule for session in sessions if session.schedule.repeats == "by appointment"]
    by_appointment = any(not schedule.days for schedule in asked_for)
    untimed = not sessions or any(session.schedule.repeats == "not published" for session in sessions)
    held = [(day, session) for session in sessions for day in _days(session, today)]
    for place in places:
        topics_there = found.by_place[place]
        for topic in topics:
            in_place = topics_there.get(topic) or topics_there.setdefault(topic, Given())
            in_place.by_appointment |= by_appointment
            in_place.untimed |= untimed
            for day, session in held:
                in_place.days[day][service.slug, session.id] = (service, session)


def _add_statements(found: GivenEverywhere, directory: Directory, today: date) -> None:
    for matrix in core_offers(directory, today):
        for each in matrix.hubs:
            for entry in each.entries:
                topic: Topic = ("core service", entry.core_service.id)
                if entry.status == "unknown":
                    found.silent[topic] |= found.places_of[each.hub.slug]
                elif entry.status == "delivering" and not entry.services:
                    found.by_hub[topic].setdefault(each.hub.slug, set())
                    for place in found.places_of[each.hub.slug]:
                        found.by_place[place].setdefault(topic, Given()).untimed = True


def _topics(service: Service) -> tuple[Topic, ...]:
    needs: tuple[Topic, ...] = tuple(("need", need) for need in service.needs)
    return (*needs, *(("core service", each) for each in service.core_services))


def _days(session: Session, today: date) -> frozenset[int]:
    """The positions of the days of the week on which it is held; of set dates, those of the dates still to come."""
    schedule = session.schedule
    if schedule.repeats == "dates":
        return frozenset(day.weekday() for day in schedule.dates if day >= today)
    return frozenset(DAY_NAMES.index(day) for day in schedule.days)


def _around(directory: Directory, places: Iterable[str]) -> frozenset[str]:
    """The places, and every wider one that they lie in."""
    return frozenset(wider for place in places for wider in directory.place_and_wider(place))
