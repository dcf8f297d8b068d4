"""Records kept between builds, so that only changed ones are parsed and checked again."""

from __future__ import annotations

import pickle
from pathlib import Path

from hubatlas_site import cache


class KeptRecords:
    """Models of records by key, in one file of one `version` of the code; those no longer asked for are dropped."""

    def __init__(self, path: Path, version: bytes) -> None:
        self._path = path
        self._version = version
        stored = cache.read(path, version)
        self._last: dict[str, object] = {} if stored is None else pickle.loads(stored)  # noqa: S301 - we wrote it; its hash says so
        self._used: dict[str, object] = {}

    def get(self, key: str, /) -> object | None:
        """The model kept under the key, or None."""
        model = self._used.get(key) or self._last.get(key)
        if model is not None:
            self._used[key] = model
        return model

    def __setitem__(self, key: str, model: object, /) -> None:
        """Keep the model under the key."""
        self._used[key] = model

    def __len__(self) -> int:
        """How many models the last build kept."""
        return len(self._last)

    def save(self) -> None:
        """Write what was asked for or added, if that is not what was there."""
        if self._used.keys() != self._last.keys():
            cache.write(self._path, pickle.dumps(self._used, protocol=pickle.HIGHEST_PROTOCOL), self._version)
