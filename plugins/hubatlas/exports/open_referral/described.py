"""The description of the feed for programs, in OpenAPI 3.1: only what a static host does."""

from __future__ import annotations

from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import Edition, envelope

_SCHEMAS = "https://openreferraluk.org/specifications/3.0/schema/"
_COLLECTIONS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


def api_description(edition: Edition) -> dict[str, Any]:
    """The description: every path, without parameters, as none is looked at."""
    about = envelope(edition)
    paths = {"/": _get("Which version of the standard this is", "api_details.json")}
    for plural, single in _COLLECTIONS.items():
        words = plural.replace("_", " ")
        paths[f"/{plural}"] = _get(f"All {words}, on one page", f"{single}_list.json")
        path_id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        paths[f"/{plural}/{{id}}"] = _get(f"One of the {words}, whole", f"{single}.json", path_id)
    return {
        "openapi": "3.1.0",
        "x-hsds-version": "3.0",
        "info": {
            "title": f"Open Referral UK feed of {about['network']}",
            "version": about["date"],
            "description": (
                "A feed of plain files. Parameters such as page or search are not looked at: every list is whole, on "
                "one page. Ready-made parts are under slices/, and all services in services.ndjson. Times of schedules "
                f"are those of clocks in London. {about['attribution']}"
            ),
            "license": about["licence"],
            "contact": {"name": about["publisher"], "url": about["home"]},
        },
        "servers": [{"url": edition.whole_address(urls.open_referral("")).rstrip("/")}],
        "paths": paths,
    }


def _get(summary: str, schema: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _SCHEMAS + schema}}}
    answers = {"200": {"description": summary, "content": content}}
    return {"get": {"summary": summary, "parameters": list(parameters), "responses": answers}}
