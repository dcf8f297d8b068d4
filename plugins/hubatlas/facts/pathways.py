"""What follows from referral pathways: how often somebody is handed on, and which lead to a hub or service."""

from __future__ import annotations

from collections.abc import Iterable

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Pathway, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffs:
    """How often somebody else takes over on the way, and at how many steps that is not known."""

    count: int
    unknown: int


def hand_offs(pathway: Pathway) -> HandOffs:
    """The hand-offs of a pathway: steps that say so, and steps at which another organisation takes over.

    The first step is where it begins, so nobody takes over there unless the record says so.
    """
    count = unknown = 0
    last: str | None = None
    for position, step in enumerate(pathway.steps):
        organisation = step.organisation or last
        if step.hand_off == "yes":
            count += 1
        elif step.hand_off == "unknown" and position > 0:
            if step.organisation is None or last is None:
                unknown += 1
            elif step.organisation != last:
                count += 1
        last = organisation
    return HandOffs(count=count, unknown=unknown)


def pathways_to_hub(directory: Directory, hub: Hub) -> tuple[Pathway, ...]:
    """The pathways that work now or are planned and lead to the hub, by name."""
    is_open = directory.status(hub).shown_as == "open" and hub.parent is None
    return _by_name(
        each
        for each in directory.pathways
        if each.status in ("live", "planned") and (hub.slug in each.hubs or (each.to_every_hub == "yes" and is_open))
    )


def pathways_to_service(directory: Directory, service: Service) -> tuple[Pathway, ...]:
    """The pathways that work now or are planned and lead to the service, by name."""
    return _by_name(
        each for each in directory.pathways if each.status in ("live", "planned") and service.slug in each.services
    )


def _by_name(pathways: Iterable[Pathway]) -> tuple[Pathway, ...]:
    return tuple(sorted(pathways, key=lambda pathway: (plain(pathway.name).casefold(), pathway.slug)))
