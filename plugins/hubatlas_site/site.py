"""Writes a whole site: every page and export of the records, and the theme's styles, scripts and images."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition, Export
from hubatlas.exports.editor import git_host
from hubatlas.language import Language
from hubatlas.model import History
from hubatlas.network import Network
from hubatlas.pages import DATA_PAGES, PAGES, TRANSLATED
from hubatlas.translation import in_language
from hubatlas_site import state
from hubatlas_site.assets import network_style, theme_assets, versions
from hubatlas_site.batch import Batch
from hubatlas_site.crew import work_through
from hubatlas_site.editor import program as editor_program
from hubatlas_site.folders import SiteFolder
from hubatlas_site.kiosk import SCRIPT as KIOSK_SCRIPT
from hubatlas_site.kiosk import icons, manifests, service_worker
from hubatlas_site.manifest import Files, load_manifest, save_manifest
from hubatlas_site.order import BuildError, Order
from hubatlas_site.press import Press
from hubatlas_site.sharing import NAME as SHARE_PICTURE
from hubatlas_site.sharing import share_picture


def write_site(order: Order, folder: Path, records: Callable[[], Directory], code: bytes) -> None:
    """Write the site of the directory that `records` gives into `folder`, reusing what is published and unchanged.

    `code` stands for the code that makes it. Raises BuildError where the records or the theme do not allow it, OSError
    where the disk does not.
    """
    kept = state.manifest_path(order)
    site = SiteFolder(folder, order.output, load_manifest(kept, code))
    assets = theme_assets(order.theme, order.project, order.cache / "assets")
    directory = records()
    assets["network.css"] = network_style(directory.network.appearance)
    kiosk_script = assets.pop(KIOSK_SCRIPT)
    further: Sequence[Language] = ()
    if directory.network.site.languages:
        from hubatlas_site.catalogues import languages, spoken_scripts  # noqa: PLC0415 - slow to import

        further = languages(order.theme, directory.network.site.languages)
        spoken = [spoken_scripts(order.theme, each.code, assets) for each in further]
        assets |= {name: script for scripts in spoken for name, script in scripts.items()}
    asset_versions = versions(assets)
    pressed = partial(Press, order, site=site, assets=asset_versions, code=code, languages=further)
    press = pressed(directory=directory)
    others = [pressed(directory=in_language(directory, each.code), spoken=each) for each in further]
    edition = Edition(
        directory=directory,
        today=order.today,
        commit=order.commit,
        reads_history=partial(_history, order, directory, code),
        schemas=_schemas(order.schema),
    )
    shared = _shared(order, directory.network, code)
    themed = ((urls.asset(name), content) for name, content in assets.items())
    drawn = icons(directory.network.appearance, order.cache, code)
    beside = [partial(_written, site, made) for made in (shared, drawn, manifests(directory), themed)]
    if git_host(directory.network) is not None:
        program = partial(_written, site, editor_program(order.project))
        beside.append(partial(press.unit, ("the editor's program",), program))
    presses = (press, *others)
    for each in presses:
        each.find_changes()
    batches = tuple(_records_written(press, others, edition, beside))
    files = _together(batches)
    files |= site.write(
        urls.KIOSK_WORKER, service_worker(kiosk_script, files, asset_versions, [each.code for each in further])
    )
    site.remove_all_but(files)
    for each in presses:
        each.remember(batches)
    save_manifest(kept, files, code)
    state.note_written(order, files)


def _shared(order: Order, network: Network, code: bytes) -> Iterator[tuple[str, bytes]]:
    yield urls.asset(SHARE_PICTURE), share_picture(network, order.cache, code)


def _history(order: Order, directory: Directory, code: bytes) -> History:
    from hubatlas_site.history import read_history  # noqa: PLC0415 - slow to import, and needed by one process alone

    return read_history(order, directory, code)


def _written(site: SiteFolder, made: Iterable[tuple[str, bytes]]) -> Batch:
    """Write files by their addresses; a generator makes each of them here, in the process that writes it."""
    return Batch({name: file for each in made for name, file in site.write(*each).items()})


def _records_written(
    press: Press, others: Sequence[Press], edition: Edition, beside: Iterable[Callable[[], Batch]]
) -> Iterable[Batch]:
    """Write what is made of the records, pages and exports side by side, then what speaks about those.

    `others` write the pages in the site's further languages; what `beside` makes is written at the same time.
    """
    exports = {export.address: export for export in EXPORTS if not export.of_published}
    sitemap, search_index = exports.pop(urls.SITEMAP), exports.pop(urls.SEARCH_INDEX)
    kinds = {kind.name: kind for kind in PAGES}
    about_records = [kind for kind in DATA_PAGES if not kind.tells_sizes]
    groups = _grouped(exports.values())
    feeds = {name: members for name, members in groups.items() if members[0].group is not None}
    # What takes longest begins first, so that all workers end at about the same time.
    tasks: list[Callable[[], Batch]] = [
        partial(press.group, edition, members, [kind for kind in about_records if kind.group == name])
        for name, members in reversed(feeds.items())
    ]
    tasks += [partial(press.pages, kinds.pop("service")), partial(press.group, edition, [search_index], [])]
    tasks += [*beside, partial(press.pages, kinds.pop("hub")), *(partial(press.pages, kind) for kind in kinds.values())]
    tasks += [partial(each.spoken_exports, edition) for each in others]
    tasks += [partial(each.pages, kind) for each in others for kind in TRANSLATED]
    tasks += [partial(press.data_pages, kind, edition, {}) for kind in about_records if kind.group is None]
    tasks += [partial(press.group, edition, members, []) for name, members in groups.items() if name not in feeds]
    batches = work_through(tasks)
    yield from batches
    made = replace(
        edition,
        published=press.published(batches),
        previews={name: each for batch in batches for name, each in batch.previews.items()},
    )
    release = press.export(made, *(export for export in EXPORTS if export.of_published))
    yield release
    sizes = {address: size for batch in (*batches, release) for address, size in batch.sizes.items()}
    about_files = [press.data_pages(kind, made, sizes) for kind in DATA_PAGES if kind.tells_sizes]
    yield from about_files
    listed = tuple(address for batch in (*batches, *about_files) for address in batch.listed)
    yield press.export(replace(made, pages=listed), sitemap)


def _grouped(exports: Iterable[Export]) -> dict[object, list[Export]]:
    """The exports, those of one table or group together, in the order in which each comes first."""
    groups: dict[object, list[Export]] = {}
    for export in exports:
        groups.setdefault(export.table or export.group or export.address, []).append(export)
    return groups


def _together(batches: Iterable[Batch]) -> Files:
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
