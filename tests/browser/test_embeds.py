"""Another website that shows a hub: in a frame, and as HTML of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import axe_finds
from tests.conftest import NewPage

HUB = "quayside"
HOST = """<!DOCTYPE html>
<html lang="en">
<head>
<title>A council's page</title>
<style>body { font-family: serif; color: rgb(0, 0, 99); background: white } a { color: rgb(0, 0, 120) }</style>
</head>
<body><main><h1>Help near you</h1>
%s
</main></body></html>
"""


@pytest.fixture
def host(estuary_site: Path, site_server: Callable[[Path], str], tmp_path: Path) -> tuple[str, str]:
    """The address of another website's page that holds all there is to copy of one hub, and that of our site."""
    home = site_server(estuary_site)
    offered = (estuary_site / "embed" / "hubs" / HUB / "index.html").read_text("utf-8")
    boxes = re.findall(r"<textarea[^>]*>(.*?)</textarea>", offered, re.DOTALL)
    copied = "\n".join(html.unescape(box) for box in boxes).replace("https://estuary.example.org/", home)
    (tmp_path / "index.html").write_text(HOST % copied, encoding="utf-8")
    return site_server(tmp_path), home


def test_a_hub_can_be_shown_on_another_website(host: tuple[str, str], new_page: NewPage) -> None:
    theirs, ours = host
    page = new_page(viewport={"width": 1000, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(theirs, wait_until="networkidle")
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    card, week = page.frame_locator("iframe").nth(0), page.frame_locator("iframe").nth(1)
    expect(card.get_by_role("heading", level=1)).to_have_text("Quayside Hub")
    expect(week.get_by_role("heading", level=1)).to_contain_text("What’s on this week")
    call = card.get_by_role("link", name="Call 01632 960111")
    assert call.evaluate("link => getComputedStyle(link).backgroundColor") == "rgb(84, 35, 79)"  # our style has come
    fragment = page.locator("article")
    expect(fragment.get_by_role("link", name="01632 960111")).to_have_attribute("href", "tel:+441632960111")
    assert fragment.evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 99)"  # and has not come here
    assert all(address.startswith((theirs, ours)) for address in asked)
    assert not [address for address in asked if address.endswith((".js", ".woff2", ".png"))]
    assert page.context.cookies() == []
    assert axe_finds(page) == []


def test_a_link_in_a_frame_opens_our_page_in_the_whole_window(host: tuple[str, str], new_page: NewPage) -> None:
    theirs, ours = host
    page = new_page()
    page.goto(theirs)
    page.frame_locator("iframe").nth(0).get_by_role("link", name="All about Quayside Hub").click()
    expect(page).to_have_url(f"{ours}hubs/{HUB}/")


def test_what_there_is_to_copy_is_copied_at_the_press_of_a_button(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site_server(estuary_site)}embed/hubs/{HUB}/")
    button = page.get_by_role("button", name="Copy").first
    button.click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == page.get_by_role("textbox").first.input_value()


def test_where_a_browser_does_not_let_us_copy_the_text_is_marked(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{site_server(estuary_site)}embed/hubs/{HUB}/")
    page.get_by_role("button", name="Copy").first.click()
    box = page.get_by_role("textbox").first
    expect(box).to_be_focused()
    assert page.evaluate("document.activeElement.selectionEnd") == len(box.input_value())


@pytest.mark.parametrize("width", [260, 600])
@pytest.mark.parametrize("name", ["hubs/quayside.html", "whats-on.html"])
def test_a_frame_needs_no_sideways_scrolling(
    name: str, width: int, estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(viewport={"width": width, "height": 500})
    page.goto(f"{site_server(estuary_site)}embed/{name}")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_card_stays_readable_where_people_choose_their_own_colours(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(forced_colors="active")
    page.goto(f"{site_server(estuary_site)}embed/hubs/{HUB}.html")
    call = page.get_by_role("link", name="Call")
    assert call.evaluate("link => getComputedStyle(link).borderTopWidth") == "2px"
    background = call.evaluate("link => getComputedStyle(link).backgroundColor")
    assert background == page.evaluate("getComputedStyle(document.body).backgroundColor")
