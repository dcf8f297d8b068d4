"""Where postcodes and their sectors are, from files of single postcodes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyproj import Transformer

from hubatlas.imports.geography import points_in, sectors_near, spaced
from hubatlas.records import load
from tests.exports.editions import ROOT, SCHEMA

UNITS = """Postcode,Positional_quality_indicator,Eastings,Northings,Country_code
PL1 1AA,10,247700,54400,E92000001
PL1 1AB,10,247900,54600,E92000001
PL11AC,90,0,0,E92000001
EX1 1AA,10,292000,92500,E92000001
not a postcode,10,1,1,x
"""


def degrees(easting: float, northing: float) -> tuple[float, float]:
    latitude, longitude = Transformer.from_crs("EPSG:27700", "EPSG:4326").transform(easting, northing)
    return latitude, longitude


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("PL1 1AA", "PL1 1AA"),
        ("pl11aa", "PL1 1AA"),
        ("W1A 0AX", "W1A 0AX"),
        ("PL12  6AB", "PL12 6AB"),
        ("PL1", None),
        ("PL1 111", None),
        ("", None),
    ],
)
def test_a_postcode_is_known_however_it_is_written(typed: str, postcode: str | None) -> None:
    assert spaced(typed) == postcode


def test_sectors_near_a_hub_have_the_middle_of_their_postcodes(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    assert sectors_near([tmp_path / "units.csv"], [(50.37, -4.14)], 5, degrees) == {"PL1 1": "50.371 -4.142"}


def test_postcodes_of_a_sector_are_in_the_file_of_their_first_half(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    points = points_in({"PL1 1"}, [tmp_path / "units.csv"], degrees)
    assert points == {"pl1": "1AA,50.3697,-4.1430\n1AB,50.3716,-4.1402\n"}


def test_the_command_writes_what_a_build_reads(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "networks" / "first-steps", content)
    hub = content / "hubs" / "corner-house.yaml"
    hub.write_text(hub.read_text("utf-8").replace("56.35", "50.37").replace("-3.84", "-4.14"), "utf-8")
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    script = ROOT / "scripts" / "import_geography.py"
    command = [sys.executable, str(script), str(tmp_path), "--as-of", "2025-11", "--content", str(content)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    directory = load(content, SCHEMA)
    geography = directory.geography
    assert geography is not None
    assert list(directory.postcodes[0].points) == ["1AA", "1AB"]
    assert (content / "postcodes" / ".gitignore").read_text("utf-8").endswith("\n*\n")
    assert geography.sectors == {"PL1 1": "50.371 -4.142"}
    assert "Crown copyright and database right 2025" in geography.attribution
    far = subprocess.run([*command, "--miles", "0.01"], capture_output=True, text=True, check=False)
    assert far.returncode == 1
    assert far.stderr == "No postcode of these files is within 0.01 miles of a hub; see --miles.\n"
