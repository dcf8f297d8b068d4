"""The words of the search: lunr's index, packed so small that a phone can fetch it.

lunr's own serialised index repeats numbers for every word, and is several times as large. Here is what it is worked out
from, so that lunr.js in the reader's browser has the same index, and the same ranking; a test holds it against lunr's.

- `fields` are the fields with how much a word counts in each, `weights` how much each document counts
- `lengths` tells how many words each field of each document has: those of document 0, then of document 1, and so on
- `terms` are the stems in the order of lunr.js, `postings` where each stands: for each document the distance from the
  document before, then the fields as a sum of 1, 2, 4 ...; 32 more where it stands more than once in one of
  them, and then how often in each
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any

from lunr.stop_word_filter import stop_word_filter
from lunr.token import Token

from hubatlas.exports.stemming import stem
from hubatlas.facts.search_documents import SearchDocument
from hubatlas.facts.synonyms import words_of

BOOSTS = {"title": 10, "names": 8, "topics": 4, "details": 2, "synonyms": 1}
"""How much a word counts in each field; a thing's own words count more than what others call it."""

REPEATED = 1 << len(BOOSTS)


def packed_words(documents: Sequence[SearchDocument], recorded: Sequence[SearchDocument] = ()) -> dict[str, Any]:
    """The words of the documents, as the top of this module says.

    `recorded` are the same in the language of the records, by whose words they are found too.
    """
    lengths: list[int] = []
    postings: defaultdict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    for position, (document, own) in enumerate(zip_longest(documents, recorded)):
        here: dict[str, list[int]] = {}
        for number, counted in enumerate(_counted(document, own)):
            lengths.append(counted.total())
            field = 1 << number
            for term, often in counted.items():
                standing = here.setdefault(term, [0])
                standing[0] += field
                standing.append(often)
        for term, (fields, *often_in) in here.items():
            repeated = (fields + REPEATED, *often_in) if max(often_in) > 1 else (fields,)
            postings[term] += (position - last.get(term, 0), *repeated)
            last[term] = position
    terms = sorted(postings, key=_in_script_order)
    return {
        "fields": BOOSTS,
        "weights": [each.weight for each in documents],
        "lengths": lengths,
        "terms": terms,
        "postings": [postings[term] for term in terms],
    }


def fields_of(document: SearchDocument) -> dict[str, list[str]]:
    """The stems in each field of a document, in order, as often as they stand there."""
    return {
        "title": _terms((document.title,)),
        "names": _terms(document.names),
        "topics": _terms(document.topics),
        "details": _terms(document.details),
        "synonyms": _terms(document.synonyms),
    }


def _counted(document: SearchDocument, own: SearchDocument | None) -> list[Counter[str]]:
    """How often each stem is in each field; what a translation has left as it was counts once."""
    counted = [Counter(terms) for terms in fields_of(document).values()]
    if own is None:
        return counted
    return [one | Counter(terms) for one, terms in zip(counted, fields_of(own).values(), strict=True)]


def _in_script_order(term: str) -> bytes:
    """Scripts compare text by UTF-16 units, and lunr.js refuses terms that are out of its order."""
    return term.encode("utf-16-be")


def _terms(texts: Iterable[str]) -> list[str]:
    return [term for word in words_of(" ".join(texts)) if (term := _term(word)) is not None]


@cache  # a directory says the same words again and again, and stemming takes the time
def _term(word: str) -> str | None:
    """The stem of a word; None for a stop word."""
    return None if stop_word_filter(Token(word)) is None else stem(word)
