"""Reads one record from YAML: only what JSON could also say, and every plain scalar but a number is text.

`yes`, `no`, `on`, `true`, `10:00`, `2026-12-24` and `+44 1632 960123` are text. Whole and decimal numbers without a
leading zero or plus sign are numbers. Anchors, aliases, tags, merge keys, directives, duplicate names, values left
empty and invisible characters are refused. No input makes the reader crash or takes it long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml
from yaml.error import Mark, YAMLError

from hubatlas.records import characters
from hubatlas.records.problems import quoted
from hubatlas.records.syntax import QUOTE_IT, Fault, explained

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json]"

MOST_BYTES = 64 * 1024
MOST_NODES = 5_000
DEEPEST = 12

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?", re.ASCII)
_STARTS_A_NUMBER = frozenset("-0123456789")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_KEY_ON_ITS_OWN_LINE = re.compile(r"^[ \t]*(?:- )?[A-Za-z][\w-]*:(?=\s|$)", re.MULTILINE)


class UnreadableError(Exception):
    """The text is not a record at all; `faults` says why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults)
        self.faults = faults


def read(source: bytes, parser: object = Parser) -> dict[str, Json]:
    """The record that the bytes hold, as JSON types; raises UnreadableError with every fault there is."""
    text = decoded(source)
    builder = _Builder(text)
    try:
        value = builder.build(yaml.parse(text, Loader=parser))
    except YAMLError as error:
        raise UnreadableError(*builder.faults, builder.unclosed_quote or explained(error)) from error
    if builder.faults:
        raise UnreadableError(*builder.faults)
    if not isinstance(value, dict):
        raise UnreadableError(Fault(1, 1, "a record is lines such as `name: value`", "start with `name: `"))
    return value


def decoded(source: bytes) -> str:
    """The bytes as normalised text; raises UnreadableError where they are not UTF-8 or hold a forbidden character."""
    if len(source) > MOST_BYTES:
        limit = MOST_BYTES // 1024
        raise UnreadableError(Fault(1, 1, f"the file is larger than {limit} KiB", "shorten its text"))
    if source.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in source[:4]:
        raise UnreadableError(Fault(1, 1, "the file is not UTF-8 text", "save it as UTF-8"))
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        line, column = _line_and_column(before, len(before))
        fault = Fault(line, column, "the file is not UTF-8 text from here on", "save it as UTF-8")
        raise UnreadableError(fault) from error
    if text.startswith("\ufeff"):
        fault = Fault(1, 1, "the file starts with a byte order mark", "save it as UTF-8 without one")
        raise UnreadableError(fault)
    _refuse_forbidden(text)
    return characters.normalised(text)


def _refuse_forbidden(text: str) -> None:
    """Raise UnreadableError with one fault a line that holds a forbidden character."""
    faults: dict[int, Fault] = {}
    for match in characters.FORBIDDEN.finditer(text):
        line, column = _line_and_column(text, match.start())
        if line not in faults:
            message = f"{characters.described(match[0])} is not allowed in a record"
            faults[line] = Fault(line, column, message, "delete it; it may not be visible")
    if faults:
        raise UnreadableError(*faults.values())


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


@dataclass(slots=True)
class _Open:
    """A list or group of lines that has not ended yet; `key` is set while the value of that name is awaited."""

    value: dict[str, Json] | list[Json]
    keys: dict[str, int] = field(default_factory=dict)
    key: str | None = None


