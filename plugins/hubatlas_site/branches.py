"""Putting one changed record on a branch of its own."""

from __future__ import annotations

from pathlib import Path

from hubatlas_site.git import git


class BranchError(Exception):
    """Git would not make the branch; nothing was committed."""


def on_new_branch(file: Path, branch: str) -> None:
    """Begin a branch where the repository of the file stands now; raises BranchError where it cannot be."""
    folder = file.parent
    if git(folder, "rev-parse", "--is-inside-work-tree") is None:
        raise BranchError(f"{folder} is not in a Git repository.")
    if git(folder, "status", "--porcelain", "--", file.name) != b"":
        raise BranchError(f"{file} holds changes that are not committed yet.")
    if git(folder, "diff", "--cached", "--quiet") is None:
        raise BranchError("Other changes are waiting to be committed. Commit them, or take them back, first.")
    if git(folder, "switch", "--quiet", "--create", branch) is None:
        raise BranchError(f"There is a branch {branch} already. The suggestion may have been taken before.")


def commit(file: Path, message: str) -> None:
    """Commit what the file holds now, and nothing else; where Git will not, the file and the branch are as before."""
    folder = file.parent
    if git(folder, "commit", "--quiet", "--no-verify", f"--message={message}", "--only", "--", file.name) is not None:
        return
    branch = (git(folder, "branch", "--show-current") or b"").decode().strip()
    git(folder, "restore", "--staged", "--worktree", "--", file.name)
    git(folder, "switch", "--quiet", "-")
    git(folder, "branch", "--quiet", "--delete", branch)
    raise BranchError("Git could not commit the change. Does it know your name and e-mail address?")
