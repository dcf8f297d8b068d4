"""Files that make the next build quicker. A damaged or missing one is the same as none, so all can be deleted."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

_HASH_LENGTH = hashlib.sha256().digest_size


def read(path: Path, version: bytes = b"") -> bytes | None:
    """What was last written to `path` by the same `version` of its writer, whole and undamaged; None otherwise."""
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    body = stored[_HASH_LENGTH:]
    return body if stored[:_HASH_LENGTH] == _hash(version, body) else None


def write(path: Path, body: bytes, version: bytes = b"") -> None:
    """Keep `body` at `path`, in one step; quietly do without where the disk does not allow it."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(_hash(version, body) + body)
        unfinished.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()


def _hash(version: bytes, body: bytes) -> bytes:
    return hashlib.sha256(len(version).to_bytes(8) + version + body).digest()
