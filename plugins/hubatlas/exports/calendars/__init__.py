"""Calendars to subscribe to: of the network, of each hub and of each service, and one for each single session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports.calendars.events import closing_events, session_events
from hubatlas.exports.calendars.lines import TIME_ZONE, folded, text
from hubatlas.exports.edition import Edition, envelope
from hubatlas.exports.kinds import Export, FilesForEach
from hubatlas.model import Service

_TYPE = "text/calendar; charset=utf-8"
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


def _events(edition: Edition, service: Service) -> dict[str, str]:
    """The events of each session that has any, by its id; an event stands in up to four calendars."""
    return edition.directory.told(_events_of, service.slug, edition.today)


def _events_of(directory: Directory, slug: str, today: date) -> dict[str, str]:
    edition, service = Edition(directory=directory, today=today), directory.service(slug)
    found = {session.id: session_events(edition, service, session) for session in service.sessions}
    return {session: events for session, events in found.items() if events}


def _network(edition: Edition) -> Iterator[tuple[str, bytes]]:
    events = (each for service in edition.directory.services for each in _events(edition, service).values())
    yield _calendar(edition, urls.NETWORK_CALENDAR, edition.directory.network.name, *events)


def _of_hub(edition: Edition, hub_slug: str) -> Iterator[tuple[str, bytes]]:
    hub = edition.directory.hub(hub_slug)
    held = [
        events
        for service in edition.directory.services_at(hub_slug)
        for session in service.sessions
        if session.hub == hub_slug and (events := _events(edition, service).get(session.id))
    ]
    for slug in (hub_slug, *hub.previous_ids):  # who has subscribed goes on asking for the address they were given
        yield _calendar(edition, urls.hub_calendar(slug), hub.name, *held, closing_events(edition, hub))


def _of_service(edition: Edition, service_slug: str) -> Iterator[tuple[str, bytes]]:
    service = edition.directory.service(service_slug)
    events = _events(edition, service)
    for slug in (service_slug, *service.previous_ids):
        yield _calendar(edition, urls.service_calendar(slug), service.name, *events.values())
        for session in service.sessions:
            if session.id in events:
                address = urls.session_calendar(slug, session.id)
                yield _calendar(edition, address, session.name or service.name, events[session.id])


def _calendar(edition: Edition, address: str, name: str, *events: str) -> tuple[str, bytes]:
    about, rest = _shared(edition)
    named = folded((f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}"))
    source = folded((f"SOURCE;VALUE=URI:{edition.whole_address(address)}",))
    return address, "".join((_BEGINNING, named, about, source, rest, *events, _END)).encode()


def _shared(edition: Edition) -> tuple[str, str]:
    """What every calendar says between its name and its address, and between that and its events."""
    return edition.once(_shared, lambda: _said_by_all(edition))


def _said_by_all(edition: Edition) -> tuple[str, str]:
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
        files=FilesForEach("hubs", _of_hub),
        group="calendars",
    ),
    Export(
        address=urls.service_calendar("{service}"),
        title="Calendar of each service",
        description="The sessions of one service; beside it, one calendar for each single session.",
        media_type=_TYPE,
        files=FilesForEach("services", _of_service),
        group="calendars",
    ),
)
