"""What holds on every kind of page: readable by all, whole without scripts, and it fits a small phone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from hubatlas.pages import DATA_PAGES, PAGES
from samples import KINDS, fullest
from tests.browser.conftest import EDITORS, EMBEDS, LEADS_ON, SCREENS, axe_finds, fetched, published, show_all
from tests.conftest import NewPage

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}

BETWEEN = (768, 640)
"""Widths between the two; the narrower is that of a desk at 200%. A small phone is as wide as a desk at 400%."""

KB = 1024
ANY_PAGE = 40 * KB
LONG_LISTS = {
    "whats-on": 44 * KB,  # the fullest lists three hundred sessions
    "place": 44 * KB,
    "kiosk": 80 * KB,  # all that it can show, so that it needs no network afterwards
}
"""The most bytes that a page and all it asks for may have, compressed as a web server sends them."""

WATCH_FOR_JUMPS = """
window.jumps = [];
new PerformanceObserver((list) => jumps.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
"""
MOST_JUMPING = 0.02  # a fifth of what passes for good


def test_every_kind_of_page_is_looked_at() -> None:
    assert {kind.name for kind in PAGES} | {kind.name for kind in DATA_PAGES} == set(KINDS) | LEADS_ON | EDITORS


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_light_fits_and_reads_well_on_a_small_phone(
    kind: str, built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    weigh = fetched(page, address(fullest(built_site, kind)))
    assert weigh() <= LONG_LISTS.get(kind, ANY_PAGE)
    show_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert axe_finds(page, forced_colours=True) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_well_on_a_desk_in_light_dark_and_forced_colours(
    kind: str, estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(viewport=DESK)
    page.goto(site_server(estuary_site) + fullest(estuary_site, kind))
    show_all(page)
    assert axe_finds(page, forced_colours=True) == []
    for width in BETWEEN:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in EMBEDS | SCREENS])
def test_a_page_is_whole_without_scripts(
    kind: str, built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(address(fullest(built_site, kind)))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Hubs")).to_be_visible()
    expect(page.locator("button:not([type=submit]):visible")).to_have_count(0)  # nothing to press that does nothing
    for drawn in page.locator("[data-module=map]").all():
        expect(drawn.get_by_role("img")).to_be_visible()
    expect(page.get_by_text(re.compile("^Open now"))).to_have_count(0)  # only a clock can tell


def test_every_hub_says_where_it_is_and_how_to_ring_without_scripts(
    built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    for hub in published(built_site, "hubs"):
        page.goto(address(f"hubs/{hub['hub']}/"))
        shown = page.get_by_role("main").inner_text()
        for fact in ("name", "postal_code", "phone"):
            assert hub[fact] is None or hub[fact] in shown, f"{hub['hub']} does not say its {fact}"


def test_the_list_of_hubs_says_all_that_the_map_says(
    built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address("hubs/"))
    listed = {item.get_attribute("data-hub") for item in page.locator("main [data-hub]").all()}
    assert listed == {hub["hub"] for hub in published(built_site, "hubs")}


def test_the_search_page_lists_everything_without_scripts(
    built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address("search/"))
    linked = {link.get_attribute("href") for link in page.locator("main a").all()}
    for table, record in (("hubs", "hub"), ("services", "service"), ("organisations", "organisation")):
        assert {f"../{table}/{row[record]}/" for row in published(built_site, table)} <= linked


def test_the_first_tab_leads_past_the_menu(address: Callable[[str], str], page: Page) -> None:
    page.goto(address("hubs/"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_folds_away_on_a_phone_and_opens_by_keyboard(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(address(""))
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Services")
    expect(link).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_needs_no_button_on_a_wide_screen(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(viewport=DESK)
    page.goto(address(""))
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Services")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()


def test_the_menu_comes_even_if_the_script_never_does(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, expected=("Failed to load", "404"))
    page.route("**/main.js*", lambda route: route.fulfill(status=404))
    page.goto(site_server(estuary_site))
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Services")
    expect(link).to_be_visible(timeout=10_000)


@pytest.mark.parametrize("kind", ["home", "need", "hubs", "hub", "service", "search", "saved"])
def test_nothing_jumps_on_a_phone_while_the_page_comes(
    kind: str, built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE)
    page.add_init_script(WATCH_FOR_JUMPS)
    page.route("**/main.js*", come_late)
    page.goto(address(fullest(built_site, kind)), wait_until="networkidle")
    expect(page.get_by_role("button", name="Menu")).to_be_visible()
    assert page.evaluate("jumps.reduce((sum, jump) => sum + jump.value, 0)") <= MOST_JUMPING


def come_late(route: Route) -> None:
    """Keep the script back until the page has been painted without it."""
    time.sleep(0.5)
    route.fallback()
