"""Good pages elsewhere, by the need that they help with."""

from __future__ import annotations

from collections.abc import Iterable

from hubatlas.directory import Directory
from hubatlas.facts.offers import NEEDS
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Signpost
from hubatlas.network import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostGroup:
    """The pages elsewhere that help with one need, by title; `need` is None for those that name none."""

    need: Term | None
    links: tuple[Signpost, ...]


def signposts_for(directory: Directory, need: str) -> tuple[Signpost, ...]:
    """The pages elsewhere that help with the need of that id, by title."""
    return _by_title(link for link in directory.signposts if need in link.needs)


def signposts_by_need(directory: Directory) -> tuple[SignpostGroup, ...]:
    """Every page elsewhere, in the order of the network's list of needs; one with two needs is in both groups."""
    groups = [SignpostGroup(need=need, links=signposts_for(directory, need.id)) for need in directory.terms(NEEDS)]
    others = _by_title(link for link in directory.signposts if not link.needs)
    return tuple(group for group in (*groups, SignpostGroup(need=None, links=others)) if group.links)


def _by_title(links: Iterable[Signpost]) -> tuple[Signpost, ...]:
    return tuple(sorted(links, key=lambda link: (plain(link.title).casefold(), link.url)))
