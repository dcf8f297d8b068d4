"""Small records and directories for tests: a test states what matters to it, the rest is plausible and fixed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, get_args

from hubatlas.directory import Directory
from hubatlas.model import (
    DAY_NAMES,
    Body,
    CoreServiceStatement,
    CoreStatus,
    DayHours,
    Hub,
    Indicator,
    OpeningHours,
    Organisation,
    PartialDate,
    Pathway,
    Place,
    Programme,
    Provenance,
    Schedule,
    Service,
    Session,
    Span,
    Story,
)
from hubatlas.network import CoreOffer, CoreService, HubKind, HubStatus, Network, PlaceLevel, Standard, Term, Vocabulary
from hubatlas.publication import Appearance, Licence, Site
from hubatlas.records.structuring import partial_date

PHONE = "0808 157 0123"

Record = Hub | Service | Organisation | Place | Body | Programme | Pathway | Indicator | Story


def at(text: str) -> datetime:
    """The moment "2026-12-01 09:00" on a clock in the United Kingdom."""
    return datetime.fromisoformat(text)


def a_span(text: str) -> Span:
    """A span from "09:00-17:00"; an end that is not later than the start is on the next day."""
    opens_at, closes_at = (int(time[:2]) * 60 + int(time[3:]) for time in text.split("-"))
    return Span(opens_at, closes_at if closes_at > opens_at else closes_at + 24 * 60)


def a_day(text: str) -> DayHours | None:
    """Hours from "closed", "by appointment", "unknown" or "09:00-12:30, 13:30-17:00"."""
    match text:
        case "unknown":
            return None
        case "closed":
            return DayHours()
        case "by appointment":
            return DayHours(by_appointment=True)
    return DayHours(spans=tuple(a_span(span) for span in text.split(", ")))


def some_hours(*week: str, bank_holidays: str = "unknown", **rest: Any) -> OpeningHours:
    """Opening hours from seven days as in `a_day`, or from one that holds Monday to Sunday."""
    days = week * len(DAY_NAMES) if len(week) == 1 else week
    usual_week = tuple(a_day(day) for day in days)
    if bank_holidays == "as usual":
        return OpeningHours(week=usual_week, bank_holidays="as usual", **rest)
    return OpeningHours(week=usual_week, bank_holidays=a_day(bank_holidays), **rest)


def a_partial_date(text: str) -> PartialDate:
    """A year, a month, a day, a season or a stretch, as a record states it."""
    return partial_date(text)


def a_provenance(*facts: str, as_of: str | None = "2026-09-12", **rest: Any) -> Provenance:
    """A list of the council's that speaks for those groups of facts."""
    on = None if as_of is None else a_partial_date(as_of)
    return Provenance(facts=facts or ("identity",), source="Council list", as_of=on, **rest)


def a_schedule(repeats: str = "weekly", days: str = "", time: str | None = "10:00-12:00", **rest: Any) -> Schedule:
    """A schedule, its days as "Monday Tuesday"."""
    span = None if time is None else a_span(time)
    return Schedule(repeats=repeats, days=tuple(days.split()), time=span, **rest)  # type: ignore[arg-type]


def a_session(session_id: str = "tuesday", schedule: Schedule | None = None, **rest: Any) -> Session:
    """A session with that id, on Tuesday mornings unless told otherwise."""
    return Session(id=session_id, schedule=schedule or a_schedule(days="Tuesday"), **rest)


def a_hub(name: str = "Old Mill Hub", **rest: Any) -> Hub:
    """An open hub."""
    plausible: dict[str, Any] = {
        "slug": slug_of(name),
        "kind": "hub",
        "status": "open",
        "summary": "Help for anyone who walks in.",
        "provenance": (a_provenance("identity", "description"),),
    }
    return Hub(name=name, **plausible | rest)


def a_service(name: str = "Money advice drop-in", **rest: Any) -> Service:
    """An active service."""
    plausible: dict[str, Any] = {
        "slug": slug_of(name),
        "status": "active",
        "summary": "Free, private help with debt and benefits.",
        "provenance": (a_provenance("identity", "description"),),
    }
    return Service(name=name, **plausible | rest)


def an_organisation(name: str = "Riverside Trust", **rest: Any) -> Organisation:
    """A body of which nothing but the name is known."""
    return Organisation(name=name, **{"slug": slug_of(name), "provenance": (a_provenance(),)} | rest)


def a_place(name: str = "Riverside", **rest: Any) -> Place:
    """A town."""
    return Place(name=name, **{"slug": slug_of(name), "level": "town", "provenance": (a_provenance(),)} | rest)