class _Builder:
    """Builds the value from a parser's events, and notes what is wrong on the way."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.unclosed_quote: Fault | None = None
        self._text = text
        self._has_escapes = "\\" in text
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def build(self, events: Iterator[yaml.Event]) -> Json | None:
        """The value that the events describe; None when there is none."""
        root: Json | None = None
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value = self._scalar(event)
                if value is not None and not self._open:
                    root = value
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                container = self._start(event)
                root = container if root is None else root
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._open.pop()
            else:
                self._structure(event)
        return root

    def _structure(self, event: yaml.Event) -> None:
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise self._stop(mark, "text cannot start with *", QUOTE_IT)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._stop(mark, "a file holds one record", "take out the line --- and what follows")
            if event.version or event.tags:
                raise self._stop(mark, "a line that starts with % is not allowed in a record", "delete the line")

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> Json:
        self._refuse_marks(event)
        container: dict[str, Json] | list[Json] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._open:
            parent = self._open[-1]
            if isinstance(parent.value, dict) and parent.key is None:
                raise self._stop(event.start_mark, "a name must be plain text", "write `name: value`")
            self._add(parent, container)
        self._open.append(_Open(container))
        if len(self._open) > DEEPEST:
            raise self._stop(event.start_mark, f"the record is nested more than {DEEPEST} deep", "")
        return container

    def _scalar(self, event: yaml.ScalarEvent) -> Json | None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        self._count(event.start_mark)
        text = event.value
        style = event.style
        if style == '"' or style == "'":  # noqa: PLR1714 - a set costs more than it saves on the busiest line
            text = self._quoted(event)
        text = text.strip()
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.key is None and isinstance(parent.value, dict):
            self._name(parent, text, event)
            return None
        value: Json = text
        if not style:
            if text in _NOTHING:
                self._no_value(event.start_mark, parent, text)
            elif text[0] in _STARTS_A_NUMBER and NUMBER.fullmatch(text):
                value = float(text) if "." in text else int(text)
        elif not text:
            self._no_value(event.start_mark, parent, text)
        if parent is None:
            return value
        self._add(parent, value)
        return None

    def _name(self, parent: _Open, name: str, event: yaml.ScalarEvent) -> None:
        mark = event.start_mark
        if name == "<<" and not event.style:
            raise self._stop(mark, "<< is not allowed in a record", "write the lines out")
        first = parent.keys.get(name)
        if first is not None:
            message = f"{quoted(name)} is given twice: here and on line {first + 1}"
            self._note(mark, message, "keep one of them")
        elif not name:
            self._note(mark, "a value has no name before its colon", "write `name: value`")
        parent.keys.setdefault(name, mark.line)
        parent.key = name

    def _add(self, parent: _Open, value: Json) -> None:
        if isinstance(parent.value, list):
            parent.value.append(value)
        elif parent.key is not None:
            parent.value[parent.key] = value
            parent.key = None

    def _no_value(self, mark: Mark, parent: _Open | None, text: str) -> None:
        if parent is None:
            self._note(mark, "the file is empty", "a record starts with `name: `")
            return
        what = "this item" if isinstance(parent.value, list) else parent.key or "this"
        hint = f'leave the line out, or write "{text}" in quotes' if text and text != "~" else "leave the line out"
        self._note(mark, f"{what} has no value", f"{hint} if it is not known" if not text else hint)

    def _quoted(self, event: yaml.ScalarEvent) -> str:
        """The value of quoted text, once it is known to be what it seems."""
        text: str = event.value
        start, end = event.start_mark, event.end_mark
        if start.line != end.line and _KEY_ON_ITS_OWN_LINE.search(self._lines(start.line + 1, end.line)):
            self.unclosed_quote = Fault(
                start.line + 1,
                start.column + 1,
                "the quotation mark that opens here is not closed on its line",
                "close it, or leave out both marks",
            )
            self.faults.append(self.unclosed_quote)
            raise UnreadableError(*self.faults)
        if self._has_escapes:
            match = characters.forbidden(text) or re.search("\r", text)
            if match:
                message = f"{characters.described(match[0])} is not allowed in a record"
                self._note(start, message, "delete it; it is written with a backslash")
            text = characters.normalised(text)
        return text

    def _lines(self, first: int, last: int) -> str:
        return "\n".join(self._text.split("\n")[first : last + 1])

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        self._count(event.start_mark)
        if event.anchor is not None:
            raise self._stop(event.start_mark, "text cannot start with &", QUOTE_IT)
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise self._stop(event.start_mark, "text cannot start with !", QUOTE_IT)

    def _count(self, mark: Mark) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self._stop(mark, f"the record holds more than {MOST_NODES:,} values", "")

    def _note(self, mark: Mark, message: str, hint: str) -> None:
        self.faults.append(Fault(mark.line + 1, mark.column + 1, message, hint))

    def _stop(self, mark: Mark, message: str, hint: str) -> UnreadableError:
        self._note(mark, message, hint)
        return UnreadableError(*self.faults)
