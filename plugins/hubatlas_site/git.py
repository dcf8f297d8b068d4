"""Asking Git about the repository that the records are kept in."""

from __future__ import annotations

import subprocess
from pathlib import Path

_LONGEST = 60  # seconds


def git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What git answers in that folder; None where it fails, is not there, or the folder is in no repository."""
    command = ["git", "-C", str(folder), "-c", "log.showSignature=false", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True, timeout=_LONGEST).stdout  # noqa: S603 - a list, no shell
    except (OSError, subprocess.SubprocessError):
        return None
