"""What properties of a record name, as the schemas say it beside each property.

- `x-record`: a record of that kind, by its file name
- `x-vocabulary`: a term of that vocabulary
- `x-network`: the id of something that network.yaml lists, such as `hub_kinds`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from hubatlas.frozen import dataclass
from hubatlas.records.positions import Where
from hubatlas.records.schemas import Schema, resolved

To = Literal["record", "vocabulary", "network"]
_MARKS: Mapping[str, To] = {"x-record": "record", "x-vocabulary": "vocabulary", "x-network": "network"}


@dataclass(frozen=True, slots=True)
class Relation:
    """A property, by the names on the way to it, and the kind of record, vocabulary or list that it names one of."""

    path: tuple[str, ...]
    to: To
    target: str


@dataclass(frozen=True, slots=True)
class Named:
    """One name that a record gives. `where` leads to it; `is_name` where it stands before a colon, as in a group."""

    relation: Relation
    where: Where
    name: str
    is_name: bool = False


def relations(schema: Schema) -> tuple[Relation, ...]:
    """What the properties of one kind of record name; `schema` is whole, as `bundled` gives it."""
    return tuple(_relations(schema, schema, ()))


def _relations(whole: Schema, schema: Schema, path: tuple[str, ...]) -> Iterator[Relation]:
    for name, stated in schema.get("properties", {}).items():
        way = (*path, name)
        for mark, to in _MARKS.items():
            if mark in stated:
                yield Relation(way, to, stated[mark])
        below = resolved(whole, stated)
        yield from _relations(whole, resolved(whole, below.get("items", below)), way)


def named(model: object, relation: Relation) -> Iterable[Named]:
    """Every name that the model gives in that property, in order."""
    first, *_ = relation.path
    value = getattr(model, first)
    return _named(value, relation, relation.path[1:], (first,)) if value else ()  # most records say little


def _named(value: Any, relation: Relation, path: tuple[str, ...], where: Where) -> Iterator[Named]:  # noqa: ANN401 - any part of a model
    if value is None:
        return
    if isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from _named(each, relation, path, (*where, position))
    elif path:
        yield from _named(getattr(value, path[0]), relation, path[1:], (*where, path[0]))
    elif isinstance(value, Mapping):
        for key in value:
            yield Named(relation, (*where, key), key, is_name=True)
    else:
        yield Named(relation, where, value)
