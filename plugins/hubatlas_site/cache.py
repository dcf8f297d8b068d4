"""Files that make the next build quicker. A damaged or missing one is the same as none, so all can be deleted."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

_HASH_LENGTH = hashlib.sha256().digest_size


def read(path: Path) -> bytes | None:
    """What was last written to `path`, whole and undamaged; None otherwise."""
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    body = stored[_HASH_LENGTH:]
    return body if stored[:_HASH_LENGTH] == hashlib.sha256(body).digest() else None


def write(path: Path, body: bytes) -> None:
    """Keep `body` at `path`, in one step; quietly do without where the disk does not allow it."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(hashlib.sha256(body).digest() + body)
        unfinished.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()
