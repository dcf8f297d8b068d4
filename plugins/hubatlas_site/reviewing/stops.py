"""What keeps a change from being published: addresses that would lead nowhere, and records that vanish in numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.facts.ended import TYPES, moved_records
from hubatlas.records import kinds
from hubatlas.records.folders import find
from hubatlas_site.reviewing.markdown import counted

MOST_DROPPED_PERCENT = 5
FEW = 1
"""So many records may end in one change, however few there are."""

Id = tuple[str, str]
"""The kind of a record, such as hub, and its slug."""

_OURS = frozenset(kind.name for kind in kinds.KINDS if kind.folder) - {kinds.PROSE.name, kinds.NEIGHBOUR.name}
_RENAMED = (kinds.HUB.name, kinds.SERVICE.name, kinds.ORGANISATION.name)


def ids(folder: Path) -> frozenset[Id]:
    """The records of a content folder by their files, whether or not these can be read."""
    return frozenset((file.kind.name, file.slug) for file in find(folder).files if file.kind.name in _OURS)


def former_ids(directory: Directory) -> frozenset[Id]:
    """Every id that leads somewhere though no record has it: former names, and records that have ended."""
    moved = ((each.type, each.id) for each in moved_records(directory))
    return frozenset((*moved, *((each.type, each.id) for each in directory.ended)))


def stops(
    before: Collection[Id], promised: Collection[Id], after: Collection[Id], directory: Directory, *, may_drop: bool
) -> tuple[str, ...]:
    """Each reason to stop the change, with what to do, in Markdown.

    `before` are the ids of the records, `promised` those that already led somewhere else, `after` those of the records
    of `directory`. With `may_drop` somebody has said that it is right for many to go.
    """
    leading = former_ids(directory)
    moved = {(each.type, each.id) for each in moved_records(directory)}
    gone = frozenset(before) - frozenset(after)
    found = [] if may_drop else list(_too_many(len(gone - moved), len(before)))
    found += [_untold(each) for each in sorted(gone) if each[0] in TYPES and each not in leading]
    found += [_forgotten(each) for each in sorted(frozenset(promised) - leading - frozenset(after))]
    return tuple(found)


def _untold(record: Id) -> str:
    kind, slug = record
    moved = f"If it goes on under another name, put `previous_ids: [{slug}]` into its new record. "
    return (
        f"The {kind} `{slug}` is gone, and nothing says what became of it, so its old address would lead nowhere. "
        f"{moved if kind in _RENAMED else ''}If it has ended, add it to `ended.yaml` with the reason "
        f"(`type: {kind}`, `id: {slug}`)."
    )


def _forgotten(record: Id) -> str:
    kind, slug = record
    return (
        f"The {kind} id `{slug}` led to the record that followed it, or to a note that it has ended; now nothing "
        "speaks of it. Put back the line under `previous_ids`, or the entry in `ended.yaml`."
    )


def _too_many(dropped: int, before: int) -> Iterator[str]:
    if dropped > FEW and dropped * 100 > before * MOST_DROPPED_PERCENT:
        yield (
            f"{counted(dropped, 'record')} of {before:,} would be gone, more than {MOST_DROPPED_PERCENT} in a hundred. "
            "If that is a mistake, put their files back. If it is right, take them out over several changes, or let a "
            "maintainer give the pull request the label `many records end`; the check then runs again."
        )
