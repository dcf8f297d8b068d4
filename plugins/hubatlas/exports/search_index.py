"""The search index: what lunr.js loads in the reader's browser, and what each result shows.

`/search/index.json` is `{"index": ..., "documents": [...]}`. `index` is lunr's serialised index (schema of 2.3.9);
its references are positions in `documents`, as text. A document is `{"kind", "title", "summary", "place", "url"}`:
`kind` is a word to show, `place` a line or null, and `url` begins at the root of the site. `at` lists the points where
it can be had, as `[latitude, longitude]` or the position of the hub whose point it is; `remote` is there, and true,
where nobody has to travel.

Words are split by `facts.synonyms.words_of` and stemmed as lunr.js does; stop words are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from lunr.builder import Builder
from lunr.stemmer import stemmer
from lunr.stop_word_filter import stop_word_filter
from lunr.token import Token

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Export
from hubatlas.exports.stemming import stem
from hubatlas.facts.search_documents import SearchDocument, search_documents
from hubatlas.facts.synonyms import words_of

BOOSTS = {"title": 10, "names": 8, "topics": 4, "details": 2, "synonyms": 1}
"""How much a word counts in each field; a thing's own words count more than what others call it."""


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    documents = search_documents(edition.directory, edition.today)
    hubs = {
        each.points[0]: position
        for position, each in enumerate(documents[: len(edition.directory.hubs)])
        if each.points
    }
    shown = [_shown(document, position, hubs) for position, document in enumerate(documents)]
    whole = {"index": search_index(documents), "documents": shown}
    yield urls.SEARCH_INDEX, json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def search_index(documents: Iterable[SearchDocument]) -> dict[str, Any]:
    """The lunr index of the documents, serialised; the reference of each is its position."""
    builder = _IndexBuilder()
    builder.search_pipeline.add(stemmer)  # only its name is kept: lunr.js stems what the reader types
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for position, document in enumerate(documents):
        builder.add({"id": position, **_fields(document)}, {"boost": document.weight})
    serialised: dict[str, Any] = builder.build().serialize()
    serialised["invertedIndex"].sort(key=_in_script_order)
    return serialised


class _IndexBuilder(Builder):  # type: ignore[misc] # lunr is published without types
    """lunr's builder without the automaton of all terms, which a search in Python needs and a stored index does not."""

    def _create_token_set(self) -> None:
        self.token_set = None


def _in_script_order(posting: tuple[str, Any]) -> bytes:
    """Scripts compare text by UTF-16 units, and lunr.js refuses terms that are out of its order."""
    return posting[0].encode("utf-16-be")


def _fields(document: SearchDocument) -> dict[str, list[str]]:
    return {
        "title": _terms((document.title,)),
        "names": _terms(document.names),
        "topics": _terms(document.topics),
        "details": _terms(document.details),
        "synonyms": _terms(document.synonyms),
    }


def _terms(texts: Iterable[str]) -> list[str]:
    return [term for word in words_of(" ".join(texts)) if (term := _term(word)) is not None]


@cache  # a directory says the same words again and again, and stemming takes the time
def _term(word: str) -> str | None:
    """The stem of a word; None for a stop word."""
    return None if stop_word_filter(Token(word)) is None else stem(word)


def _shown(document: SearchDocument, position: int, hubs: Mapping[tuple[float, float], int]) -> dict[str, Any]:
    """What a result shows, and where it is; `hubs` gives the document of the hub at a point."""
    at = [point if hubs.get(point, position) == position else hubs[point] for point in document.points]
    return {
        "kind": document.kind,
        "title": document.title,
        "summary": document.summary,
        "place": document.place,
        "url": document.address,
        **({"at": at} if at else {}),
        **({"remote": True} if document.remote else {}),
    }


SEARCH_INDEX = Export(
    address=urls.SEARCH_INDEX,
    title="Search index",
    description="What the search page looks words up in.",
    media_type="application/json",
    files=_files,
    listed=False,
)
