"""What the last build wrote: enough to know, without reading it again, which of it can stay."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from hubatlas_site import cache
from hubatlas_site.stamps import Stamp


class Written(NamedTuple):
    """A file of the site: what it was made from (for pages; "" otherwise), its content and its stamp on the disk."""

    key: str
    content: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a built site by their path below its folder."""

    files: dict[str, Written] = field(default_factory=dict)

    def save(self, path: Path) -> None:
        """Keep the manifest at `path`."""
        rows = [[name, each.key, each.content, *each.stamp] for name, each in sorted(self.files.items())]
        cache.write(path, json.dumps(rows, separators=(",", ":")).encode())


def load_manifest(path: Path) -> Manifest:
    """The manifest at `path`; an empty one where there is none or it is damaged."""
    stored = cache.read(path)
    rows = [] if stored is None else json.loads(stored)
    return Manifest({name: Written(key, content, Stamp(*stamp)) for name, key, content, *stamp in rows})
