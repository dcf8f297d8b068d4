"""Stories, lessons, pages elsewhere and the list of figures can be read by everybody, on a small phone too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import axe_finds
from tests.conftest import NewPage

PHONE = {"width": 320, "height": 640}


@pytest.mark.parametrize("folder", ["stories", "stories/*", "learning", "signposts", "indicators", "indicators/*"])
def test_axe_finds_nothing_wrong_and_nothing_needs_sideways_scrolling(
    folder: str, estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    pages = sorted(estuary_site.glob(f"network/{folder}/index.html"))
    assert pages
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    for file in pages:
        page.goto(site_server(estuary_site) + file.parent.relative_to(estuary_site).as_posix() + "/")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], file
        assert axe_finds(page) == [], file
