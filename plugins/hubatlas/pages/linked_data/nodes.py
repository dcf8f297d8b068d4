"""What all linked data shares: nodes that leave out what is not known, their identities, and their JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from hubatlas import urls
from hubatlas.compact_json import as_text
from hubatlas.directory import Directory
from hubatlas.model import Identifier, PartialDate

SCHEMA_ORG: Final = "https://schema.org/"
LANGUAGE: Final = "en-GB"

Node = Mapping[str, object]
"""A thing as schema.org describes it: JSON-LD without its context."""


def node(kind: str | tuple[str, ...], properties: Mapping[str, object]) -> Node:
    """The thing of that type, or those types, with the properties that are known. No and nought are known."""
    return {"@type": kind} | {name: value for name, value in properties.items() if value or value == 0}


def as_json(thing: Node) -> str:
    """The node as JSON on one line; it still has to be made safe for the page that it goes into."""
    return as_text(thing)


def whole(directory: Directory, address: str) -> str:
    """An address from the root of the site, with the site's own before it."""
    return urls.whole(directory.network.site.address, address)


def identity(page: str) -> str:
    """What linked data calls the thing that a page is about; no element of a page can have that id."""
    return f"{page}#_this"


def property_value(name: str, value: str) -> Node:
    """An identifier, with the name of the list that it is in."""
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def identifiers(found: tuple[Identifier, ...]) -> list[Node]:
    """Official numbers, each with its list of org-id.guide."""
    return [property_value(each.scheme, each.identifier) for each in found]


def exact_date(partial: PartialDate | None) -> str | None:
    """2016, 2016-03 or 2016-03-28; None for a season or a stretch, which ISO 8601 has no short word for."""
    if partial is None or not partial.text.replace("-", "").isdecimal():
        return None
    return partial.text


def day(found: date | None) -> str | None:
    """2026-12-01; None for None."""
    return None if found is None else found.isoformat()
