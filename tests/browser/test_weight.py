"""What the map and the search ask of a phone: bytes, compressed as a web server sends them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import draw_map, fetched

KB = 1024
SEARCH = 100 * KB
WITH_MAP = 100 * KB
WITH_STREETS = 120 * KB
FORM = 64 * KB
SCRIPTS = {
    "main.js": 6 * KB,
    "search-page.js": 8 * KB,
    "search-worker.js": 16 * KB,
    "hub-map.js": 60 * KB,
    "archive-map.js": 9 * KB,
    "vector-map.js": 25 * KB,
    "suggestion-form.js": 18 * KB,
}
STREETS = ("archive-map.js", "vector-map.js")
"""What comes besides once a reader asks for streets, where those are shapes in an archive."""


def test_the_map_is_light(built_site: Path, address: Callable[[str], str], page: Page) -> None:
    weigh = fetched(page, address("hubs/"))
    draw_map(page)
    assert weigh() <= WITH_MAP
    streets = sum(len(gzip.compress((built_site / "assets" / name).read_bytes())) for name in STREETS)
    assert weigh() + streets <= WITH_STREETS


def test_the_search_is_light_with_its_whole_index(address: Callable[[str], str], page: Page) -> None:
    weigh = fetched(page, address("search/?q=money"))
    expect(page.get_by_role("status")).to_contain_text("result")
    assert weigh() <= SEARCH


def test_the_form_for_suggestions_is_light_with_its_record(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    weigh = fetched(page, f"{site_server(estuary_site)}suggest/#hubs_quayside")
    expect(page.get_by_role("button", name="Check your changes")).to_be_visible()
    assert weigh() <= FORM


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_small(name: str, built_site: Path) -> None:
    assert len(gzip.compress((built_site / "assets" / name).read_bytes())) <= SCRIPTS[name]
