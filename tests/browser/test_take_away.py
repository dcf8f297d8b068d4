"""What people take away: leaflets on paper, links to share, and a saved list that lives in its link."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from samples import fullest
from tests.browser.conftest import axe_finds
from tests.conftest import NewPage


@pytest.fixture
def home(estuary_site: Path, site_server: Callable[[Path], str]) -> str:
    return site_server(estuary_site)


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True, outline=True)))


def words(pdf: PdfReader) -> str:
    """What the pages say; letters that were printed as one sign are letters again."""
    return " ".join(normalize("NFKC", " ".join(sheet.extract_text() for sheet in pdf.pages)).split())


def decoded(code: Locator) -> str:
    """What a phone reads from the QR code as it is shown."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    return found.text


def leaflets(site: Path, count: int) -> list[str]:
    """The leaflets of hubs and services that are most likely to run over: those that say most."""
    found = [path for kind in ("hubs", "services") for path in _longest(site, kind)[:count]]
    assert len(found) == 2 * count
    return found


def _longest(site: Path, kind: str) -> list[str]:
    files = sorted(site.glob(f"{kind}/*/leaflet/index.html"), key=lambda file: file.stat().st_size, reverse=True)
    return [file.parent.relative_to(site).as_posix() + "/" for file in files]


def test_a_leaflet_is_one_tagged_sheet_in_english_whose_code_leads_to_its_page(
    built_site: Path, address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address(""))
    network = page.locator("link[rel=canonical]").get_attribute("href") or ""
    for path in leaflets(built_site, 2):
        page.goto(address(path))
        pdf = printed(page)
        assert len(pdf.pages) == 1, path
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
        root: Any = pdf.trailer["/Root"]
        assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en-GB")
        live = network + path.removesuffix("leaflet/")
        assert decoded(page.locator(".qr")) == live
        text = words(pdf)
        assert page.get_by_role("heading", level=1).inner_text() in text
        assert live.removeprefix("https://") in text.replace(" ", "")
        assert "hecked" in text or "give no date" in text
        assert "Skip to" not in text


