"""lunr's index, written as lunr.js 2.3.9 loads it.

The same as `lunr.builder.Builder` makes and serialises, in a quarter of the time: it does without the automaton of
all terms, which only a search needs, and without an object for each word. A test holds the two equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr import __TARGET_JS_VERSION__
from lunr.idf import idf

_LENGTH_WEIGHT = 0.75  # lunr's b: how much a long field lowers the weight of its words
_SATURATION = 1.2  # lunr's k1: how soon a word that is repeated counts no more

_NO_METADATA: dict[str, object] = {}  # one for all: positions and the like are not kept


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """The stems in each field of a document, in order, and how much the document counts."""

    terms: Mapping[str, Sequence[str]]
    boost: float = 1


def lunr_index(documents: Sequence[IndexedDocument], boosts: Mapping[str, float]) -> dict[str, Any]:
    """The serialised index of the documents; the reference of each is its position, as text.

    `boosts` names the fields and says how much a word counts in each.
    """
    postings = _postings(documents, boosts)
    words = {term: (posting["_index"], idf(posting, len(documents))) for term, posting in postings.items()}
    lengths = {field: sum(len(each.terms[field]) for each in documents) / max(1, len(documents)) for field in boosts}
    return {
        "version": __TARGET_JS_VERSION__,
        "fields": list(boosts),
        "fieldVectors": [
            [f"{field}/{position}", _vector(document.terms[field], words, lengths[field], boost * document.boost)]
            for position, document in enumerate(documents)
            for field, boost in boosts.items()
        ],
        "invertedIndex": [[term, postings[term]] for term in sorted(postings, key=_in_script_order)],
        "pipeline": ["stemmer"],
    }


def _postings(documents: Sequence[IndexedDocument], fields: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    postings: dict[str, dict[str, Any]] = {}
    for position, document in enumerate(documents):
        reference = str(position)
        for field in fields:
            for term in document.terms[field]:
                posting = postings.get(term)
                if posting is None:
                    posting = postings[term] = {"_index": len(postings), **{field: {} for field in fields}}
                posting[field][reference] = _NO_METADATA
    return postings


def _vector(
    terms: Sequence[str], words: Mapping[str, tuple[int, float]], mean_length: float, boost: float
) -> list[float]:
    """The weight (BM25) of each term of a field, after the number of the term, in order of these numbers.

    `words` has the number of each term, and how rare it is.
    """
    if not terms:
        return []
    damping = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * (len(terms) / mean_length))
    vector: list[float] = []
    for (number, rarity), count in sorted((words[term], count) for term, count in Counter(terms).items()):
        vector += number, round(rarity * ((_SATURATION + 1) * count) / (damping + count) * boost, 3)
    return vector


def _in_script_order(term: str) -> bytes:
    """Scripts compare text by UTF-16 units, and lunr.js refuses terms that are out of its order."""
    return term.encode("utf-16-be")
