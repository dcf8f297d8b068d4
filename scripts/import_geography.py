"""Writes where postcodes near the hubs are, from OS Code-Point Open: geography.yaml, and postcodes/ outside Git."""

from setup import ROOT, ensure

ensure("test")  # for pyproj

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from pyproj import Transformer

from hubatlas.imports.geography import MOST_SECTORS, points_in, sectors_near
from hubatlas.records import InvalidRecordsError, load
from hubatlas.records.formatting import written
from hubatlas.records.schemas import bundled

SCHEMA = ROOT / "schema"
GRID, DEGREES = "EPSG:27700", "EPSG:4326"
KEPT_OUT = "# Postcodes can be imported again at any time. To keep them in Git, delete this file.\n*\n"
ATTRIBUTION = (
    "Contains OS data © Crown copyright and database right {year}. Contains Royal Mail data © Royal Mail copyright and "
    "database right {year}. Contains National Statistics data © Crown copyright and database right {year}."
)


def main() -> int:
    """Say what was written; return 1 where there is nothing to write from."""
    arguments = _arguments()
    try:
        directory = load(arguments.content, SCHEMA)
    except InvalidRecordsError as error:
        print(error, file=sys.stderr)
        return 1
    hubs = [(hub.point.latitude, hub.point.longitude) for hub in directory.hubs if hub.point is not None]
    files = sorted(file for each in arguments.files for file in ([each] if each.is_file() else each.rglob("*.csv")))
    grid = Transformer.from_crs(GRID, DEGREES)

    def to_degrees(east: float, north: float) -> tuple[float, float]:
        latitude, longitude = grid.transform(east, north)
        return latitude, longitude

    sectors = sectors_near(files, hubs, arguments.miles, to_degrees)
    if not sectors or len(sectors) > MOST_SECTORS:
        few = "No postcode of these files is" if not sectors else f"{len(sectors):,} postcode sectors are"
        print(f"{few} within {arguments.miles:g} miles of a hub; see --miles.", file=sys.stderr)
        return 1
    year = arguments.as_of[:4]
    record = {
        "source": f"OS Code-Point Open, {arguments.as_of}",
        "as_of": arguments.as_of,
        "url": "https://www.ordnancesurvey.co.uk/products/code-point-open",
        "attribution": ATTRIBUTION.format(year=year),
        "sectors": dict(sectors),
    }
    path = arguments.content / "geography.yaml"
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(written(record, bundled(SCHEMA, "geography")))
    os.replace(unfinished, path)  # noqa: PTH105 - says that it replaces
    print(f"Wrote {len(sectors):,} postcode sectors to {path}.")
    _write_points(points_in(sectors, files, to_degrees), arguments.content / "postcodes")
    return 0


def _write_points(points: Mapping[str, str], folder: Path) -> None:
    """Put a file for each first half of a postcode into the folder, in place of what an earlier import left there."""
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text(KEPT_OUT, encoding="utf-8")
    for old in folder.glob("*.csv"):
        old.unlink()
    for outward, lines in points.items():
        (folder / f"{outward}.csv").write_text(lines, encoding="utf-8")
    count = sum(lines.count("\n") for lines in points.values())
    print(f"Wrote {count:,} postcodes to {len(points)} files in {folder}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="CSV files of Code-Point Open, or a folder of them")
    parser.add_argument("--as-of", required=True, help="the date of the files, such as 2025-11")
    parser.add_argument("--miles", type=float, default=12, help="how near to a hub a sector has to be (default: 12)")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
