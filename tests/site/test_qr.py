"""QR codes, module by module, beside those of a library that shares nothing with ours."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from hubatlas_site.qr import qr_code

PROGRAM = Path(__file__).with_name("qr_codes.mjs")


def drawn(svg: str) -> list[list[bool]]:
    """Which modules are dark, row by row, as a browser paints the picture."""
    (side,) = re.findall(r'viewBox="0 0 (\d+) \1"', svg)
    rows = [[False] * int(side) for _ in range(int(side))]
    (strokes,) = re.findall(r'class="qr__code" d="([^"]+)"', svg)
    for start, row, pieces in re.findall(r"M(\d+) (\d+)\.5((?:[hm][\d ]+)*)", strokes):
        column = int(start)
        for kind, length in re.findall(r"([hm])(\d+)", pieces):
            rows[int(row)][column : column + int(length)] = [kind == "h"] * int(length)
            column += int(length)
    return rows


@pytest.mark.parametrize("path", ["", "hubs/quayside/", f"services/{'warm-lunch-' * 12}/"])
def test_a_code_is_one_that_the_standard_allows_with_its_margin(path: str) -> None:
    address = f"https://hubs.example.org/{path}"
    done = subprocess.run(["node", str(PROGRAM)], input=address, capture_output=True, text=True, check=True)
    assert drawn(qr_code(address)) in json.loads(done.stdout)
