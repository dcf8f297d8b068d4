"""Permanent ids: UUIDs of version 5, made from the network's identifier and what never changes about a thing."""

from __future__ import annotations

from functools import cache
from hashlib import sha1
from uuid import NAMESPACE_URL, uuid5

from hubatlas.directory import Directory
from hubatlas.model import Hub, Organisation, Service


def permanent_id(directory: Directory, kind: str, *names: str) -> str:
    """The id of a thing of some kind, the same in every build for the same names."""
    network = directory.network
    identifier = network.site.address if network.open_referral is None else network.open_referral.identifier
    return _uuid5(_namespace(identifier), "/".join((kind, *names)))


@cache
def _namespace(identifier: str) -> bytes:
    return uuid5(NAMESPACE_URL, identifier).bytes


def _uuid5(namespace: bytes, name: str) -> str:
    """What `str(uuid.uuid5(namespace, name))` is, in a third of its time: a feed has thousands of ids."""
    hashed = sha1(namespace + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(hashed[16], 16) % 4]
    return f"{hashed[:8]}-{hashed[8:12]}-5{hashed[13:16]}-{variant}{hashed[17:20]}-{hashed[20:32]}"


def first_slug(record: Hub | Service | Organisation) -> str:
    """The slug under which a record was first published: ids made from it outlive a new one."""
    return record.previous_ids[0] if record.previous_ids else record.slug
