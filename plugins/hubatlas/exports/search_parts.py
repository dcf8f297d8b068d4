"""The search index of a large network, in parts: a phone fetches only those that a question needs.

`/search/index.json` then has `parts` (the address of their folder below `/search/`), `chunk` (how many documents are in
each file of documents) and `words` without postings, but with `starts`: the number of the first term of each file of
words. In the folder are `facets.json`, `words-0.json` with the postings of a run of terms, and `documents-0.json`.
The folder's name changes with what is in it, so that parts of two builds never meet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hubatlas import urls
from hubatlas.compact_json import as_bytes

LARGEST_WHOLE = 1_500
"""How many documents a network may have whose index is one file."""

DOCUMENTS_A_FILE = 24
_POSTINGS_A_FILE = 40_000
"""In bytes of JSON, before it is compressed. A word that is in very many documents may have more for itself."""

_NAME_LENGTH = 10


def split(whole: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The files of an index that is too large for one, the index itself first."""
    words = whole["words"]
    runs = list(_runs(words["postings"]))
    parts: dict[str, object] = {"facets.json": whole["facets"]}
    for number, run in enumerate(runs):
        parts[f"words-{number}.json"] = run
    for number, shown in enumerate(_chunks(whole["documents"])):
        parts[f"documents-{number}.json"] = shown
    files = {name: as_bytes(part) for name, part in parts.items()}
    folder = f"parts/{_name(files.values())}/"
    starts = [sum(len(run) for run in runs[:number]) for number in range(len(runs))]
    kept = {name: words[name] for name in ("fields", "weights", "lengths", "terms")}
    yield urls.SEARCH_INDEX, as_bytes({"parts": folder, "chunk": DOCUMENTS_A_FILE, "words": kept | {"starts": starts}})
    for name, content in files.items():
        yield f"{urls.SEARCH}{folder}{name}", content


def _runs(postings: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    """The postings in files of about the same size, in order."""
    run: list[list[int]] = []
    size = 0
    for posting in postings:
        length = len(as_bytes(posting))
        if run and size + length > _POSTINGS_A_FILE:
            yield run
            run, size = [], 0
        run.append(posting)
        size += length
    if run:
        yield run


def _chunks(documents: Sequence[object]) -> Iterator[Sequence[object]]:
    for start in range(0, len(documents), DOCUMENTS_A_FILE):
        yield documents[start : start + DOCUMENTS_A_FILE]


def _name(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:_NAME_LENGTH]
