"""Which of the network's own terms a published term is, as its vocabularies say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hubatlas.imports.feeds.services import Terms
from hubatlas.records.folders import read_bytes
from hubatlas.records.reading import MOST_BYTES, read

_PROPERTIES = {"service-types": "types", "needs": "needs", "audiences": "audiences"}


def own_terms(content: Path) -> Terms:
    """The terms by the addresses of published ones that say to be the same, and by those of our own feed.

    One that several terms say to be the same as stands for none of them.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for vocabulary, name in _PROPERTIES.items():
        path = content / "vocabularies" / f"{vocabulary}.yaml"
        listed: Any = read(read_bytes(path, MOST_BYTES)) if path.is_file() else {}
        for term in listed.get("terms", ()):
            for address in (*term.get("same_as", ()), f"{listed['title']}#{term['id']}"):
                found.setdefault(address, []).append((name, term["id"]))
    return {address: own[0] for address, own in found.items() if len(own) == 1}
