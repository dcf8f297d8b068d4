"""How much of what the public needs a record says, each fact weighted by how much people need it.

The weights are in the two tables below, and pages show them. A fact that is known in part, such as five of seven days,
counts in part. An answer "unknown" counts as missing: somebody still has to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from hubatlas.directory import Directory
from hubatlas.facts.offers import hubs_of, services_at
from hubatlas.frozen import dataclass
from hubatlas.language import to_translate
from hubatlas.model import Answer, Contact, Hub, Service

_Record = TypeVar("_Record", Hub, Service)


@dataclass(frozen=True, slots=True)
class PublicFact(Generic[_Record]):
    """A fact that people need: its name, its weight, and which share of it a record says, from 0 to 1."""

    id: str
    label: str
    weight: int
    share: Callable[[Directory, _Record], float]


@dataclass(frozen=True, slots=True)
class Lack:
    """A fact that a record says in part or not at all, with its weight."""

    id: str
    label: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """Which share of what the public needs a record says, from 0 to 1, and what it lacks, what weighs most first."""

    share: float
    lacks: tuple[Lack, ...]

    @property
    def per_cent(self) -> int:
        """The share in whole per cent; 100 only where nothing is lacking."""
        return int(self.share * 100)


def hub_completeness(directory: Directory, hub: Hub) -> Completeness | None:
    """How complete a hub's record is; None where it is not open, so that nobody can go there."""
    return _completeness(directory, hub, HUB_FACTS) if directory.status(hub).shown_as == "open" else None


def service_completeness(directory: Directory, service: Service) -> Completeness | None:
    """How complete a service's record is; None where it is not running."""
    return _completeness(directory, service, SERVICE_FACTS) if service.status == "active" else None


def _completeness(directory: Directory, record: _Record, facts: tuple[PublicFact[_Record], ...]) -> Completeness:
    shares = [(fact, fact.share(directory, record)) for fact in facts]
    lacking = sorted((fact for fact, share in shares if share < 1), key=lambda fact: -fact.weight)
    return Completeness(
        share=sum(fact.weight * share for fact, share in shares) / sum(fact.weight for fact in facts),
        lacks=tuple(Lack(fact.id, fact.label, fact.weight) for fact in lacking),
    )


def _whether(said: Callable[[_Record], object]) -> Callable[[Directory, _Record], float]:
    return lambda _, record: float(bool(said(record)))


def _reachable(contact: Contact | None) -> bool:
    return contact is not None and bool(contact.phone or contact.email or contact.website)


def _hours(_directory: Directory, hub: Hub) -> float:
    week = () if hub.opening_hours is None else hub.opening_hours.week
    return sum(day is not None for day in week) / (len(week) or 1)


def _answered(directory: Directory, vocabulary: str, answers: Mapping[str, Answer]) -> float:
    terms = directory.terms(vocabulary)
    return sum(answers.get(term.id, "unknown") != "unknown" for term in terms) / len(terms) if terms else 1.0


def _service_reachable(directory: Directory, service: Service) -> float:
    provider = None if service.provider is None else directory.organisation(service.provider).contact
    hosts = (hub.contact for hub in hubs_of(directory, service))
    return float(any(map(_reachable, (service.contact, provider, *hosts))))


def _times(_directory: Directory, service: Service) -> float:
    told = [session.schedule.repeats != "not published" for session in service.sessions]
    return sum(told) / (len(told) or 1)


def _somewhere(directory: Directory, service: Service) -> float:
    venues = any(session.venue for session in service.sessions)
    return float(bool(hubs_of(directory, service) or venues or service.access_modes))


HUB_FACTS: tuple[PublicFact[Hub], ...] = (
    PublicFact(
        "reach",
        to_translate("a phone number or another way to reach it"),
        5,
        _whether(lambda hub: _reachable(hub.contact)),
    ),
    PublicFact("hours", to_translate("opening hours for each day"), 5, _hours),
    PublicFact("address", to_translate("the address"), 4, _whether(lambda hub: hub.address)),
    PublicFact(
        "access",
        to_translate("accessibility"),
        4,
        lambda directory, hub: _answered(directory, "accessibility", hub.accessibility),
    ),
    PublicFact(
        "services",
        to_translate("what help there is"),
        4,
        lambda directory, hub: float(bool(services_at(directory, hub))),
    ),
    PublicFact("arrival", to_translate("what happens on arrival"), 3, _whether(lambda hub: hub.on_arrival)),
    PublicFact("point", to_translate("its place on the map"), 2, _whether(lambda hub: hub.point)),
    PublicFact("getting-there", to_translate("how to get there"), 2, _whether(lambda hub: hub.getting_there)),
    PublicFact(
        "facilities",
        to_translate("facilities"),
        1,
        lambda directory, hub: _answered(directory, "facilities", hub.facilities),
    ),
    PublicFact("operator", to_translate("who runs it"), 1, _whether(lambda hub: hub.operator)),
)
SERVICE_FACTS: tuple[PublicFact[Service], ...] = (
    PublicFact("reach", to_translate("somebody to ring or write to"), 5, _service_reachable),
    PublicFact("times", to_translate("when it is"), 5, _times),
    PublicFact("where", to_translate("where or how it is given"), 4, _somewhere),
    PublicFact(
        "way-in", to_translate("how to get in"), 4, _whether(lambda service: service.ways_in or service.how_to_get_in)
    ),
    PublicFact(
        "cost",
        to_translate("what it costs"),
        4,
        _whether(lambda service: service.cost and service.cost.free != "unknown"),
    ),
    PublicFact(
        "who-for",
        to_translate("who it is for"),
        3,
        _whether(
            lambda service: service.audiences or service.eligibility or service.minimum_age or service.maximum_age
        ),
    ),
    PublicFact("needs", to_translate("what it helps with"), 3, _whether(lambda service: service.needs)),
    PublicFact("arrival", to_translate("what happens on arrival"), 2, _whether(lambda service: service.on_arrival)),
    PublicFact("provider", to_translate("who provides it"), 2, _whether(lambda service: service.provider)),
    PublicFact("bring", to_translate("what to bring"), 1, _whether(lambda service: service.what_to_bring)),
)
