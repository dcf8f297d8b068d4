"""One row for each hub and satellite."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Cell, Column, Table
from hubatlas.exports.tables.shared import contact_columns, organisation_name, partial_text, source_columns
from hubatlas.facts.offers import services_at
from hubatlas.facts.opening_hours import open_each_week
from hubatlas.model import Address, Answer, Hub


def _address(hub: Hub) -> Address:
    return hub.address or Address()


def _open_minutes(_edition: Edition, hub: Hub) -> Cell:
    if hub.opening_hours is None:
        return None
    week = open_each_week(hub.opening_hours)
    return None if week.unknown_days else int(week.total.total_seconds()) // 60


def _terms(hub: Hub, facts: str, answer: Answer) -> tuple[str, ...]:
    answers = hub.accessibility if facts == "accessibility" else hub.facilities
    return tuple(sorted(term for term, given in answers.items() if given == answer))


COLUMNS: dict[str, Column[Hub]] = {
    "hub": Column("text", "The hub's short name, which never changes.", lambda _, hub: hub.slug),
    "name": Column("text", "The hub's name.", lambda _, hub: hub.name),
    "other_names": Column("list", "Other names people use.", lambda _, hub: hub.other_names),
    "former_names": Column(
        "list", "Names it had before.", lambda _, hub: tuple(former.name for former in hub.former_names)
    ),
    "kind": Column("text", "What kind of hub it is: one of the network's own kinds.", lambda _, hub: hub.kind),
    "kind_label": Column("text", "The kind in words.", lambda edition, hub: edition.directory.kind(hub).label),
    "status": Column("text", "One of the network's own statuses.", lambda _, hub: hub.status),
    "status_label": Column("text", "The status in words.", lambda edition, hub: edition.directory.status(hub).label),
    "shown_as": Column(
        "text", "What that means: open, coming or ended.", lambda edition, hub: edition.directory.status(hub).shown_as
    ),
    "parent": Column("text", "For a satellite: the hub it belongs to.", lambda _, hub: hub.parent),
    "operator": Column("text", "The organisation that runs it.", lambda _, hub: hub.operator),
    "operator_name": Column(
        "text", "The organisation's name.", lambda edition, hub: organisation_name(edition, hub.operator)
    ),
    "summary": Column("text", "What it is and who it is for.", lambda _, hub: hub.summary),
    "building": Column("text", "The name of the building.", lambda _, hub: _address(hub).building),
    "address_1": Column("text", "House number and street.", lambda _, hub: _address(hub).address_1),
    "address_2": Column("text", "The estate, village or part of town.", lambda _, hub: _address(hub).address_2),
    "city": Column("text", "The post town.", lambda _, hub: _address(hub).city),
    "state_province": Column("text", "The county.", lambda _, hub: _address(hub).state_province),
    "postal_code": Column("text", "The postcode.", lambda _, hub: _address(hub).postal_code),
    "latitude": Column("number", "Degrees north, WGS 84.", lambda _, hub: hub.point.latitude if hub.point else None),
    "longitude": Column("number", "Degrees east, WGS 84.", lambda _, hub: hub.point.longitude if hub.point else None),
    "precision": Column(
        "text",
        "How exact the point is: entrance, building, postcode or area.",
        lambda _, hub: hub.point.precision if hub.point else None,
    ),
    "places": Column("list", "The places it lies in or serves.", lambda _, hub: hub.places),
    **contact_columns(Hub),
    "open_minutes_each_week": Column(
        "integer", "Minutes it is open in its usual week; empty where a day is not known.", _open_minutes
    ),
    "accessibility_yes": Column("list", "Accessibility it has.", lambda _, hub: _terms(hub, "accessibility", "yes")),
    "accessibility_no": Column("list", "Accessibility it lacks.", lambda _, hub: _terms(hub, "accessibility", "no")),
    "facilities_yes": Column("list", "Facilities it has.", lambda _, hub: _terms(hub, "facilities", "yes")),
    "facilities_no": Column("list", "Facilities it lacks.", lambda _, hub: _terms(hub, "facilities", "no")),
    "services": Column(
        "list",
        "The services given there.",
        lambda edition, hub: tuple(service.slug for service in services_at(edition.directory, hub)),
    ),
    "opened": Column("text", "When it opened, as exact as is known.", lambda _, hub: partial_text(hub.opened)),
    "due_to_open": Column("text", "When it is planned to open.", lambda _, hub: partial_text(hub.due_to_open)),
    "closed": Column("text", "When it closed.", lambda _, hub: partial_text(hub.closed)),
    **source_columns(Hub),
    "page": Column("text", "Its page.", lambda edition, hub: edition.whole_address(urls.hub(hub.slug))),
}

HUBS = Table(
    name="hubs",
    key=1,
    title="Hubs and satellites",
    description="One row for each hub and satellite: where it is, who runs it, how to reach it.",
    rows=lambda edition: edition.directory.hubs,
    columns=COLUMNS,
)
