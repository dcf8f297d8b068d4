"""A large network's search index in parts: the same answers, and few bytes for each."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hubatlas.exports import Edition
from hubatlas.exports.search_index import SEARCH_INDEX
from hubatlas.exports.search_parts import LARGEST_WHOLE, split
from tests.builders import a_directory, a_hub, a_schedule, a_service, a_session
from tests.exports.editions import NETWORKS, SMALL, network_edition

PROGRAM = Path(__file__).with_name("search_parts.mjs")
QUESTIONS = ["advice", "a", "ad", "monye", "lonely tea", "zzzxqq", "warm help with food", "hub"]
KB = 1000
RECORDS = 11_000


def answers(files: dict[str, bytes]) -> list[dict[str, Any]]:
    asked = json.dumps({"files": {name: body.decode() for name, body in files.items()}, "questions": QUESTIONS})
    done = subprocess.run(["node", str(PROGRAM)], input=asked, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@cache
def large() -> dict[str, bytes]:
    """The files of a network that is just too large for one."""
    chance = random.Random(20_261_201)  # noqa: S311 - words that are always the same, not secrets
    words = [
        f"{first}{middle}{last}"
        for first in "bcdfg"
        for middle in ("ara", "ele", "oro")
        for last in ("n", "ster", "dy")
    ]
    hubs = [a_hub(f"Hub {number}") for number in range(LARGEST_WHOLE // 6)]
    services = [
        a_service(
            f"{chance.choice(words)} {number}",
            summary=" ".join(chance.choices((*words, "advice", "tea", "lonely", "food", "money"), k=14)),
            sessions=(
                a_session(
                    schedule=a_schedule(days=chance.choice(("Monday", "Friday")), time="10:00-12:00"),
                    hub=chance.choice(hubs).slug,
                ),
            ),
        )
        for number in range(LARGEST_WHOLE)
    ]
    return dict(SEARCH_INDEX.files(Edition(directory=a_directory(*hubs, *services), today=SMALL.today)))


def test_parts_give_the_same_answers_in_the_same_order() -> None:
    for content in NETWORKS:
        files = dict(SEARCH_INDEX.files(network_edition(content)))
        assert list(files) == ["/search/index.json"]
        parts = dict(split(json.loads(files["/search/index.json"])))
        whole, pieces = answers(files), answers(parts)
        for question, one, other in zip(QUESTIONS, whole, pieces, strict=True):
            assert {**one, "fetched": None} == {**other, "fetched": None}, question
        assert any(each["titles"] for each in whole)


def test_a_first_question_to_eleven_thousand_records_fetches_at_most_300_kb() -> None:
    files = large()
    assert len(files) > 1
    sizes = {name: len(gzip.compress(body)) for name, body in files.items()}
    growing = [name for name in files if name.endswith(("/index.json", "/facets.json"))]
    grown = (
        sum(sizes[name] for name in growing)
        * RECORDS
        / len(json.loads(files["/search/index.json"])["words"]["lengths"])
        * 5
    )
    for question, answer in zip(QUESTIONS, answers(files), strict=True):
        rest = sum(sizes[name] for name in answer["fetched"] if name not in growing)
        assert grown + rest <= 300 * KB, question


def test_parts_of_two_builds_never_meet() -> None:
    whole = json.loads(dict(SEARCH_INDEX.files(SMALL))["/search/index.json"])
    other = json.loads(dict(SEARCH_INDEX.files(replace(SMALL, today=SMALL.today.replace(day=2))))["/search/index.json"])
    folders = [json.loads(dict(split(each))["/search/index.json"])["parts"] for each in (whole, whole, other)]
    assert folders[0] == folders[1] != folders[2]
