"""The versions of records in a repository: which commits changed which, and what each version holds."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from hubatlas.facts.ended import TYPES
from hubatlas.records import kinds
from hubatlas.records.folders import SLUG
from hubatlas.records.kinds import Kind
from hubatlas.records.reading import MOST_BYTES
from hubatlas_site.git import git

KINDS: dict[str, Kind] = {str(kind.folder): kind for kind in kinds.KINDS if kind.name in TYPES}
_HEADER = re.compile(rb"([0-9a-f]{40,64}) (\d+)", re.ASCII)
_PLAIN_FILE = b"100"
"""How the mode of a file begins that is neither a link, nor another repository, nor gone."""


class RecordId(NamedTuple):
    """Which record: the folder of its kind, such as hubs, and its slug."""

    folder: str
    slug: str


class Commit(NamedTuple):
    """A commit, its time in seconds since 1970, and the blob of each record that it changed; None where it took it."""

    hash: str
    seconds: int
    blobs: dict[RecordId, str | None]


def commits(content: Path, newest: str) -> list[Commit]:
    """Every commit on the way to `newest` that changed a record, oldest first.

    A branch counts as a whole, where it was merged: what was changed on it was published then. Raises OSError where Git
    cannot tell.
    """
    shape = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative", "--format=%H %ct")
    told = git(content, "log", "--first-parent", "--diff-merges=first-parent", *shape, newest, "--", *KINDS)
    if told is None:
        raise OSError("git log cannot be read")
    found = list(_commits(told.split(b"\0")))
    found.reverse()
    return found


def _commits(parts: Iterable[bytes]) -> Iterator[Commit]:
    """What `git log --raw -z` says, part by part: the line of a commit, then a line and a path for each file."""
    commit: Commit | None = None
    rest = iter(parts)
    for part in rest:
        header = _HEADER.fullmatch(part.strip())
        if header:
            if commit is not None:
                yield commit
            commit = Commit(header[1].decode(), int(header[2]), {})
        elif part.lstrip().startswith(b":") and commit is not None:
            _, mode, _, blob, _ = part.split()
            record = _record(next(rest).decode("utf-8", "replace"))
            if record is not None:
                commit.blobs[record] = blob.decode() if mode.startswith(_PLAIN_FILE) else None
    if commit is not None:
        yield commit


def tree(content: Path, commit: str) -> dict[RecordId, str]:
    """The blob of every record as of a commit. Raises OSError where Git cannot tell."""
    told = git(content, "ls-tree", "-r", "-z", commit, "--", *KINDS)
    if told is None:
        raise OSError("git ls-tree cannot be read")
    found = {}
    for line in told.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        record = _record(path.decode("utf-8", "replace"))
        if record is not None and about.startswith(_PLAIN_FILE):
            found[record] = about.split()[2].decode()
    return found


@contextmanager
def blobs(content: Path) -> Iterator[Callable[[str], bytes | None]]:
    """A function that gives what a blob holds, one after the other; None for one that is too large for a record.

    It raises OSError where Git cannot tell.
    """
    command = ["git", "-C", str(content), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - a list, no shell
        asked, told = process.stdin, process.stdout
        if asked is None or told is None:
            raise OSError("git cat-file cannot be asked")
        yield lambda name: _held(asked, told, name)


def _held(asked: IO[bytes], told: IO[bytes], name: str) -> bytes | None:
    asked.write(f"{name}\n".encode())
    asked.flush()
    header = told.readline().split()
    if len(header) != len((name, "blob", "size")):
        raise OSError(f"Git has no {name}")
    left = int(header[2])
    held = told.read(left) if left <= MOST_BYTES else None
    while held is None and left:
        left -= len(told.read(min(left, MOST_BYTES)))
    told.readline()
    return held


def is_shallow(content: Path) -> bool:
    """Whether the repository holds only the newest part of its history."""
    return git(content, "rev-parse", "--is-shallow-repository") != b"false\n"


def uncommitted(content: Path) -> set[RecordId]:
    """The records whose files are not as the newest commit has them."""
    changed = git(content, "diff", "--name-only", "-z", "--no-ext-diff", "--relative", "HEAD", "--", ".") or b""
    added = git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".") or b""
    records = map(_record, (changed + added).decode("utf-8", "replace").split("\0"))
    return {record for record in records if record is not None}


def _record(path: str) -> RecordId | None:
    """The record that a path from the content folder is of; None for anything else."""
    folder, _, name = path.partition("/")
    slug = name.removesuffix(".yaml")
    return RecordId(folder, slug) if folder in KINDS and slug != name and SLUG.fullmatch(slug) else None
