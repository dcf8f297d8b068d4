"""The map of hubs: drawn without scripts, whole by keyboard, calm for those who ask for it, and never in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import draw_map, published
from tests.conftest import NewPage

PHONE = {"width": 390, "height": 844}
MOST_PRESSES = 12
SMALLEST_TARGET = 44
A_HUB, A_CLUSTER = "hub-map__marker", "hub-map__cluster"


@pytest.fixture
def hubs(estuary_site: Path, site_server: Callable[[Path], str]) -> str:
    """The address of the list of hubs of the demonstration network."""
    return site_server(estuary_site) + "hubs/"


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


def zoom_to_a_hub(page: Page) -> Locator:
    """By keyboard, come to the marker of one hub, drawing clusters apart where one comes first."""
    page.locator(".hub-map__canvas").focus()
    tab_to(page, "leaflet-marker-icon")
    for _ in range(MOST_PRESSES):
        if A_HUB in focused_part(page):
            return page.locator(".leaflet-marker-icon:focus")
        before = page.locator(".leaflet-marker-icon:focus").inner_text()
        page.keyboard.press("Enter")
        expect(page.locator(".leaflet-marker-icon:focus")).to_have_count(1)
        expect(page.locator(".leaflet-marker-icon:focus")).not_to_have_text(before)
    raise AssertionError("no cluster ever came down to one hub")


def name_of(marker: Locator) -> str:
    """The hub's name on its marker."""
    name: str = marker.locator(".hub-map__name").evaluate("name => name.firstChild.textContent")
    return name


