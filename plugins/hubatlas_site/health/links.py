"""The web addresses in the records, and which of them lead nowhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import urldefrag

from hubatlas.directory import Directory
from hubatlas.exports.record_shape import as_record
from hubatlas.frozen import dataclass
from hubatlas.imports.feeds.fetching import Fetcher, FetchError, Limits

LIMITS = Limits(bytes_a_page=50_000_000, bytes_in_all=2_000_000_000, seconds_a_page=30, seconds_in_all=2_400)
PAUSE = 1.0
"""Seconds between two questions, so that nobody's site is burdened."""
_REFUSES_ROBOTS = frozenset((HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS))
_SCHEMES = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DeadLink:
    """An address that leads nowhere, why, and the records that name it."""

    address: str
    reason: str
    records: tuple[str, ...] = ()


Known = Mapping[str, tuple[str, ...]]
"""Web addresses, each with the files that name it."""


def addresses(directory: Directory) -> Known:
    """Every web address in the records, each with the files that name it."""
    found: dict[str, set[str]] = {}
    for file, record in _records(directory):
        for address in _addresses(as_record(record)):
            found.setdefault(urldefrag(address).url, set()).add(file)
    return {address: tuple(sorted(found[address])) for address in sorted(found)}


def dead_links(known: Known, fetcher: Fetcher, pause: Callable[[float], None] = time.sleep) -> list[DeadLink]:
    """Those of the known addresses that cannot be opened, after a second try for each.

    A site that turns programs away is not dead, and is left out.
    """
    failed = [each for each in known if _fault(each, fetcher, pause) is not None]
    again = ((each, _fault(each, fetcher, pause)) for each in failed)
    dead = (DeadLink(address=each, reason=reason) for each, reason in again if reason is not None)
    return [replace(each, records=known[each.address]) for each in dead]


def _fault(address: str, fetcher: Fetcher, pause: Callable[[float], None]) -> str | None:
    pause(PAUSE)
    try:
        fetcher.get(address)
    except FetchError as error:
        return None if error.status in _REFUSES_ROBOTS else str(error)
    return None


def _records(directory: Directory) -> Iterator[tuple[str, Any]]:
    """Each record, with its file below the content folder. The copies of neighbours are theirs to keep right."""
    yield "network.yaml", directory.network
    for folder in ("bodies", "hubs", "indicators", "organisations", "pathways", "places", "programmes"):
        yield from ((f"{folder}/{each.slug}.yaml", each) for each in getattr(directory, folder))
    for folder in ("services", "stories"):
        yield from ((f"{folder}/{each.slug}.yaml", each) for each in getattr(directory, folder))
    yield from (("signposts.yaml", each) for each in directory.signposts)
    yield from (("learning.yaml", each) for each in directory.learning)


def _addresses(plain: Any) -> Iterator[str]:  # noqa: ANN401 - a plain record, or any part of one
    if isinstance(plain, Mapping):
        for name, value in plain.items():
            if name not in {"site", "open_referral"}:  # what the network publishes itself, perhaps not yet
                yield from _addresses(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _addresses(value)
    elif isinstance(plain, str) and plain.startswith(_SCHEMES) and " " not in plain:
        yield plain
