"""The map of hubs: by keyboard alone, calm for those who ask for it, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import draw_map
from tests.conftest import NewPage

PHONE = {"width": 390, "height": 844}
MOST_PRESSES = 12


def show_map(page: Page, address: str) -> Locator:
    page.goto(address)
    draw_map(page)
    return page.locator("[data-module=map]")


def focused_part(page: Page) -> str:
    """The look of the element with the keyboard's focus."""
    look: str = page.evaluate("document.activeElement.className")
    return look


def tab_to(page: Page, look: str) -> None:
    """Press Tab until a part of the map with that look has the focus."""
    for _ in range(MOST_PRESSES * 4):
        page.keyboard.press("Tab")
        if look in focused_part(page):
            return
    raise AssertionError(f"Tab never came to {look}")


def zoom_to_a_hub(page: Page) -> None:
    """By keyboard, draw clusters apart until a marker of one hub has the focus."""
    page.locator(".hub-map__canvas").focus()
    tab_to(page, "leaflet-marker-icon")
    for _ in range(MOST_PRESSES):
        if "hub-map__marker" in focused_part(page):
            return
        before = page.locator(".leaflet-marker-icon:focus").inner_text()
        page.keyboard.press("Enter")
        expect(page.locator(".leaflet-marker-icon:focus")).to_have_count(1)
        expect(page.locator(".leaflet-marker-icon:focus")).not_to_have_text(before)
    raise AssertionError("no cluster ever came down to one hub")


def test_a_hub_is_opened_from_the_map_by_keyboard_alone(address: Callable[[str], str], page: Page) -> None:
    drawn = show_map(page, address("hubs/"))
    zoom_to_a_hub(page)
    name = page.evaluate("document.activeElement.querySelector('.hub-map__name').firstChild.textContent")
    page.keyboard.press("Enter")
    link = drawn.get_by_role("link", name=name)
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_escape_closes_what_a_marker_tells_and_returns_to_it(address: Callable[[str], str], page: Page) -> None:
    drawn = show_map(page, address("hubs/"))
    zoom_to_a_hub(page)
    marker = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Space")
    expect(drawn.locator(".leaflet-popup")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawn.locator(".leaflet-popup")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == marker


def test_a_cluster_says_how_many_it_holds_and_comes_apart_by_keyboard(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    drawn = show_map(page, site_server(estuary_site) + "hubs/")
    before = drawn.locator(".leaflet-marker-icon").count()
    cluster = drawn.get_by_role("button", name="places close together").first
    cluster.focus()
    page.keyboard.press("Enter")
    expect(drawn.locator(".leaflet-marker-icon:focus")).to_have_count(1)
    assert "leaflet-marker-icon" in focused_part(page)
    assert drawn.locator(".leaflet-marker-icon").count() != before or drawn.locator(".hub-map__leg").count() > 0


def test_a_marker_tells_what_the_list_tells(address: Callable[[str], str], page: Page) -> None:
    drawn = show_map(page, address("hubs/"))
    zoom_to_a_hub(page)
    page.keyboard.press("Enter")
    name = drawn.locator(".hub-map__link").inner_text()
    item = page.locator("main [data-hub]").filter(has=page.get_by_role("heading", name=name, exact=True))
    assert item.locator("[data-words]").inner_text() in drawn.locator(".leaflet-popup").inner_text()


def test_a_hub_that_is_not_open_yet_says_so_on_the_map(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    drawn = show_map(page, site_server(estuary_site) + "hubs/")
    expect(drawn.get_by_text("Planned, not open yet")).to_be_visible()
    expect(drawn.locator(".hub-map__marker--coming .hub-map__status").first).not_to_be_empty()


def test_a_phone_loads_no_map_until_asked(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address("hubs/"), wait_until="networkidle")
    assert not [url for url in asked if "hub-map" in url or url.endswith(".geojson")]
    page.get_by_role("button", name="Show the map").click()
    expect(page.locator(".hub-map__canvas")).to_be_focused()


def test_nothing_moves_on_the_map_where_the_reader_asks_for_less_motion(
    address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(reduced_motion="reduce")
    drawn = show_map(page, address("hubs/"))
    drawn.get_by_role("button", name="Zoom in").click()
    assert page.evaluate("document.querySelector('[data-module=map]').getAnimations({subtree: true}).length") == 0
    assert page.locator(".leaflet-zoom-anim, .leaflet-fade-anim, .leaflet-cluster-anim").count() == 0


def test_a_map_that_cannot_be_loaded_points_to_the_list(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(expected=("404", "Failed to load resource"))
    page.route("**/*.geojson", lambda route: route.fulfill(status=404))
    page.goto(address("hubs/"))
    page.locator("[data-module=map]").scroll_into_view_if_needed()
    expect(page.get_by_text("The map could not be loaded")).to_be_visible()
