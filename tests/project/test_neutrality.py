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


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_no_rule_or_word_of_a_network_is_in_what_builds_it(content: Path) -> None:
    network = load(content, ROOT / "schema").network
    labels = [standard.label for standard in network.standards]
    labels += [scheme.label for scheme in network.quality_schemes]
    labels += [service.label for offer in network.core_offers for service in offer.services]
    sought = {label for label in labels if len(label) > 12}
    hours = {f"{each.weekly_hours:g}" for each in network.standards if (each.weekly_hours or 0) > 12}
    patterns = [re.escape(label) for label in sorted(sought)]
    patterns += [rf"hour[^\n]*\b{number}\b|\b{number}\b[^\n]*hour" for number in sorted(hours)]
    pattern = re.compile("|".join(patterns) or "(?!)")
    texts = {path: text for path, text in sources().items() if path.suffix in {".py", ".html", ".js"}}
    assert len(texts) > 100
    assert {(str(path), found[0]) for path, text in texts.items() for found in pattern.finditer(text)} == set()


def test_the_rules_that_must_not_be_in_the_code_are_in_the_networks() -> None:
    networks = [load(content, ROOT / "schema").network for content in NETWORKS]
    assert {standard.weekly_hours for network in networks for standard in network.standards} >= {20, 37}
    assert sum(len(offer.services) for network in networks for offer in network.core_offers) > 10
