"""Services of Open Referral UK 1.0 in the shape of 3.0."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_RENAMED = {
    "regular_schedules": "schedules",
    "organization_identifiers": "organization_identifiers",
    "costOptions": "cost_options",
    "physical_addresses": "addresses",
    "eligibilitys": "eligibilities",
}


def is_first_version(service: Json) -> bool:
    """Whether a service has the marks of 1.0."""
    return any(
        name in service for name in ("service_taxonomys", "regular_schedules", "eligibilitys", "contacts_phones")
    )


def as_third_version(service: Json) -> Json:
    """The service by the names of 3.0; what has none is left as it is."""
    moved: Json = {_RENAMED.get(name, name): value for name, value in service.items()}
    moved["attributes"] = [
        {"taxonomy_term": _term(each.get("taxonomy"))} for each in _groups(moved.pop("service_taxonomys", None))
    ]
    places = _groups(moved.get("service_at_locations"))
    moved["service_at_locations"] = [_place(each) for each in places]
    timed = [(each, str(place.get("id"))) for place in places for each in _groups(place.get("regular_schedules"))]
    moved["schedules"] = [
        *(_schedule(each) for each in _groups(moved.get("schedules"))),
        *({**_schedule(each), "service_at_location_id": at} for each, at in timed),
    ]
    ages = next(iter(_groups(moved.pop("eligibilities", None))), {})
    for name in ("minimum_age", "maximum_age"):
        moved.setdefault(name, ages.get(name))
    moved.setdefault("eligibility_description", ages.get("eligibility"))
    moved["cost_options"] = [
        {**each, "amount_description": each.get("amount_description") or each.get("option")}
        for each in _groups(moved.get("cost_options"))
    ]
    return moved


def _place(at: Json) -> Json:
    location = at.get("location") if isinstance(at.get("location"), dict) else {}
    addresses = [
        {**each, "postal_code": each.get("postal_code")} for each in _groups((location or {}).get("physical_addresses"))
    ]
    return {**at, "location": {**(location or {}), "addresses": addresses, "location_type": "physical"}}


def _schedule(each: Json) -> Json:
    """A regular schedule; in 1.0, `weekday` may stand in place of the parts of a rule."""
    if each.get("weekday") and not each.get("byday"):
        return {**each, "freq": "WEEKLY", "byday": str(each["weekday"])[:2].upper()}
    return each


def _term(taxonomy: object) -> Json:
    """A term, whose id is a short form such as esdServiceType:298."""
    if not isinstance(taxonomy, dict):
        return {}
    scheme, _, number = str(taxonomy.get("id") or "").partition(":")
    kinds = {"esdServiceType": "service", "esdNeed": "need", "esdCircumstance": "circumstance"}
    address = f"http://id.esd.org.uk/{kinds[scheme]}/{number}" if scheme in kinds else ""
    return {"name": taxonomy.get("name"), "term_uri": address}


def _groups(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
