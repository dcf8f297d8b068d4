"""A reader changes to Welsh and back: pages, what scripts say, the search, and what nobody has translated."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_finds, fetched
from tests.conftest import CONTENT, ESTUARY, NewPage, built

KB = 1024
PAGE = 40 * KB
SEARCH = 100 * KB
LATE_MORNING = datetime.fromisoformat("2026-12-01T11:00Z")
SUMMARY = "Cyngor, caffi ac ystafell glinig yn yr hen dollty, i unrhyw un sy’n galw heibio."
TRANSLATION = f"\ntranslations:\n  - language: cy\n    summary: {SUMMARY}\n"


def in_welsh(records: Path, folder: Path) -> Path:
    """A copy of a network in the folder, to be published in Welsh as well."""
    content = folder / "welsh"
    shutil.copytree(records, content)
    network = content / "network.yaml"
    network.write_text(re.sub(r"(?m)^site:$", "site:\n  languages: [cy]", network.read_text("utf-8")), "utf-8")
    return content


@pytest.fixture
def home(tmp_path: Path, site_server: Callable[[Path], str]) -> tuple[Path, str]:
    """The demonstration network in English and Welsh, of which one record is translated: its folder and address."""
    content = in_welsh(ESTUARY, tmp_path)
    hub = content / "hubs" / "quayside.yaml"
    hub.write_text(hub.read_text("utf-8").rstrip() + TRANSLATION, "utf-8")
    site = built(content)
    return site, site_server(site)


def test_a_reader_changes_to_welsh_and_back(home: tuple[Path, str], new_page: NewPage) -> None:
    site, address = home
    page = new_page(viewport={"width": 390, "height": 844})
    page.clock.set_fixed_time(LATE_MORNING)
    page.goto(f"{address}hubs/quayside/")
    status = page.locator(".app-status").first
    expect(status).to_contain_text("Open now until 7:30pm")

    weigh = fetched(page, page.get_by_role("link", name="Cymraeg").evaluate("link => link.href"))
    expect(page).to_have_url(f"{address}cy/hubs/quayside/")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(status).to_contain_text("Ar agor nawr tan 7:30pm")
    expect(page.get_by_role("main").get_by_text(SUMMARY)).to_be_visible()
    expect(page.get_by_role("heading", level=1).locator("[lang=en-GB]")).to_have_text("Quayside Hub")
    assert weigh() <= PAGE
    assert_stays_in_welsh(page, site)
    assert axe_finds(page, dark=False) == []

    weigh = fetched(page, f"{address}cy/search/?q=dollty+bawb")
    results = page.locator("#search-results .search-result")
    expect(page.get_by_role("status")).to_contain_text("Nid oes dim yn cyfateb yn union")
    expect(results.first).to_contain_text(SUMMARY)
    expect(results.first).to_contain_text("Ar agor nawr tan 7:30pm")
    expect(results.first.get_by_role("link").locator("[lang=en-GB]")).to_have_text("Quayside Hub")
    assert weigh() <= SEARCH
    page.get_by_role("searchbox").fill("seamen")  # who looks for a word in English finds it too
    expect(page.get_by_role("status")).to_contain_text("ar gyfer “seamen”")
    expect(results.filter(has_text=SUMMARY)).to_have_count(1)
    assert_stays_in_welsh(page, site)
    assert axe_finds(page, dark=False) == []

    results.filter(has_text=SUMMARY).get_by_role("link").click()
    expect(page).to_have_url(f"{address}cy/hubs/quayside/")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{address}hubs/quayside/")
    expect(status).to_contain_text("Open now until 7:30pm")

    plain = new_page(java_script_enabled=False)
    plain.goto(f"{address}services/")
    plain.get_by_role("link", name="Cymraeg").click()
    expect(plain).to_have_url(f"{address}cy/services/")
    plain.get_by_role("link", name="English", exact=True).click()
    expect(plain).to_have_url(f"{address}services/")


def test_plymouth_can_be_read_in_welsh_too(
    tmp_path: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    address = site_server(built(in_welsh(CONTENT, tmp_path)))
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}hubs/jan-cutting/")
    page.get_by_role("link", name="Cymraeg").click()

    expect(page).to_have_url(f"{address}cy/hubs/jan-cutting/")
    expect(page.get_by_role("heading", name="Oriau agor")).to_be_visible()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_role("heading", name="Opening hours")).to_be_visible()


def assert_stays_in_welsh(page: Page, site: Path) -> None:
    """No link of the content leads to a page in English that is there in Welsh."""
    links = page.get_by_role("main").locator("a[href]").evaluate_all("links => links.map(({href}) => href)")
    paths = [urlsplit(link).path for link in links if urlsplit(link).hostname == urlsplit(page.url).hostname]
    assert any(path.startswith("/cy/") for path in paths)
    astray = [path for path in paths if path.endswith("/") and (site / f"cy{path}" / "index.html").is_file()]
    assert astray == []
