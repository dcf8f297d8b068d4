"""What five councils' documents need is answered by a property that is used and a page that can be opened."""

from functools import cache

import pytest
import yaml

from requirements import DOCUMENTS, NETWORKS, PAGE, Row, page, requirements
from tests.conftest import ROOT, built
from tests.pages.markup import pages_of

ROWS = requirements()
ANSWERED = [row for row in ROWS if not row["why_not"]]
COUNTS = {"PL": 80, "CE": 39, "TH": 24, "EC": 15, "EA": 14}
FOLDERS = {"body": "bodies", "story": "stories", "vocabulary": "vocabularies"}
SINGLE = ("network", "ended", "geography", "learning", "signposts", "synonyms")


def test_every_need_of_the_five_documents_has_its_row() -> None:
    wanted = [f"{letters}{number:02}" for letters in DOCUMENTS for number in range(1, COUNTS[letters] + 1)]
    assert [row["id"] for row in ROWS] == wanted
    assert len(ROWS) == 172


def test_at_least_160_needs_are_answered_by_something_a_reader_can_open() -> None:
    assert len(ANSWERED) >= 160
    assert all(row["network"] in NETWORKS and row["property"] and row["page"] for row in ANSWERED)


def test_the_page_of_requirements_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(ROWS), "run: make requirements"


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row["id"])
def test_the_property_that_answers_a_need_is_used_by_the_network(row: Row) -> None:
    kind, _, path = row["property"].partition(".")
    assert any(_holds(record, path.split(".")) for record in _records(row["network"], kind))


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row["id"])
def test_the_page_that_answers_a_need_shows_it(row: Row) -> None:
    site = built(ROOT / NETWORKS[row["network"]])
    shown = pages_of(site)[row["page"]].text
    assert row["words"].casefold() in " ".join(shown.split()).casefold()


@cache
def _records(network: str, kind: str) -> tuple[object, ...]:
    """The records of one kind, as their authors wrote them, every scalar as text."""
    folder = ROOT / NETWORKS[network]
    files = [folder / f"{kind}.yaml"] if kind in SINGLE else sorted((folder / FOLDERS.get(kind, f"{kind}s")).glob("*"))
    return tuple(
        yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
        for file in files
    )


def _holds(value: object, path: list[str]) -> bool:
    """Whether the value holds something at the end of that path; each item of a list is looked at."""
    if isinstance(value, list):
        return any(_holds(item, path) for item in value)
    if not path:
        return True
    return isinstance(value, dict) and path[0] in value and _holds(value[path[0]], path[1:])
