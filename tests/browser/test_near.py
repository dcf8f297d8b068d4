"""Near me: a place that somebody names, or that their device does, puts what is near first. It stays in the page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import published
from tests.conftest import NewPage

MILES = re.compile(r"(?:less than )?([0-9.]+) miles? away")


def sectors(site: Path) -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads((site / "search" / "places.json").read_text("utf-8"))["sectors"]
    assert len(found) > 10
    return found


def shown_miles(page: Page) -> list[float]:
    """The miles of each result, once there are some."""
    expect(page.get_by_role("status")).to_contain_text("first")
    lines = page.locator("#search-results .search-result__place").all_inner_texts()
    return [float(match[1]) for line in lines if (match := MILES.match(line))]


def near(page: Page, typed: str) -> None:
    field = page.get_by_label("Near where?")
    field.fill(typed)
    field.press("Enter")


@pytest.mark.parametrize("form", ["{}AA", " {} aa", "{}a a", "{}A", "{}"])
def test_a_postcode_however_it_is_written_puts_the_nearest_first(
    form: str, built_site: Path, address: Callable[[str], str], page: Page
) -> None:
    sector = sorted(sectors(built_site))[3]
    page.goto(address("search/?q=money"))
    near(page, form.format(sector.lower() if "a" in form else sector))
    found = shown_miles(page)
    assert found
    assert found == sorted(found)
    expect(page.get_by_role("status")).to_contain_text(f"nearest to {sector} first")


def test_only_the_first_part_of_a_postcode_is_in_the_address_and_no_request_has_more(
    built_site: Path, address: Callable[[str], str], page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sector = sorted(sectors(built_site))[3]
    page.goto(address("search/"))
    near(page, f"{sector}ZY")
    assert shown_miles(page)
    expect(page).to_have_url(address(f"search/?near={sector.replace(' ', '+')}"))
    assert not any("ZY" in url.upper() for url in asked)


def test_a_whole_postcode_counts_miles_from_itself_where_the_site_knows_it_and_tells_the_host_its_first_half(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_server(estuary_site)}search/?type=hub")
    first = page.locator("#search-results li").first
    for typed, name, away in (
        ("es1 1sl", "Saltmarle Library", "less than 0.1 miles"),
        ("ES1 1ZZ", "Quayside", "0.2 miles"),  # which is nowhere, so that the middle of ES1 1 stands for it
    ):
        near(page, typed)
        expect(first).to_contain_text(f"{away} away")
        expect(first).to_contain_text(name)
    assert sum(url.endswith("/search/postcodes/es1.json") for url in asked) == 1
    assert not any(re.search("1SL|1ZZ", url, re.IGNORECASE) for url in asked)


def test_an_address_that_somebody_shares_shows_the_same(
    address: Callable[[str], str], built_site: Path, page: Page
) -> None:
    district = min(sectors(built_site)).split()[0]
    page.goto(address(f"search/?q=advice&near={district}"))
    first = shown_miles(page)
    expect(page.get_by_label("Near where?")).to_have_value(district)
    near(page, "")
    expect(page).to_have_url(address("search/?q=advice"))
    expect(page.get_by_role("status")).not_to_contain_text("first")
    page.go_back()
    expect(page.get_by_label("Near where?")).to_have_value(district)
    assert shown_miles(page) == first


def test_a_place_alone_lists_every_hub_from_there(address: Callable[[str], str], built_site: Path, page: Page) -> None:
    hub = next(each for each in published(built_site, "hubs") if each["latitude"] and each["shown_as"] == "open")
    page.goto(address("search/"))
    near(page, hub["name"].upper())
    assert shown_miles(page)[0] <= 0.1
    assert hub["name"] in page.locator("#search-results h2").all_inner_texts()[:3]


def test_services_say_which_hub_is_nearest_and_those_by_phone_are_kept_apart(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    page.goto(f"{site_server(estuary_site)}search/?q=advice&near=ES1 1")
    assert shown_miles(page)
    assert any(", at " in line for line in page.locator(".search-result__place").all_inner_texts())
    page.goto(f"{site_server(estuary_site)}search/?q=helpline&near=ES1 1")
    expect(page.get_by_role("status")).to_contain_text("by phone or online")
    apart = page.get_by_role("region", name="By phone, online or wherever you are")
    expect(apart.get_by_role("listitem").first).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ZE1 0AA", "ZE1 is outside the area that we know. Ring"),
        ("Nowhere at all", "We do not know “Nowhere at all”. Try a postcode"),
        ("?", "We do not know “?”"),
        ("<b>x</b>", "We do not know “<b>x</b>”"),
    ],
)
def test_what_is_not_known_is_said_beside_the_field(
    typed: str, said: str, address: Callable[[str], str], page: Page
) -> None:
    page.goto(address("search/?q=money"))
    near(page, typed)
    expect(page.locator("#search-near-trouble")).to_contain_text(said)
    expect(page.get_by_label("Near where?")).to_have_attribute("aria-describedby", "search-near-trouble")
    expect(page.get_by_role("status")).to_contain_text("results for “money”")
    near(page, "")
    expect(page.locator("#search-near-trouble")).to_be_hidden()


def test_the_device_can_say_where_it_is_and_that_is_not_in_the_address(
    built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    latitude, longitude = min(sectors(built_site).values())
    here = {"latitude": latitude, "longitude": longitude}
    page = new_page(geolocation=here, permissions=["geolocation"])
    page.goto(address("search/?q=money"))
    page.get_by_role("button", name="Use my location").click()
    found = shown_miles(page)
    assert found == sorted(found)
    expect(page).to_have_url(address("search/?q=money"))


def test_a_device_that_does_not_say_leaves_the_field(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(permissions=[])
    page.goto(address("search/"))
    page.get_by_role("button", name="Use my location").click()
    expect(page.locator("#search-near-trouble")).to_contain_text("Type a postcode or a town instead")


def test_without_scripts_the_field_is_not_there(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address("search/"))
    expect(page.get_by_label("Near where?")).to_be_hidden()