def test_large_print_needs_no_script_and_has_letters_of_16_points(home: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(home + "hubs/quayside/leaflet/")
    summary = page.locator(".leaflet__summary")
    assert summary.evaluate("element => getComputedStyle(element).fontSize") == "16px"  # 12 points
    page.get_by_role("link", name="Change to large print").click()
    for part in (summary, page.locator(".leaflet__entries li").first, page.locator(".leaflet__small")):
        assert float(part.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")) >= 16 * 96 / 72 - 0.01
    assert len(printed(page).pages) <= 2
    page.get_by_role("link", name="Change to usual print").click()
    assert len(printed(page).pages) == 1


def test_a_place_s_week_runs_over_pages_without_cutting_a_line(home: str, estuary_site: Path, page: Page) -> None:
    page.goto(home + fullest(estuary_site, "place-leaflet"))
    pdf = printed(page)
    assert len(pdf.pages) > 1
    text = words(pdf)
    for entry in page.locator(".leaflet__entries li").all()[::10]:
        assert " ".join(entry.inner_text().split()) in text


@pytest.mark.parametrize("path", ["hubs/quayside/", "services/baby-bank/"])
def test_a_page_can_be_sent_without_scripts(path: str, home: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(home + path)
    page.get_by_text("Share", exact=True).click()
    text = page.get_by_role("link", name="Text message").get_attribute("href") or ""
    mail = page.get_by_role("link", name="Email", exact=True).get_attribute("href") or ""
    body = parse_qs(urlsplit(text).query)["body"][0]
    name = page.get_by_role("heading", level=1).inner_text()
    assert text.startswith("sms:")
    assert body.startswith(name)
    assert body.endswith(f"https://estuary.example.org/{path}")
    assert parse_qs(urlsplit(mail).query) == {"subject": [name], "body": [body]}
    expect(page.get_by_role("link", name="Print a leaflet")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)


def test_the_link_is_copied_and_escape_closes_the_list(home: str, new_page: NewPage) -> None:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(home + "hubs/quayside/")
    share = page.get_by_text("Share", exact=True)
    share.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Copy the link").press("Enter")
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "https://estuary.example.org/hubs/quayside/"
    page.keyboard.press("Escape")
    expect(share).to_be_focused()
    expect(page.get_by_role("button", name="Link copied")).to_be_hidden()


def test_a_list_is_saved_ordered_and_emptied_by_keyboard(home: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(home + "hubs/quayside/")
    expect(page.get_by_role("link", name="Saved (")).to_have_count(0)
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.goto(home + "organisations/")  # which a list cannot hold
    expect(page.get_by_role("banner").get_by_role("link", name="Saved (1)")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    page.goto(home + "services/")
    page.get_by_role("button", name="Save Baby bank").first.press("Enter")
    page.get_by_role("banner").get_by_role("link", name="Saved (2)").press("Enter")
    names = page.get_by_role("main").get_by_role("heading", level=2)
    expect(names).to_have_text(["Quayside Hub", "Baby bank"])
    assert page.url.endswith("/saved/#hubs/quayside,services/baby-bank")
    expect(page.get_by_role("main")).to_contain_text("Call 01632 960111")
    page.get_by_role("button", name="Move down Quayside Hub").press("Enter")
    expect(names).to_have_text(["Baby bank", "Quayside Hub"])
    expect(page.get_by_role("button", name="Move up Quayside Hub")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Quayside Hub is number 2 of 2 now.")
    page.get_by_role("button", name="Remove Baby bank").press("Enter")
    expect(page.get_by_role("button", name="Remove Quayside Hub")).to_be_focused()
    assert page.url.endswith("/saved/#hubs/quayside")
    page.get_by_role("button", name="Remove Quayside Hub").press("Enter")
    expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_nothing_is_saved_in_the_place_of_what_stands_beside_it(home: str, page: Page) -> None:
    page.goto(f"{home}hubs/")
    expect(page.get_by_role("button", name="Save Fenmarket Hub")).to_be_visible()
    page.goto(f"{home}neighbours/", wait_until="networkidle")  # each place names the nearest hub of this network
    expect(page.get_by_role("main").get_by_role("link", name="Wickhaven Harbour Hub")).to_have_count(2)
    expect(page.locator(".app-card-save")).to_have_count(0)


def test_a_shared_list_opens_by_its_link_and_prints_with_a_code_of_it(home: str, new_page: NewPage) -> None:
    page = new_page(expected=("404",))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    link = home + "saved/#hubs/quayside,services/baby-bank,hubs/ferry-house,hubs/castle-rise,services/nothing-here"
    page.goto(link)
    expect(page.get_by_role("main").get_by_role("listitem").filter(has=page.get_by_role("heading"))).to_have_count(5)
    ended = page.get_by_role("listitem").filter(has_text="Ferry House Hub")
    expect(ended).to_contain_text("Its page says where to go instead.")
    expect(page.get_by_role("listitem").filter(has_text="Nothing here")).to_contain_text(
        "This is not in our directory."
    )
    assert decoded(page.locator(".qr")) == link
    assert axe_finds(page) == []
    large = page.get_by_role("button", name="Large print")
    large.press("Enter")
    expect(large).to_have_attribute("aria-pressed", "true")
    text = words(printed(page))
    assert "Call 01632 960111" in text
    assert "Move up" not in text
    assert not [url for url in asked if "quayside" in url]  # nobody learns what is on the list


def test_a_moved_record_is_found_under_its_new_address(home: str, estuary_site: Path, new_page: NewPage) -> None:
    changes = json.loads((estuary_site / "data" / "v1" / "changes.json").read_text(encoding="utf-8"))
    moved = next(f"{each['type']}s/{each['id']}" for each in changes["moved"] if each["type"] in {"hub", "service"})
    page = new_page()
    page.goto(f"{home}saved/#{moved}")
    expect(page.get_by_role("main").get_by_role("heading", level=2)).to_have_count(1)
    expect(page.get_by_role("main")).not_to_contain_text("moved")
    assert not page.url.endswith(moved)


def test_leaving_a_sensitive_page_quickly_forgets_the_list(home: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(home + "services/domestic-abuse-support/")
    page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("banner").get_by_role("link", name="Saved (1)")).to_be_hidden()
    page.locator(".govuk-exit-this-page__button").click()
    page.wait_for_url("https://**")
    page.goto(home + "saved/")
    expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
