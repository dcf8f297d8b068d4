"""Where a feed is: a folder, a file or a web address, and what kind of feed it turns out to be."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from math import isfinite
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

from hubatlas.frozen import dataclass
from hubatlas.imports.feeds.fetching import Fetcher, FetchError
from hubatlas.imports.feeds.first_version import as_third_version, is_first_version
from hubatlas.imports.feeds.own import is_own
from hubatlas.imports.feeds.tables import services_of_tables
from hubatlas.imports.proposals import KINDS

MOST_BYTES = 100_000_000
_DIGITS_OF_A_NUMBER = 18
_HALF_A_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
_LISTS = ("contents", "content")
_NESTED = frozenset(("schedules", "service_at_locations", "contacts", "regular_schedules"))
Json = dict[str, Any]


class FeedError(Exception):
    """The feed cannot be read. The message is a plain sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed holds: services in the shape of Open Referral UK 3.0, or records of ours, whole.

    `publisher` is who it says publishes it; `remarks` are what a person should know of how it was read.
    """

    services: tuple[Json, ...] = ()
    records: tuple[Json, ...] = ()
    publisher: str | None = None
    remarks: tuple[str, ...] = ()


def read_feed(where: str, fetcher: Fetcher) -> Feed:
    """The feed at a web address, in a folder or in a file; raises FeedError where there is none."""
    try:
        feed = _at_address(where, fetcher) if where.startswith(("http://", "https://")) else _in_files(Path(where))
    except FetchError as error:
        raise FeedError(f"The feed cannot be read: {error}.") from error
    if not (feed.services or feed.records):
        raise FeedError(f"{where} holds no services in a form that is known here; see docs/importing.md.")
    return feed


def _of_items(items: list[Json], remarks: tuple[str, ...] = ()) -> Feed:
    """The feed of these items, whichever kind they are of."""
    records = tuple(item for item in items if is_own(item))
    services = tuple(
        as_third_version(item) if is_first_version(item) else item
        for item in items
        if not is_own(item) and "id" in item and "name" in item
    )
    publisher = next((str(item["publisher"]) for item in records if item.get("publisher")), None)
    return Feed(services=services, records=records, publisher=publisher, remarks=remarks)


def _of_tables(read: Callable[[str], bytes | None]) -> Feed:
    try:
        return Feed(services=tuple(services_of_tables(read)))
    except csv.Error as error:
        raise FeedError(f"A table of the feed cannot be read: {error}.") from None


def _in_files(path: Path) -> Feed:
    if path.is_file():
        return _of_items(list(_items(_file(path), path.name)))
    if not path.is_dir():
        raise FeedError(f"There is no file or folder {path}.")
    if not _is_own_folder(path) and any((path / name).is_file() for name in ("services.csv", "service.csv")):
        return _of_tables(lambda name: _file_if_there(path / name))
    whole = path / "services.ndjson"
    if whole.is_file():
        return _of_items(list(_items(_file(whole), whole.name)))
    folders = [path / name for name in ("services", *(str(kind.folder) for kind in KINDS.values()))]
    inside = [file for folder in dict.fromkeys(folders) if folder.is_dir() for file in sorted(folder.iterdir())]
    files = [each for each in (inside or sorted(path.glob("*.json"))) if each.is_file() and each.suffix != ".html"]
    items: list[Json] = []
    remarks: list[str] = []
    for file in files:
        try:
            items += _items(_file(file), file.name)
        except FeedError as error:
            remarks.append(str(error))
    return _of_items(items, tuple(remarks))


def _is_own_folder(path: Path) -> bool:
    """Whether the folder is that of our own open data, which has a table of services too."""
    package = path / "datapackage.json"
    told = _json(_file(package), package.name) if package.is_file() else None
    return _is_own_package(told)


def _is_own_package(told: object) -> bool:
    return isinstance(told, dict) and told.get("name") == "hub-atlas"


def _file(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FeedError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except OSError as error:
        raise FeedError(f"{path} cannot be opened: {error.strerror or error}.") from None


def _file_if_there(path: Path) -> bytes | None:
    return _file(path) if path.is_file() else None


def _items(source: bytes, name: str) -> Iterator[Json]:
    """The objects of a file: those of a list or a page of one, one to a line, or the one that it is."""
    if name.endswith(".ndjson"):
        for line in source.splitlines():
            if line.strip():
                yield from _objects(_json(line, name))
    else:
        yield from _objects(_json(source, name))


def _objects(whole: object) -> Iterator[Json]:
    if isinstance(whole, dict):
        listed = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list)), None)
        yield from [whole] if listed is None else (each for each in listed if isinstance(each, dict))
    elif isinstance(whole, list):
        yield from (each for each in whole if isinstance(each, dict))


def _json(source: bytes, name: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """What the file says, without what no record could: numbers beyond any use, and halves of characters."""
    try:
        found = json.loads(source, parse_constant=lambda _: None, parse_float=_finite, parse_int=_whole)
        if _HALF_A_CHARACTER.search(source):
            found = json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise FeedError(f"{name} is not JSON.") from None
    return found


def _finite(text: str) -> float | None:
    number = float(text)
    return number if isfinite(number) else None


def _whole(text: str) -> int | None:
    return int(text) if len(text) <= _DIGITS_OF_A_NUMBER else None


def _at_address(address: str, fetcher: Fetcher) -> Feed:
    first = _json_at(address, fetcher) if not address.endswith(".ndjson") else None
    if first is None:
        return _of_items(list(_items(fetcher.get(address), address)))
    if _is_own_package(first):
        return _of_items(*_own_records(address, fetcher))
    if isinstance(first, dict) and isinstance(first.get("resources"), list):
        return _of_tables(lambda name: _bytes_at(urljoin(address, name), fetcher))
    if isinstance(first, dict) and "version" in first and "openapi_url" in first:
        address = f"{address.rstrip('/')}/services"
        first = _json_at(address, fetcher)
    return _of_items(*_paged(address, first, fetcher))


def _own_records(package: str, fetcher: Fetcher) -> tuple[list[Json], tuple[str, ...]]:
    """Every record that the tables beside our own data package list."""
    items: list[Json] = []
    remarks: list[str] = []
    for kind, each in KINDS.items():
        table = _bytes_at(urljoin(package, f"{each.folder}.json"), fetcher)
        for row in _rows(_json(table, f"{each.folder}.json") if table else None):
            found = _bytes_at(urljoin(package, f"{each.folder}/{row.get(kind)}.json"), fetcher)
            if found is None:
                remarks.append(f"The {kind} {row.get(kind)} could not be fetched.")
            else:
                items += _items(found, f"{row.get(kind)}.json")
    return items, tuple(remarks)


def _rows(table: object) -> list[Json]:
    rows = table.get("rows") if isinstance(table, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _paged(address: str, first: Any, fetcher: Fetcher) -> tuple[list[Json], tuple[str, ...]]:  # noqa: ANN401 - JSON of any shape
    """The items of all pages of a list, each whole: from its own address where the list says only some of it."""
    found: dict[str, Json] = {}
    remarks = []
    for page in _pages(address, first, fetcher):
        fresh = [item for item in _objects(page) if str(item.get("id")) not in found]
        if not fresh:
            break  # a host of plain files gives the same page whichever is asked for
        found |= {str(item.get("id")): item for item in fresh}
    for number, item in found.items():
        if not _NESTED & item.keys():
            try:
                whole = _json_at(f"{address.partition('?')[0].rstrip('/')}/{number}", fetcher)
            except (FeedError, FetchError):
                remarks.append(f"The service {number} could not be fetched; only what the list says of it is taken.")
            else:
                found[number] = next(_objects(whole), item)
    return list(found.values()), tuple(remarks)


def _pages(address: str, first: Any, fetcher: Fetcher) -> Iterator[Any]:  # noqa: ANN401 - JSON of any shape
    yield first
    total = first.get("total_pages", first.get("totalPages", 1)) if isinstance(first, dict) else 1
    mark = "&" if "?" in address else "?"
    for number in range(2, (total if isinstance(total, int) else 1) + 1):
        yield _json_at(f"{address}{mark}{urlencode({'page': number})}", fetcher)


def _json_at(address: str, fetcher: Fetcher) -> Any:  # noqa: ANN401 - JSON of any shape
    return _json(fetcher.get(address), address)


def _bytes_at(address: str, fetcher: Fetcher) -> bytes | None:
    try:
        return fetcher.get(address)
    except FetchError:
        return None
