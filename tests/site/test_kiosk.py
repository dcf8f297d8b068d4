"""What a tablet needs to install the kiosk: manifests that hold wherever the site is put, and icons as they say."""

from __future__ import annotations

import io
import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from PIL import Image

from hubatlas.publication import Appearance
from hubatlas_site.kiosk import icons, manifests, service_worker
from hubatlas_site.manifest import Files, Written
from tests.builders import a_directory, a_hub, a_network

BASE = "https://example.org/some/project/"
ASSETS = {"kiosk.css": "1", "kiosk.js": "2", "network.css": "3"}
SCRIPT = b"self.addEventListener('install', () => {});"


def test_every_manifest_names_icons_of_the_sizes_it_says(estuary_site: Path) -> None:
    found = sorted((estuary_site / "kiosk").rglob("*.webmanifest"))
    assert len(found) > 10
    for file in found:
        manifest = json.loads(file.read_text("utf-8"))
        address = BASE + file.relative_to(estuary_site).as_posix()
        assert urljoin(address, manifest["scope"]) == f"{BASE}kiosk/"
        assert urljoin(address, manifest["start_url"]).startswith(f"{BASE}kiosk/")
        assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
        for icon in manifest["icons"]:
            path = urljoin(address, icon["src"]).removeprefix(BASE)
            with Image.open(estuary_site / path) as picture:
                assert icon["sizes"] == f"{picture.width}x{picture.height}"
                assert icon["type"] == Image.MIME[picture.format or ""]


def test_each_hub_that_has_not_ended_has_a_screen_of_its_own() -> None:
    directory = a_directory(a_hub("Old Mill"), a_hub("Boat Shed", status="closed"), network=a_network(short_name="R"))
    made = {address: json.loads(content) for address, content in manifests(directory)}
    assert sorted(made) == ["/kiosk/manifest.webmanifest", "/kiosk/manifests/old-mill.webmanifest"]
    own = made["/kiosk/manifests/old-mill.webmanifest"]
    assert (own["name"], own["start_url"]) == ("Old Mill", "../?hub=old-mill")
    assert made["/kiosk/manifest.webmanifest"]["short_name"] == "R"


def test_a_mask_cuts_nothing_off_the_icon(tmp_path: Path) -> None:
    pictures = dict(icons(Appearance(brand_colour="#54234f"), tmp_path, b"code"))
    masked = Image.open(io.BytesIO(pictures["/kiosk/icons/maskable-512.png"])).convert("RGB")
    outside = [
        masked.getpixel((x, y))
        for x in range(0, 512, 8)
        for y in range(0, 512, 8)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
    ]
    assert set(outside) == {(0x54, 0x23, 0x4F)}
    assert (255, 255, 255) in {masked.getpixel((256, y)) for y in range(512)}
    assert dict(icons(Appearance(brand_colour="#54234f"), tmp_path, b"code")) == pictures


def test_the_worker_keeps_the_page_in_each_language_and_its_words() -> None:
    files: Files = {f"kiosk/{each}index.html": Written("", each, None) for each in ("", "cy/", "gd/")}
    made = service_worker(SCRIPT, files, ASSETS | {"kiosk.cy.js": "5"}, ["cy", "gd"])
    kept = json.loads(made.split(b"\n")[0].removeprefix(b"self.KIOSK=").removesuffix(b";"))["files"]
    assert kept == [
        "./",
        "./cy/",
        "./gd/",
        *(f"../assets/{name}?v={v}" for name, v in ASSETS.items()),
        "../assets/kiosk.cy.js?v=5",
    ]


@pytest.mark.parametrize("changed", ["page", "script", "style"])
def test_the_worker_changes_with_whatever_it_keeps(changed: str) -> None:
    def page(content: str) -> Files:
        return {"kiosk/index.html": Written("", content, None)}

    before = service_worker(SCRIPT, page("one"), ASSETS)
    after = service_worker(
        SCRIPT + b"//" if changed == "script" else SCRIPT,
        page("two" if changed == "page" else "one"),
        ASSETS | {"kiosk.css": "4"} if changed == "style" else ASSETS,
    )
    told = [
        json.loads(each.split(b"\n")[0].removeprefix(b"self.KIOSK=").removesuffix(b";")) for each in (before, after)
    ]
    assert told[0]["version"] != told[1]["version"]
    assert told[0]["files"][:2] == ["./", "../assets/kiosk.css?v=1"]
    assert service_worker(SCRIPT, page("one"), ASSETS) == before
