"""The picture that shows beside a shared link: the network's own name and colours, readable, the same each time."""

import io
from pathlib import Path

import pytest
from PIL import Image

from hubatlas.publication import Appearance
from hubatlas_site import sharing
from hubatlas_site.sharing import HEIGHT, WIDTH, share_picture
from tests.builders import a_network

CODE = b"this code"


def drawn(folder: Path, name: str = "Estuary Hub Network", brand: str = "#53234f") -> Image.Image:
    network = a_network(name=name, appearance=Appearance(brand_colour=brand, accent_colour="#e9a13b"))
    return Image.open(io.BytesIO(share_picture(network, folder, CODE)))


@pytest.mark.parametrize(
    "name", ["A", "Estuary Hub Network", "Very " * 30 + "long", "x" * 120, "Rhwydwaith Hybiau Môn"]
)
def test_a_name_of_any_length_stays_inside(tmp_path: Path, name: str) -> None:
    picture = drawn(tmp_path, name)
    assert picture.size == (WIDTH, HEIGHT)
    assert {picture.getpixel((5, at)) for at in range(0, 600, 7)} == {(0x53, 0x23, 0x4F)}
    assert len(picture.getcolors(100_000) or ()) > 3


def test_ink_is_dark_on_light_and_light_on_dark(tmp_path: Path) -> None:
    dark = {colour for _, colour in drawn(tmp_path, brand="#53234f").getcolors(100_000) or ()}
    light = {colour for _, colour in drawn(tmp_path, brand="#ffdd00").getcolors(100_000) or ()}
    assert (255, 255, 255) in dark
    assert (0x0B, 0x0C, 0x0C) in light


def test_it_is_drawn_once_and_again_when_the_name_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = share_picture(a_network(name="One"), tmp_path, CODE)
    monkeypatch.setattr(sharing, "_drawn", lambda *_: b"again")
    assert share_picture(a_network(name="One"), tmp_path, CODE) == first
    assert share_picture(a_network(name="Two"), tmp_path, CODE) == b"again"
