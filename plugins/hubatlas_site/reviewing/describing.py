"""A change between two commits, or between a commit and the content folder as it stands, described."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.records import Cache, InvalidRecordsError, load
from hubatlas_site.reviewing.commits import NotComparedError, content_at
from hubatlas_site.reviewing.differences import difference
from hubatlas_site.reviewing.stops import former_ids, ids, stops
from hubatlas_site.reviewing.summary import not_described, summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What there is to say of a change, in Markdown, and each reason to stop it."""

    text: str
    stopped: tuple[str, ...] = ()


def described(
    base: str, head: str | None, content: Path, schema: Path, *, today: date, may_drop: bool = False
) -> Description:
    """The change of the content folder from commit `base` to commit `head`, or for None to how it stands now.

    Raises NotComparedError where there is no such commit, or where the records after the change do not pass the check.
    """
    kept: dict[str, object] = {}
    with ExitStack() as stack:
        before = stack.enter_context(content_at(base, content))
        after = content if head is None else stack.enter_context(content_at(head, content))
        if after is None:
            raise NotComparedError(f"{head} has no folder {content.name}")
        later = _loaded(after, schema, kept)
        if later is None:
            raise NotComparedError("the records do not pass the check yet; what they change is said once they do")
        earlier = None if before is None else _loaded(before, schema, kept)
        found = stops(
            frozenset() if before is None else ids(before),
            frozenset() if earlier is None else former_ids(earlier),
            ids(after),
            later,
            may_drop=may_drop,
        )
    if earlier is None:
        reason = f"the records of {base} do not pass today's check" if before else f"{base} had no records"
        return Description(text=not_described(reason, found), stopped=found)
    schemas = {path.name.removesuffix(".schema.json"): json.loads(path.read_bytes()) for path in _schemas(schema)}
    return Description(text=summary(difference(earlier, later, schemas, today), found, schemas), stopped=found)


def _loaded(folder: Path, schema: Path, kept: Cache) -> Directory | None:
    try:
        return load(folder, schema, kept)
    except InvalidRecordsError:
        return None


def _schemas(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.schema.json"))
