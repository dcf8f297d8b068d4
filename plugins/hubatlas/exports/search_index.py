"""The search index: what the search page looks things up in.

`/search/index.json` is `{"words", "facets", "documents"}`. `words` is lunr's index, packed as `exports.search_words`
says; its references are positions in `documents`. A document is `{"kind", "title", "summary", "place", "url"}`: `kind`
is a word to show, `place` a line or null, and `url` begins at the root of the site. `facets` are what the search
filters by, as `exports.search_facets` says. Of a large network the index is in parts: see `exports.search_parts`.

Words are split by `facts.synonyms.words_of` and stemmed as lunr.js does; stop words are left out. In another language
things are found by the words of that language and by those of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubatlas import urls
from hubatlas.compact_json import as_bytes
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Export
from hubatlas.exports.search_facets import packed_facets
from hubatlas.exports.search_parts import LARGEST_WHOLE, split
from hubatlas.exports.search_words import packed_words
from hubatlas.facts.search_documents import SearchDocument, search_documents
from hubatlas.language import speaking


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    documents = search_documents(edition.directory, edition.today)
    whole = {
        "words": packed_words(documents, _recorded(edition)),
        "facets": packed_facets(edition.directory, documents, edition.today),
        "documents": [_shown(document) for document in documents],
    }
    if len(documents) > LARGEST_WHOLE:
        yield from split(whole)
    else:
        yield urls.SEARCH_INDEX, as_bytes(whole)


def _recorded(edition: Edition) -> tuple[SearchDocument, ...]:
    """The same documents in the network's own language, where the edition is in another."""
    if edition.recorded is None:
        return ()
    with speaking(None):
        return search_documents(edition.recorded, edition.today)


def _shown(document: SearchDocument) -> dict[str, Any]:
    return {
        "kind": document.kind,
        "title": document.title,
        "summary": document.summary,
        "place": document.place,
        "url": document.address,
    }


SEARCH_INDEX = Export(
    address=urls.SEARCH_INDEX,
    title="Search index",
    description="What the search page looks words up in.",
    media_type="application/json",
    files=_files,
    listed=False,
    in_each_language=True,
)
