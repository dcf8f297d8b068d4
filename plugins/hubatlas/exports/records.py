"""Each record as JSON, whole: as its schema says, with the labels, addresses and provenance that explain it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.kinds import Export, FilesForEach
from hubatlas.exports.record_shape import whole_record
from hubatlas.facts.figure_wording import figure_and_unit
from hubatlas.facts.freshness import Freshness
from hubatlas.facts.indicators import shown_record, stated_figures
from hubatlas.facts.offers import hubs_of, services_at
from hubatlas.model import Hub, Indicator, Organisation, Place, Service, Story

Record = Hub | Service | Organisation | Place | Indicator | Story


def _hub_facts(edition: Edition, hub: Hub) -> dict[str, Any]:
    directory = edition.directory
    return {
        "kind": directory.kind(hub).label,
        "status": directory.status(hub).label,
        "shown_as": directory.status(hub).shown_as,
        "operator": _organisation(edition, hub.operator),
        "parent": None if hub.parent is None else _link(edition, directory.hub(hub.parent)),
        "satellites": [_link(edition, satellite) for satellite in directory.satellites_of(hub.slug)],
        "places": [{"id": place, "name": directory.place(place).name} for place in hub.places],
        "accessibility": _answers(directory, "accessibility", hub.accessibility),
        "facilities": _answers(directory, "facilities", hub.facilities),
        "services": [_link(edition, service) for service in services_at(directory, hub)],
    }


def _service_facts(edition: Edition, service: Service) -> dict[str, Any]:
    directory = edition.directory
    return {
        "provider": _organisation(edition, service.provider),
        "types": _labels(directory, "service-types", service.types),
        "needs": _labels(directory, "needs", service.needs),
        "audiences": _labels(directory, "audiences", service.audiences),
        "access_modes": _labels(directory, "access-modes", service.access_modes),
        "ways_in": _labels(directory, "ways-in", service.ways_in),
        "hubs": [_link(edition, hub) for hub in hubs_of(directory, service)],
    }


def _organisation_facts(edition: Edition, organisation: Organisation) -> dict[str, Any]:
    directory = edition.directory
    sector = () if organisation.sector is None else (organisation.sector,)
    return {
        "sector": next(iter(_labels(directory, "sectors", sector)), None),
        "hubs": [_link(edition, hub) for hub in directory.hubs_run_by(organisation.slug)],
        "services": [_link(edition, service) for service in directory.services_of(organisation.slug)],
    }


def _place_facts(edition: Edition, place: Place) -> dict[str, Any]:
    directory = edition.directory
    return {
        "level": directory.level(place).label,
        "part_of": [_link(edition, directory.place(slug)) for slug in directory.place_and_wider(place.slug)[1:]],
        "places": [_link(edition, each) for each in directory.places_within(place.slug)],
        "hubs": [_link(edition, hub) for hub in directory.hubs_in(place.slug)],
    }


def _indicator_facts(edition: Edition, indicator: Indicator) -> dict[str, Any]:
    directory = edition.directory
    return {
        "needs": _labels(directory, "needs", indicator.needs),
        "values": [
            {
                "period": figure.period.text,
                "scope": figure.scope.kind,
                "of": figure.scope.slug or None,
                "words": figure_and_unit(indicator, figure),
            }
            for figure in stated_figures(directory, directory.indicator(indicator.slug))
        ],
    }


def _story_facts(edition: Edition, story: Story) -> dict[str, Any]:
    directory = edition.directory
    return {
        "needs": _labels(directory, "needs", story.needs),
        "hubs": [_link(edition, directory.hub(hub)) for hub in story.hubs],
        "services": [_link(edition, directory.service(service)) for service in story.services],
    }


def _shown_indicator(directory: Directory, slug: str) -> Indicator:
    return shown_record(directory, directory.indicator(slug))


def _labels(directory: Directory, vocabulary: str, ids: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"id": term.id, "label": term.label} for term in directory.terms(vocabulary, ids)]


def _answers(directory: Directory, vocabulary: str, answers: Any) -> list[dict[str, str]]:  # noqa: ANN401
    terms = directory.terms(vocabulary, answers)
    return [{"id": term.id, "label": term.label, "answer": answers[term.id]} for term in terms]


def _organisation(edition: Edition, slug: str | None) -> dict[str, str] | None:
    return None if slug is None else _link(edition, edition.directory.organisation(slug))


def _link(edition: Edition, record: Record) -> dict[str, str]:
    plural, page = _KINDS[type(record)]
    return {
        "id": record.slug,
        "name": record.name,
        "page": edition.whole_address(page(record.slug)),
        "record": edition.whole_address(urls.record(plural, record.slug)),
    }


def _checked(fresh: Freshness) -> dict[str, Any]:
    return {
        "checked_on": None if fresh.oldest.on is None else fresh.oldest.on.text,
        "source": fresh.oldest.source,
        "confirmed": fresh.confirmed,
        "state": fresh.state,
        "facts": {
            group.facts: {
                "checked_on": None if group.on is None else group.on.text,
                "source": group.source,
                "confirmed_on": None if group.confirmed_on is None else group.confirmed_on.isoformat(),
                "due_on": None if group.due_on is None else group.due_on.isoformat(),
                "state": group.state,
            }
            for group in fresh.groups
        },
    }


_KINDS: dict[type, tuple[str, Callable[[str], str]]] = {
    Hub: ("hubs", urls.hub),
    Service: ("services", urls.service),
    Organisation: ("organisations", urls.organisation),
    Place: ("places", urls.place),
    Indicator: ("indicators", urls.indicator),
    Story: ("stories", urls.story),
}


_TYPES = {kind.__name__.lower(): stated for kind, stated in _KINDS.items()}


def page_of(record: Record) -> str:
    """The address of the page that a record has to itself."""
    _, page = _KINDS[type(record)]
    return page(record.slug)


def page_address(record_type: str, slug: str) -> str:
    """The address of the page of a record of a type, such as "hub", whether or not it is there still."""
    _, page = _TYPES[record_type]
    return page(slug)


def record_address(record_type: str, slug: str) -> str:
    """The address of the file of a record of a type, whether or not it is there still."""
    plural, _ = _TYPES[record_type]
    return urls.record(plural, slug)


def _file(
    record_type: str,
    found: Callable[[Directory, str], Record],
    facts: Callable[[Edition, Any], dict[str, Any]],
    edition: Edition,
    slug: str,
) -> Iterator[tuple[str, bytes]]:
    record = found(edition.directory, slug)
    plural, _ = _KINDS[type(record)]
    whole = {
        "type": record_type,
        **_link(edition, record),
        "schema": edition.whole_address(urls.schema(record_type)),
        **envelope(edition),
        "checked": _checked(edition.freshness(record)),
        "labels": facts(edition, record),
        "contents": whole_record(record, edition.schemas.get(record_type, {})),
    }
    yield urls.record(plural, slug), json_bytes(whole)


def _export(
    record_type: str,
    plural: str,
    found: Callable[[Directory, str], Record],
    facts: Callable[[Edition, Any], dict[str, Any]],
) -> Export:
    return Export(
        address=urls.record(plural, f"{{{record_type}}}"),
        title=f"Each {record_type}, whole (JSON)",
        description=f"One file for each {record_type}: the whole record, its labels, and where each fact is from.",
        media_type="application/json",
        files=FilesForEach(plural, partial(_file, record_type, found, facts)),
    )


RECORDS: tuple[Export, ...] = (
    _export("hub", "hubs", Directory.hub, _hub_facts),
    _export("service", "services", Directory.service, _service_facts),
    _export("organisation", "organisations", Directory.organisation, _organisation_facts),
    _export("place", "places", Directory.place, _place_facts),
    _export("indicator", "indicators", _shown_indicator, _indicator_facts),
    _export("story", "stories", Directory.story, _story_facts),
)
