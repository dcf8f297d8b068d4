"""Templates kept in their compiled form."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from hubatlas_site import cache


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates below a folder, those of one `version` of the code; those of others are deleted.

    Jinja checks that each belongs to its source and to this version of Python.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder / version
        for other in folder.iterdir() if folder.is_dir() else ():
            if other.name != version:
                shutil.rmtree(other, ignore_errors=True)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give `bucket` its compiled template, if there is one."""
        found = cache.read(self._folder / bucket.key)
        if found is not None:
            bucket.load_bytecode(BytesIO(found))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` has compiled."""
        compiled = BytesIO()
        bucket.write_bytecode(compiled)
        cache.write(self._folder / bucket.key, compiled.getvalue())
