"""The middles of postcode sectors, from files of single postcodes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyproj import Transformer

from hubatlas.imports.geography import sector_of, sectors_near
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
    ("postcode", "sector"),
    [
        ("PL1 1AA", "PL1 1"),
        ("pl11aa", "PL1 1"),
        ("W1A 0AX", "W1A 0"),
        ("PL12  6AB", "PL12 6"),
        ("PL1", None),
        ("", None),
    ],
)
def test_a_postcode_belongs_to_its_sector(postcode: str, sector: str | None) -> None:
    assert sector_of(postcode) == sector


def test_sectors_near_a_hub_have_the_middle_of_their_postcodes(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    assert sectors_near([tmp_path / "units.csv"], [(50.37, -4.14)], 5, degrees) == {"PL1 1": "50.371 -4.142"}


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
    geography = load(content, SCHEMA).geography
    assert geography is not None
    assert geography.sectors == {"PL1 1": "50.371 -4.142"}
    assert "Crown copyright and database right 2025" in geography.attribution
    far = subprocess.run([*command, "--miles", "0.01"], capture_output=True, text=True, check=False)
    assert far.returncode == 1
    assert far.stderr == "No postcode of these files is within 0.01 miles of a hub; see --miles.\n"
