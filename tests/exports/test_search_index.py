"""The search index: lunr in Python and in JavaScript load it, and both find what people look for."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lunr.builder import Builder
from lunr.index import Index
from lunr.stemmer import stemmer

from hubatlas.exports.search_words import BOOSTS, fields_of
from hubatlas.facts.search_documents import SearchDocument, search_documents
from hubatlas.language import BEGINS, ENDS, as_recorded
from hubatlas.model import Cost, Geography, Point, PostcodePoints, Translation, Venue
from hubatlas.network import Term, Vocabulary
from hubatlas.translation import in_language
from tests.builders import a_directory, a_service, a_session
from tests.exports.editions import DIRECTORY, MILL, NETWORKS, SMALL, json_of, network_edition

ADDRESS = "/search/index.json"
PROGRAM = Path(__file__).with_name("search_index.mjs")


def lunr_js(whole: dict[str, Any], *questions: str) -> dict[str, Any]:
    """What lunr.js finds in the index once a browser's own code has unpacked it, and the index as lunr.js writes it."""
    asked = json.dumps({"whole": whole, "questions": questions})
    done = subprocess.run(["node", str(PROGRAM)], input=asked, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def titles(whole: dict[str, Any], words: str) -> list[str]:
    found: list[str] = lunr_js(whole, words)["found"][0]
    return found


def lunr_py(documents: Iterable[SearchDocument]) -> dict[str, Any]:
    """The index that lunr itself makes of the documents in Python, serialised."""
    builder = Builder()
    builder.search_pipeline.add(stemmer)
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for position, document in enumerate(documents):
        builder.add({"id": position, **fields_of(document)}, {"boost": document.weight})
    index: dict[str, Any] = builder.build().serialize()
    index["invertedIndex"].sort(key=lambda posting: posting[0].encode("utf-16-be"))
    return index


def scores(index: dict[str, Any]) -> dict[tuple[str, str], float]:
    """How much each word counts in each field of each document of a serialised index."""
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    return {
        (reference, terms[vector[at]]): vector[at + 1]
        for reference, vector in index["fieldVectors"]
        for at in range(0, len(vector), 2)
    }


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("skint", "Money advice"),
        ("debts", "Money advice"),
        ("mon*", "Money advice"),
        ("advise~1", "Money advice"),
        ("corn exchange", "=Old Mill"),
        ("elm", "Money advice at Elm Surgery"),
        ("trust", "Riverside Trust"),
    ],
)
def test_people_find_by_synonym_stem_beginning_similar_word_and_former_name(words: str, first: str) -> None:
    assert titles(json_of(SMALL, ADDRESS), words)[0] == first


def test_a_result_has_what_its_card_shows() -> None:
    [mill] = [each for each in json_of(SMALL, ADDRESS)["documents"] if each["title"] == "=Old Mill"]
    assert mill == {
        "kind": "Hub",
        "title": "=Old Mill",
        "summary": "Help for anyone who walks in.",
        "place": "1 Mill Lane, Riverside PL1 1AA",
        "url": "/hubs/old-mill/",
    }


def test_facets_say_where_and_when_and_what_needs_no_way_there() -> None:
    at_mill = a_service("Tea", slug="tea", sessions=(a_session("tea", hub="old-mill"),))
    hall = Venue(name="Elm Hall", point=Point(latitude=50.41239, longitude=-4.1, precision="building"))
    at_hall = a_service("Walk", slug="walk", sessions=(a_session("walk", venue=hall),))
    line = a_service("Line", slug="line", access_modes=("telephone",), cost=Cost(free="yes"))
    modes = Vocabulary(slug="access-modes", title="x", terms=(Term(id="telephone", label="By phone", remote="yes"),))
    mill = replace(MILL, places=(), operator=None, accessibility={"lift": "yes", "loop": "no", "quiet": "unknown"})
    directory = a_directory(mill, at_mill, at_hall, line, vocabularies=[modes])
    whole = json_of(replace(SMALL, directory=directory), ADDRESS)
    facets = whole["facets"]
    numbers = {term: number for number, term in enumerate(facets["terms"])}
    found = dict(zip((each["title"] for each in whole["documents"]), facets["documents"], strict=True))
    assert found["=Old Mill"]["at"] == [50.3706, -4.1422]
    assert found["=Old Mill"]["has"] == [numbers["type=hub"], numbers["access=lift"]]
    assert found["=Old Mill"]["lacks"] == [numbers["access=loop"]]
    tuesday_morning = [numbers["day=tuesday"], numbers["time=morning"]]
    assert found["Tea"]["offers"] == [[0, tuesday_morning, 600, 720, [0, 7, 7, 7, 7]]]
    assert found["Walk"]["offers"][0][0] == -1
    assert facets["venues"] == [{"name": "Elm Hall", "at": [50.4124, -4.1], "has": []}]
    assert (found["Line"]["remote"], found["Line"]["offers"]) == (1, [[None]])
    assert [facets["terms"][number] for number in found["Line"]["has"]] == ["type=service", "how=telephone", "free=yes"]
    assert facets["from"] == SMALL.today.isoformat()


