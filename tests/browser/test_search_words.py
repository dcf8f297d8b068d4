"""The browser takes words apart as the index was made. Its code is run by Node, without a page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hubatlas.exports.stemming import stem
from hubatlas.facts.synonyms import words_of
from tests.conftest import CONTENT, ESTUARY

PROGRAM = Path(__file__).with_name("search_words.mjs")


def browser_says(*, words: list[str], typed: list[str]) -> dict[str, Any]:
    asked = json.dumps({"words": words, "typed": typed})
    done = subprocess.run(["node", str(PROGRAM)], input=asked, capture_output=True, text=True, check=True)
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("content", [CONTENT, ESTUARY], ids=["content", "estuary"])
def test_every_word_of_the_records_has_the_stem_that_the_browser_looks_for(content: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(content.rglob("*.yaml"))]
    words = sorted({word for text in texts for word in words_of(text)})
    assert len(words) > 1_000
    stems = browser_says(words=words, typed=[])["stems"]
    indexed = [stem(word) for word in words]
    differing = [each for each in zip(words, indexed, stems, strict=True) if each[1] != each[2]]
    assert differing == []


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("Carer's café", ["carers", "café"]),
        ("carer’s CAFÉ", ["carers", "café"]),
        ("I need help with my bills", ["bills"]),
        ("help", ["help"]),
        ("+money -advice title:debt food~1 rent^9 *", ["money", "advice", "title", "debt", "food", "1", "rent", "9"]),
        ("drop-in/walk-in", ["drop", "walk"]),
        ("\N{FULLWIDTH LATIN SMALL LETTER F}ood", ["food"]),
        ("money money money", ["money"]),
        ("x" * 100, ["x" * 40]),
        ("!?", []),
    ],
)
def test_what_is_typed_becomes_plain_words(typed: str, looked_for: list[str]) -> None:
    assert browser_says(words=[], typed=[typed])["lookedFor"] == [looked_for]
