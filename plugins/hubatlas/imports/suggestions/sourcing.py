"""Where the facts of a suggestion come from, as the record says it."""

from __future__ import annotations

from typing import Any

from hubatlas.imports.suggestions.block import Suggestion
from hubatlas.records.schemas import Schema, resolved
from hubatlas.records.source_rules import fact_groups
from hubatlas.records.wording import listed

PROVENANCE = "provenance"
THE_FORM = "through the form on this site"


def sourced(record: dict[str, Any], suggestion: Suggestion, schema: Schema) -> dict[str, Any]:
    """The record with what the suggestion says of how it is known: who told what, and on which day.

    Somebody who runs it confirms the groups of facts that they change, or all of them. Others speak only for the fields
    that they change, which a note then names; what was said of the rest stays.
    """
    present = record[PROVENANCE]
    if suggestion.still_correct:
        return {**record, PROVENANCE: [_confirmed(each, suggestion) for each in present]}
    groups = fact_groups(schema)
    names = list(dict.fromkeys(change.way[0] for change in suggestion.changes))
    facts = list(dict.fromkeys(groups[name] for name in names))
    held = {groups[name] for name in record if name in groups}
    entry = _entry([group for group in facts if group in held], names, suggestion, schema)
    kept = (_without_lost(each, set(facts) - held) for each in present)
    entries = [each for each in kept if each["facts"] and not _is_replaced(each, entry)]
    return {**record, PROVENANCE: [*entries, entry] if entry["facts"] else entries}


def _confirmed(entry: dict[str, Any], suggestion: Suggestion) -> dict[str, Any]:
    """The source with the new day of confirmation, unless it has a later one."""
    on = suggestion.on.isoformat()
    if str(entry.get("confirmed_on", "")) >= on:
        return entry
    return {**entry, "confirmed_on": on, "confirmed_by": suggestion.role}


def _entry(facts: list[str], names: list[str], suggestion: Suggestion, schema: Schema) -> dict[str, Any]:
    on = suggestion.on.isoformat()
    if suggestion.role is not None:
        said = {"confirmed_on": on, "confirmed_by": suggestion.role}
        source = suggestion.source or f"{suggestion.role}, {THE_FORM}"
        return {"facts": facts, "source": source, "as_of": on, **said}
    titles = listed(str(resolved(schema, schema["properties"][name])["title"]).lower() for name in names)
    return {"facts": facts, "source": suggestion.source, "as_of": on, "note": f"Only for: {titles}."}


def _without_lost(entry: dict[str, Any], lost: set[str]) -> dict[str, Any]:
    """The source without the groups of facts of which the record holds nothing any more."""
    if not lost.intersection(entry["facts"]) or "note" in entry:
        return entry
    return {**entry, "facts": [group for group in entry["facts"] if group not in lost]}


def _is_replaced(entry: dict[str, Any], later: dict[str, Any]) -> bool:
    """Whether the same people told the same again, at a later day."""
    same = entry["source"] == later["source"] and entry.get("note") == later.get("note")
    return same and set(entry["facts"]) <= set(later["facts"])
