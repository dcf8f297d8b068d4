"""Trying proposals out: a copy of the content folder with all of them in it has to pass the checker."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from hubatlas.imports.proposals import Decision
from hubatlas.records import Cache, InvalidRecordsError, Problem, load
from hubatlas.records.findings import Finding
from hubatlas.records.reading import UnreadableError
from hubatlas.records.syntax import Fault
from hubatlas.records.wording import begun

_WRITTEN = ("new", "changed")


class BrokenContentError(Exception):
    """The records that are there have problems of their own, which come first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Trial:
    """A copy of a content folder, inside `folder`, in which proposals are tried."""

    def __init__(self, folder: Path, content: Path, schema: Path, cache: Cache) -> None:
        self._copy = folder / "content"
        self._content = content
        self._schema = schema
        self._cache = cache
        shutil.copytree(content, self._copy, symlinks=True)

    def without_broken(self, decided: dict[str, list[Decision]], text: Callable[[Decision], bytes]) -> list[Decision]:
        """Take out of the new and the changed what the checker refuses, until the rest passes together.

        What was taken out comes back, with the reasons; `text` gives the file that a decision would write.
        """
        refused: list[Decision] = []
        for decision in (each for name in _WRITTEN for each in decided[name]):
            self._put(decision, text)
        while problems := self._problems():
            written = [each for name in _WRITTEN for each in decided[name]]
            broken = [each for each in written if each.proposal.path in problems] or decided["changed"]
            if not broken:
                raise BrokenContentError(problem for found in problems.values() for problem in found)
            others = tuple(f"{path} would no longer pass: {sentence(each[0])}" for path, each in problems.items())
            for decision in broken:
                reasons = tuple(sentence(each) for each in problems.get(decision.proposal.path, ())) or others
                refused.append(replace(decision, record=None, reasons=reasons))
                self._take_back(decision)
            for name in _WRITTEN:
                decided[name] = [each for each in decided[name] if each not in broken]
        return refused

    def _problems(self) -> dict[str, list[Problem]]:
        """What the checker says, by the path of the file below the folder."""
        try:
            load(self._copy, self._schema, self._cache)
        except InvalidRecordsError as error:
            found: dict[str, list[Problem]] = {}
            for problem in error.problems:
                path = (Path.cwd() / problem.path).relative_to(self._copy)  # problems show paths from there
                found.setdefault(path.as_posix(), []).append(problem)
            return found
        return {}

    def _put(self, decision: Decision, text: Callable[[Decision], bytes]) -> None:
        path = self._copy / decision.proposal.path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.write_bytes(text(decision))
        except (UnreadableError, ValueError):
            path.write_bytes(b"name:\n")  # the checker will say that this is no record

    def _take_back(self, decision: Decision) -> None:
        path, present = self._copy / decision.proposal.path, self._content / decision.proposal.path
        if present.exists():
            shutil.copyfile(present, path)
        else:
            path.unlink()


def sentence(problem: Problem | Finding | Fault) -> str:
    """What the checker says, without the line in a file that nobody has seen."""
    text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"{begun(text)}{'' if text.endswith('?') else '.'}"
