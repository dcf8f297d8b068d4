"""Keys that say what a page was made from: the same key, the same bytes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import pickle
import platform
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

RENDERERS = ("jinja2", "markdown", "nh3", "govuk-frontend-jinja")


def value_key(*values: object) -> bytes:
    """A hash of plain values and frozen dataclasses: equal for equal values, however their parts are shared."""
    pickled = BytesIO()
    pickler = pickle.Pickler(pickled, protocol=5)
    pickler.fast = True  # spells every part out, where sharing would make equal values look different
    pickler.dump(values)
    return hashlib.blake2b(pickled.getbuffer(), digest_size=20).digest()


def code_key(folders: Iterable[Path]) -> bytes:
    """A hash of every template and module below `folders`, and of the versions of what renders them."""
    digest = hashlib.sha256(platform.python_version().encode())
    for name in RENDERERS:
        digest.update(f"\0{name} {importlib.metadata.version(name)}".encode())
    for folder in folders:
        for file in sorted(path for pattern in ("*.py", "*.html", "*.svg") for path in folder.rglob(pattern)):
            digest.update(f"\0{file.relative_to(folder)}\0".encode())
            digest.update(file.read_bytes())
    return digest.digest()
