"""Work of the last build that this one need not do again, as all that it asked of the records is answered the same."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from hubatlas.asking import Answer, Question
from hubatlas.directory import Directory
from hubatlas.exports.edition import Preview
from hubatlas.model import Hub, Organisation, Service, Session
from hubatlas_site import cache
from hubatlas_site.keys import value_key

_NOTED = {Hub: "hub", Service: "service", Organisation: "organisation"}
"""The records whose readers are noted. Any other file of a network may matter to any page."""

UnitId: TypeAlias = tuple[str, ...]


class Unit(NamedTuple):
    """Files that are made together: what was asked for them, their paths, and what their batch says of them."""

    asked: frozenset[Question]
    names: tuple[str, ...]
    exported: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    previews: tuple[tuple[str, Preview], ...] = ()


class _Stored(NamedTuple):
    units: dict[UnitId, Unit]
    versions: dict[Question, bytes | None]
    told: dict[Question, Answer]


_NOTHING = _Stored({}, {}, {})


def other_records(directory: Directory) -> bytes:
    """A hash of every file of the network but those whose readers are noted."""
    noted = _NOTED.values()
    return value_key(sorted((key, version) for key, version in directory.versions.items() if key[0] not in noted))


class KeptWork:
    """The units of the last build, kept at `path`, and those of this one of `directory`.

    `setting` stands for all else that files are made of; where it has changed, no unit is of use. `others` answers
    what is not asked of the directory; an answer of None is never the same again.
    """

    def __init__(self, path: Path, directory: Directory, setting: bytes, others: Mapping[str, bytes | None]) -> None:
        self._others = others
        self._path = path
        self._directory = directory
        self._setting = setting
        stored = cache.read(path, setting) if directory.versions else None
        self._last: _Stored = _NOTHING if stored is None else pickle.loads(stored)  # noqa: S301 - we wrote it; its hash says so
        self._versions: dict[Question, bytes | None] = {}
        self._changed: dict[Question, bool] = {}
        self._same: dict[Question, Question] = {}

    def find_changes(self) -> None:
        """Compare all answers of the last build with today's, for all the processes that will want to know.

        What was told then, and is not made of anything else now, is not worked out again.
        """
        for question in (*self._last.versions, *self._last.told):
            self._has_changed(question)

    def unit(self, unit: UnitId) -> Unit | None:
        """The unit as it was made last, if it would come out the same."""
        found = self._last.units.get(unit)
        return None if found is None or any(map(self._has_changed, found.asked)) else found

    def shared(self, asked: Iterable[Question]) -> frozenset[Question]:
        """The questions, equal ones of all units as one object: each then takes few bytes where it is kept."""
        return frozenset(self._same.setdefault(question, question) for question in asked)

    def told(self, asked: Iterable[Question]) -> dict[Question, Answer]:
        """The answers to those of the questions that are told, and of those behind them; none that was known before."""
        found: dict[Question, Answer] = {}
        for question in asked:
            if callable(question[0]) and question not in self._last.told:
                found[question] = self._directory.questions.answer(question)
                found |= self.told(found[question].behind)
        return found

    def save(self, units: Mapping[UnitId, Unit], told: Mapping[Question, Answer]) -> None:
        """Keep the units of this build; `told` are the answers that were told in it and not before."""
        if not self._directory.versions:
            return
        answers = self._directory.questions.answer
        asked = frozenset[Question]().union(*(unit.asked for unit in units.values()))
        kept: dict[Question, Answer] = {}
        while further := {each for each in asked if callable(each[0])} - kept.keys():
            kept |= {each: told[each] if each in told else answers(each) for each in further}
            asked = asked.union(*(kept[each].behind for each in further))
        versions = {question: self._version(question) for question in asked - kept.keys()}
        stored = _Stored(dict(units), versions, kept)
        cache.write(self._path, pickle.dumps(stored, protocol=pickle.HIGHEST_PROTOCOL), self._setting)

    def _has_changed(self, question: Question) -> bool:
        if question not in self._changed:
            told = self._last.told.get(question)
            if told is None:
                last = self._last.versions.get(question)
                self._changed[question] = last is None or last != self._version(question)
            elif any(map(self._has_changed, told.behind)):
                self._changed[question] = self._told_now(question) != told.value
            else:
                self._directory.questions.recall(question, told)
                self._changed[question] = False
        return self._changed[question]

    def _told_now(self, question: Question) -> object:
        """What is told today; None where what it is about is there no longer."""
        look_up, *given = question
        try:
            return self._directory.told(look_up, *given)
        except KeyError:
            return None

    def _version(self, question: Question) -> bytes | None:
        """What tells the answer apart from others; None where there is none."""
        if question not in self._versions:
            try:
                self._versions[question] = self._answered(*question)
            except KeyError:  # a record that is there no longer
                self._versions[question] = None
        return self._versions[question]

    def _answered(self, look_up: Any, *given: Any) -> bytes | None:  # noqa: ANN401 - a question
        if look_up in self._others:
            return self._others[look_up]
        answer = getattr(self._directory, look_up)
        return value_key(self._plain(answer(*given) if given else answer))

    def _plain(self, answer: Any) -> object:  # noqa: ANN401 - a record, or tuples of them
        if isinstance(answer, tuple):
            return tuple(map(self._plain, answer))
        if isinstance(answer, Session):
            return answer.id  # all that it says is in its service, which stands beside it
        kind = _NOTED.get(type(answer))
        if kind is None:
            raise TypeError(f"A look-up that is noted gave a {type(answer).__name__}, which has no version")
        return self._directory.versions[kind, answer.slug]
