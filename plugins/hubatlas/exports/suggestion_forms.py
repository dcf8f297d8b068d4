"""What the form for suggestions needs: its fields, as the schemas describe them, and the words for what is wrong.

`/suggest/{type}.json` holds `parts`, the headings and fields of the form (see `suggesting`); `schema`, the record's own
schema of just these fields, with all that it refers to in its place; `choices`, the terms that some fields choose from;
and from `mistakes` the patterns and sentences that the checker uses. In `schema`, `x-form` and `x-shape` are the name
and the description of the shared definition that a field follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hubatlas import mistakes, urls
from hubatlas.compact_json import as_bytes
from hubatlas.directory import Directory
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Export
from hubatlas.suggesting import FORMS

_KEPT = frozenset(
    (
        *("title", "description", "type", "enum", "pattern", "format", "minLength", "maxLength", "minimum", "maximum"),
        *("minItems", "maxItems", "uniqueItems", "additionalProperties", "propertyNames", "allOf", "if", "then", "not"),
    )
)
"""What the form reads of a schema; of examples it shows the first."""


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    shared = edition.schemas.get("common", {}).get("$defs", {})
    said = {
        "patterns": dict(mistakes.PATTERNS),
        "hours_words": {word: list(others) for word, others in mistakes.HOURS_WORDS.items()},
        "faults": dict(mistakes.FAULTS),
        "advice": dict(mistakes.ADVICE),
        "sentences": dict(mistakes.SENTENCES),
        "longest_quote": mistakes.LONGEST_QUOTE,
    }
    for kind, parts in FORMS.items():
        schema = edition.schemas.get(kind, {})
        ways = [field.split("/") for part in parts for field in part.fields]
        whole = {
            "parts": [{"title": part.title, "fields": list(part.fields)} for part in parts],
            "schema": _only(schema, ways, shared),
            "choices": _choices(edition.directory, schema, ways),
            **said,
        }
        yield urls.suggestion_form(kind), as_bytes(whole)


def _only(schema: Mapping[str, Any], ways: Iterable[list[str]], shared: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with those of its properties that the ways lead to, and without references."""
    whole = _resolved(schema, shared)
    kept = {key: _plain(value, shared) for key, value in whole.items() if key in _KEPT or key.startswith("x-")}
    if "examples" in whole:
        kept["examples"] = whole["examples"][:1]
    below: dict[str, list[list[str]]] = {}
    for name, *rest in ways:
        below.setdefault(name, []).append(rest)
    if "*" in below and "items" in whole:
        return {**kept, "items": _only(whole["items"], [["id"], *below["*"]], shared)}
    stated = whole.get("properties", {})
    named = {name: rests for name, rests in below.items() if name in stated}
    if named:
        kept["properties"] = {
            name: _only(stated[name], [rest for rest in rests if rest], shared)
            if any(rests)
            else _plain(stated[name], shared)
            for name, rests in named.items()
        }
    if "required" in whole:
        kept["required"] = [name for name in whole["required"] if name in named]
    return kept


def _plain(schema: Any, shared: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any part of a JSON document
    """A whole part of a schema without references."""
    if isinstance(schema, list):
        return [_plain(each, shared) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {name: _plain(each, shared) for name, each in _resolved(schema, shared).items()}


def _resolved(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """The schema filled up from the shared definition that it refers to."""
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return dict(schema)
    name = reference.rpartition("/")[2]
    definition = _resolved(shared[name], shared)
    filled = {"x-form": name, "x-shape": definition["description"], **definition, **schema}
    del filled["$ref"]
    return filled


def _choices(directory: Directory, schema: Mapping[str, Any], ways: Iterable[list[str]]) -> dict[str, Any]:
    """The terms, as pairs of id and label, for each field that chooses one or answers for each."""
    found = {}
    for way in ways:
        stated = _stated(schema, way)
        terms: list[tuple[str, str]] = []
        if "x-vocabulary" in stated:
            terms = [(term.id, term.label) for term in directory.terms(stated["x-vocabulary"])]
        elif stated.get("x-network") == "hub_statuses":
            terms = [(status.id, status.label) for status in directory.network.hub_statuses]
        elif stated.get("x-record") == "hub":
            terms = sorted(((hub.slug, hub.name) for hub in directory.hubs), key=lambda pair: pair[1].casefold())
        if terms:
            found["/".join(way)] = terms
    return found


def _stated(schema: Mapping[str, Any], way: Iterable[str]) -> Mapping[str, Any]:
    """What the schema says of a field; of a term, what it says of all terms."""
    for name in way:
        schema = schema.get("items", schema) if name == "*" else schema.get("properties", {}).get(name, {})
    return schema


SUGGESTION_FORMS = Export(
    address=urls.suggestion_form("{type}"),
    title="Forms for suggestions",
    description="What the page for suggestions asks about a hub or a service.",
    media_type="application/json",
    files=_files,
    listed=False,
)
