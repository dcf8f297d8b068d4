"""What the whole feed is made from, and the plain objects that it is made of."""

from __future__ import annotations

from typing import Any, TypeAlias

from hubatlas.directory import Directory
from hubatlas.exports.edition import Edition
from hubatlas.exports.identity import first_slug, permanent_id
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Organisation, Service

Item: TypeAlias = dict[str, Any]
"""An object of the feed, as JSON has it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What every object of one feed is made from. With `strict`, fields that the profile does not name are left out."""

    edition: Edition
    strict: bool

    @property
    def directory(self) -> Directory:
        """The records."""
        return self.edition.directory

    def id(self, kind: str, *names: str) -> str:
        """The permanent id of a thing of some kind."""
        return permanent_id(self.directory, kind, *names)

    def record_id(self, kind: str, record: Hub | Service | Organisation) -> str:
        """The permanent id of what a record is about."""
        return self.id(kind, first_slug(record))

    def extra(self, **fields: Any) -> Item:  # noqa: ANN401 - values of any type of JSON
        """Fields of the wider standard (HSDS) that the profile lacks; none where the feed is strict."""
        return {} if self.strict else stated(**fields)


def feed_of(edition: Edition) -> Feed:
    """The feed of an edition, as the network's record asks for it."""
    settings = edition.directory.network.open_referral
    return Feed(edition, settings is not None and settings.strict == "yes")


def stated(**fields: Any) -> Item:  # noqa: ANN401 - values of any type of JSON
    """The fields that say something: consumers stumble over null, and over an empty text or list."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def each_once(items: list[Item]) -> list[Item]:
    """The items sorted by their ids, each of which stands once."""
    return [item for _, item in sorted({item["id"]: item for item in items}.items())]
