"""Points of postcodes that an import puts beside the records: read as they are, and refused where not right."""

from pathlib import Path

import pytest

from hubatlas.records import load
from tests.records.riverside_network import SCHEMA, copied, said_of

GEOGRAPHY = 'source: A test\nattribution: Made up for a test.\nsectors:\n  PL1 1: "50.371 -4.142"\n'
POINTS = "1AA,50.3712,-4.1421\n1AB,50.372,-4.15\n"


def add_postcodes(content: Path, points: str, name: str = "pl1.csv", geography: str = GEOGRAPHY) -> None:
    """Put a file of postcodes, and what is said of it, into a network."""
    (content / "postcodes").mkdir()
    (content / "postcodes" / name).write_text(points, encoding="utf-8")
    if geography:
        (content / "geography.yaml").write_text(geography, encoding="utf-8")


def test_postcodes_are_loaded_by_their_first_half(tmp_path: Path) -> None:
    content = copied(tmp_path)
    add_postcodes(content, POINTS)
    (content / "postcodes" / ".gitignore").write_text("*\n", encoding="utf-8")
    (pl1,) = load(content, SCHEMA).postcodes
    assert (pl1.slug, dict(pl1.points)) == ("pl1", {"1AA": (50.3712, -4.1421), "1AB": (50.372, -4.15)})


REFUSED = (
    ("1AA,247700,54400\n", "pl1.csv", GEOGRAPHY, "1:1: this line is not like 1AA,50.3712,-4.1421"),
    (
        "1AA,50.3712,-4.1421\n1ab,50.3712,-4.1421\n",
        "pl1.csv",
        GEOGRAPHY,
        "2:1: this line is not like 1AA,50.3712,-4.1421",
    ),
    ("1AA,40.4168,-3.7038\n", "pl1.csv", GEOGRAPHY, "1:1: this line is not like 1AA,50.3712,-4.1421"),
    (POINTS, "plymouth.csv", GEOGRAPHY, "1:1: the file is not named after the first half of a postcode"),
    (POINTS * 10_000, "pl1.csv", GEOGRAPHY, "1:1: the file is larger than 256 KiB"),
    (POINTS, "pl1.csv", "", "1:1: nothing says whose these postcodes are"),
)


@pytest.mark.parametrize(("points", "name", "geography", "said"), REFUSED)
def test_postcodes_that_cannot_be_used_are_refused(
    points: str, name: str, geography: str, said: str, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    add_postcodes(content, points, name, geography)
    (problem,) = said_of(content)
    assert problem.startswith(f"content/postcodes/{name}:{said}")
