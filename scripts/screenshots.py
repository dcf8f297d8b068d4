"""Takes pictures of the main pages, at phone and desktop width; the README's picture is one of them."""

from setup import ROOT, browser, ensure

ensure("test")

import argparse
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS
from site_server import SiteServer

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
PAGES = {"home": "", "hubs": "hubs/", "services": "services/", "search": "search/?q=money", "data": "data/"}
README_PICTURE = ROOT / "docs" / "images" / "home.png"


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the network, then write a picture of each main page at each width into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the network to show (default: content)")
    parser.add_argument("--today", help="the date to build for, such as 2026-12-01 (default: the newest commit's)")
    parser.add_argument("--into", type=Path, default=ROOT / ".cache" / "screenshots", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help="also write the README's picture")
    options = parser.parse_args(arguments)
    site = _built(options.content.resolve(), options.today)
    pages = {**PAGES, "hub": _first(site / "hubs"), "service": _first(site / "services")}
    options.into.mkdir(parents=True, exist_ok=True)
    with SiteServer(site) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=browser(), args=ARGUMENTS)
        for name, address in pages.items():
            for width in WIDTHS:
                picture = options.into / f"{name}-{width}.png"
                take(chromium, server.address + address, width, picture, whole=True)
                print(picture)
        if options.readme:
            README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
            take(chromium, server.address, "desktop", README_PICTURE, whole=False)
            print(README_PICTURE)
        chromium.close()
        server.shutdown()


def take(chromium: Browser, address: str, width: str, picture: Path, *, whole: bool) -> None:
    """Write a picture of the page at that width: all of it, or what fits on one screen."""
    across, down = WIDTHS[width]
    context = chromium.new_context(viewport={"width": across, "height": down}, locale="en-GB")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=picture, full_page=whole)
    context.close()


def _built(content: Path, today: str | None) -> Path:
    site = ROOT / "output"
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(content), "--output", str(site)]
    if subprocess.run([*command, "--today", today] if today else command, check=False).returncode != 0:
        sys.exit(1)
    return site


def _first(folder: Path) -> str:
    """The address of the longest page of a kind, which shows most."""
    pages = sorted(folder.glob("*/index.html"), key=lambda page: page.stat().st_size)
    return f"{folder.name}/{pages[-1].parent.name}/"


if __name__ == "__main__":
    main()
