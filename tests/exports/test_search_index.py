"""The search index: lunr in Python and in JavaScript load it, and both find what people look for."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lunr.index import Index

from hubatlas.exports.search_index import BOOSTS
from hubatlas.model import Geography
from hubatlas.network import Term, Vocabulary
from tests.builders import a_directory, a_service, a_session
from tests.exports.editions import DIRECTORY, MILL, NETWORKS, ROOT, SMALL, json_of, network_edition

ADDRESS = "/search/index.json"
ASK_LUNR_JS = """
const lunr = require(process.argv[1] + "/node_modules/lunr");
const { index, documents } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const loaded = lunr.Index.load(index);
const found = process.argv.slice(2).map((words) => loaded.search(words).map(({ ref }) => documents[ref].title));
console.log(JSON.stringify({ version: lunr.version, found }));
"""


def titles(whole: dict[str, Any], words: str) -> list[str]:
    return [whole["documents"][int(found["ref"])]["title"] for found in Index.load(whole["index"]).search(words)]


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
        "at": [[50.3706, -4.1422]],
    }


def test_a_result_says_where_it_can_be_had_by_the_hub_and_what_needs_no_way_there() -> None:
    at_mill = a_service("Tea", slug="tea", sessions=(a_session("tea", hub="old-mill"),))
    line = a_service("Line", slug="line", access_modes=("telephone",))
    modes = Vocabulary(slug="access-modes", title="x", terms=(Term(id="telephone", label="By phone", remote="yes"),))
    directory = a_directory(replace(MILL, places=(), operator=None), at_mill, line, vocabularies=[modes])
    documents = json_of(replace(SMALL, directory=directory), ADDRESS)["documents"]
    found = {each["title"]: (each.get("at"), each.get("remote")) for each in documents}
    assert found == {"=Old Mill": ([[50.3706, -4.1422]], None), "Tea": ([0], None), "Line": (None, True)}


def test_places_for_the_search_are_sectors_and_every_name_on_the_map() -> None:
    geography = Geography(source="x", attribution="Contains OS data.", sectors={"PL1 1": "50.371 -4.142"})
    directory = replace(DIRECTORY, geography=geography)
    whole = json_of(replace(SMALL, directory=directory), "/search/places.json")
    assert (whole["sectors"], whole["attribution"]) == ({"PL1 1": [50.371, -4.142]}, "Contains OS data.")
    assert ["The Mill", 50.371, -4.142] in whole["places"]
    assert json_of(SMALL, "/search/places.json")["sectors"] == {}


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
    assert whole["index"]["fields"] == list(BOOSTS)


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_lunr_js_loads_it_and_finds_the_same_as_lunr_py(content: Path) -> None:
    whole = json_of(network_edition(content), ADDRESS)
    questions = ["advice", "skint", "warm*", "hub", "carers"]
    command = ["node", "-e", ASK_LUNR_JS, str(ROOT), *questions]
    done = subprocess.run(command, input=json.dumps(whole), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["version"] == whole["index"]["version"]
    for words, theirs in zip(questions, answer["found"], strict=True):
        assert sorted(theirs) == sorted(titles(whole, words)), words
        assert theirs, f"nothing found for {words}"