def test_a_hub_is_opened_from_the_map_by_keyboard_alone(address: Callable[[str], str], page: Page) -> None:
    drawn = show_map(page, address("hubs/"))
    name = name_of(zoom_to_a_hub(page))
    page.keyboard.press("Enter")
    expect(drawn.locator(".leaflet-popup").get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_escape_closes_what_a_marker_tells_and_returns_to_it(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    marker = zoom_to_a_hub(page).text_content()
    page.keyboard.press("Space")
    expect(drawn.locator(".leaflet-popup")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawn.locator(".leaflet-popup")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == marker


def test_tab_goes_from_north_to_south(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    marks = drawn.locator(".leaflet-marker-pane .leaflet-marker-icon")
    tops = marks.evaluate_all("marks => marks.map((mark) => mark.getBoundingClientRect().top)")
    assert len(tops) > 5
    assert tops == sorted(tops)


def test_the_map_moves_and_zooms_by_keyboard(hubs: str, new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    drawn = show_map(page, hubs)
    canvas = drawn.locator(".hub-map__canvas")
    scale = drawn.locator(".leaflet-control-scale-line")
    pane = drawn.locator(".leaflet-map-pane")
    at_first, words = pane.get_attribute("style"), scale.inner_text()
    assert "mile" in words
    canvas.focus()
    page.keyboard.press("ArrowRight")
    expect(pane).not_to_have_attribute("style", at_first or "")
    for _ in range(MOST_PRESSES // 2):
        page.keyboard.press("+")
    expect(scale).not_to_have_text(words)
    drawn.get_by_role("button", name="Whole map").click()
    expect(scale).to_have_text(words)


def test_the_map_and_its_marks_say_what_they_are(hubs: str, new_page: NewPage) -> None:
    page = new_page()
    page.clock.install(time="2026-12-02T14:30:00Z")
    drawn = show_map(page, hubs)
    canvas = drawn.get_by_role("group", name=re.compile("^Map of 17 hubs in Marle Estuary$"))
    expect(canvas).to_have_accessible_description(re.compile("Arrow keys move it"))
    expect(canvas.get_by_role("button", name=re.compile(r"^\d+ hubs near \w"))).not_to_have_count(0)
    expect(canvas.get_by_role("button", name="Great Aldry Hall, open now until 4pm", exact=True)).to_have_count(1)
    expect(canvas.get_by_role("button", name="Peninsula Hub, Brackmere, planned", exact=True)).to_have_count(1)


def test_whatever_can_be_pressed_on_the_map_is_as_large_as_a_thumb(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    boxes = [each.bounding_box() for each in drawn.locator(".hub-map__canvas").get_by_role("button").all()]
    boxes += [drawn.get_by_role("button", name=name).bounding_box() for name in ("Whole map", "Show streets")]
    assert len(boxes) > 8
    assert all(box and min(box["width"], box["height"]) >= SMALLEST_TARGET for box in boxes)


def test_a_cluster_comes_apart_by_keyboard(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    before = drawn.locator(".leaflet-marker-icon").count()
    drawn.get_by_role("button", name=re.compile("hubs near")).first.focus()
    page.keyboard.press("Enter")
    expect(drawn.locator(".leaflet-marker-icon:focus")).to_have_count(1)
    assert "leaflet-marker-icon" in focused_part(page)
    assert drawn.locator(".leaflet-marker-icon").count() != before or drawn.locator("path.hub-map__leg").count() > 0


def test_a_marker_tells_what_the_list_tells_and_leads_to_it(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    name = name_of(zoom_to_a_hub(page))
    page.keyboard.press("Enter")
    item = page.locator("main [data-hub]").filter(has=page.get_by_role("heading", name=name, exact=True))
    telling = drawn.locator(".leaflet-popup").inner_text()
    status = item.locator("[data-words]").inner_text()
    assert status in telling
    drawn.get_by_role("button", name="Find it in the list").click()
    expect(item.get_by_role("link", name=name)).to_be_focused()
    expect(drawn.locator(".leaflet-popup")).to_have_count(0)


def test_the_numbers_of_the_list_bring_the_map_to_their_hub(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    for number in (1, 5):
        entry = drawn.locator(".hub-map__entry").nth(number - 1)
        name = entry.get_by_role("link").inner_text()
        entry.get_by_role("button", name=f"{number}: show {name} on the map").press("Enter")
        expect(drawn.locator(".leaflet-popup").get_by_role("link", name=name)).to_be_focused()
        page.keyboard.press("Escape")
        expect(drawn.locator(".leaflet-popup")).to_have_count(0)


def test_names_of_places_and_outlines_come_from_the_site_itself(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    canvas = drawn.locator(".hub-map__canvas")
    expect(canvas.get_by_text("Hithercote", exact=True)).to_be_visible()
    assert canvas.locator("path.hub-map__land").count() == 3
    shown = canvas.locator(".hub-map__place-name:not([data-side=none])")
    boxes = [box for box in (name.bounding_box() for name in shown.all()) if box]
    assert len(boxes) > 8
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            below = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
            assert beside or below


def test_a_hub_that_is_not_open_yet_says_so_on_the_map(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    expect(drawn.get_by_text("Planned, not open yet")).to_be_visible()
    expect(drawn.get_by_role("button", name=re.compile(", (planned|paused|in development)$"))).not_to_have_count(0)


@pytest.mark.parametrize("path", ["", "hubs/", "hubs/quayside/", "places/saltmarle/"])
def test_the_map_is_there_without_scripts_and_on_paper(
    path: str, estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site_server(estuary_site) + path)
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        expect(page.get_by_role("img", name=re.compile("^Map of "))).to_be_visible()
        expect(page.locator(".hub-map__tools")).to_be_hidden()
    numbers = page.locator("svg .hub-map__digit").all_text_contents()
    entries = page.locator(".hub-map__entry")
    assert numbers
    assert sorted(numbers, key=int) == entries.locator(".hub-map__number").all_inner_texts()
    for link in entries.get_by_role("link").all():
        assert (estuary_site / path / (link.get_attribute("href") or "") / "index.html").is_file()


def test_the_drawing_comes_back_on_paper(hubs: str, page: Page) -> None:
    drawn = show_map(page, hubs)
    drawing = drawn.locator(".hub-map__drawing")
    expect(drawing).to_be_hidden()
    page.emulate_media(media="print")
    expect(drawing).to_be_visible()
    expect(drawn.locator(".hub-map__canvas")).to_be_hidden()


def test_the_drawing_shows_every_hub_that_the_map_that_moves_shows(
    built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address("hubs/"))
    listed = {item.get_attribute("data-map-hub") for item in page.locator(".hub-map__entry").all()}
    there = {hub["hub"] for hub in published(built_site, "hubs") if hub["latitude"] and hub["hub"] in listed}
    ended = {hub["hub"] for hub in published(built_site, "hubs") if hub["latitude"]} - there
    assert listed == there
    for slug in ended:
        expect(page.locator(f"#section-ended ~ ul [data-hub={slug}]")).to_have_count(1)


@pytest.mark.parametrize("path", ["hubs/", "hubs/{hub}/"])
def test_a_phone_loads_no_map_that_moves_until_asked(
    path: str, built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hub = next(hub["hub"] for hub in published(built_site, "hubs") if hub["latitude"])
    page.goto(address(path.format(hub=hub)), wait_until="networkidle")
    assert not [url for url in asked if "hub-map" in url or url.endswith(".geojson")]
    expect(page.get_by_role("img", name=re.compile("^Map of "))).to_be_visible()
    page.get_by_role("button", name="Zoom and move").click()
    expect(page.locator(".hub-map__canvas")).to_be_focused()


def test_nothing_moves_on_the_map_where_the_reader_asks_for_less_motion(hubs: str, new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    drawn = show_map(page, hubs)
    drawn.get_by_role("button", name="Zoom in").click()
    assert page.evaluate("document.querySelector('[data-module=map]').getAnimations({subtree: true}).length") == 0
    assert page.locator(".leaflet-zoom-anim, .leaflet-fade-anim, .leaflet-cluster-anim").count() == 0


def test_where_the_map_that_moves_cannot_be_loaded_the_drawing_stays(hubs: str, new_page: NewPage) -> None:
    page = new_page(expected=("404", "Failed to load resource"))
    page.route("**/map.geojson", lambda route: route.fulfill(status=404))
    page.goto(hubs)
    page.locator("[data-module=map]").scroll_into_view_if_needed()
    expect(page.get_by_text("could not be loaded")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("^Map of "))).to_be_visible()
