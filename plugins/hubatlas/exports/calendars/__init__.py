"""Calendars to subscribe to: of the network, of each hub and of each service, and one for each single session."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hubatlas import urls
from hubatlas.exports.calendars.events import closing_events, session_events
from hubatlas.exports.calendars.lines import TIME_ZONE, folded, text
from hubatlas.exports.edition import Edition, envelope
from hubatlas.exports.kinds import Export

_TYPE = "text/calendar; charset=utf-8"
_Events = dict[tuple[str, str], str]
_BEGINNING = folded(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hub Atlas//Calendars v1//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    )
)
_END = folded(("END:VCALENDAR",))


@lru_cache(maxsize=2)  # an event stands in up to four calendars
def _events(edition: Edition) -> _Events:
    """The events of each session that has any, by service and session."""
    found = {
        (service.slug, session.id): session_events(edition, service, session)
        for service in edition.directory.services
        for session in service.sessions
    }
    return {key: events for key, events in found.items() if events}


def _network(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield _calendar(edition, urls.NETWORK_CALENDAR, edition.directory.network.name, *_events(edition).values())


def _hubs(edition: Edition) -> Iterator[tuple[str, bytes]]:
    events = _events(edition)
    for hub in edition.directory.hubs:
        held = (
            events[service.slug, session.id]
            for service in edition.directory.services_at(hub.slug)
            for session in service.sessions
            if session.hub == hub.slug and (service.slug, session.id) in events
        )
        for slug in (hub.slug, *hub.previous_ids):  # who has subscribed goes on asking for the address they were given
            yield _calendar(edition, urls.hub_calendar(slug), hub.name, *held, closing_events(edition, hub))


def _services(edition: Edition) -> Iterator[tuple[str, bytes]]:
    events = _events(edition)
    for service in edition.directory.services:
        held = {session.id: events.get((service.slug, session.id), "") for session in service.sessions}
        for slug in (service.slug, *service.previous_ids):
            yield _calendar(edition, urls.service_calendar(slug), service.name, *held.values())
            for session in service.sessions:
                if held[session.id]:
                    address = urls.session_calendar(slug, session.id)
                    yield _calendar(edition, address, session.name or service.name, held[session.id])


def _calendar(edition: Edition, address: str, name: str, *events: str) -> tuple[str, bytes]:
    about, rest = _shared(edition)
    named = folded((f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}"))
    source = folded((f"SOURCE;VALUE=URI:{edition.whole_address(address)}",))
    return address, "".join((_BEGINNING, named, about, source, rest, *events, _END)).encode()


@lru_cache(maxsize=2)  # the same in thousands of calendars
def _shared(edition: Edition) -> tuple[str, str]:
    """What every calendar says between its name and its address, and between that and its events."""
    network = edition.directory.network
    said = envelope(edition)
    about = [f"Published by {said['publisher']}.", network.licence.attribution]
    about.append(f"{network.licence.name}: {network.licence.url}")
    if network.demonstration == "yes":
        about.insert(0, "This network is made up.")
    described = (f"DESCRIPTION:{text(' '.join(about))}", "X-WR-TIMEZONE:Europe/London")
    rest = (
        f"URL:{edition.whole_address(urls.WHATS_ON)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    )
    return folded(described), folded(rest) + TIME_ZONE


CALENDARS = (
    Export(
        address=urls.NETWORK_CALENDAR,
        title="Calendar of the network",
        description="Every session whose days are known, to subscribe to in a calendar.",
        media_type=_TYPE,
        files=_network,
        group="calendars",
    ),
    Export(
        address=urls.hub_calendar("{hub}"),
        title="Calendar of each hub",
        description="What is on at one hub, and the coming days on which it keeps other hours.",
        media_type=_TYPE,
        files=_hubs,
        group="calendars",
    ),
    Export(
        address=urls.service_calendar("{service}"),
        title="Calendar of each service",
        description="The sessions of one service; beside it, one calendar for each single session.",
        media_type=_TYPE,
        files=_services,
        group="calendars",
    ),
)
