"""The picture that other sites show beside a link to ours: the network's name in its colours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from hubatlas.network import Network
from hubatlas_site import cache
from hubatlas_site.colours import readable_on
from hubatlas_site.keys import value_key
from hubatlas_site.order import BuildError

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

NAME = "images/share.png"
WIDTH, HEIGHT = 1200, 630
"""In pixels; the shape that Open Graph readers crop least."""
_EDGE, _BAR = 90, 28
_ROOM = WIDTH - 2 * _EDGE
_NAME_SIZES = range(112, 40, -4)
_LINE_SIZES = range(44, 16, -2)
_MOST_LINES = 3


def share_picture(network: Network, kept: Path, code: bytes) -> bytes:
    """The picture as PNG; drawn once for a name and its colours, and kept in the folder `kept`."""
    look = network.appearance
    line = network.strapline or network.area_name
    version = value_key(code, network.name, line, look.brand_colour, look.accent_colour)
    picture = cache.read(kept / "share", version)
    if picture is None:
        picture = _drawn(network.name, line, look.brand_colour, look.accent_colour)
        cache.write(kept / "share", picture, version)
    return picture


def _drawn(name: str, line: str, brand: str, accent: str | None) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only where nothing was drawn before

    ink = readable_on(brand)
    picture = Image.new("RGB", (WIDTH, HEIGHT), brand)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, HEIGHT - _BAR, WIDTH, HEIGHT), fill=accent or ink)
    text, font = _fitting(draw, name, _NAME_SIZES, _MOST_LINES)
    draw.multiline_text((_EDGE, _EDGE), text, fill=ink, font=font, spacing=round(font.size / 4))
    text, font = _fitting(draw, line, _LINE_SIZES, 1)
    draw.text((_EDGE, HEIGHT - _BAR - _EDGE), text, fill=ink, font=font, anchor="ls")
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _fitting(draw: ImageDraw, text: str, sizes: range, most_lines: int) -> tuple[str, FreeTypeFont]:
    """The text in lines that fit, and the font, as large as that allows; whatever fits in the smallest."""
    for size in sizes[:-1]:
        font = _font(size)
        lines = _lines(draw, text, font)
        if len(lines) <= most_lines and all(draw.textlength(each, font) <= _ROOM for each in lines):
            return "\n".join(lines), font
    smallest = _font(sizes[-1])
    return "\n".join(_lines(draw, text, smallest)[:most_lines]), smallest


def _font(size: int) -> FreeTypeFont:
    """Pillow's own typeface, which is the same on every computer."""
    from PIL import ImageFont  # noqa: PLC0415 - as above

    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise BuildError("Pillow was built without FreeType. Put it right with: python3 scripts/setup.py")
    return font


def _lines(draw: ImageDraw, text: str, font: FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
