"""What became of records that are no longer at their address: the files there go on, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubatlas.exports.edition import Edition, envelope, json_bytes
from hubatlas.exports.records import page_address, record_address
from hubatlas.facts.ended import Moved, ended_records, moved_records
from hubatlas.model import Ended


def ended_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """A file for each record that has ended or moved, where its own used to be."""
    shared = envelope(edition)
    for ended in ended_records(edition.directory, edition.history):
        yield record_address(ended.type, ended.id), json_bytes({**ended_note(edition, ended), **shared})
    for moved in moved_records(edition.directory):
        yield record_address(moved.type, moved.id), json_bytes({**moved_note(edition, moved), **shared})


def ended_note(edition: Edition, ended: Ended) -> dict[str, Any]:
    """What is said of a record that is no more."""
    return {
        **_about(edition, ended.type, ended.id, ended.name),
        "ended": True,
        "ended_on": None if ended.ended_on is None else ended.ended_on.text,
        "reason": ended.reason,
        "instead": [edition.whole_address(record_address(ended.type, slug)) for slug in ended.instead],
    }


def moved_note(edition: Edition, moved: Moved) -> dict[str, Any]:
    """What is said of a record that has another id now."""
    return {
        **_about(edition, moved.type, moved.id, moved.name),
        "ended": False,
        "moved_to": moved.to,
        "now_at": edition.whole_address(record_address(moved.type, moved.to)),
    }


def _about(edition: Edition, kind: str, slug: str, name: str) -> dict[str, Any]:
    return {"type": kind, "id": slug, "name": name, "page": edition.whole_address(page_address(kind, slug))}
