"""What the records would change, compared with those of an earlier commit of their repository."""

from __future__ import annotations

import io
import tarfile
import tempfile
from datetime import date
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.facts.changes import Change, changes
from hubatlas.records import Cache, InvalidRecordsError, load
from hubatlas_site.git import git

NEWEST = "HEAD"


class NotComparedError(Exception):
    """The records cannot be compared. The message is one plain sentence without its full stop."""


def changes_since(
    commit: str, content: Path, schema: Path, directory: Directory, *, today: date, kept: Cache | None = None
) -> tuple[Change, ...]:
    """What is different in the directory, which is that of the content folder now, from the records of the commit.

    Nothing where the content folder is as it was then, or is new. Records that `kept` holds are not parsed again.
    Raises NotComparedError where there is no such commit, or where its records have problems.
    """
    if git(content, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}") is None:
        raise NotComparedError(f"there is no commit {commit}")
    if _same(commit, content):
        return ()
    archive = git(content, "archive", "--format=tar", commit)
    if archive is None:  # the folder is not in that commit
        return ()
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
        try:
            before = load(Path(folder), schema, kept)
        except InvalidRecordsError:
            raise NotComparedError(f"the records of {commit} do not pass today's check") from None
    return changes(before, directory, today)


def _same(commit: str, content: Path) -> bool:
    changed = git(content, "diff", "--name-only", "--no-ext-diff", commit, "--", ".")
    added = git(content, "ls-files", "--others", "--exclude-standard", "--", ".")
    return changed == b"" and added == b""
