"""Reads one record from YAML: only what JSON could also say, and every plain scalar but a number is text.

`yes`, `no`, `on`, `true`, `10:00`, `2026-12-24` and `+44 1632 960123` are text, without the white space around them.
Whole and decimal numbers without a leading zero or plus sign are numbers. Anchors, aliases, tags, merge keys,
directives, names given twice, values left empty and invisible characters are refused. No input crashes the reader or
takes it long.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import yaml
from yaml.error import YAMLError

from hubatlas.records import characters
from hubatlas.records.building import Json, build
from hubatlas.records.syntax import Fault, UnreadableError, explained

__all__ = ["MOST_BYTES", "Fault", "Json", "UnreadableError", "decoded", "read"]

MOST_BYTES = 64 * 1024

# The C parser is the faster one; where PyYAML came without it, the other says the same.
Parser: TypeAlias = "type[yaml.SafeLoader | yaml.CSafeLoader]"
PARSER: Parser = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_SAVE_AS = "save it as UTF-8"
_MOST_TOLD = 20  # a picture has such a character in every line


def read(source: bytes, parser: Parser = PARSER) -> dict[str, Json]:
    """The record that the bytes hold, as JSON types; raises UnreadableError with every fault there is."""
    text = decoded(source)
    try:
        value = build(text, events(text, parser))
    except YAMLError as error:
        raise UnreadableError(explained(error, text)) from error
    if value is None:
        raise UnreadableError(
            Fault(1, 1, "the file is empty", "a record starts with a line such as `name: Riverside Hub`")
        )
    if not isinstance(value, dict):
        raise UnreadableError(Fault(1, 1, "a record is lines such as `name: value`", "compare it with another record"))
    return value


def events(text: str, parser: Parser = PARSER) -> Iterator[yaml.Event]:
    """What a parser finds in the text, one after the other; raises YAMLError where it is not YAML."""
    found = parser(text)
    event: yaml.Event | None = found.get_event()
    while event is not None:
        yield event
        event = None if type(event) is yaml.StreamEndEvent else found.get_event()


def decoded(source: bytes) -> str:
    """The bytes as normalised text; raises UnreadableError where they are not UTF-8 or hold a forbidden character."""
    if len(source) > MOST_BYTES:
        raise UnreadableError(Fault(1, 1, f"the file is larger than {MOST_BYTES // 1024} KiB", "shorten its text"))
    if source.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in source[:4]:
        raise UnreadableError(Fault(1, 1, "the file is not UTF-8 text", _SAVE_AS))
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        place = _line_and_column(before, len(before))
        raise UnreadableError(Fault(*place, "the file is not UTF-8 text from here on", _SAVE_AS)) from error
    if text.startswith("\ufeff"):
        message = "the file starts with an invisible mark (a byte order mark)"
        raise UnreadableError(Fault(1, 1, message, f"{_SAVE_AS} without BOM"))
    _refuse_forbidden(text)
    return characters.normalised(text)


def _refuse_forbidden(text: str) -> None:
    """Raise UnreadableError with one fault a line that holds a forbidden character."""
    if not characters.FORBIDDEN.search(text):
        return
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = characters.FORBIDDEN.search(f"{line}\n")
        if match:
            message = f"{characters.described(match[0])} is not allowed in a record"
            faults.append(Fault(number, match.start() + 1, message, "delete it; it may be invisible"))
            if len(faults) == _MOST_TOLD:
                break
    raise UnreadableError(*faults)


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
