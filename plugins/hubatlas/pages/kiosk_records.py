"""What a kiosk can show, as plain values: needs, hubs, services, and every date of their sessions for four weeks.

Each record names others by their position, so that all of it stays small. What is not known is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.crisis import everyones_lines
from hubatlas.facts.no_wrong_door import is_remote
from hubatlas.facts.occurrences import occurrences
from hubatlas.facts.offers import by_need, hubs_of, services_at
from hubatlas.facts.running import is_running
from hubatlas.facts.schedule_wording import schedule_words
from hubatlas.facts.wording import span_words
from hubatlas.language import gettext as _
from hubatlas.language import plain
from hubatlas.model import Answer, Contact, Hub, Service, Session
from hubatlas.pages.hours import hours_table, status
from hubatlas.pages.listing import by_name, place_line, service_tags
from hubatlas.pages.reaching import contact_card, phone_number
from hubatlas.pages.service import cost_words, status_words
from hubatlas.pages.timetable import session_tags, where
from hubatlas.pages.trust import checked_sentences
from hubatlas.pages.wording import labels_listed
from hubatlas.publication import Kiosk

DAYS_AHEAD = 28
Plain = dict[str, Any]


def kiosk_records(directory: Directory, today: date) -> Plain:
    """All that the kiosk shows of the directory, as JSON will hold it."""
    network = directory.network
    hubs = [hub for hub in by_name(directory.hubs) if directory.status(hub).shown_as != "ended"]
    services = sorted(
        (service for service in directory.services if service.status != "ended"),
        key=lambda service: (plain(service.name).casefold(), service.slug),
    )
    hub_at = {hub.slug: position for position, hub in enumerate(hubs)}
    service_at = {service.slug: position for position, service in enumerate(services)}
    active = [service for service in services if service.status == "active"]
    return {
        "name": network.name,
        "area": network.area_name,
        "site": network.site.address,
        "built": today.isoformat(),
        "days": DAYS_AHEAD,
        "idle": (network.kiosk or Kiosk()).idle_seconds,
        "holidays": [
            day.isoformat()
            for day in bank_holidays(network.bank_holidays)
            if today <= day <= today + timedelta(days=366)
        ],
        **_contact(network.contact),
        "lines": [
            _known(label=line.label, about=line.about, phone=phone_number(line.phone).number, hours=line.hours)
            for line in everyones_lines(network)
        ],
        "needs": [
            _known(
                id=group.need.id,
                label=group.need.label,
                about=group.need.description,
                unsure=group.need.any_hub == "yes",
            )
            for group in by_need(directory, active)
            if group.need is not None
        ],
        "hubs": [_hub(directory, hub, service_at, today) for hub in hubs],
        "services": [_service(directory, service, hub_at, today) for service in services],
        "sessions": [
            _session(directory, service, session, position, hub_at, today)
            for position, service in enumerate(services)
            for session in service.sessions
            if is_running(directory, service, session, today)
        ],
    }


def _hub(directory: Directory, hub: Hub, service_at: Mapping[str, int], today: date) -> Plain:
    state = status(directory, hub, today)
    hours = None if hub.opening_hours is None else hours_table(hub.opening_hours, today)
    return _known(
        id=hub.slug,
        name=hub.name,
        kind=directory.kind(hub).label,
        open=state.kind in {"hours", "unknown"},
        status=state.words,
        short=None if state.short == state.words else state.short,
        state=state.kind,
        hours=None if state.hours is None else json.loads(state.hours),
        week=None if hours is None else [[row.days, row.hours] for row in (*hours.week, hours.bank_holidays)],
        soon=None if hours is None else [[row.days, row.hours, row.reason] for row in hours.exceptions],
        hours_note=None if hours is None else hours.note,
        summary=hub.summary,
        place=place_line(directory, hub),
        at=None if hub.point is None else [hub.point.latitude, hub.point.longitude],
        way=hub.getting_there,
        arrival=hub.on_arrival,
        has=_answered(directory, hub, "yes"),
        lacks=_answered(directory, hub, "no"),
        services=[service_at[service.slug] for service in services_at(directory, hub)],
        checked=checked_sentences(directory, hub, _("the hub"), today),
        **_contact(hub.contact),
    )


def _answered(directory: Directory, hub: Hub, answer: Answer) -> str:
    """What of getting in, and of what there is, the hub has given that answer to."""
    asked = (("accessibility", hub.accessibility), ("facilities", hub.facilities))
    return labels_listed(
        [
            term.label
            for vocabulary, answers in asked
            for term in directory.terms(vocabulary)
            if answers.get(term.id) == answer
        ]
    )


def _service(directory: Directory, service: Service, hub_at: Mapping[str, int], today: date) -> Plain:
    provider = None if service.provider is None else directory.organisation(service.provider)
    return _known(
        id=service.slug,
        name=service.name,
        summary=service.summary,
        active=service.status == "active",
        status=status_words(service),
        tags=tuple(tag.words for tag in service_tags(directory, service)),
        needs=service.needs,
        hubs=[hub_at[hub.slug] for hub in hubs_of(directory, service) if hub.slug in hub_at],
        remote=is_remote(directory, service),
        who=service.eligibility,
        not_for=service.not_for,
        get_in=service.how_to_get_in,
        arrival=service.on_arrival,
        bring=service.what_to_bring,
        cost=cost_words(service.cost),
        provider=None if provider is None else provider.name,
        checked=checked_sentences(directory, service, _("the provider"), today),
        **_contact(service.contact),
    )


def _session(
    directory: Directory,
    service: Service,
    session: Session,
    position: int,
    hub_at: Mapping[str, int],
    today: date,
) -> Plain:
    """A session with the days on which it is held, counted from `today`; `unsure` are those to ask about first."""
    span = session.schedule.time
    last = today + timedelta(days=DAYS_AHEAD - 1)
    holidays = bank_holidays(directory.network.bank_holidays)
    held = occurrences(session, first=today, last=last, bank_holidays=holidays)
    return _known(
        service=position,
        name=session.name or service.name,
        hub=None if session.hub is None else hub_at[session.hub],
        where=where(directory, session)[1],
        when=schedule_words(session.schedule, today),
        time=None if span is None else span_words(span),
        span=None if span is None else [span.opens_at, span.closes_at],
        days=[(each.day - today).days for each in held],
        unsure=[(each.day - today).days for each in held if each.note is not None],
        book=session.booking_required == "yes",
        booked=session.fully_booked == "yes",
        tags=tuple(session_tags(directory, session)),
        note=session.note,
    )


def _contact(contact: Contact | None) -> Plain:
    """Ways to reach somebody, as words: nothing on a kiosk leads away from it."""
    card = contact_card(contact)
    return _known(
        phone=None if card.phone is None else card.phone.number,
        email=card.email,
        website=None if card.website is None else card.website.label,
    )


def _known(**values: Any) -> Plain:  # noqa: ANN401 - whatever JSON can hold
    """The values that say something: an empty one, and a plain no, is what a script takes a missing one for."""
    return {name: value for name, value in values.items() if value or type(value) is int}
