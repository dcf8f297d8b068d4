"""The Markdown of a summary: what a change does, for somebody who decides about it and has never seen YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from hubatlas import urls
from hubatlas.facts.change_wording import titles_of
from hubatlas.model import RecordChange
from hubatlas_site.reviewing.details import field_lines
from hubatlas_site.reviewing.differences import Compared, CountedRows, Difference
from hubatlas_site.reviewing.markdown import code, some

MOST_RECORDS = 60
MOST_ADDRESSES = 40
LONGEST_SENTENCE = 600
_HEADING = "## What this change does"
_ACTIONS = {"added": "is new", "changed": "says something else", "ended": "is gone"}
_SINGLE = frozenset(("network", "learning", "signposts", "geography", "synonyms", "ended"))


def summary(found: Difference, stopped: Sequence[str], schemas: Mapping[str, Mapping[str, Any]]) -> str:
    """All of it, what stops the change first."""
    titles = {kind: titles_of(schema) for kind, schema in schemas.items()}
    sections = [
        _section("Stopped: please put this right first", [f"- {each}" for each in stopped]),
        _section("Records", _records(found.records, titles)),
        _section("Hours and core offer", [f"- {code(f'{each.words}.', LONGEST_SENTENCE)}" for each in found.owed]),
        _section("Pages", _addresses(found.pages)),
        _section("Tables of the open data", _tables(found.tables)),
        _section("Feeds, calendars and files", _files(found.files)),
    ]
    return "\n\n".join((_HEADING, _in_short(found), *(each for each in sections if each))) + "\n"


def not_described(reason: str, stopped: Sequence[str] = ()) -> str:
    """What is said where the change cannot be described, in a sentence without its full stop."""
    section = _section("Stopped: please put this right first", [f"- {each}" for each in stopped])
    said = f"This cannot be said: {code(reason)}."
    return "\n\n".join(each for each in (_HEADING, said, section) if each) + "\n"


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join((f"### {title}", "", *lines)) if lines else ""


def _in_short(found: Difference) -> str:
    if not (found.records or found.pages.any):
        return "Nothing that the public sees changes."
    count = Counter(change.action for change in found.records)
    numbers = ((count["added"], "added"), (count["changed"], "changed"), (count["ended"], "gone"))
    records = ", ".join(f"{number:,} {words}" for number, words in numbers if number)
    pages = found.pages
    parts = [f"{len(pages.new):,} new" if pages.new else "", f"{len(pages.gone):,} gone" if pages.gone else ""]
    parts.append(f"{len(pages.other):,} with other content" if pages.other else "")
    return f"Records: {records or 'none'}. Pages: {', '.join(filter(None, parts)) or 'none'}."


def _records(changes: Sequence[RecordChange], titles: Mapping[str, Mapping[str, str]]) -> list[str]:
    blocks = ["\n".join((_record(each), *_fields(each, titles.get(each.kind, {})))) for each in changes]
    return some(blocks, MOST_RECORDS, "record")


def _record(change: RecordChange) -> str:
    what = _ACTIONS[change.action]
    if change.moved is not None:
        what = f"goes on as {code(change.moved)}" if change.action == "ended" else f"was {code(change.moved)} before"
    if change.kind in _SINGLE:
        return f"- {code(f'{change.kind}.yaml')} {what}"
    name = "" if change.name == change.slug else f" {code(change.name)}"
    return f"- {change.kind.capitalize()}{name} ({code(change.slug)}) {what}"


def _fields(change: RecordChange, titles: Mapping[str, str]) -> list[str]:
    return field_lines(change, titles) if change.action == "changed" else []


def _addresses(pages: Compared) -> list[str]:
    lines = []
    for words, found in (("New", pages.new), ("Gone", pages.gone), ("With other content", pages.other)):
        if found:
            in_order = sorted(found, key=lambda address: (address.startswith(urls.EMBED), address))
            shown = ", ".join(code(address) for address in in_order[:MOST_ADDRESSES])
            more = f", and {len(found) - MOST_ADDRESSES:,} more" if len(found) > MOST_ADDRESSES else ""
            lines.append(f"- {words}: {shown}{more}")
    return lines


def _tables(tables: Sequence[CountedRows]) -> list[str]:
    if not tables:
        return []
    rows = [f"| {each.title} | {each.before:,} | {each.after:,} |" for each in tables]
    return ["| table | rows before | rows after |", "|---|--:|--:|", *rows]


def _files(files: Sequence[Compared]) -> list[str]:
    if not files:
        return []
    rows = [f"| {each.title} | {len(each.new):,} | {len(each.gone):,} | {len(each.other):,} |" for each in files]
    return ["| files | new | gone | other content |", "|---|--:|--:|--:|", *rows]
