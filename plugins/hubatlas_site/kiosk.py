"""What makes the kiosk an app that a tablet can install and start without a network: manifests, icons, its worker."""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.model import Hub
from hubatlas.publication import Appearance
from hubatlas_site import cache
from hubatlas_site.assets import VERSION_LENGTH, spoken_asset
from hubatlas_site.colours import readable_on
from hubatlas_site.folders import file_name
from hubatlas_site.keys import value_key
from hubatlas_site.manifest import Files

SCRIPT = "kiosk-worker.js"
"""The asset that becomes the worker: a browser only lets it serve the kiosk if it lies beside it."""
ASSETS = ("kiosk.css", "kiosk.js", "network.css")
SPEAKING = "kiosk.js"
"""The one of them that has words."""
_ENOUGH_ROOM = 0.8
_FULL = 1.0
_SHARPNESS = 3


class Icon(NamedTuple):
    """A picture of so many pixels; `purpose` is None for one that only Apple's tablets ask for."""

    size: int
    purpose: str | None


ICONS: Mapping[str, Icon] = {
    "192": Icon(192, "any"),
    "512": Icon(512, "any"),
    "maskable-512": Icon(512, "maskable"),
    "touch-180": Icon(180, None),
}


def manifests(directory: Directory) -> Iterator[tuple[str, bytes]]:
    """What a tablet reads to install the kiosk, and for each hub what makes it that hub's own screen."""
    yield urls.kiosk_manifest(), _manifest(directory, None)
    for hub in directory.hubs:
        if directory.status(hub).shown_as != "ended":
            yield urls.kiosk_manifest(hub.slug), _manifest(directory, hub)


def _manifest(directory: Directory, hub: Hub | None) -> bytes:
    """Addresses in it are relative to its own, so that it holds wherever the site is put."""
    network = directory.network
    kiosk = "./" if hub is None else "../"
    manifest: dict[str, Any] = {
        "name": network.name if hub is None else hub.name,
        "short_name": (network.short_name or network.name) if hub is None else hub.name,
        "description": f"What is on today in {network.area_name} and who can help.",
        "lang": "en-GB",
        "start_url": kiosk if hub is None else f"{kiosk}?hub={hub.slug}",
        "scope": kiosk,
        "display": "fullscreen",
        "display_override": ["fullscreen", "standalone"],
        "background_color": "#fdfcf9",
        "theme_color": network.appearance.brand_colour,
        "icons": [
            {
                "src": f"{kiosk}icons/{name}.png",
                "sizes": f"{icon.size}x{icon.size}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for name, icon in ICONS.items()
            if icon.purpose is not None
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2).encode()


def service_worker(script: bytes, files: Files, assets: Mapping[str, str], languages: Sequence[str] = ()) -> bytes:
    """The worker, told what to keep, in each of the languages.

    Its bytes change with what it keeps: that is how a browser hears of an update.
    """
    pages = [urls.KIOSK, *(urls.in_language(urls.KIOSK, code) for code in languages)]
    spoken = (spoken_asset(SPEAKING, code) for code in languages)
    names = [*ASSETS, *(name for name in spoken if name in assets)]
    kept = [f"./{page.removeprefix(urls.KIOSK)}" for page in pages]
    kept += [f"..{urls.asset(name)}?v={assets[name]}" for name in names]
    contents = [files[file_name(page)].content for page in pages]
    digest = hashlib.sha256(b"\0".join((script, *(each.encode() for each in (*contents, *kept)))))
    told = json.dumps({"version": digest.hexdigest()[:VERSION_LENGTH], "files": kept}, separators=(",", ":"))
    return f"self.KIOSK={told};\n".encode() + script


def icons(look: Appearance, kept: Path, code: bytes) -> Iterator[tuple[str, bytes]]:
    """The network's mark in its colours, as PNG; drawn once for its colours, and kept in the folder `kept`."""
    for name, icon in ICONS.items():
        version = value_key(code, name, icon, look.brand_colour)
        picture = cache.read(kept / "icons" / name, version)
        if picture is None:
            picture = _drawn(icon, look.brand_colour)
            cache.write(kept / "icons" / name, picture, version)
        yield urls.kiosk_icon(name), picture


def _drawn(icon: Icon, brand: str) -> bytes:
    """Three people around one: the mark of `theme/images/icon.svg`, whose units these are."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only where nothing was drawn before

    side = icon.size * _SHARPNESS
    unit = side / 32
    ink = readable_on(brand)
    picture = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), radius=8 * unit if icon.purpose == "any" else 0, fill=brand)
    scale = (_FULL if icon.purpose == "any" else _ENOUGH_ROOM) * unit

    def dot(angle: float, away: float, radius: float) -> None:
        x = side / 2 + away * scale * math.cos(math.radians(angle))
        y = side / 2 + away * scale * math.sin(math.radians(angle))
        draw.ellipse((x - radius * scale, y - radius * scale, x + radius * scale, y + radius * scale), fill=ink)

    ring = 10.5 * scale
    box = (side / 2 - ring, side / 2 - ring, side / 2 + ring, side / 2 + ring)
    dot(0, 0, 4.5)
    for angle in (-90, 30, 150):
        dot(angle, 11, 2.5)
        draw.arc(box, angle + 30, angle + 90, fill=ink, width=round(2 * scale))
    file = io.BytesIO()
    picture.resize((icon.size, icon.size), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()
