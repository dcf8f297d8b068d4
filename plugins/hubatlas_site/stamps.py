"""Whether anything has changed since the last build, told from the stamps that the disk keeps of every file."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

# A file changed twice within the clock's step keeps its stamp, so one changed this recently is not trusted.
CLOCK_STEP_NANOSECONDS = 50_000_000


class Stamp(NamedTuple):
    """What the disk says of a file: equal stamps, equal bytes, unless somebody goes out of their way."""

    size: int
    modified: int
    inode: int


def stamp(path: Path | str) -> Stamp | None:
    """The stamp of a plain file; None where there is none, or something else has its name."""
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def fingerprint(roots: Iterable[Path], *, before: int | None = None) -> str | None:
    """One hash of the names and stamps of all files below `roots`; a missing root counts as such.

    None where a file was changed later than shortly before `before` (nanoseconds since 1970): its stamp proves nothing.
    """
    digest = hashlib.sha256()
    newest = 0
    for root in roots:
        digest.update(f"{root}\0".encode())
        for name, found in sorted(_files(str(root))):
            newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
            digest.update(f"{name}\0{found.st_size} {found.st_mtime_ns} {found.st_ino} {found.st_mode}\0".encode())
    if before is not None and newest > before - CLOCK_STEP_NANOSECONDS:
        return None
    return digest.hexdigest()


def site_fingerprint(files: Iterable[tuple[str, Stamp]]) -> str:
    """One hash of the files of a site, in any order: the path of each below its folder, and its stamp."""
    lines = [f"{name}\0{size} {modified} {inode}\0" for name, (size, modified, inode) in sorted(files)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def stamps_below(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """The path and the stamp of each file below a folder; of links, and anything else that is no folder, as well."""
    for name, found in _files(str(folder)):
        yield name, Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def _files(root: str) -> Iterator[tuple[str, os.stat_result]]:
    """Each file below `root` (or `root` itself) but Python's own caches, unsorted, links not followed."""
    try:
        entries = list(os.scandir(root))
    except NotADirectoryError:
        yield "", os.stat(root, follow_symlinks=False)
        return
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from ((f"{entry.name}/{name}", found) for name, found in _files(entry.path))
        else:
            yield entry.name, entry.stat(follow_symlinks=False)
