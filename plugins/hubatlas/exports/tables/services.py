"""One row for each service."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import contact_columns, organisation_name, source_columns
from hubatlas.facts.offers import hubs_of
from hubatlas.model import Cost, Service

_UNKNOWN_COST = Cost(free="unknown")


def _cost(service: Service) -> Cost:
    return service.cost or _UNKNOWN_COST


COLUMNS: dict[str, Column[Service]] = {
    "service": Column("text", "The service's short name, which never changes.", lambda _, service: service.slug),
    "name": Column("text", "What it is called.", lambda _, service: service.name),
    "other_names": Column("list", "Other names people use.", lambda _, service: service.other_names),
    "status": Column("text", "active, planned, paused or ended.", lambda _, service: service.status),
    "provider": Column("text", "The organisation that gives it.", lambda _, service: service.provider),
    "provider_name": Column(
        "text", "The organisation's name.", lambda edition, service: organisation_name(edition, service.provider)
    ),
    "types": Column("list", "Types of service.", lambda _, service: service.types),
    "needs": Column("list", "The needs it helps with.", lambda _, service: service.needs),
    "summary": Column("text", "What it is, for whom.", lambda _, service: service.summary),
    "audiences": Column("list", "Who it is for.", lambda _, service: service.audiences),
    "minimum_age": Column("integer", "Youngest age, in years.", lambda _, service: service.minimum_age),
    "maximum_age": Column("integer", "Oldest age, in years.", lambda _, service: service.maximum_age),
    "eligibility": Column("text", "Who can use it.", lambda _, service: service.eligibility),
    "not_for": Column("text", "Who it is not for.", lambda _, service: service.not_for),
    "access_modes": Column("list", "How it is given.", lambda _, service: service.access_modes),
    "ways_in": Column("list", "Ways in.", lambda _, service: service.ways_in),
    "how_to_get_in": Column("text", "How to get in.", lambda _, service: service.how_to_get_in),
    "what_to_bring": Column("text", "What to bring.", lambda _, service: service.what_to_bring),
    "hubs": Column(
        "list",
        "The hubs where it is given; for a service at every hub, each open one but satellites.",
        lambda edition, service: tuple(hub.slug for hub in hubs_of(edition.directory, service)),
    ),
    "at_every_hub": Column("text", "yes, no or unknown.", lambda _, service: service.at_every_hub),
    "languages": Column("list", "Languages besides English, as BCP 47 codes.", lambda _, service: service.languages),
    "free": Column("text", "yes, no or unknown.", lambda _, service: _cost(service).free),
    "cost": Column("number", "Pounds for one visit.", lambda _, service: _cost(service).amount),
    "cost_note": Column("text", "What the cost depends on.", lambda _, service: _cost(service).note),
    **contact_columns(Service),
    "follow_on": Column("text", "A service that people can go on to.", lambda _, service: service.follow_on),
    "sessions": Column("integer", "How many sessions are listed.", lambda _, service: len(service.sessions)),
    **source_columns(Service),
    "page": Column("text", "Its page.", lambda edition, service: edition.whole_address(urls.service(service.slug))),
}

SERVICES = Table(
    name="services",
    key=1,
    title="Services",
    description="One row for each service: what it is, who gives it, whom it is for, how to get in.",
    rows=lambda edition: edition.directory.services,
    columns=COLUMNS,
)
