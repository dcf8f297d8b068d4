"""The block on every hub and service page for readers who came to the wrong door: where to go instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import islice

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.no_wrong_door import not_here, who_helps
from hubatlas.facts.offers import NEEDS
from hubatlas.facts.wording import miles_words
from hubatlas.frozen import dataclass
from hubatlas.language import plain
from hubatlas.model import Hub, Service
from hubatlas.pages.cards import ContactCard, Link
from hubatlas.pages.listing import hub_link, service_link
from hubatlas.pages.reaching import contact_card

MOST_SERVICES = 6


@dataclass(frozen=True, slots=True)
class NotHere:
    """A need that is not served here, where the nearest help is, and how far that is."""

    need: Link
    hub: Link | None
    miles: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDoors:
    """Where to go instead. `remote` are services from anywhere, `similar` those for the same needs."""

    not_here: tuple[NotHere, ...]
    similar: tuple[Link, ...]
    remote: tuple[Link, ...]
    needs: tuple[Link, ...]
    contact: ContactCard


def doors_from_hub(directory: Directory, hub: Hub, others: Sequence[tuple[Hub, float | None]]) -> OtherDoors:
    """From a hub: the nearest of the others for each need that it does not serve, and what can be had from anywhere."""
    _similar, remote = directory.told(_doors, *(need.id for need in directory.terms(NEEDS)))
    return OtherDoors(
        not_here=tuple(
            NotHere(
                Link(each.need.label, urls.need(each.need.id)),
                None if each.hub is None else hub_link(each.hub),
                None if each.miles is None else miles_words(each.miles),
            )
            for each in not_here(directory, hub, others)
        ),
        similar=(),
        remote=remote[:MOST_SERVICES],
        needs=(),
        contact=_contact(directory),
    )


def doors_from_service(directory: Directory, service: Service) -> OtherDoors:
    """From a service: others for the same needs, those that share most first, and those from anywhere."""
    needs = directory.terms(NEEDS, service.needs)
    own = urls.service(service.slug)
    similar, remote = (
        tuple(link for link in links if link.address != own)[:MOST_SERVICES]
        for links in directory.told(_doors, *(need.id for need in needs))
    )
    return OtherDoors(
        not_here=(),
        similar=similar,
        remote=remote,
        needs=tuple(Link(need.label, urls.need(need.id)) for need in needs),
        contact=_contact(directory),
    )


def _doors(directory: Directory, *needs: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The first services for those needs, and the first from anywhere: one more than a page shows, as it may be one."""
    help_with = who_helps(directory)
    remote = {each.slug: each for need in needs for each in help_with.remote[need]}
    similar = _similar(directory, [help_with.services[need] for need in needs])
    return _links(similar), _links(remote.values())


def _similar(directory: Directory, by_need: list[tuple[Service, ...]]) -> Iterable[Service]:
    """The first services of the lists of some needs, those that are in most of them first, then by name."""
    if len(by_need) == 1:
        return by_need[0]
    order = directory.once(_similar, lambda: _by_name(directory))
    shared = Counter(each.slug for services in by_need for each in services)
    first = nsmallest(MOST_SERVICES + 1, shared, key=lambda slug: (-shared[slug], order[slug]))
    return map(directory.service, first)


def _by_name(directory: Directory) -> dict[str, int]:
    """The position of each service in the order of their names."""
    services = sorted(directory.services, key=lambda each: (plain(each.name).casefold(), each.slug))
    return {service.slug: position for position, service in enumerate(services)}


def _contact(directory: Directory) -> ContactCard:
    return directory.once(_contact, lambda: contact_card(directory.network.contact))


def _links(services: Iterable[Service]) -> tuple[Link, ...]:
    return tuple(service_link(service) for service in islice(services, MOST_SERVICES + 1))
