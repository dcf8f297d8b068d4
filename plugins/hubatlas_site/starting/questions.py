"""Asks for the parts of a record one by one, and says at once what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.records.findings import Finding
from hubatlas.records.wording import begun

Where = tuple[str | int, ...]
Ask = Callable[[str], str]
"""Puts a question to somebody and gives the answer."""
Judge = Callable[[dict[str, Any]], Iterable[Finding]]
"""What is wrong with a record, or with the beginning of one."""


class NotAnsweredError(Exception):
    """A record cannot be begun. The message says, on one or more whole lines, what is missing or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: the option that answers it, its words, and where in the record the answer goes.

    `choices` are the only answers there are, where there are any; `many` answers stand with commas between. It is only
    asked where the place `after` has an answer, if there is such a place.
    """

    option: str
    words: str
    where: Where
    required: bool = False
    choices: tuple[str, ...] = ()
    many: bool = False
    default: str = ""
    after: Where = ()

    @property
    def asked(self) -> str:
        """The question as somebody reads it."""
        hints = []
        if self.choices:
            hints.append(", ".join(self.choices))
        if self.default:
            hints.append(f"otherwise {self.default}")
        elif not self.required:
            hints.append("leave empty if you do not know")
        said = f" ({'; '.join(hints)})" if hints else ""
        return f"{self.words}{said}\n> "


def answered(
    questions: Iterable[Question], given: Mapping[str, str | None], ask: Ask | None, judge: Judge
) -> dict[str, Any]:
    """The record that the answers make: those that are given, the others asked for, or left out where nobody can be.

    Raises NotAnsweredError with everything that is missing or wrong where nobody can be asked.
    """
    record: dict[str, Any] = {}
    faults: list[str] = []
    for question in questions:
        answer = given.get(question.option)
        if not _is_there(record, question.after):
            if answer:
                faults.append(f"--{question.option}: say --{question.after[-1]} as well")
            continue
        if answer is None and ask is not None:
            _ask_until_right(question, ask, judge, record)
            continue
        fault = _put_checked(record, question, answer or question.default, judge)
        if fault:
            faults.append(f"--{question.option}: {fault}")
    if faults:
        raise NotAnsweredError("\n".join(faults))
    return record


def _ask_until_right(question: Question, ask: Ask, judge: Judge, record: dict[str, Any]) -> None:
    words = question.asked
    while fault := _put_checked(record, question, ask(words).strip() or question.default, judge):
        words = f"{begun(fault)}.\n> "


def _put_checked(record: dict[str, Any], question: Question, answer: str, judge: Judge) -> str:
    """Put an answer into the record, or say what is wrong with it and leave the record as it was."""
    if not answer:
        return "this has to be said" if question.required else ""
    value: Any = [each.strip() for each in answer.split(",") if each.strip()] if question.many else answer
    strange = [
        each for each in (value if question.many else [value]) if question.choices and each not in question.choices
    ]
    if strange:
        return f'there is no "{strange[0]}"; choose {", ".join(question.choices)}'
    trial: dict[str, Any] = {}
    put(trial, question.where, value)
    for finding in judge(trial):
        if finding.where[: len(question.where)] == question.where:
            return f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    put(record, question.where, value)
    return ""


def _is_there(record: object, where: Where) -> bool:
    part = record
    for step in where:
        try:
            part = part[step]  # type: ignore[index]
        except (LookupError, TypeError):
            return False
    return True


def put(record: dict[str, Any], where: Where, value: object) -> None:
    """Put a value at its place in the record, making the groups and lists on the way there."""
    part: Any = record
    for step, following in pairwise(where):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if step == len(part):
                part.append(empty)
            part = part[step]
        else:
            part = part.setdefault(step, empty)
    part[where[-1]] = value