def a_body(name: str = "Steering group", **rest: Any) -> Body:
    """A body of which nothing but the name is known."""
    return Body(name=name, **{"slug": slug_of(name), "provenance": (a_provenance(),)} | rest)


def a_programme(name: str = "Hub pilot", **rest: Any) -> Programme:
    """A pilot that is running."""
    plausible = {"slug": slug_of(name), "kind": "pilot", "status": "running", "summary": "Hubs try things out."}
    return Programme(name=name, **plausible | {"provenance": (a_provenance(),)} | rest)


def a_pathway(name: str = "Social prescribing", **rest: Any) -> Pathway:
    """A pathway that works now."""
    plausible = {"slug": slug_of(name), "status": "live", "summary": "A surgery sends somebody to a hub."}
    return Pathway(name=name, **plausible | {"provenance": (a_provenance(),)} | rest)


def an_indicator(name: str = "Attendances", **rest: Any) -> Indicator:
    """A count without values."""
    plausible = {"slug": slug_of(name), "definition": "Each visit.", "unit": "visits", "kind": "count"}
    return Indicator(name=name, **plausible | {"provenance": (a_provenance(),)} | rest)


def a_vocabulary(slug: str, *terms: Term | str) -> Vocabulary:
    """A vocabulary of terms, or of labels."""
    made = (term if isinstance(term, Term) else Term(id=slug_of(term), label=term) for term in terms)
    return Vocabulary(slug=slug, title=slug.capitalize(), terms=tuple(made))


def a_network(**rest: Any) -> Network:
    """A network with hubs and satellites, checked each year, their hours every three months."""
    plausible: dict[str, Any] = {
        "name": "Riverside Hub Network",
        "summary": "Hubs where anyone can walk in.",
        "area_name": "Riverside",
        "demonstration": "yes",
        "site": Site(address="https://riverside.example.org/atlas/"),
        "appearance": Appearance(brand_colour="#0b5c6b"),
        "bank_holidays": "england-and-wales",
        "licence": Licence(name="OGL v3", url="https://example.org/licence", attribution="Contains hub information."),
        "hub_kinds": (
            HubKind(id="hub", label="Hub", plural="Hubs"),
            HubKind(id="satellite", label="Satellite", plural="Satellites"),
        ),
        "hub_statuses": (
            HubStatus(id="open", label="Open", shown_as="open"),
            HubStatus(id="planned", label="Planned", shown_as="coming"),
            HubStatus(id="closed", label="Closed", shown_as="ended"),
        ),
        "place_levels": (PlaceLevel(id="town", label="Town", plural="Towns"),),
        "review_months": {"default": 12, "hours": 3},
        "unknown_hours": "Opening hours are not yet published. Ring before you go.",
    }
    return Network(**plausible | rest)


def a_core_offer(*labels: str, **rest: Any) -> CoreOffer:
    """A list of core services that every hub owes, each by its label."""
    services = tuple(CoreService(id=slug_of(label), label=label) for label in labels)
    return CoreOffer(
        **{"id": "core", "label": "Core services", "kinds": ("hub",), "defined": "yes"} | rest, services=services
    )


def a_statement(core_service: str, status: CoreStatus = "delivering", **rest: Any) -> CoreServiceStatement:
    """What a hub says of one core service."""
    return CoreServiceStatement(core_service=core_service, status=status, **rest)


def a_standard(weekly_hours: float | None = 37, **rest: Any) -> Standard:
    """A standard of so many hours a week, of each hub by itself."""
    return Standard(
        **{"id": "hub-standard", "label": "Hub standard", "kinds": ("hub",)} | rest, weekly_hours=weekly_hours
    )


def a_directory(
    *records: Record,
    network: Network | None = None,
    vocabularies: Iterable[Vocabulary] = (),
    synonyms: Iterable[Iterable[str]] = (),
    **rest: Any,
) -> Directory:
    """A directory of the records, each kind sorted by slug. References are the test's own affair."""
    kinds: Mapping[type, list[Any]] = {kind: [] for kind in get_args(Record)}
    for record in sorted(records, key=lambda each: each.slug):
        kinds[type(record)].append(record)
    return Directory(
        network=network or a_network(),
        vocabularies={each.slug: each for each in vocabularies},
        synonyms=tuple(tuple(group) for group in synonyms),
        places=tuple(kinds[Place]),
        organisations=tuple(kinds[Organisation]),
        hubs=tuple(kinds[Hub]),
        services=tuple(kinds[Service]),
        bodies=tuple(kinds[Body]),
        programmes=tuple(kinds[Programme]),
        pathways=tuple(kinds[Pathway]),
        indicators=tuple(kinds[Indicator]),
        stories=tuple(kinds[Story]),
        **rest,
    )


def slug_of(name: str) -> str:
    """The name in small letters, with hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
