"""What the records would change, compared with those of an earlier commit of their repository."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.facts.changes import Change, changes
from hubatlas.records import Cache, InvalidRecordsError, load
from hubatlas_site.git import git
from hubatlas_site.reviewing.commits import NotComparedError, content_at, known

__all__ = ["NEWEST", "NotComparedError", "changed_files", "changes_since"]

NEWEST = "HEAD"


def changes_since(
    commit: str, content: Path, schema: Path, directory: Directory, *, today: date, kept: Cache | None = None
) -> tuple[Change, ...]:
    """What is different in the directory, which is that of the content folder now, from the records of the commit.

    Nothing where the content folder is as it was then, or is new. Records that `kept` holds are not parsed again.
    Raises NotComparedError where there is no such commit, or where its records have problems.
    """
    known(commit, content)
    if _same(commit, content):
        return ()
    with content_at(commit, content) as folder:
        if folder is None:
            return ()
        try:
            before = load(folder, schema, kept)
        except InvalidRecordsError:
            raise NotComparedError(f"the records of {commit} do not pass today's check") from None
    return changes(before, directory, today)


def changed_files(commit: str, content: Path) -> frozenset[Path]:
    """The files below the content folder that are not as the commit has them; none where nobody can tell."""
    changed = git(content, "diff", "--name-only", "-z", "--no-ext-diff", "--relative", commit, "--", ".") or b""
    added = git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".") or b""
    names = filter(None, (changed + added).decode("utf-8", "replace").split("\0"))
    return frozenset((content / name).resolve() for name in names)


def _same(commit: str, content: Path) -> bool:
    changed = git(content, "diff", "--name-only", "--no-ext-diff", commit, "--", ".")
    added = git(content, "ls-files", "--others", "--exclude-standard", "--", ".")
    return changed == b"" and added == b""
