"""The records of an order as a directory, from what was kept of them where they have not changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.records import InvalidRecordsError, load
from hubatlas.records.folders import RecordFile, find
from hubatlas.records.loading import Loader
from hubatlas_site import progress, state
from hubatlas_site.crew import work_through, workers
from hubatlas_site.order import BuildError, Order
from hubatlas_site.records_cache import KeptRecords

FEWEST_NEW_RECORDS = 300


def load_directory(order: Order, code: bytes) -> Directory:
    """The records, with what the order says of the site's address; BuildError lists every problem with them.

    `code` stands for the code that reads them.
    """
    progress.show("Records")
    kept = KeptRecords(state.records_path(order), code)
    try:
        _parse_side_by_side(order.content, order.schema, kept)
        directory = load(order.content, order.schema, kept)
    except InvalidRecordsError as error:
        count = len(error.problems)
        found = "1 problem" if count == 1 else f"{count} problems"
        lines = (str(problem) for problem in error.problems)
        raise BuildError("\n".join((*lines, f"{found} found; nothing was written."))) from None
    finally:
        kept.save()
    site = directory.network.site
    site = replace(site, address=order.site_address or site.address, repository=order.repository or site.repository)
    return replace(directory, network=replace(directory.network, site=site))


def _parse_side_by_side(content: Path, schema: Path, kept: KeptRecords) -> None:
    """Keep the models of all records, each process parsing some, where all are new and so many that this is quicker."""
    if len(kept) or workers() == 1:
        return
    files = find(content).files
    if len(files) < FEWEST_NEW_RECORDS:
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
