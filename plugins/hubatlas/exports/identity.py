"""Permanent ids: UUIDs of version 5, made from the network's identifier and what never changes about a thing."""

from __future__ import annotations

from functools import cache
from uuid import NAMESPACE_URL, UUID, uuid5

from hubatlas.directory import Directory
from hubatlas.model import Hub, Organisation, Service


def permanent_id(directory: Directory, kind: str, *names: str) -> str:
    """The id of a thing of some kind, the same in every build for the same names."""
    network = directory.network
    identifier = network.site.address if network.open_referral is None else network.open_referral.identifier
    return str(uuid5(_namespace(identifier), "/".join((kind, *names))))


@cache
def _namespace(identifier: str) -> UUID:
    return uuid5(NAMESPACE_URL, identifier)


def first_slug(record: Hub | Service | Organisation) -> str:
    """The slug under which a record was first published: ids made from it outlive a new one."""
    return record.previous_ids[0] if record.previous_ids else record.slug
