"""Finds the suggestion in a letter or an issue, and takes nothing from it that is not plainly one.

The text is a stranger's. Only the JSON between two lines of ``` counts; letters may have been quoted and broken into
lines on the way, which is mended.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, NoReturn

from hubatlas.frozen import dataclass
from hubatlas.records import characters
from hubatlas.records.folders import LONGEST_SLUG, SLUG
from hubatlas.suggesting import FOLDERS

LONGEST_TEXT = 200_000
LONGEST_BLOCK = 40_000
MOST_CHANGES = 200
DEEPEST = 8
VERSION = 1
MARK = "hub-atlas-suggestion"

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)*")
_FENCE = re.compile(r"`{3,}[ \t]*[a-z]*[ \t]*")
_NAMES = {MARK, "record", "changes", "still_correct", "source", "role", "date"}
_CHANGE_NAMES = {"field", "old", "new"}
_LONGEST_LINE = 300


class SuggestionError(Exception):
    """A suggestion that cannot be taken; `problems` are whole sentences that say why."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Change:
    """One field, by the names that lead to it: what the page showed and what it should say; None for nothing."""

    way: tuple[str, ...]
    old: Any
    new: Any

    @property
    def field(self) -> str:
        """The way as one text."""
        return "/".join(self.way)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What somebody says of one record. `role` is there where they speak for those who run it, and confirm it.

    Either there are `changes`, or the whole record is `still_correct`.
    """

    folder: str
    slug: str
    changes: tuple[Change, ...]
    still_correct: bool
    source: str | None
    role: str | None
    on: date

    @property
    def record(self) -> str:
        """The record as a suggestion names it, such as hubs/old-mill."""
        return f"{self.folder}/{self.slug}"


def read_suggestion(text: str, today: date) -> Suggestion:
    """The one suggestion that the text holds, of that day or earlier; raises SuggestionError."""
    return _suggestion(_parsed(_block(text)), today)


def _block(text: str) -> str:
    """The JSON of the suggestion, as one line."""
    if len(text) > LONGEST_TEXT:
        _refuse(f"The text is longer than {LONGEST_TEXT:,} letters.")
    lines = [_QUOTED.sub("", line).rstrip() for line in _LINE_END.split(text)]
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    blocks = [" ".join(lines[first + 1 : last]) for first, last in zip(fences[::2], fences[1::2], strict=False)]
    found = [block for block in blocks if MARK in block]
    if not found:
        _refuse("There is no suggestion in the text: the lines from ``` to ``` that the form wrote are missing.")
    if len(found) > 1:
        _refuse("There is more than one suggestion in the text. Each needs a letter or an issue of its own.")
    if len(found[0]) > LONGEST_BLOCK:
        _refuse(f"The suggestion is longer than {LONGEST_BLOCK:,} letters.")
    return found[0]


def _parsed(block: str) -> dict[str, Any]:
    try:
        value = json.loads(block, object_pairs_hook=_names_once, parse_constant=_no_number)
    except SuggestionError:
        raise
    except (ValueError, RecursionError):
        _refuse("The suggestion was damaged on the way: it is not JSON.")
    if not isinstance(value, dict):
        _refuse("The suggestion was damaged on the way: it is not what the form writes.")
    _look_through(value)
    return value


def _names_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs):
        _refuse("The suggestion says something twice.")
    return dict(pairs)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _look_through(value: object, depth: int = 0) -> None:
    """Refuse what is nested too deep, and letters that nobody can see."""
    if depth > DEEPEST:
        _refuse(f"The suggestion is nested more than {DEEPEST} deep.")
    if isinstance(value, str):
        match = characters.FORBIDDEN.search(value)
        if match:
            _refuse(f"The suggestion holds {characters.described(match[0])}, which is not allowed in a record.")
    elif isinstance(value, dict):
        for name, each in value.items():
            _look_through(name, depth + 1)
            _look_through(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            _look_through(each, depth + 1)


def _suggestion(value: dict[str, Any], today: date) -> Suggestion:
    if value.get(MARK) != VERSION:
        _refuse("The suggestion is of a form that this version does not know.")
    if value.keys() - _NAMES:
        _refuse("The suggestion holds something that the form does not write.")
    folder, slug = _record(value.get("record"))
    changes = _changes(value.get("changes", []))
    still_correct = value.get("still_correct", False)
    if not isinstance(still_correct, bool) or still_correct == bool(changes):
        _refuse("A suggestion either changes something or says that everything is still correct.")
    source, role = (_line(value.get(name), name) for name in ("source", "role"))
    if source is None and role is None:
        _refuse("The suggestion does not say how anybody knows.")
    if still_correct and role is None:
        _refuse("Only somebody who runs it can say that everything is still correct, and a role is missing.")
    return Suggestion(
        folder=folder,
        slug=slug,
        changes=changes,
        still_correct=still_correct,
        source=source,
        role=role,
        on=_date(value.get("date"), today),
    )


def _record(name: object) -> tuple[str, str]:
    folder, _, slug = name.partition("/") if isinstance(name, str) else ("", "", "")
    if folder not in FOLDERS or not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        _refuse("The suggestion does not say which hub or service it is about.")
    return folder, slug


def _changes(listed: object) -> tuple[Change, ...]:
    if not isinstance(listed, list) or len(listed) > MOST_CHANGES:
        _refuse(f"The changes are not a list of at most {MOST_CHANGES}.")
    changes = []
    for each in listed:
        if not isinstance(each, dict) or each.keys() != _CHANGE_NAMES or not isinstance(each["field"], str):
            _refuse("A change does not say its field, what was there and what should be.")
        changes.append(Change(tuple(each["field"].split("/")), each["old"], each["new"]))
    if len({change.way for change in changes}) < len(changes):
        _refuse("The suggestion changes a field twice.")
    return tuple(changes)


def _line(value: object, what: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or "\n" in value or len(value) > _LONGEST_LINE:
        _refuse(f"The {what} is not one line of at most {_LONGEST_LINE} letters.")
    return characters.normalised(value.strip())


def _date(value: object, today: date) -> date:
    try:
        on = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        on = None
    if on is None:
        _refuse("The suggestion does not say on which day it was made.")
    if on > today:
        _refuse(f"The suggestion says that it is of {on.isoformat()}, which is not yet.")
    return on


def _refuse(problem: str) -> NoReturn:
    raise SuggestionError(problem)
