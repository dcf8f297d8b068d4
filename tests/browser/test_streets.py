"""Streets on the map of hubs: only for a reader who asks, from the network's own source, which is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import draw_map
from tests.browser.street_archive import PICTURES, SHAPES, archive, picture, shapes
from tests.conftest import ROOT, TODAY, NewPage

OPENSTREETMAP = "https://tile.openstreetmap.org/"
WATER = [128, 222, 234]
PINK = (240, 120, 160)
RIVERSIDE = ROOT / "tests" / "records" / "riverside"


@pytest.fixture(scope="module")
def archive_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose streets come from an archive of its own, /tiles/streets.pmtiles."""
    folder = tmp_path_factory.mktemp("archive")
    content, site = folder / "content", folder / "site"
    shutil.copytree(RIVERSIDE, content)
    with (content / "network.yaml").open("a", encoding="utf-8") as network:
        network.write("map:\n  tiles:\n    url: /tiles/streets.pmtiles\n    attribution: Drawn for a test\n")
    script = str(ROOT / "scripts" / "build.py")
    command = [sys.executable, script, "--content", str(content), "--output", str(site), "--today", TODAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    (site / "tiles").mkdir()
    return site


def ask_for_streets(page: Page, address: str) -> Locator:
    page.goto(address)
    draw_map(page)
    drawn = page.locator("[data-module=map]")
    drawn.get_by_role("button", name="Show streets").click()
    return drawn


def middle_of_a_tile(page: Page) -> list[int]:
    """The colour in the middle of a tile that is drawn on a canvas, once it is there."""
    expect(page.locator("canvas.leaflet-tile-loaded").first).to_be_visible()
    colour: list[int] = page.evaluate(
        """() => {
          const tile = document.querySelector("canvas.leaflet-tile-loaded");
          const pixel = tile.getContext("2d").getImageData(tile.width / 2, tile.height / 2, 1, 1);
          return [...pixel.data].slice(0, 3);
        }"""
    )
    return colour


def test_streets_are_asked_for_only_once_a_reader_does(address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page()
    asked: list[Route] = []

    def answer(route: Route) -> None:
        asked.append(route)
        route.fulfill(body=picture(*PINK), content_type="image/png")

    page.route(f"{OPENSTREETMAP}**", answer)
    page.goto(address("hubs/"))
    draw_map(page)
    drawn = page.locator("[data-module=map]")
    drawn.get_by_role("button", name="Zoom in").click()
    button = drawn.get_by_role("button", name="Show streets")
    expect(button).to_have_accessible_description(
        "Streets come from tile.openstreetmap.org, which then sees what part of the map you look at."
    )
    page.wait_for_load_state("networkidle")
    assert not asked
    button.press("Enter")
    expect(drawn.locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(drawn.get_by_role("link", name="© OpenStreetMap contributors")).to_be_visible()
    assert asked[0].request.headers["referer"] == address("").split("/hubs")[0].rstrip("/") + "/"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]

    drawn.get_by_role("button", name="Hide streets").click()
    expect(drawn.locator("img.leaflet-tile-loaded")).to_have_count(0)
    count = len(asked)
    page.goto(address("hubs/"))
    draw_map(page)
    page.wait_for_load_state("networkidle")
    assert len(asked) == count


def test_where_streets_do_not_come_the_map_says_so_and_stays(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(expected=("404", "Failed to load resource"))
    page.route(f"{OPENSTREETMAP}**", lambda route: route.fulfill(status=404))
    drawn = ask_for_streets(page, site_server(estuary_site) + "hubs/quayside/")
    expect(drawn.get_by_text("Some streets could not be loaded.")).to_be_visible()
    expect(drawn.get_by_role("button", name="Quayside Hub")).to_be_visible()


def test_only_pages_with_a_map_may_ask_the_source_of_streets(estuary_site: Path) -> None:
    def policy(path: str) -> str:
        head = (estuary_site / path / "index.html").read_text("utf-8").partition("</head>")[0]
        return head.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]

    for path in ("", "hubs", "hubs/quayside", "places/saltmarle"):
        assert "img-src &#39;self&#39; data: https://tile.openstreetmap.org;" in policy(path), path
    for path in ("services", "network", "about", "hubs/ferry-house"):
        assert "openstreetmap" not in policy(path), path


@pytest.mark.parametrize(
    ("streets", "colour"),
    [(archive(picture(*PINK), PICTURES), list(PINK)), (archive(shapes("water"), SHAPES), WATER)],
    ids=["pictures", "shapes"],
)
def test_streets_come_out_of_an_archive_on_the_site_itself(
    streets: bytes, colour: list[int], archive_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    (archive_site / "tiles" / "streets.pmtiles").write_bytes(streets)
    page = new_page()
    drawn = ask_for_streets(page, site_server(archive_site) + "hubs/")
    expect(drawn.get_by_text("Streets come from this site.")).to_be_visible()
    expect(drawn.get_by_text("Drawn for a test")).to_be_visible()
    assert middle_of_a_tile(page) == colour
