"""Takes pictures of a page of each kind: on a phone, at a desk, in the dark, in print; a gallery shows them all."""

from setup import ROOT, browser, ensure

ensure("test")

import argparse
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS
from samples import built, fullest, kinds_in
from site_server import SiteServer

IMAGES = ROOT / "docs" / "images"
README_PICTURE = IMAGES / "home.png"
QUERIES = {"search": "?q=money"}
"""What is asked of a page, so that its picture shows an answer."""


@dataclass(frozen=True)
class Look:
    """One way to look at a page: how wide and high the screen is, and what the reader prefers."""

    width: int
    height: int
    prefers: Mapping[str, Any] = field(default_factory=dict)
    kinds: frozenset[str] | None = None


LOOKS = {
    "phone": Look(390, 844),
    "desktop": Look(1280, 900),
    "dark": Look(390, 844, {"color_scheme": "dark"}),
    "print": Look(794, 1123, {"media": "print"}),  # A4 at 96 dots an inch
    "kiosk": Look(1080, 1920, kinds=frozenset(("kiosk",))),
}


DOCS = Look(720, 1000)
"""As wide as a page of docs/ shows a picture."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the network, then write a picture of each kind of page in each look, and a page that shows them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the network to show (default: content)")
    parser.add_argument("--today", help="the date to build for, such as 2026-12-01 (default: the newest commit's)")
    parser.add_argument("--into", type=Path, default=ROOT / ".cache" / "screenshots", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help="also write the README's picture")
    parser.add_argument("--docs", action="store_true", help="also write the pictures of docs/hub-staff.md")
    parser.add_argument("kinds", nargs="*", help="kinds of page, such as hub (default: all)")
    options = parser.parse_args(arguments)
    site = built(options.content.resolve(), options.today)
    now = morning_of(site)
    kinds = options.kinds or kinds_in(site)
    options.into.mkdir(parents=True, exist_ok=True)
    with SiteServer(site) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=browser(), args=ARGUMENTS)
        for name, look in LOOKS.items():
            for kind in kinds if look.kinds is None else look.kinds & set(kinds):
                address = server.address + fullest(site, kind) + QUERIES.get(kind, "")
                take(chromium, now, address, look, options.into / f"{kind}-{name}.png", whole=True)
            print(f"{name} ... done", flush=True)
        if options.readme:
            README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
            take(chromium, now, server.address, LOOKS["desktop"], README_PICTURE, whole=False)
        if options.docs:
            take_for_docs(chromium, server.address, fullest(site, "hub"))
        chromium.close()
        server.shutdown()
    gallery = options.into / "index.html"
    gallery.write_text(shown(kinds, options.into), encoding="utf-8")
    print(gallery)


def morning_of(site: Path) -> datetime:
    """Half past ten in London on the day that the site is built for, when hubs are open, whatever the hour now."""
    day = date.fromisoformat(json.loads((site / "build.json").read_text(encoding="utf-8"))["date"])
    return datetime.combine(day, time(10, 30), ZoneInfo("Europe/London"))


def take(chromium: Browser, now: datetime, address: str, look: Look, picture: Path, *, whole: bool) -> None:
    """Write a picture of the page as it is shown at that time: all of it, or what fits on one screen."""
    page = chromium.new_page(viewport={"width": look.width, "height": look.height}, locale="en-GB")
    page.clock.set_fixed_time(now)
    page.emulate_media(**look.prefers)
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=picture, full_page=whole)
    page.close()


def take_for_docs(chromium: Browser, site: str, hub: str) -> None:
    """Write the pictures that hub staff see of the end of their page, and of the form that it leads to."""
    page = chromium.new_page(viewport={"width": DOCS.width, "height": DOCS.height}, locale="en-GB")
    page.goto(site + hub, wait_until="networkidle")
    sources = page.locator(".app-trust")
    sources.evaluate("each => { each.style.padding = '1.5rem' }")
    sources.screenshot(path=IMAGES / "hub-page.png")
    sources.get_by_role("link", name="Suggest a change", exact=True).click()
    page.get_by_text("Everything is still correct").wait_for()
    page.screenshot(path=IMAGES / "suggest-form.png")
    page.close()


def shown(kinds: Sequence[str], folder: Path) -> str:
    """A page with every picture of these kinds that lies in the folder."""
    rows = "\n".join(
        f"<h2>{escape(kind)}</h2>\n<p>" + " ".join(_picture(folder / f"{kind}-{name}.png") for name in LOOKS) + "</p>"
        for kind in kinds
    )
    style = "body { font-family: sans-serif } img { height: 30rem; object-fit: cover; object-position: top }"
    head = f'<meta charset="utf-8"><title>Pages</title><style>{style}</style>'
    return f'<!DOCTYPE html>\n<html lang="en-GB"><head>{head}</head><body>\n{rows}\n</body></html>\n'


def _picture(file: Path) -> str:
    name = escape(file.name)
    return f'<a href="{name}"><img src="{name}" alt="{escape(file.stem)}" loading="lazy"></a>' if file.is_file() else ""


if __name__ == "__main__":
    main()
