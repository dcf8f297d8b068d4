"""What the last build wrote: enough to know, without reading it again, which of it can stay."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TypeAlias

import orjson

from hubatlas_site import cache
from hubatlas_site.stamps import Stamp


class Written(NamedTuple):
    """A file of the site: what it was made from (for pages; "" otherwise), its content and its stamp on the disk."""

    key: str
    content: str
    stamp: Stamp | None


Files: TypeAlias = dict[str, Written]
"""Files of a site by their path below its folder."""


def save_manifest(path: Path, files: Files, version: bytes) -> None:
    """Keep at `path` what was written by this version of the code."""
    rows = [[name, each.key, each.content, each.stamp and [*each.stamp]] for name, each in sorted(files.items())]
    cache.write(path, orjson.dumps(rows), version)


def load_manifest(path: Path, version: bytes) -> Files:
    """What this version of the code kept at `path`; nothing where there is none or it is damaged."""
    stored = cache.read(path, version)
    rows = [] if stored is None else orjson.loads(stored)
    return {name: Written(key, content, Stamp(*found)) for name, key, content, found in rows if found}
