"""What one build publishes from, and what every published file says about itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from hubatlas import urls
from hubatlas.asking import Noted, Questions
from hubatlas.compact_json import as_bytes
from hubatlas.directory import Directory
from hubatlas.exports.packed import Packed
from hubatlas.facts.bank_holidays import BankHolidays, bank_holidays
from hubatlas.facts.freshness import Freshness, Record, freshness_in
from hubatlas.model import NO_HISTORY, History

VERSION = "v1"

_Value = TypeVar("_Value")


class Published(NamedTuple):
    """A file that is written already: the checksum of its content, and the file as archives hold it."""

    sha256: str
    packed: Packed


class Preview(NamedTuple):
    """How many rows a table has, and the values of the first of them."""

    row_count: int
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Edition:
    """A directory as of a day, with the rest of what a build knows.

    `commit` is the version of the records, where they have one; `reads_history` tells how they came to it. `schemas`
    maps a record type such as "hub", or "common", to its schema as plain data. `pages` are the addresses of the pages
    that search engines should list, `published` the files of version 1 that are written already, by address, and
    `previews` those of tables that are, by name: all are there for what speaks of the others, which is made after
    them. In an edition in another language, `directory` is a translation of what is `recorded`.
    """

    directory: Directory
    today: date
    recorded: Directory | None = None
    commit: str | None = None
    reads_history: Callable[[], History] = lambda: NO_HISTORY
    schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    pages: tuple[str, ...] = ()
    published: Mapping[str, Published] = field(default_factory=lambda: MappingProxyType({}))
    previews: Mapping[str, Preview] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def bank_holidays(self) -> BankHolidays:
        """The bank holidays of the network's part of the country."""
        return bank_holidays(self.directory.network.bank_holidays)

    @property
    def history(self) -> History:
        """The changes of the records; looked up once it is asked for, which only what tells of changes should do."""
        self.questions.note(("history",))
        return self._history

    @cached_property
    def _history(self) -> History:
        return self.reads_history()

    @property
    def questions(self) -> Questions:
        """What is asked of the edition and its directory."""
        return self.directory.questions

    def once(self, key: Hashable, work: Callable[[], _Value]) -> _Value:
        """What `work` gives, done once for this edition however often it is asked for under the same key."""
        return self.questions.once((self, key), work)

    def freshness(self, record: Record) -> Freshness:
        """How fresh the record is on the day."""
        return freshness_in(self.directory, record, self.today)

    def whole_address(self, address: str) -> str:
        """An address from the root of the site, with the site's own before it."""
        return urls.whole(self.directory.network.site.address, address)


setattr(Edition, "commit", Noted("commit"))  # noqa: B010 - for a type checker it is the attribute that it looks like


def envelope(edition: Edition) -> Mapping[str, Any]:
    """Who publishes a file, under which licence, and for which day: the first members of every JSON export."""
    return edition.once(envelope, lambda: _envelope(edition))


def _envelope(edition: Edition) -> Mapping[str, Any]:
    network = edition.directory.network
    publisher = None if network.publisher is None else edition.directory.organisation(network.publisher).name
    return {
        "network": network.name,
        "publisher": publisher or network.name,
        "licence": {"name": network.licence.name, "url": network.licence.url},
        "attribution": network.licence.attribution,
        "demonstration": network.demonstration == "yes",
        "version": VERSION,
        "date": edition.today.isoformat(),
        "home": edition.whole_address(urls.HOME),
    }


def json_bytes(whole: Mapping[str, Any]) -> bytes:
    """The object as JSON in UTF-8: a line for each member, and for each object in a list that is a member.

    Dates are texts in it, and tuples lists.
    """
    members = (as_bytes(name) + b": " + _member(value) for name, value in whole.items())
    return b"{\n" + b",\n".join(members) + b"\n}\n"


def _member(value: object) -> bytes:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return b"[\n" + b",\n".join(map(as_bytes, value)) + b"\n]"
    return as_bytes(value)
