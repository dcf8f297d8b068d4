"""What a page asks of a phone: bytes, compressed as a web server sends them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import KINDS, draw_map, fullest
from tests.conftest import NewPage

KB = 1024
ANY_PAGE = 30 * KB
LONG_LISTS = {
    "whats-on": 40 * KB,  # the fullest lists three hundred sessions
    "place": 40 * KB,
    "data": 36 * KB,  # every file, for people and once more for machines
}
SEARCH = 110 * KB
WITH_MAP = 100 * KB
SCRIPTS = {"main.js": 6 * KB, "search-worker.js": 12 * KB, "hub-map.js": 60 * KB}


def fetched(page: Page, address: str) -> Callable[[], int]:
    """Opens the page; what is returned counts the compressed bytes of everything it has asked for so far."""
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(address, wait_until="networkidle")
    return lambda: sum(len(gzip.compress(body)) for body in bodies)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_light(kind: str, built_site: Path, address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    weigh = fetched(page, address(fullest(built_site, kind)))
    assert weigh() <= LONG_LISTS.get(kind, ANY_PAGE)


def test_the_map_is_light(address: Callable[[str], str], page: Page) -> None:
    weigh = fetched(page, address("hubs/"))
    draw_map(page)
    assert weigh() <= WITH_MAP


def test_the_search_is_light_with_its_whole_index(address: Callable[[str], str], page: Page) -> None:
    weigh = fetched(page, address("search/?q=money"))
    expect(page.get_by_role("status")).to_contain_text("result")
    assert weigh() <= SEARCH


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_small(name: str, built_site: Path) -> None:
    assert len(gzip.compress((built_site / "assets" / name).read_bytes())) <= SCRIPTS[name]
