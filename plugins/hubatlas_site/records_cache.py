"""Records kept between builds, so that only changed ones are parsed and checked again."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from hubatlas.records.folders import RecordFile, find
from hubatlas.records.loading import Loader
from hubatlas_site import cache
from hubatlas_site.crew import work_through, workers

FEWEST_NEW_RECORDS = 300


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


def parse_side_by_side(content: Path, schema: Path, kept: KeptRecords) -> None:
    """Keep the models of all records, each process parsing some, where so many are new that this is quicker."""
    files = find(content).files
    if len(files) - len(kept) < FEWEST_NEW_RECORDS or workers() == 1:
        return
    shares = [files[start :: workers()] for start in range(workers())]
    for models in work_through([partial(_parse, share, schema) for share in shares]):
        for key, model in models.items():
            kept[key] = model


def _parse(files: Sequence[RecordFile], schema: Path) -> dict[str, object]:
    models: dict[str, object] = {}
    loader = Loader(schema, models)
    for file in files:
        loader.load(file)
    return models
