"""Writes a whole site: every page and export of the records, and the theme's styles, scripts and images."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition
from hubatlas.pages import PAGES, site_context
from hubatlas.records import InvalidRecordsError, load
from hubatlas_site.assets import network_style, theme_assets, versions
from hubatlas_site.compiled import CompiledTemplates
from hubatlas_site.faults import fault_of_page
from hubatlas_site.folders import SiteFolder
from hubatlas_site.keys import code_key, value_key
from hubatlas_site.manifest import Manifest
from hubatlas_site.order import BuildError, Order
from hubatlas_site.rendering import Renderer


def write_site(order: Order, folder: Path, last: Manifest) -> Manifest:
    """Write the site into `folder`, reusing what `last` shows to be unchanged in the published one; what was written.

    Raises BuildError where the records or the theme do not allow it, OSError where the disk does not.
    """
    directory = load_directory(order)
    assets = theme_assets(order.theme, order.project, order.cache / "assets")
    assets["network.css"] = network_style(directory.network.appearance)
    site = SiteFolder(folder, order.output, last)
    listed = _write_pages(order, directory, versions(assets), site)
    edition = Edition(
        directory=directory, today=order.today, commit=order.commit, schemas=_schemas(order.schema), pages=listed
    )
    for export in EXPORTS:
        for address, content in export.files(edition):
            site.write(address, content)
    for name, content in assets.items():
        site.write(urls.asset(name), content)
    site.remove_what_is_gone()
    return site.manifest


def load_directory(order: Order) -> Directory:
    """The records, with what the order says of the site's address; BuildError lists every problem with them."""
    try:
        directory = load(order.content, order.schema)
    except InvalidRecordsError as error:
        count = len(error.problems)
        found = "1 problem" if count == 1 else f"{count} problems"
        lines = (str(problem) for problem in error.problems)
        raise BuildError("\n".join((*lines, f"{found} found; nothing was written."))) from None
    site = directory.network.site
    site = replace(site, address=order.site_address or site.address, repository=order.repository or site.repository)
    return replace(directory, network=replace(directory.network, site=site))


def _write_pages(order: Order, directory: Directory, assets: Mapping[str, str], site: SiteFolder) -> tuple[str, ...]:
    """Write every page whose context or template is new; the addresses that search engines should list."""
    shared = site_context(directory, order.today)
    templates = order.theme / "templates"
    code = code_key((templates, order.project / "plugins"))
    setting = value_key(code, shared, dict(assets))
    renderer = Renderer(templates, shared, assets, CompiledTemplates(order.cache / "templates" / code.hex()[:16]))
    listed = []
    for kind in PAGES:
        for address, context in kind.contexts(directory, order.today):
            key = value_key(setting, kind.template, address, context).hex()
            if not site.keep(address, key):
                try:
                    content = renderer.render(kind.template, address, context)
                except Exception as error:
                    raise fault_of_page(address, templates, error) from error
                site.write(address, content, key)
            if context.head.indexed:
                listed.append(address)
    return tuple(listed)


def _schemas(folder: Path) -> dict[str, Mapping[str, Any]]:
    return {
        file.name.removesuffix(".schema.json"): json.loads(file.read_bytes())
        for file in sorted(folder.glob("*.schema.json"))
    }
