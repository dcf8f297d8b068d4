"""A record as its author laid it out: names, values and the comments that stand by them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from hubatlas.records.characters import normalised
from hubatlas.records.reading import PARSER

_COMMENT = re.compile(r"(?:(?<=\s)|^)#.*")


@dataclass(slots=True)
class Scalar:
    """A text or a number; `text` is as `reading` would give it, except that a number keeps all its digits."""

    text: str
    is_plain: bool


@dataclass(slots=True)
class Entry:
    """A line with a name, or an item of a list (`name` is None), with the comments above and beside it."""

    name: str | None
    value: Scalar | Collection
    line: int
    above: list[str] = field(default_factory=list)
    beside: str | None = None
    after_blank: bool = False


@dataclass(slots=True)
class Collection:
    """A group of named lines, or a list."""

    is_list: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole record, with the comments before its first line, set off by an empty one, and after its last."""

    root: Collection
    header: tuple[str, ...]
    footer: tuple[str, ...]


def outline(text: str) -> Outline:
    """The layout of a text that `reading.read` has accepted."""
    walk = _Walk(text)
    root = walk.build(yaml.parse(text, Loader=PARSER))
    return walk.with_comments(root)


class _Walk:
    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._bare = [list(line) for line in self._lines]
        self._entries: list[Entry] = []
        self._in_brackets: dict[int, Entry] = {}
        self._open: list[tuple[Collection, Entry | None]] = []
        self._brackets: list[Entry] = []
        self._name: tuple[str, int] | None = None

    def build(self, events: Iterator[yaml.Event]) -> Collection:
        """The names and items of the record that the events describe, as they are nested."""
        root = Collection(is_list=False)
        for event in events:
            if isinstance(event, yaml.CollectionEndEvent):
                self._end(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._hide(event)
                if self._open and not self._open[-1][0].is_list and self._name is None:
                    self._name = (normalised(event.value).strip(), _line(event))
                else:
                    self._add(Scalar(normalised(event.value).strip(), not event.style), event)
            elif isinstance(event, yaml.CollectionStartEvent):
                collection = Collection(isinstance(event, yaml.SequenceStartEvent))
                root = root if self._open else collection
                entry = self._add(collection, event) if self._open else None
                self._open.append((collection, entry))
                if entry is not None and event.flow_style:
                    self._brackets.append(entry)
        return root

    def _add(self, value: Scalar | Collection, event: yaml.Event) -> Entry:
        name, line = self._name or (None, _line(event))
        entry = Entry(name, value, line)
        self._name = None
        self._open[-1][0].entries.append(entry)
        if not self._brackets:
            self._entries.append(entry)
        return entry

    def _end(self, event: yaml.Event) -> None:
        _, entry = self._open.pop()
        if self._brackets and self._brackets[-1] is entry:
            self._brackets.pop()
            for line in range(entry.line, _line(event)):
                self._in_brackets.setdefault(line, entry)

    def with_comments(self, root: Collection) -> Outline:
        """The outline with each comment given to the name or item that it stands above or behind."""
        starts = [entry.line for entry in self._entries]
        header: list[str] = []
        footer: list[str] = []
        for number, letters in enumerate(self._bare):
            bare = "".join(letters)
            match = _COMMENT.search(bare)
            if match is None:
                continue
            comment = self._lines[number][match.start() :].strip()
            later = bisect_right(starts, number)
            if number in self._in_brackets:
                self._in_brackets[number].above.append(comment)
            elif bare[: match.start()].strip(" \t-"):
                self._entries[later - 1].beside = comment
            elif later == len(starts):
                footer.append(comment)
            elif later == 0 and self._blank_follows(number):
                header.append(comment)
            else:
                self._entries[later].above.append(comment)
        self._note_blanks()
        return Outline(root, tuple(header), tuple(footer))

    def _hide(self, event: yaml.ScalarEvent) -> None:
        """Take the letters of a scalar out of `_bare`, where they might be mistaken for comments."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        for line in range(start.line, min(end.line + 1, len(self._bare))):
            letters = self._bare[line]
            first = start.column if line == start.line else 0
            last = end.column if line == end.line else len(letters)
            for column in range(first, min(last, len(letters))):
                letters[column] = "x"

    def _blank_follows(self, line: int) -> bool:
        """Whether an empty line comes between this comment and the first entry."""
        return any(not text.strip() for text in self._lines[line : self._entries[0].line])

    def _note_blanks(self) -> None:
        for entry in self._entries[1:]:
            above = entry.line - 1
            while above > 0 and self._lines[above].lstrip().startswith("#"):
                above -= 1
            entry.after_blank = not self._lines[above].strip()


def _line(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else event.start_mark.line
