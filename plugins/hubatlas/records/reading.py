"""Reads one record from YAML: only what JSON could also say, and every plain scalar but a number is text.

`yes`, `no`, `on`, `true`, `10:00`, `2026-12-24` and `+44 1632 960123` are text, without the white space around them.
Whole and decimal numbers without a leading zero or plus sign are numbers. Anchors, aliases, tags, merge keys,
directives, names given twice, values left empty and invisible characters are refused. No input crashes the reader or
takes it long.
"""

from __future__ import annotations

import yaml
from yaml.error import YAMLError

from hubatlas.records import characters
from hubatlas.records.building import Json, build
from hubatlas.records.syntax import Fault, UnreadableError, explained

__all__ = ["MOST_BYTES", "Fault", "Json", "UnreadableError", "decoded", "read"]

MOST_BYTES = 64 * 1024

# The C parser is the faster one; where PyYAML came without it, the other says the same.
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SAVE_AS = "save it as UTF-8"


def read(source: bytes, parser: type[yaml.SafeLoader] = PARSER) -> dict[str, Json]:
    """The record that the bytes hold, as JSON types; raises UnreadableError with every fault there is."""
    text = decoded(source)
    try:
        value = build(text, yaml.parse(text, Loader=parser))
    except YAMLError as error:
        raise UnreadableError(explained(error)) from error
    if value is None:
        raise UnreadableError(
            Fault(1, 1, "the file is empty", "a record starts with a line such as `name: Riverside Hub`")
        )
    if not isinstance(value, dict):
        raise UnreadableError(Fault(1, 1, "a record is lines such as `name: value`", "compare it with another record"))
    return value


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
    faults: dict[int, Fault] = {}
    for match in characters.FORBIDDEN.finditer(text):
        line, column = _line_and_column(text, match.start())
        if line not in faults:
            message = f"{characters.described(match[0])} is not allowed in a record"
            faults[line] = Fault(line, column, message, "delete it; it may be invisible")
    if faults:
        raise UnreadableError(*faults.values())


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
