"""Writes a whole site: every page and export of the records, and the theme's styles, scripts and images."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition
from hubatlas.pages import DATA_PAGES, PAGES
from hubatlas.records import InvalidRecordsError, load
from hubatlas_site import progress, state
from hubatlas_site.assets import network_style, theme_assets, versions
from hubatlas_site.crew import work_through
from hubatlas_site.folders import SiteFolder
from hubatlas_site.keys import code_key
from hubatlas_site.manifest import Files, load_manifest, save_manifest
from hubatlas_site.order import BuildError, Order
from hubatlas_site.press import Batch, Press
from hubatlas_site.records_cache import KeptRecords, parse_side_by_side


def write_site(order: Order, folder: Path) -> None:
    """Write the site into `folder`, reusing what is unchanged in the published one.

    Raises BuildError where the records or the theme do not allow it, OSError where the disk does not.
    """
    code = code_key(order.project)
    kept = state.manifest_path(order)
    files = _written(order, SiteFolder(folder, order.output, load_manifest(kept, code)), code)
    save_manifest(kept, files, code)


def _written(order: Order, site: SiteFolder, code: bytes) -> Files:
    """Fill the site's folder, and delete what no longer belongs there; every file that is in it."""
    directory = load_directory(order, code)
    assets = theme_assets(order.theme, order.project, order.cache / "assets")
    assets["network.css"] = network_style(directory.network.appearance)
    press = Press(order, directory, site, assets=versions(assets), code=code)
    edition = Edition(directory=directory, today=order.today, commit=order.commit, schemas=_schemas(order.schema))
    files = _together(
        *_records_written(press, edition),
        *(Batch(site.write(urls.asset(name), content), {}) for name, content in assets.items()),
    )
    site.remove_all_but(files)
    return files


def load_directory(order: Order, code: bytes) -> Directory:
    """The records, with what the order says of the site's address; BuildError lists every problem with them."""
    progress.show("Records")
    kept = KeptRecords(state.records_path(order), code)
    try:
        parse_side_by_side(order.content, order.schema, kept)
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


def _records_written(press: Press, edition: Edition) -> Iterable[Batch]:
    """Write what is made of the records: pages and exports side by side, then what speaks about those."""
    exports = {export.address: export for export in EXPORTS}
    sitemap = exports.pop(urls.SITEMAP)
    tasks: list[Callable[[], Batch]] = [partial(press.pages, kind) for kind in PAGES]
    tasks += [partial(press.export, export, edition) for export in exports.values()]
    batches = work_through(tasks)
    yield from batches
    sizes = {address: size for batch in batches for address, size in batch.sizes.items()}
    for kind in DATA_PAGES:
        yield Batch(press.page(kind.template, kind.address, kind.context(edition, sizes)), {})
    listed = tuple(address for batch in batches for address in batch.listed)
    yield press.export(sitemap, replace(edition, pages=(*listed, *(kind.address for kind in DATA_PAGES))))


def _together(*batches: Batch) -> Files:
    """The files of all batches; BuildError where two have one address."""
    files: Files = {}
    for batch in batches:
        for name in batch.files.keys() & files.keys():
            raise BuildError(f"Two files of the site would both be {name}.")
        files |= batch.files
    return files


def _schemas(folder: Path) -> dict[str, Mapping[str, Any]]:
    return {
        file.name.removesuffix(".schema.json"): json.loads(file.read_bytes())
        for file in sorted(folder.glob("*.schema.json"))
    }
