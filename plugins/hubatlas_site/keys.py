"""Keys that say what a page was made from: the same key, the same bytes."""

from __future__ import annotations

import hashlib
import pickle
import platform
from io import BytesIO
from pathlib import Path


def value_key(*values: object) -> bytes:
    """A hash of plain values and frozen dataclasses: equal for equal values, however their parts are shared."""
    pickled = BytesIO()
    pickler = pickle.Pickler(pickled, protocol=5)
    pickler.fast = True  # spells every part out, where sharing would make equal values look different
    pickler.dump(values)
    return hashlib.blake2b(pickled.getbuffer(), digest_size=20).digest()


def files_key(folder: Path, pattern: str) -> bytes:
    """A hash of the names and contents of the files below `folder` that fit the pattern, such as *.html."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        digest.update(f"{file.relative_to(folder)}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.digest()


def code_key(project: Path) -> bytes:
    """A hash of the code that makes the site: this version of Python, the locked packages, and every module."""
    locked = (project / "requirements.txt").read_bytes()
    return value_key(platform.python_version(), locked, files_key(project / "plugins", "*.py"))
