"""What keeps a text from being read, in plain words."""

from __future__ import annotations

from dataclasses import replace

from yaml.error import MarkedYAMLError, YAMLError

from hubatlas.frozen import dataclass
from hubatlas.records.characters import described


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a text cannot be read, counted from 1, and why."""

    line: int
    column: int
    message: str
    hint: str = ""


class UnreadableError(Exception):
    """The text does not hold a record; `faults` says why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


DIRECTIVE = ("a line that starts with % is not allowed in a record", "delete the line")
QUOTE_IT = "put the whole text in quotes"
_UNCLOSED = ("the quotation mark that opens here is never closed", "close it, or leave out both marks")
_TAB = ("a tab stands where only spaces may", "use spaces to indent")
_START = ("text cannot start with this character", QUOTE_IT)
_BRACKET = ("this list in square brackets is not closed, or lacks a comma", "write it as [one, two]")
_BRACE = ("this group in curly brackets is not closed, or lacks a comma", "write it as {name: One, level: town}")
_COLON_IN_TEXT = ("a colon followed by a space starts a value, and this line already has one", QUOTE_IT)
_CONTINUED = (
    "this line reads on from the line above",
    "line it up with the names at the same level, or put the colon that the line above lacks",
)
_NO_COLON = ("this line is not `name: value`", "add a colon and a space, or indent it as part of the line above")
_INDENT = ("this line does not fit the lines above", "line it up with the names at the same level")
_ESCAPE = (r"\ has a special meaning between double quotes", "use single quotes, or none")
_BLOCK = ("after | or > the text starts on the next line", "move it there and indent it")
_LAYOUT = ("this cannot be read", "compare the layout with another record")

# PyYAML's C parser and its Python parser word the same fault differently; each is known by a part of its wording.
_BY_WORDING = (
    (("while scanning a quoted scalar",), _UNCLOSED),
    (("'\\t'", "found a tab character", "violates indentation"), _TAB),
    (("flow sequence", "or ']'"), _BRACKET),
    (("flow mapping", "or '}'"), _BRACE),
    (("unknown escape character", "escape sequence", "hexdecimal", "hexadecimal", "escape code"), _ESCAPE),
    (("scanning a double-quoted scalar",), _ESCAPE),
    (("mapping values are not allowed",), _COLON_IN_TEXT),
    (("scanning an anchor", "scanning an alias", "scanning a tag", "parsing a tag", "tag handle"), _START),
    (("cannot start any token", "scanning a directive"), _START),
    (("scanning a block scalar",), _BLOCK),
    (("simple key", "could not find expected ':'"), _NO_COLON),
    (("block mapping", "block sequence", "block collection", "expected <document start>"), _INDENT),
)


def explained(error: YAMLError, text: str) -> Fault:
    """What a YAML parser's error in the text means for the person who wrote it."""
    if not isinstance(error, MarkedYAMLError):
        return Fault(1, 1, *_LAYOUT)
    wording = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    words = next((words for parts, words in _BY_WORDING if any(part in wording for part in parts)), _LAYOUT)
    if words in (_UNCLOSED, _BRACKET, _BRACE, _NO_COLON):
        mark = error.context_mark or mark
    if mark is None:
        return Fault(1, 1, *words)
    return _placed(words, text.split("\n"), mark.line, mark.column)


def odd_indent(line: str) -> Fault | None:
    """What is wrong with a line, of unknown number, that begins with white space other than spaces and tabs."""
    indent = line[: len(line) - len(line.lstrip())].strip(" \t")
    if not indent:
        return None
    message = f"the line is indented with {described(indent[0])}"
    return Fault(0, line.index(indent[0]) + 1, message, "use plain spaces to indent")


def _placed(words: tuple[str, str], lines: list[str], number: int, column: int) -> Fault:
    """The fault at a line and column, counted from 0, or where it is more likely to have arisen."""
    for earlier, text in enumerate(lines[: number + 1], start=1):
        if text.startswith("%"):
            return Fault(earlier, 1, *DIRECTIVE)
    line = lines[number] if number < len(lines) else ""
    odd = odd_indent(line)
    if odd:
        return replace(odd, line=number + 1)
    if line[column : column + 1] == "\t":
        return Fault(number + 1, column + 1, *_TAB)
    if words is _COLON_IN_TEXT and ": " not in line[:column]:
        return Fault(number + 1, len(line) - len(line.lstrip()) + 1, *_CONTINUED)
    if words is _ESCAPE:
        column = max(line.rfind("\\", 0, column + 1), 0)
    return Fault(number + 1, column + 1, *words)
