"""Builds a record from the events of a YAML parser, and refuses what JSON could not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

import yaml

from hubatlas.records import characters
from hubatlas.records.problems import quoted
from hubatlas.records.syntax import DIRECTIVE, QUOTE_IT, Fault, UnreadableError, odd_indent

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json]"

MOST_NODES = 5_000
DEEPEST = 12

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?", re.ASCII)
_STARTS_A_NUMBER = frozenset("-0123456789")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_LINE_WITH_A_NAME = re.compile(r"^[ \t]*(?:- )?[A-Za-z][\w-]*:(?=\s|$)", re.MULTILINE)
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#!].*)")


def build(text: str, events: Iterator[yaml.Event]) -> Json | None:
    """The value that the events of the text describe, None if there are none; raises UnreadableError."""
    if text.count("[") + text.count("{") > MOST_NODES:  # PyYAML's own parser would look ahead through all of them
        raise UnreadableError(Fault(1, 1, f"the record holds more than {MOST_NODES:,} values", "shorten it"))
    builder = _Builder(text)
    root = builder.build(events)
    if builder.faults:
        raise UnreadableError(*builder.faults)
    return root


@dataclass(slots=True)
class _Open:
    """A list or group of lines that has not ended yet; `name` is set while the value of that name is awaited."""

    value: dict[str, Json] | list[Json]
    name: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


class _Builder:
    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._lines = text.split("\n")
        self._has_escapes = "\\" in text
        self._may_be_cut_off = " #" in text or "\t#" in text
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def build(self, events: Iterator[yaml.Event]) -> Json | None:
        """The value that the events describe, or None where there is none; what is wrong is noted on the way."""
        root: Json | None = None
        for event in events:
            if type(event) is yaml.ScalarEvent:
                if not self._open:
                    root = self._scalar(event, None)
                    continue
                parent = self._open[-1]
                if parent.name is None and isinstance(parent.value, dict):
                    self._name(event, parent)
                else:
                    self._add(parent, self._scalar(event, parent))
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                container = self._start(event)
                root = container if root is None else root
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
            else:
                self._refuse_structure(event)
        return root

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> Json:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        container: dict[str, Json] | list[Json] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._open:
            parent = self._open[-1]
            if isinstance(parent.value, dict) and parent.name is None:
                self._stop(event, "a name must be plain text", "write it as `name: value`")
            self._add(parent, container)
        self._open.append(_Open(container))
        if len(self._open) > DEEPEST:
            self._stop(event, f"the record is nested more than {DEEPEST} deep", "write it flatter")
        return container

    def _scalar(self, event: yaml.ScalarEvent, parent: _Open | None) -> Json:
        """The value of a scalar that is not a name."""
        text = self._text(event)
        if event.style:
            if not text:
                self._refuse_nothing(event, parent, text)
            return text
        if text in _NOTHING:
            self._refuse_nothing(event, parent, text)
        elif self._may_be_cut_off:
            self._refuse_cut_off(event)
        if text[:1] in _STARTS_A_NUMBER and NUMBER.fullmatch(text):
            return float(text) if "." in text else int(text)
        return text

    def _name(self, event: yaml.ScalarEvent, parent: _Open) -> None:
        name = self._text(event)
        line = _position(event)[0]
        if name == "<<" and not event.style:
            self._stop(event, "<< is not allowed in a record", "write the lines out")
        if "\n" in name:
            self._stop(event, "a name must be on one line", "write it as `name: value`")
        if name in parent.lines:
            message = f"{quoted(name)} is given twice: here and on line {parent.lines[name]}"
            self._note(event, message, "keep one of them")
        elif not name:
            self._note(event, "a value has no name before its colon", "write it as `name: value`")
        elif not event.style and event.value[0].isspace() and (odd := odd_indent(event.value)):
            self._note(event, odd.message, odd.hint)
        parent.lines.setdefault(name, line)
        parent.name = name

    def _text(self, event: yaml.ScalarEvent) -> str:
        """The text of a scalar without the white space around it."""
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        text: str = event.value
        if event.style in ('"', "'"):
            self._refuse_unclosed(event)
            if self._has_escapes:
                self._refuse_escaped(event, text)
                text = characters.normalised(text)
        return text.strip()

    @staticmethod
    def _add(parent: _Open, value: Json) -> None:
        if isinstance(parent.value, list):
            parent.value.append(value)
        elif parent.name is not None:
            parent.value[parent.name] = value
            parent.name = None

    def _refuse_structure(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._stop(event, "text cannot start with *", QUOTE_IT)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "a file holds one record", "take out the line --- and what follows it")
            if event.version or event.tags:
                self._stop(event, *DIRECTIVE)

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> NoReturn:
        self._stop(event, f"text cannot start with {'!' if event.anchor is None else '&'}", QUOTE_IT)

    def _refuse_nothing(self, event: yaml.Event, parent: _Open | None, text: str) -> None:
        if parent is None:
            self._note(event, "the file is empty", "a record starts with a line such as `name: Riverside Hub`")
            return
        what = parent.name if isinstance(parent.value, dict) and parent.name else "this item"
        line, column = _position(event)
        rest = "".join(self._lines[line - 1 : line])[column - 1 :]
        if not text and rest.lstrip().startswith("#"):
            self._note(event, f"{what} has no value: what follows a # is a comment", "put the value in quotes")
        elif text not in ("", "~"):
            self._note(event, f"{what} has no value", f'leave the line out, or write "{text}" in quotes if it is text')
        else:
            self._note(event, f"{what} has no value", "leave the line out if it is not known")

    def _refuse_cut_off(self, event: yaml.ScalarEvent) -> None:
        """Text after a space and # is lost; a comment that is meant has a space after its #."""
        mark = event.end_mark
        if mark is None or mark.line >= len(self._lines):
            return
        lost = _CUT_OFF.match(self._lines[mark.line], mark.column)
        if lost:
            hint = "put the whole text in quotes, or a space after # if it is a comment"
            self._note(event, f"the text ends before {quoted(lost[1])}, which reads as a comment", hint)

    def _refuse_unclosed(self, event: yaml.ScalarEvent) -> None:
        """Quoted text that has swallowed another line's name was meant to end before it."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line == end.line:
            return
        if _LINE_WITH_A_NAME.search("\n".join(self._lines[start.line + 1 : end.line + 1])):
            hint = "close it there; for text of several lines write | and the text below it, indented"
            self._stop(event, "the quotation mark that opens here is not closed on its line", hint)

    def _refuse_escaped(self, event: yaml.ScalarEvent, text: str) -> None:
        match = characters.FORBIDDEN.search(text.replace("\r", "\x85"))
        if match:
            described = characters.described(text[match.start()])
            self._note(event, f"{described} is not allowed in a record", "delete it; it is written with a backslash")

    def _count(self, event: yaml.Event) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop(event, f"the record holds more than {MOST_NODES:,} values", "shorten it")

    def _note(self, event: yaml.Event, message: str, hint: str) -> None:
        self.faults.append(Fault(*_position(event), message, hint))

    def _stop(self, event: yaml.Event, message: str, hint: str) -> NoReturn:
        self._note(event, message, hint)
        raise UnreadableError(*self.faults)


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
