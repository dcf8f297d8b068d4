"""What the page of downloads says to copy works as it stands there."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page

from tests.browser.conftest import published


def snippets(page: Page, address: Callable[[str], str]) -> list[str]:
    """Each piece of text to copy, with the address of the site under test in place of the published one."""
    page.goto(address("data/"))
    page.get_by_text("How to use the files").click()
    home = page.locator("meta[property='og:url']").get_attribute("content") or ""
    return [text.replace(home.removesuffix("data/"), address("")) for text in page.locator("pre").all_inner_texts()]


def test_the_addresses_for_spreadsheets_and_maps_hold_the_hubs(
    built_site: Path, address: Callable[[str], str], page: Page
) -> None:
    table, formula, map_layer, _ = snippets(page, address)
    assert formula == f'=IMPORTDATA("{table}")'
    with urlopen(table) as answer:
        rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")))
    assert [row["hub"] for row in rows] == [hub["hub"] for hub in published(built_site, "hubs")]
    with urlopen(map_layer) as answer:
        assert json.load(answer)["type"] == "FeatureCollection"


def test_the_program_prints_every_hub(built_site: Path, address: Callable[[str], str], page: Page) -> None:
    program = snippets(page, address)[-1]
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    hubs = published(built_site, "hubs")
    assert len(lines) == len(hubs)
    assert all(line.startswith(hub["name"]) for line, hub in zip(lines, hubs, strict=True))
