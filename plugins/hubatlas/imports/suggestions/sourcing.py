"""Where the facts of a suggestion come from, as the record says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hubatlas.imports.suggestions.block import Suggestion
from hubatlas.records.schemas import Schema, resolved
from hubatlas.records.source_rules import fact_groups
from hubatlas.records.wording import listed
from hubatlas.suggesting import FOLDERS, FORMS

PROVENANCE = "provenance"
THE_FORM = "through the form on this site"


def sourced(record: dict[str, Any], suggestion: Suggestion, schema: Schema) -> dict[str, Any]:
    """The record with what the suggestion says of how it is known: who told what, and on which day.

    Somebody who runs it confirms a group of facts where they change some of it and the form shows all of it, and the
    whole record where that is still correct. Else a note says which fields a source speaks for; what was said of the
    rest stays.
    """
    present = record[PROVENANCE]
    if suggestion.still_correct:
        return {**record, PROVENANCE: [_confirmed(each, suggestion) for each in present]}
    groups = fact_groups(schema)
    names = list(dict.fromkeys(change.way[0] for change in suggestion.changes))
    held = {groups[name] for name in record if name in groups}
    facts = [group for group in dict.fromkeys(groups[name] for name in names) if group in held]
    shown = {field.split("/")[0] for part in FORMS[FOLDERS[suggestion.folder]] for field in part.fields}
    unseen = {groups[name] for name in record if name in groups and name not in shown}
    whole = [group for group in facts if suggestion.role is not None and group not in unseen]
    partly = [group for group in facts if group not in whole]
    titles = [_title(schema, name) for name in names if groups[name] in partly]
    entries = [_entry(whole, (), suggestion), _entry(partly, titles, suggestion)]
    new = [each for each in entries if each["facts"]]
    lost = {groups[name] for name in names} - held
    kept = [each for each in (_without_lost(each, lost) for each in present) if each["facts"]]
    return {**record, PROVENANCE: [each for each in kept if not any(_is_replaced(each, later) for later in new)] + new}


def _confirmed(entry: dict[str, Any], suggestion: Suggestion) -> dict[str, Any]:
    """The source with the new day of confirmation, unless it has a later one."""
    on = suggestion.on.isoformat()
    if str(entry.get("confirmed_on", "")) >= on:
        return entry
    return {**entry, "confirmed_on": on, "confirmed_by": suggestion.role}


def _entry(facts: list[str], titles: Sequence[str], suggestion: Suggestion) -> dict[str, Any]:
    """Where those groups come from: confirmed by those who run it, or with a note on what of them is meant."""
    on = suggestion.on.isoformat()
    entry = {"facts": facts, "source": suggestion.source or f"{suggestion.role}, {THE_FORM}", "as_of": on}
    if titles:
        return {**entry, "note": f"Only for {listed(titles)}."}
    return {**entry, "confirmed_on": on, "confirmed_by": suggestion.role}


def _title(schema: Schema, name: str) -> str:
    return f"“{resolved(schema, schema['properties'][name])['title']}”"


def _without_lost(entry: dict[str, Any], lost: set[str]) -> dict[str, Any]:
    """The source without the groups of facts of which the record holds nothing any more."""
    if not lost.intersection(entry["facts"]) or "note" in entry:
        return entry
    return {**entry, "facts": [group for group in entry["facts"] if group not in lost]}


def _is_replaced(entry: dict[str, Any], later: dict[str, Any]) -> bool:
    """Whether the same people told the same again, at a later day."""
    same = entry["source"] == later["source"] and entry.get("note") == later.get("note")
    return same and set(entry["facts"]) <= set(later["facts"])
