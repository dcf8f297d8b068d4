"""Permanent ids: UUIDs of version 5, made from the network's identifier and what never changes about a thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

from hubatlas.directory import Directory
from hubatlas.exports.edition import Edition
from hubatlas.model import Hub, Organisation, Service

Item: TypeAlias = dict[str, Any]
"""An object of the feed, as JSON has it."""


@dataclass(frozen=True)
class Feed:
    """What every object of one feed is made from. With `strict`, fields that the profile does not name are left out."""

    edition: Edition
    strict: bool
    namespace: UUID

    @property
    def directory(self) -> Directory:
        """The records."""
        return self.edition.directory

    def id(self, kind: str, *names: str) -> str:
        """The id of a thing of some kind, the same in every build for the same names."""
        return str(uuid5(self.namespace, "/".join((kind, *names))))

    def record_id(self, kind: str, record: Hub | Service | Organisation) -> str:
        """The id of a record: that of the first name it was published under, so that it outlives a new one."""
        return self.id(kind, *(record.previous_ids[:1] or (record.slug,)))

    def extra(self, **fields: Any) -> Item:  # noqa: ANN401 - values of any type of JSON
        """Fields of the wider standard (HSDS) that the profile lacks; none where the feed is strict."""
        return {} if self.strict else stated(**fields)


def feed_of(edition: Edition) -> Feed:
    """The feed of an edition, as the network's record asks for it."""
    network = edition.directory.network
    settings = network.open_referral
    identifier = network.site.address if settings is None else settings.identifier
    return Feed(edition, settings is not None and settings.strict == "yes", uuid5(NAMESPACE_URL, identifier))


def stated(**fields: Any) -> Item:  # noqa: ANN401 - values of any type of JSON
    """The fields that say something: consumers stumble over null, and over an empty text or list."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def once(items: list[Item], key: Callable[[Item], str] = lambda item: item["id"]) -> list[Item]:
    """The items, each id once, sorted by it."""
    return [item for _, item in sorted({key(item): item for item in items}.items())]
