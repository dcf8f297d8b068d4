"""What keeps a text from being read, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.error import Mark, MarkedYAMLError, YAMLError


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


QUOTE_IT = "put the whole text in quotes"
_UNCLOSED = ("the quotation mark that opens here is never closed", "close it, or leave out both marks")
_TAB = ("a tab stands where only spaces may", "use spaces to indent")
_START = ("text cannot start with this character", QUOTE_IT)
_BRACKET = ("this list in square brackets is not closed, or lacks a comma", "write it as [one, two]")
_BRACE = ("this group in curly brackets is not closed, or lacks a comma", "write it as {name: One, level: town}")
_COLON_IN_TEXT = ("a colon followed by a space starts a value, and this line already has one", QUOTE_IT)
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


def explained(error: YAMLError) -> Fault:
    """What a YAML parser's error means for the person who wrote the text."""
    if not isinstance(error, MarkedYAMLError):
        return Fault(1, 1, *_LAYOUT)
    wording = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    for parts, words in _BY_WORDING:
        if any(part in wording for part in parts):
            if words in (_UNCLOSED, _BRACKET, _BRACE):
                mark = error.context_mark or mark
            return _at(mark, words)
    return _at(mark, _LAYOUT)


def _at(mark: Mark | None, words: tuple[str, str]) -> Fault:
    return Fault(1, 1, *words) if mark is None else Fault(mark.line + 1, mark.column + 1, *words)
