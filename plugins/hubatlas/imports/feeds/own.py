"""Our own open data as proposals: each record's own file holds it whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hubatlas.imports.proposals import KINDS, Proposal


def is_own(item: object) -> bool:
    """Whether something is the file of a record, of a type that can be imported."""
    return isinstance(item, dict) and isinstance(item.get("contents"), dict) and str(item.get("type")) in KINDS


def own_proposals(items: Iterable[dict[str, Any]]) -> Iterator[Proposal]:
    """A proposal for each record, in the order of their kinds, as they say where their facts come from."""
    order = list(KINDS)
    for item in sorted(items, key=lambda each: (order.index(each["type"]), str(each.get("id")))):
        slug = str(item.get("id"))
        yield Proposal(kind=item["type"], slug=slug, record=item["contents"], origin=f"{item['type']} {slug}")
