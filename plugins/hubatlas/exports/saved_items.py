"""What a list of saved hubs and services shows of each: how to reach it, when it is open, and when it is next on.

The list lives in its own link and is put together in the browser. Each `/saved/items-{number}.json` is an object from a
record's place on the site, such as hubs/old-mill, to its name and the little that people need of it. A record is in the
file whose number is the sum of the character codes of its place, modulo the number of files: one file in all but
very large networks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports.edition import Edition, json_bytes
from hubatlas.exports.kinds import Export
from hubatlas.facts.occurrences import Occurrence
from hubatlas.facts.offers import hubs_of
from hubatlas.facts.running import next_to_go_to
from hubatlas.facts.search_documents import at_hubs_words
from hubatlas.facts.wording import (
    address_words,
    day_hours_words,
    day_of_year_words,
    days_of_week_words,
    listed,
    span_words,
)
from hubatlas.language import gettext as _
from hubatlas.language import to_translate
from hubatlas.model import DAY_NAMES, Hub, OpeningHours, Service, Session

RECORDS_A_FILE = 500
_FEW = 2
_NOTICES = {
    "planned": to_translate("Not running yet"),
    "paused": to_translate("Paused"),
    "ended": to_translate("No longer running"),
}

Next = tuple[Occurrence, Service, Session]


def file_count(directory: Directory) -> int:
    """How many files there are."""
    return 1 + (len(directory.hubs) + len(directory.services)) // RECORDS_A_FILE


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    count = file_count(edition.directory)
    files: list[dict[str, Any]] = [{} for _ in range(count)]
    for place, item in _items(edition.directory, edition.today):
        files[sum(map(ord, place)) % count][place] = {key: value for key, value in item.items() if value}
    for number, items in enumerate(files):
        yield urls.saved_items(number), json_bytes(items)


def _items(directory: Directory, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    coming = [
        (found, service, session)
        for service in directory.services
        for session in service.sessions
        if (found := next_to_go_to(directory, service, session, today)) is not None
    ]
    coming.sort(key=_when)
    at_hub: dict[str | None, Next] = {}
    of_service: dict[str, Next] = {}
    for each in coming:
        at_hub.setdefault(each[2].hub, each)
        of_service.setdefault(each[1].slug, each)
    for hub in directory.hubs:
        yield urls.hub(hub.slug).strip("/"), _hub(directory, hub, at_hub.get(hub.slug))
    for service in directory.services:
        yield urls.service(service.slug).strip("/"), _service(directory, service, of_service.get(service.slug))


def _when(soonest: Next) -> tuple[date, datetime, str, str]:
    found, service, session = soonest
    return found.day, found.starts or datetime.combine(found.day, time.max), service.slug, session.id


def _hub(directory: Directory, hub: Hub, soonest: Next | None) -> dict[str, Any]:
    status = directory.status(hub)
    is_open = status.shown_as == "open"
    places = listed([directory.place(place).name for place in hub.places])
    return {
        "name": hub.name,
        "kind": directory.kind(hub).label,
        "notice": None if is_open else status.label,
        "phone": hub.contact.phone if hub.contact and status.shown_as != "ended" else None,
        "place": address_words(hub.address) or places,
        "hours": _hours(directory, hub.opening_hours) if is_open else None,
        "next": None if soonest is None else _next(soonest, soonest[2].name or soonest[1].name),
    }


def _service(directory: Directory, service: Service, soonest: Next | None) -> dict[str, Any]:
    hubs = hubs_of(directory, service)
    names = listed([hub.name for hub in hubs]) if len(hubs) <= _FEW else at_hubs_words(len(hubs))
    notice = _NOTICES.get(service.status)
    provider = None if service.provider is None else directory.organisation(service.provider).contact
    contacts = (service.contact, provider, *(hub.contact for hub in hubs))
    return {
        "name": service.name,
        "kind": _("Service"),
        "notice": None if notice is None else _(notice),
        "phone": next((each.phone for each in contacts if each and each.phone), None)
        if service.status != "ended"
        else None,
        "place": _("At every hub") if service.at_every_hub == "yes" else names,
        "next": None if soonest is None else _next(soonest, _where(directory, soonest[2])),
    }


def _hours(directory: Directory, hours: OpeningHours | None) -> str:
    """The usual week on one line; the network's words where nobody has published it."""
    if hours is None or all(day is None for day in hours.week):
        return directory.network.unknown_hours
    runs = groupby(zip(DAY_NAMES, hours.week, strict=True), lambda pair: pair[1])
    lines = [f"{days_of_week_words([name for name, _ in run])} {day_hours_words(day)}" for day, run in runs]
    return "; ".join(line[:1].upper() + line[1:] for line in lines)


def _next(soonest: Next, about: str | None) -> dict[str, Any]:
    """When it is next, and what a hub has then or where a service is then; scripts leave out what is over."""
    found, _, session = soonest
    hours = None if session.schedule.time is None else span_words(session.schedule.time)
    day = day_of_year_words(found.day)
    return {"day": found.day.isoformat(), "words": ", ".join(words for words in (day, hours, about) if words)}


def _where(directory: Directory, session: Session) -> str | None:
    if session.hub is not None:
        return directory.hub(session.hub).name
    if session.venue is not None:
        return session.venue.name
    return None if session.access_mode is None else directory.term("access-modes", session.access_mode).label


SAVED_ITEMS = Export(
    address="/saved/items-{number}.json",
    title="Saved items",
    description="What lists of saved hubs and services show of each.",
    media_type="application/json",
    files=_files,
    listed=False,
    in_each_language=True,
)
