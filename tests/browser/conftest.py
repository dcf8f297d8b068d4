"""What the browser tests share: a page of each kind, and what axe finds on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

expect.set_options(timeout=15_000)  # a busy computer is not a fault

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

KINDS = {
    "home": "index.html",
    "hubs": "hubs/index.html",
    "hub": "hubs/*/index.html",
    "services": "services/index.html",
    "service": "services/*/index.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/*/index.html",
    "freshness": "network/freshness/index.html",
    "words": "network/words/index.html",
    "network": "network/index.html",
    "coverage": "network/coverage/index.html",
    "search": "search/index.html",
    "data": "data/index.html",
    "dictionary": "data/dictionary/index.html",
    "about": "about/index.html",
    "contribute": "contribute/index.html",
    "accessibility": "accessibility/index.html",
    "privacy": "privacy/index.html",
    "not found": "404.html",
}


@pytest.fixture
def address(built_site: Path, site_server: Callable[[Path], str]) -> Callable[[str], str]:
    """Gives the address of a page of the site under test: `address("hubs/")`."""
    home = site_server(built_site)
    return lambda path: home + path


def fullest(site: Path, kind: str) -> str:
    """The path of the page of that kind that says most."""
    files = sorted(site.glob(KINDS[kind]))
    assert files, f"{site} has no page of the kind {kind}"
    largest = max(files, key=lambda file: file.stat().st_size)
    return largest.relative_to(site).as_posix().removesuffix("index.html")


def published(site: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table that the site publishes, such as hubs."""
    whole = json.loads((site / "data" / "v1" / f"{table}.json").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = whole["rows"]
    assert rows
    return rows


def draw_map(page: Page) -> None:
    """Bring the map of the page up, on a small screen by its button, and wait until it is there."""
    drawn = page.locator("[data-module=map]")
    button = drawn.get_by_role("button", name="Show the map")
    if button.is_visible():
        button.click()
    else:
        drawn.scroll_into_view_if_needed()
    expect(drawn).to_have_attribute("data-state", "ready")


def axe_finds(page: Page) -> list[str]:
    """What axe says is wrong with the page as it is shown now, in light and in dark: the rule and the elements."""
    page.evaluate(AXE)
    page.emulate_media(color_scheme="light")
    in_light = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    page.emulate_media(color_scheme="dark")
    in_dark = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", COLOUR_RULES)
    return [
        f"{rule['id']} ({rule['help']}): {[node['html'][:200] for node in rule['nodes']]}"
        for rule in (*in_light["violations"], *in_dark["violations"])
    ]
