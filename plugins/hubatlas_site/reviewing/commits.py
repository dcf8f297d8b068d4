"""The content folder as it was, or would be, at a commit of its repository."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from hubatlas_site.git import git


class NotComparedError(Exception):
    """The records cannot be compared. The message is one plain sentence without its full stop."""


def known(commit: str, content: Path) -> str:
    """The hash of the commit; raises NotComparedError where the repository has no such commit."""
    name = None if commit.startswith("-") else git(content, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    if name is None:
        raise NotComparedError(f"there is no commit {commit}")
    return name.decode().strip()


@contextmanager
def content_at(commit: str, content: Path) -> Iterator[Path | None]:
    """The content folder of the commit, in a folder that is deleted afterwards; None where it had none yet."""
    archive = git(content, "archive", "--format=tar", known(commit, content))
    if archive is None:  # the folder is not in that commit
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as files:
                files.extractall(folder, filter="data")
        except tarfile.TarError:
            raise NotComparedError(f"the content folder of {commit} holds links that lead out of it") from None
        yield Path(folder)


def day_of(commit: str, content: Path) -> date:
    """The date of the commit, as of Greenwich."""
    seconds = git(content, "show", "--no-patch", "--format=%ct", known(commit, content)) or b"0"
    return datetime.fromtimestamp(int(seconds.split()[-1]), tz=UTC).date()
