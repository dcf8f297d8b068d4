"""The pages about the network in a browser: a coordinator's questions are answered, on a small phone too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import published
from tests.conftest import NewPage

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
WITH_TABLES = ("network/core-offer/", "network/coverage/", "network/standards/")


@pytest.fixture
def home(estuary_site: Path, site_server: Callable[[Path], str]) -> str:
    """The address of the demonstration network."""
    return site_server(estuary_site)


def _unfold(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")


@pytest.mark.parametrize("place", WITH_TABLES)
def test_a_wide_table_scrolls_by_itself_and_by_keyboard_and_the_page_does_not(
    place: str, home: str, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(home + place)
    _unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    region = page.locator("section[tabindex='0']").filter(has=page.get_by_role("table")).first
    assert region.evaluate("it => it.scrollWidth > it.clientWidth")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("it => it.scrollLeft > 0", arg=region.element_handle())
    first = region.get_by_role("rowheader").first
    assert first.evaluate("it => it.getBoundingClientRect().left") >= 0  # the hub's name stays in sight


def _row(page: Page, table: str, name: str) -> Locator:
    found = page.get_by_role("table", name=table)
    return found.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))


def test_which_core_services_nobody_offers_on_a_wednesday_is_read_from_one_table_without_scripts(
    home: str, estuary_site: Path, new_page: NewPage
) -> None:
    page = new_page(viewport=DESK, java_script_enabled=False)
    page.goto(home + "network/coverage/")
    rows = [row for row in published(estuary_site, "coverage") if row["kind"] == "core service" and row["place"]]
    missing = [row for row in rows if row["wednesday"] == 0]
    card = page.locator("details").filter(has_text="Core services in").first
    name = card.get_by_role("heading", level=3).inner_text()
    card.locator("summary").click()
    here = {row["label"] for row in missing if row["place_name"] == name}

    table = page.get_by_role("table", name=f"Core services in {name}")
    headers = table.get_by_role("columnheader").all_inner_texts()
    column = headers.index("Wednesday")
    shown = {
        row.get_by_role("rowheader").inner_text()
        for row in table.get_by_role("row").all()[1:]
        if "Nothing" in row.get_by_role("cell").nth(column - 1).inner_text()
    }
    assert shown == here


def test_the_matrix_leads_to_the_records_behind_it(home: str, estuary_site: Path, page: Page) -> None:
    rows = published(estuary_site, "core-offer")
    derived = next(
        row for row in rows if row["basis"] == "services" and len(row["services"]) == 1 and not row["evidence"]
    )
    page.goto(home + "network/core-offer/")
    row = _row(page, "hub by hub", derived["hub_name"])
    expect(row.get_by_role("link").first).to_have_attribute("href", f"../../hubs/{derived['hub']}/")
    assert row.locator(f"a[href='../../services/{derived['services'][0]}/']").count() > 0


def test_hubs_that_fall_short_or_do_not_say_are_told_apart(home: str, estuary_site: Path, page: Page) -> None:
    page.goto(home + "network/standards/")
    for hub in published(estuary_site, "standards"):
        words = {"meets": "Meets it", "falls short": "short", "unknown": "Not known"}[hub["verdict"]]
        expect(_row(page, f"{hub['standard_label']}, hub by hub", hub["hub_name"])).to_contain_text(words)


def test_the_networks_page_leads_to_all_that_there_is_about_it(home: str, page: Page) -> None:
    page.goto(home + "network/")
    links = page.get_by_role("navigation", name="How the network stands").get_by_role("link")
    addresses: list[str] = links.evaluate_all("all => all.map(each => each.href)")
    assert {home + place for place in WITH_TABLES} <= set(addresses)
    for address in addresses:
        assert page.request.get(address).ok, address
