"""The pages of the network's own standing, as its home page lists them."""

from __future__ import annotations

from collections.abc import Callable

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.pages.cards import Link


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """A page about the network: its label and address, what it tells in a line, and whether a network has it.

    Label and line are messages, to be said in the language of a page.
    """

    label: str
    address: str
    about: str
    exists: Callable[[Directory], bool]


@dataclass(frozen=True, slots=True)
class PartLink:
    """A page that there is, and what it tells."""

    link: Link
    about: str


def part_links(directory: Directory, parts: tuple[NetworkPart, ...]) -> tuple[PartLink, ...]:
    """Links to those of the pages that this network has."""
    return tuple(PartLink(Link(_(part.label), part.address), _(part.about)) for part in parts if part.exists(directory))


def every_network(directory: Directory) -> bool:
    """Yes: every network has the page, whatever its records say."""
    del directory
    return True
