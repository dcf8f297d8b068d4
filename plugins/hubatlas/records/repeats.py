"""What a list holds twice, though it stands for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hubatlas.records.findings import Finding
from hubatlas.records.positions import Where
from hubatlas.records.problems import quoted


def twice(ids: Iterable[str], where: Where, name: str = "id") -> Iterator[Finding]:
    """The ids that are there a second time; `where` is their list, `name` what an id is called in it."""
    seen: set[str] = set()
    for position, each in enumerate(ids):
        if each in seen:
            message = f"{quoted(each)} is in {where[-1]} twice"
            yield Finding((*where, position, name), message, "keep one of them")
        seen.add(each)


def translation_findings(value: Any, where: Where = ()) -> Iterator[Finding]:  # noqa: ANN401 - any part of a record
    """Languages into which something is translated a second time, of which no reader would see more than the first."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name == "translations":
                yield from twice((each["language"] for each in part), (*where, name), "language")
            else:
                yield from translation_findings(part, (*where, name))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from translation_findings(part, (*where, position))
