"""Makes a suggestion a change of its record: tried out by the checker, and written only if everything holds."""

from __future__ import annotations

import copy
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.imports.proposals import KINDS, Decision, FieldChange, Proposal
from hubatlas.imports.suggestions.block import Change, Suggestion, SuggestionError
from hubatlas.imports.suggestions.sourcing import sourced
from hubatlas.imports.trial import BrokenContentError, Trial, sentence
from hubatlas.records import InvalidRecordsError, load
from hubatlas.records.checking import Checker
from hubatlas.records.folders import read_bytes
from hubatlas.records.formatting import rewritten
from hubatlas.records.problems import quoted
from hubatlas.records.reading import MOST_BYTES, UnreadableError, read
from hubatlas.records.structuring import structure
from hubatlas.suggesting import FOLDERS, is_item, offered

_STEP = re.compile(r"[a-z0-9_-]{1,80}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Applied:
    """A suggestion as the record it makes: the file, what it is to hold, and the fields that it changes."""

    suggestion: Suggestion
    path: Path
    text: bytes

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that change, as the form names them."""
        return tuple(change.field for change in self.suggestion.changes) or ("confirmed_on",)


class Applier:
    """Applies suggestions to one content folder; raises BrokenContentError where its records have faults already."""

    def __init__(self, content: Path, schema: Path) -> None:
        self._content = content
        self._schema = schema
        self._checkers = {kind: Checker(schema, kind) for kind in FOLDERS.values()}
        self._cache: dict[str, object] = {}
        try:
            load(content, schema, self._cache)
        except InvalidRecordsError as error:
            raise BrokenContentError(error.problems) from None

    def applied(self, suggestion: Suggestion) -> Applied:
        """What the record would be; nothing is written. Raises SuggestionError with every reason why it cannot be."""
        kind = FOLDERS[suggestion.folder]
        path = self._content / suggestion.folder / f"{suggestion.slug}.yaml"
        present = self._present(path, suggestion)
        known = [change for change in suggestion.changes if _is_known(kind, change)]
        others = [change for change in suggestion.changes if change not in known]
        problems = [f"{quoted(change.field)} is not a field of the form." for change in others]
        record = copy.deepcopy(present)
        for change in known:
            problems += self._put(record, kind, present, change)
        if not known and problems:
            raise SuggestionError(*problems)
        taken = replace(suggestion, changes=tuple(known))
        record = sourced(record, taken, self._checkers[kind].schema)
        if record == present:
            raise SuggestionError(*problems or ["The record says all of this already."])
        try:
            text = rewritten(read_bytes(path, MOST_BYTES), record, self._checkers[kind].schema)
            self._try_out(taken, kind, record, text)
        except UnreadableError as error:
            raise SuggestionError(*problems, *map(sentence, error.faults)) from None
        except SuggestionError as error:
            raise SuggestionError(*problems, *error.problems) from None
        if problems:
            raise SuggestionError(*problems)
        return Applied(suggestion, path, text)

    def write(self, applied: Applied) -> None:
        """Put the record in place, in one step."""
        unfinished = applied.path.with_suffix(".part")
        unfinished.write_bytes(applied.text)
        unfinished.chmod(stat.S_IMODE(applied.path.stat().st_mode))
        os.replace(unfinished, applied.path)  # noqa: PTH105 - says that it replaces

    def _present(self, path: Path, suggestion: Suggestion) -> dict[str, Any]:
        """The record as it is, from a plain file in a plain folder."""
        if not path.parent.is_symlink():
            with suppress(OSError):
                return read(read_bytes(path, MOST_BYTES))
        raise SuggestionError(f"There is no record {suggestion.record}.")

    def _put(self, record: dict[str, Any], kind: str, present: dict[str, Any], change: Change) -> Iterator[str]:
        """Make the change; say if there is nothing to make, or if the record no longer means what the page showed."""
        before = copy.deepcopy(record)
        try:
            put(record, kind, change.way, change.new)
            if record == before:
                yield f"{change.field} says this already."
            elif not self._is_as_shown(kind, present, change):
                yield f"{change.field} was changed meanwhile: the suggestion was made when it said {_said(change.old)}."
        except SuggestionError as error:
            yield from error.problems

    def _is_as_shown(self, kind: str, present: dict[str, Any], change: Change) -> bool:
        """Whether the record still means what the page showed."""
        shown = copy.deepcopy(present)
        put(shown, kind, change.way, change.old)
        model: Any = KINDS[kind].model
        return self._checkers[kind].accepts(shown) and _meaning(shown, model) == _meaning(present, model)

    def _try_out(self, suggestion: Suggestion, kind: str, record: dict[str, Any], text: bytes) -> None:
        fields = tuple(FieldChange(change.field, change.old, change.new) for change in suggestion.changes)
        proposal = Proposal(kind=kind, slug=suggestion.slug, record=record, origin="the suggestion")
        decision = Decision(proposal=proposal, record=record, fields=fields)
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder), self._content, self._schema, self._cache)
            refused = trial.without_broken({"new": [], "changed": [decision]}, lambda _: text)
        if refused:
            raise SuggestionError(*refused[0].reasons)


def put(record: dict[str, Any], kind: str, way: tuple[str, ...], value: Any) -> None:  # noqa: ANN401 - any JSON
    """Set a field of a record, or take it out for None, with the groups around it that this fills or empties."""
    name, *rest = way
    if rest and is_item(kind, (name, rest[0])):
        _put_in_list(record, kind, way, value)
    elif rest:
        inner = record.get(name)
        inner = inner if isinstance(inner, dict) else {}
        record[name] = inner
        put(inner, kind, tuple(rest), value)
        if not inner:
            del record[name]
    elif value is None:
        record.pop(name, None)
    else:
        record[name] = value


def _put_in_list(record: dict[str, Any], kind: str, way: tuple[str, ...], value: Any) -> None:  # noqa: ANN401 - as put
    """The same within the item of a list whose id is the second name."""
    name, known, *rest = way
    items: list[dict[str, Any]] = record.setdefault(name, [])
    found = next((item for item in items if item.get("id") == known), None)
    if rest:
        if found is None:
            raise SuggestionError(f"There is no {known!r} among the {name} of the record any more.")
        put(found, kind, tuple(rest), value)
    else:
        place = len(items) if found is None else items.index(found)
        items[place : place + 1] = (
            [] if value is None else [{"id": known, **value} if isinstance(value, dict) else value]
        )
    if not items:
        del record[name]


def _meaning(record: dict[str, Any], model: type[Any]) -> object:
    return structure({"slug": "any", **record}, model)


def _is_known(kind: str, change: Change) -> bool:
    """Whether the form has the field, and all that a new item of a list says."""
    if not all(map(_STEP.fullmatch, change.way)) or not offered(kind, change.way):
        return False
    if not is_item(kind, change.way):
        return True
    items = [value for value in (change.new,) if value is not None]
    return all(isinstance(item, dict) and _holds_only_known(kind, change.way, item) for item in items)


def _holds_only_known(kind: str, way: tuple[str, ...], group: dict[str, Any]) -> bool:
    """Whether the form has every field that a new item says; its id goes without saying."""
    return all(
        offered(kind, (*way, name))
        or (name == "id" and value == way[-1])
        or (isinstance(value, dict) and bool(value) and _holds_only_known(kind, (*way, name), value))
        for name, value in group.items()
    )


def _said(value: object) -> str:
    return "nothing" if value is None else quoted(value)
