"""What a piece of work asks a directory, so that it need not be done again while the answers stay the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, Protocol, TypeAlias, TypeVar

Question: TypeAlias = tuple[Any, ...]
"""What is asked: the name of a look-up, or a function of the directory, and what it is given besides."""

_Given = ParamSpec("_Given")
_Value = TypeVar("_Value")
_Owner = TypeVar("_Owner", bound="_Asked")


class Answer(NamedTuple):
    """What was worked out, and what was asked for that."""

    value: Any
    behind: frozenset[Question]


class Questions:
    """Notes the questions that are asked while somebody watches, also through what is worked out only once."""

    def __init__(self) -> None:
        self._watching: list[set[Question]] = []
        self._worked_out: dict[Hashable, Answer] = {}

    @contextmanager
    def watched(self) -> Iterator[set[Question]]:
        """The questions asked in this block, which are there when it ends; those of blocks within it are their own."""
        asked: set[Question] = set()
        self._watching.append(asked)
        try:
            yield asked
        finally:
            self._watching.pop()

    def note(self, question: Question) -> None:
        """Somebody asks this."""
        if self._watching:
            self._watching[-1].add(question)

    def once(self, key: Hashable, work: Callable[[], _Value]) -> _Value:
        """What `work` gives, done once; whoever asks for it again asks all that it asked."""
        found = self._worked_out.get(key)
        if found is None:
            found = self._work_out(key, work)
        if self._watching:
            self._watching[-1] |= found.behind
        value: _Value = found.value
        return value

    def told(self, question: Question, work: Callable[[], _Value]) -> _Value:
        """What `work` gives, done once; whoever asks for it depends on that alone, not on what it was made of."""
        self.note(question)
        value: _Value = (self._worked_out.get(question) or self._work_out(question, work)).value
        return value

    def answer(self, question: Question) -> Answer:
        """The answer to a question that has been `told`."""
        return self._worked_out[question]

    def recall(self, question: Question, answer: Answer) -> None:
        """Give this answer to all who ask to be `told` from now on."""
        self._worked_out[question] = answer

    def _work_out(self, key: Hashable, work: Callable[[], Any]) -> Answer:
        with self.watched() as asked:
            value = work()
        found = self._worked_out[key] = Answer(value, frozenset(asked))
        return found


class _Asked(Protocol):
    @property
    def questions(self) -> Questions: ...


def asked(look_up: Callable[Concatenate[_Owner, _Given], _Value]) -> Callable[Concatenate[_Owner, _Given], _Value]:
    """A look-up of records by text, each use of which is noted."""
    name = look_up.__name__

    @wraps(look_up)
    def ask(owner: _Owner, /, *given: _Given.args, **named: _Given.kwargs) -> _Value:
        owner.questions.note((name, *given))
        return look_up(owner, *given, **named)

    return ask


class Noted:
    """An attribute of an object with `questions`, each reading of which is noted."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, kind: type) -> Any:  # noqa: ANN401 - what the attribute holds
        if owner is None:
            return self
        owner.questions.note((self._name,))
        return owner.__dict__[self._name]

    def __set__(self, owner: Any, value: object) -> None:  # noqa: ANN401 - as above
        owner.__dict__[self._name] = value
