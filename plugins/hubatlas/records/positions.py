"""Where each name and value of a record stands in its file."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from hubatlas.records.reading import PARSER, decoded

Where = tuple[str | int, ...]
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Positions:
    """Line and column, from 1, of every value and name; a place is keyed by the names and numbers that lead to it."""

    values: dict[Where, Position] = field(default_factory=dict)
    names: dict[Where, Position] = field(default_factory=dict)

    def value(self, where: Where) -> Position:
        """Where that value starts, or the nearest group of lines around it that exists."""
        return self._nearest(self.values, where)

    def name(self, where: Where) -> Position:
        """Where the name of that value stands; a list's item has none, so its own start."""
        return self.names.get(where) or self._nearest(self.values, where)

    @staticmethod
    def _nearest(positions: dict[Where, Position], where: Where) -> Position:
        for length in range(len(where), -1, -1):
            position = positions.get(where[:length])
            if position is not None:
                return position
        return (1, 1)


def locate(source: bytes) -> Positions:
    """The positions in a record that `reading.read` has accepted."""
    positions = Positions()
    containers: list[_Container] = []
    for event in yaml.parse(decoded(source), Loader=PARSER):
        if isinstance(event, yaml.CollectionEndEvent):
            containers.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        mark = event.start_mark
        position = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        parent = containers[-1] if containers else None
        if parent is not None and parent.awaits_name and isinstance(event, yaml.ScalarEvent):
            parent.step = event.value.strip()
            positions.names[(*parent.where, parent.step)] = position
            parent.awaits_name = False
            continue
        where = () if parent is None else parent.next()
        positions.values[where] = position
        if isinstance(event, yaml.CollectionStartEvent):
            containers.append(_Container(where, isinstance(event, yaml.MappingStartEvent)))
    return positions


@dataclass(slots=True)
class _Container:
    """A list or group of lines that is being walked through."""

    where: Where
    is_group: bool
    step: str | int = -1
    awaits_name: bool = field(init=False)

    def __post_init__(self) -> None:
        self.awaits_name = self.is_group

    def next(self) -> Where:
        """The place of the value that comes now."""
        if isinstance(self.step, int):
            self.step += 1
        self.awaits_name = self.is_group
        return (*self.where, self.step)
