"""The guides lead where they say, name what is there, and their pictures stay small."""

import json
import re
from pathlib import Path

import pytest

from hubatlas.pages.freshness_tables import MARKS

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted((*(ROOT / "docs").glob("*.md"), ROOT / "CONTRIBUTING.md"))
LARGEST_PICTURE = 120_000


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(guide: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|/)([^)#\s]+)", guide.read_text(encoding="utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_pictures_stay_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}
    assert {name for name, size in sizes.items() if size > LARGEST_PICTURE} == set()
    assert {"hub-page.png", "suggest-form.png"} <= set(sizes)


def test_coordinators_are_told_of_settings_that_there_are() -> None:
    guide = (ROOT / "docs" / "coordinators.md").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "schema" / "network.schema.json").read_text(encoding="utf-8"))
    table = guide[guide.index("| what | where |") : guide.index("## Freshness")]
    rows = [row.split("|")[2] for row in table.strip().splitlines()[2:]]
    first = [re.findall(r"`(\w+)`", row)[0] for row in rows if "content/" not in row]
    assert set(first) - set(schema["properties"]) == set()
    commands = set(re.findall(r"`make (\w+)", guide))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert commands - set(re.findall(r"^(\w+):.*##", makefile, flags=re.MULTILINE)) == set()


def test_hub_staff_are_told_every_word_that_pages_use_for_age() -> None:
    guide = (ROOT / "docs" / "hub-staff.md").read_text(encoding="utf-8")
    assert [words for words, _ in MARKS.values() if f"**{words}**" not in guide] == []
