"""An indicator in a browser: its chart is a picture with words, fits a phone, and agrees with its table."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_finds
from tests.conftest import ESTUARY, NewPage, built

SVG = "{http://www.w3.org/2000/svg}"
PHONE = {"width": 320, "height": 640}
ADDRESS = "network/indicators/warm-meals/"
RECORD = """
name: Warm meals
definition: Each plate that is served.
unit: plates
kind: count
returns: quarterly
returns_from: 2025-10
returned_by: [quayside, ropewalk]
suppress_below: 5
values:
  - {period: 2025-10/2025-12, value: 410, hub: quayside}
  - {period: 2025-10/2025-12, value: 3, hub: ropewalk}
  - {period: 2026-01/2026-03, value: 380, hub: quayside}
  - {period: 2026-01/2026-03, value: 95, hub: ropewalk}
  - {period: 2026-04/2026-06, value: 1250, hub: quayside}
  - {period: 2026-07/2026-09, value: 500, most: 700, source: Kitchen book, provisional: yes}
provenance:
  - {facts: [identity, figures], source: Returns, as_of: 2026-10}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration network with one more indicator."""
    content = tmp_path_factory.mktemp("network") / "meals"
    shutil.copytree(ESTUARY, content)
    (content / "indicators").mkdir(exist_ok=True)
    (content / "indicators" / "warm-meals.yaml").write_text(RECORD.lstrip(), encoding="utf-8")
    return built(content)


@pytest.fixture
def opened(site: Path, site_server: Callable[[Path], str], new_page: NewPage) -> Callable[..., Page]:
    """Opens the indicator's page with options of a browser: `opened(viewport=PHONE)`."""

    def open_page(**options: Any) -> Page:  # noqa: ANN401 - Playwright's
        page = new_page(**options)
        page.goto(site_server(site) + ADDRESS)
        return page

    return open_page


def test_the_chart_is_valid_xml_and_says_the_numbers_of_its_table(site: Path, opened: Callable[..., Page]) -> None:
    html = (site / ADDRESS / "index.html").read_text(encoding="utf-8")
    [drawing] = re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL)
    chart = ET.fromstring(drawing)  # noqa: S314 - our own page
    words = [text.text for text in chart.iter(f"{SVG}text")]
    assert list(zip(words[::2], words[1::2], strict=True)) == [
        ("Jul to Sep 2026", "500 to 700"),
        ("Apr to Jun 2026", "at least 1,250"),
        ("Jan to Mar 2026", "475"),
        ("Oct to Dec 2025", "at least 410"),
    ]
    widths = [bar.get("width") for bar in chart.iter(f"{SVG}rect") if "--reach" not in (bar.get("class") or "")]
    assert widths == ["40.00%", "100.00%", "38.00%", "32.80%"]
    table = opened().get_by_role("table", name="The whole network")
    numbers = [cell.inner_text() for cell in table.locator("tbody td:nth-of-type(1) > span:first-child").all()]
    assert numbers == words[1::2]


def test_the_chart_is_one_picture_that_says_what_it_shows(opened: Callable[..., Page]) -> None:
    page = opened()
    chart = page.get_by_role("img", name="Warm meals of the network")
    expect(chart).to_have_accessible_description(
        "4 bars in plates, from at least 410 in October to December 2025 to 500 to 700 in July to September 2026. "
        "The table after it has the same numbers."
    )
    assert page.locator("svg [style], svg style").count() == 0


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["320 px", "1280 px"])
def test_axe_finds_nothing_wrong_with_the_figures(size: dict[str, int], opened: Callable[..., Page]) -> None:
    assert axe_finds(opened(viewport=size)) == []


def test_words_of_the_chart_stay_inside_and_apart_on_a_small_phone(opened: Callable[..., Page]) -> None:
    page = opened(viewport=PHONE, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    boxes = [text.bounding_box() for text in page.locator("svg text").all()]
    for label, words in zip(boxes[::2], boxes[1::2], strict=True):
        assert label is not None
        assert words is not None
        assert label["x"] >= 0
        assert label["x"] + label["width"] < words["x"]
        assert words["x"] + words["width"] <= PHONE["width"]


def test_bars_are_seen_in_forced_colours_and_in_the_dark(opened: Callable[..., Page]) -> None:
    for options in ({"forced_colors": "active"}, {"color_scheme": "dark"}):
        bar = opened(**options).locator(".app-chart__bar--plain").first
        fill, ground = bar.evaluate(
            "bar => [getComputedStyle(bar).fill, getComputedStyle(document.body).backgroundColor]"
        )
        assert fill != ground


def test_a_hidden_number_is_nowhere_in_the_page(opened: Callable[..., Page]) -> None:
    main = opened().get_by_role("main").inner_text()
    assert "fewer than 5" in main
    assert not re.search(r"\b413\b", main)
