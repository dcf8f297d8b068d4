"""Replacing a published folder by a new one in a single step, so that nobody ever sees half a site."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hubatlas_site.order import BuildError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)
_NOT_OFFERED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
MARK = "build.json"


@contextmanager
def new_folder(published: Path, spare: Path) -> Iterator[Path]:
    """A folder to fill that takes the place of `published` if the block ends well, and is deleted if not.

    It is `spare`, with whatever that holds, and `spare` then becomes what was published; where `spare` is on another
    disk, it is an empty folder beside `published`. One build of a folder at a time: others wait.
    """
    with _alone(published):
        _refuse_foreign(published)
        aside = published.with_name(f".{published.name}.old")
        if aside.exists() and not published.exists():
            aside.rename(published)  # an earlier build was killed between the two steps
        beside = published.with_name(f".{published.name}.new")
        delete(beside)
        delete(aside)
        folder = spare if _same_disk(spare, published) else beside
        folder.mkdir(exist_ok=True)
        try:
            yield folder
            replace(published, folder, aside)
        except BaseException:
            delete(folder)
            raise
        delete(aside)
        delete(beside)


def replace(published: Path, new: Path, aside: Path) -> None:
    """Put `new` where `published` is, and what was there at `new` or `aside`; in one step where the system can."""
    if not published.exists():
        new.rename(published)
    elif not exchange(published, new):
        replace_in_two_steps(published, new, aside)


def replace_in_two_steps(published: Path, new: Path, aside: Path) -> None:
    """Put what is published at `aside`, and `new` in its place; `new_folder` puts right a kill between the two."""
    published.rename(aside)
    try:
        new.rename(published)
    except OSError:
        aside.rename(published)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Swap the names of two folders in one step; False where the system or its disk does not offer that."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, _RENAME_SWAP)
        else:
            failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    except AttributeError:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _NOT_OFFERED:
        return False
    raise OSError(number, os.strerror(number), str(one))


@contextmanager
def _alone(published: Path) -> Iterator[None]:
    """Hold the folder that `published` is in against other builds; the system lets go of it however this one ends."""
    published.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(published.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Waiting for another build beside {published} to end.", file=sys.stderr, flush=True)  # noqa: T201 - said at once, as it may take long
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _refuse_foreign(published: Path) -> None:
    """Raise BuildError where something other than a built site has the name, so that it is never deleted."""
    if not published.exists():
        return
    if not published.is_dir():
        raise BuildError(f"The site cannot be written to {published}: that is a file.")
    if any(published.iterdir()) and not (published / MARK).exists():
        raise BuildError(f"The site would replace {published}, which holds other files. Name an empty or new folder.")


def delete(folder: Path) -> None:
    """Delete a folder, if it is there, with all that is in it."""
    if folder.is_symlink() or folder.exists():
        shutil.rmtree(folder)


def _same_disk(spare: Path, published: Path) -> bool:
    """Whether a folder can be moved from one place to the other; makes the folder that `spare` is to be in."""
    try:
        spare.parent.mkdir(parents=True, exist_ok=True)
        return spare.parent.stat().st_dev == published.parent.stat().st_dev and os.access(spare.parent, os.W_OK)
    except OSError:
        return False
