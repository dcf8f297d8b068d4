"""What is wrong with the records, said so that the person who wrote them can put it right."""

from __future__ import annotations

from collections.abc import Iterable

from hubatlas.frozen import dataclass
from hubatlas.mistakes import LONGEST_QUOTE


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one file. `line` and `column` count from 1; `message` and `hint` are plain sentences."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}: {self._text()}"

    def as_annotation(self) -> str:
        """The problem as a command that GitHub Actions shows beside the line."""
        place = f"file={_property(printable(self.path))},line={self.line},col={self.column}"
        return f"::error {place}::{_message(self._text())}"

    def _text(self) -> str:
        return printable(f"{self.message}; {self.hint}" if self.hint else self.message)


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something that is right, and that whoever changes the file should know."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{printable(self.path)}: {printable(self.message)}"

    def as_annotation(self) -> str:
        """The note as a command that GitHub Actions shows beside the file."""
        return f"::notice file={_property(printable(self.path))}::{_message(printable(self.message))}"


class InvalidRecordsError(Exception):
    """The records cannot be used; `problems` says why, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def printable(text: str) -> str:
    """The text with everything that is not a visible character or a space written out as an escape."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def quoted(value: object) -> str:
    """A value as a message quotes it: on one line, in double quotes if it is text, and not too long."""
    if isinstance(value, dict):
        return "a group of lines"
    if isinstance(value, list):
        return "a list"
    if not isinstance(value, str):
        return str(value)
    text = printable(value.replace("\n", " "))
    if len(text) > LONGEST_QUOTE:
        text = text[: LONGEST_QUOTE - 1].rstrip() + "…"
    return f'"{text}"'


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
