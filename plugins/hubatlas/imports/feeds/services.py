"""Services of a feed in the shape of Open Referral UK 3.0 as proposals for services and organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

from hubatlas.imports.feeds.schedules import sessions
from hubatlas.imports.feeds.texts import LONGEST_NAME, LONGEST_SUMMARY, line, slug, summary_and_rest
from hubatlas.imports.proposals import Proposal

Json = dict[str, Any]
Terms = Mapping[str, tuple[str, str]]
"""By the address of a published term, or "taxonomy#term": the property of a service and the network's own term."""

_STATUSES = {"active": "active", "inactive": "paused", "defunct": "ended", "temporarily closed": "paused"}


class ServiceReader:
    """Turns services into proposals, one after the other; what it cannot be sure of is in `questions`."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._unknown: Counter[str] = Counter()
        self._asked: list[str] = []
        self._slugs: set[str] = set()

    @property
    def questions(self) -> tuple[str, ...]:
        """What a person has to look at: first what is asked of single services, then terms without a counterpart."""
        unknown = (
            f"No one term of the network stands for {term} ({count:,}x)." for term, count in self._unknown.most_common()
        )
        return (*self._asked, *unknown)

    def proposals(self, services: Iterable[Json]) -> Iterator[Proposal]:
        """Each organisation once, before its first service, and each service."""
        organisations: set[str] = set()
        for service in services:
            origin = f"service {line(str(service.get('id') or '?'), 60)}"
            organisation = _group(service.get("organization"))
            provider = slug(_text(organisation, "name"))
            if provider and provider not in organisations:
                organisations.add(provider)
                yield _organisation(organisation, provider, origin)
            yield self._service(service, organisation, provider, origin)

    def _service(self, service: Json, organisation: Json, provider: str, origin: str) -> Proposal:
        summary, rest = summary_and_rest(_text(service, "description"))
        if not summary and _text(organisation, "name"):
            summary = line(f"{_text(service, 'name')}, from {_text(organisation, 'name')}.", LONGEST_SUMMARY)
        found, asked = sessions(_groups(service, "schedules"), dict(places_of(service)))
        self._asked += (f"{origin} ({_text(service, 'name')}): {each}" for each in asked)
        record = {
            "name": line(_text(service, "name"), LONGEST_NAME),
            "status": _STATUSES.get(_text(service, "status"), "active"),
            "provider": provider,
            "summary": summary,
            "description": rest,
            **self._by_term(service),
            "minimum_age": _age(service, "minimum_age"),
            "maximum_age": _age(service, "maximum_age"),
            "eligibility": line(_text(service, "eligibility_description")),
            "how_to_get_in": line(_text(service, "application_process")),
            "waiting_time": line(_text(service, "wait_time")),
            "cost": _cost(service),
            "contact": _contact(service),
            "sessions": found,
            "open_questions": asked,
        }
        name = self._own_slug(slug(_text(service, "name")), provider)
        return Proposal(kind="service", slug=name, record=_stated(record), origin=origin, as_of=_as_of(service))

    def _by_term(self, service: Json) -> Json:
        """The network's own terms for those of the service."""
        found: dict[str, list[str]] = {}
        for attribute in _groups(service, "attributes"):
            term = _group(attribute.get("taxonomy_term"))
            address = _text(term, "term_uri")
            own = self._terms.get(address or f"{_text(term, 'taxonomy')}#{_text(term, 'term')}")
            if own is not None and own[1] not in found.setdefault(own[0], []):
                found[own[0]].append(own[1])
            elif own is None and (address or _text(term, "name")):
                self._unknown[line(f"{_text(term, 'name')} {address}".strip(), 120)] += 1
        return found

    def _own_slug(self, name: str, provider: str) -> str:
        """A name of its own: with its provider's where another service of the feed has it already."""
        if name in self._slugs and provider:
            name = slug(f"{name} {provider}")
        self._slugs.add(name)
        return name


def _organisation(organisation: Json, name: str, origin: str) -> Proposal:
    summary, rest = summary_and_rest(_text(organisation, "description"))
    contact = {"email": _text(organisation, "email"), "website": _text(organisation, "website")}
    record = {
        "name": line(_text(organisation, "name"), LONGEST_NAME),
        "identifiers": [
            {"scheme": _text(each, "identifier_scheme"), "identifier": _text(each, "identifier")}
            for each in _groups(organisation, "organization_identifiers")
            if _text(each, "identifier_scheme")
        ],
        "summary": summary,
        "description": rest,
        "contact": _stated(contact),
    }
    return Proposal(kind="organisation", slug=name, record=_stated(record), origin=origin)


def places_of(service: Json) -> Iterator[tuple[str, Json]]:
    """Where the service is given: for each service at a location, the venue of a session there."""
    for at in _groups(service, "service_at_locations"):
        location = _group(at.get("location"))
        address = next(iter(_groups(location, "addresses")), {})
        name = line(_text(location, "name") or _text(address, "address_1"), LONGEST_NAME)
        if not name or _text(location, "location_type") == "virtual":
            continue
        parts = {
            "address_1": line(_text(address, "address_1")),
            "city": line(_text(address, "city")),
            "state_province": line(_text(address, "state_province")),
            "postal_code": _text(address, "postal_code"),
        }
        venue = {"name": name, "address": _stated(parts), "point": _point(location)}
        yield str(at.get("id")), {"venue": _stated(venue)}


def _point(location: Json) -> Json:
    """The location's point, which feeds mostly take from its postcode."""
    found = [location.get("latitude"), location.get("longitude")]
    try:
        latitude, longitude = (round(float(each), 6) for each in found if each is not None)
    except (TypeError, ValueError, OverflowError):
        return {}
    if not (isfinite(latitude) and isfinite(longitude)):
        return {}
    return {"latitude": latitude, "longitude": longitude, "precision": "postcode"}


def _cost(service: Json) -> Json:
    option = next(iter(_groups(service, "cost_options")), {})
    fees = line(_text(service, "fees") or _text(service, "fees_description") or _text(option, "amount_description"))
    amount = option.get("amount")
    if isinstance(amount, int | float) and not isinstance(amount, bool):
        return _stated({"free": "no" if amount else "yes", "amount": amount or None, "note": fees})
    if fees.casefold().strip(".") in {"free", "no charge", "none"}:
        return {"free": "yes"}
    return {"free": "unknown", "note": fees} if fees else {}


def _contact(service: Json) -> Json:
    contacts = _groups(service, "contacts")
    phones = [*_groups(service, "phones"), *(phone for each in contacts for phone in _groups(each, "phones"))]
    first = next(iter(contacts), {})
    return _stated(
        {
            "role": line(_text(first, "title"), LONGEST_NAME),
            "phone": next((_text(phone, "number") for phone in phones if _text(phone, "number")), ""),
            "email": _text(service, "email") or _text(first, "email"),
            "website": _text(service, "url"),
        }
    )


def _age(service: Json, name: str) -> int | None:
    age = service.get(name)
    return int(age) if isinstance(age, int | float) and not isinstance(age, bool) and 0 <= age < 120 else None  # noqa: PLR2004


def _as_of(service: Json) -> str | None:
    """The day that the feed says the service is known for."""
    found = _text(service, "assured_date")[:10] or _text(service, "last_modified")[:10]
    return found or None


def _stated(record: Json) -> Json:
    return {name: value for name, value in record.items() if value not in (None, "", [], {})}


def _text(item: Json, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _group(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _groups(item: Json, name: str) -> list[Json]:
    value = item.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
