"""No network is written into the code, the theme or the schemas: what is special about one is its content."""

import re
from pathlib import Path

import pytest

from hubatlas.records import load

ROOT = Path(__file__).resolve().parents[2]
NETWORKS = sorted(
    file.parent for file in (ROOT / "content" / "network.yaml", *ROOT.glob("tests/networks/*/network.yaml"))
)
FOLDERS = ("plugins", "theme", "schema")
ENDINGS = {".py", ".html", ".scss", ".js", ".json", ".md", ".svg"}
COMMON_WORDS = {"first steps", "city centre", "the north"}


def sources() -> dict[Path, str]:
    """The text of every file that builds any network's site."""
    files = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in ENDINGS)
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_no_name_of_a_network_is_in_what_builds_it(content: Path) -> None:
    directory = load(content, ROOT / "schema")
    names = {directory.network.name, directory.network.area_name}
    names |= {hub.name for hub in directory.hubs}
    names |= {organisation.name for organisation in directory.organisations}
    names |= {place.name for place in directory.places}
    sought = {name for name in names if len(name) > 5 and name.casefold() not in COMMON_WORDS}
    assert sought
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(sought)))
    texts = sources()
    assert len(texts) > 100
    assert {(str(path), found[0]) for path, text in texts.items() for found in pattern.finditer(text)} == set()
