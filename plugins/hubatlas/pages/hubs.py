"""Every hub: the map and the equal list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.neighbours import over_the_border
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.model import Hub
from hubatlas.pages.cards import HubCard
from hubatlas.pages.hub_map import HubMap, map_of_all
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_card


@dataclass(frozen=True, slots=True)
class HubGroup:
    """The hubs under one heading, by name; `about` says what they have in common."""

    heading: str
    anchor: str
    about: str | None
    hubs: tuple[HubCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubsPage:
    """What the list of hubs shows: each kind of hub that is open, those to come, and those that have ended."""

    head: Head
    groups: tuple[HubGroup, ...]
    unmapped: tuple[str, ...]
    map: HubMap | None
    has_neighbours: bool


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, HubsPage]]:
    """The list of all hubs."""
    network = directory.network
    cards = [(hub, hub_card(directory, hub, today)) for hub in by_name(directory.hubs)]
    groups = [
        HubGroup(kind.plural, f"section-{kind.id}", kind.description, _cards(cards, kind=kind.id, shown_as="open"))
        for kind in network.hub_kinds
    ]
    groups.append(HubGroup(_("Coming soon"), "section-coming", None, _cards(cards, shown_as="coming")))
    groups.append(HubGroup(_("Closed or not going ahead"), "section-ended", None, _cards(cards, shown_as="ended")))
    yield (
        urls.HUBS,
        HubsPage(
            head=Head(
                title=_("All hubs in %(area)s", area=network.area_name),
                description=_(
                    "All hubs in %(area)s: where they are, when they are open and how to ring.", area=network.area_name
                ),
                section=urls.HUBS,
                trail=((_("Home"), urls.HOME),),
            ),
            groups=tuple(group for group in groups if group.hubs),
            unmapped=tuple(hub.name for hub, card in cards if hub.point is None and card.shown_as != "ended"),
            map=map_of_all(directory),
            has_neighbours=bool(over_the_border(directory)),
        ),
    )


def _cards(cards: list[tuple[Hub, HubCard]], *, shown_as: str, kind: str | None = None) -> tuple[HubCard, ...]:
    return tuple(card for hub, card in cards if card.shown_as == shown_as and kind in {None, hub.kind})


HUBS = PageKind("hubs", "pages/hubs.html", contexts)