def test_places_for_the_search_are_sectors_and_every_name_on_the_map() -> None:
    geography = Geography(source="x", attribution="Contains OS data.", sectors={"PL1 1": "50.371 -4.142"})
    points = PostcodePoints(slug="pl1", points={"1AA": (50.3712, -4.1421)})
    edition = replace(SMALL, directory=replace(DIRECTORY, geography=geography, postcodes=(points,)))
    whole = json_of(edition, "/search/places.json")
    assert (whole["sectors"], whole["attribution"]) == ({"PL1 1": [50.371, -4.142]}, "Contains OS data.")
    assert whole["outward"] == ["PL1"]
    assert json_of(edition, "/search/postcodes/pl1.json") == {"1AA": [50.3712, -4.1421]}
    assert ["The Mill", 50.371, -4.142] in whole["places"]
    assert json_of(SMALL, "/search/places.json")["sectors"] == {}


def test_in_another_language_things_are_found_by_its_words_and_by_those_of_the_record() -> None:
    welsh = Translation(language="cy", name="Yr Hen Felin", summary="Cymorth i bawb.")
    directory = a_directory(replace(MILL, operator=None, places=(), translations=(welsh,)), a_service("Debt clinic"))
    translated = replace(SMALL, directory=in_language(directory, "cy"), recorded=directory)
    whole = json_of(translated, ADDRESS)
    mill, clinic = whole["documents"]
    assert (mill["title"], mill["summary"]) == ("Yr Hen Felin", "Cymorth i bawb.")
    assert (clinic["title"], clinic["url"]) == (as_recorded("Debt clinic"), "/services/debt-clinic/")
    assert lunr_js(whole, "felin", "cymorth", "mill", "walks", "clinic")["found"] == [
        *[["Yr Hen Felin"]] * 4,
        [as_recorded("Debt clinic")],
    ]
    assert not {BEGINS, ENDS} & set("".join(whole["words"]["terms"]))
    assert ["Yr Hen Felin", 50.371, -4.142] in json_of(translated, "/search/places.json")["places"]
    own = json_of(replace(SMALL, directory=directory), ADDRESS)["words"]
    assert (
        whole["words"]["lengths"][len(BOOSTS) :] == own["lengths"][len(BOOSTS) :]
    )  # what is not translated weighs as much


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_hub_service_and_organisation_is_found_by_its_name(content: Path) -> None:
    edition = network_edition(content)
    whole = json_of(edition, ADDRESS)
    directory = edition.directory
    found = {each["url"] for each in whole["documents"]}
    assert {f"/hubs/{hub.slug}/" for hub in directory.hubs} <= found
    assert {f"/services/{service.slug}/" for service in directory.services} <= found
    assert {f"/organisations/{each.slug}/" for each in directory.organisations} <= found
    assert len(found) == len(whole["documents"])
    assert list(whole["words"]["fields"]) == list(BOOSTS)
    assert len(whole["facets"]["documents"]) == len(found)


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_a_browser_unpacks_the_index_that_lunr_makes(content: Path) -> None:
    edition = network_edition(content)
    own = lunr_py(search_documents(edition.directory, edition.today))
    questions = ["advice", "skint", "warm*", "hub", "carers"]
    whole = json_of(edition, ADDRESS)
    answer = lunr_js(whole, *questions)
    unpacked = scores(answer["index"])
    assert unpacked == pytest.approx(scores(own), abs=0.0011)  # Python rounds half to even
    twin = Index.load(own)
    for words, theirs in zip(questions, answer["found"], strict=True):
        assert theirs, f"nothing found for {words}"
        assert sorted(theirs) == sorted(whole["documents"][int(each["ref"])]["title"] for each in twin.search(words))
