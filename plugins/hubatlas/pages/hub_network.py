"""What a hub is within its network, as its page shows it: relations, roles, specialisms, rooms, ways in."""

from __future__ import annotations

from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.offers import nearest_hubs
from hubatlas.facts.pathways import pathways_to_hub
from hubatlas.facts.relations import Relation, relations_by_hub
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import to_translate
from hubatlas.model import Hub, Specialism
from hubatlas.pages.cards import HoursTable, Link
from hubatlas.pages.hours import hours_table
from hubatlas.pages.hub_facts import serves_facts, standing_facts
from hubatlas.pages.listing import hub_link, service_link
from hubatlas.pages.quality import Badge, badges
from hubatlas.pages.reaching import address_lines
from hubatlas.pages.referrals import PROGRESS, pathway_link
from hubatlas.pages.roles import RoleLine, role_lines
from hubatlas.pages.spaces import RoomCard, room_cards
from hubatlas.pages.wording import upper_first

SCOPE = {
    "hub": to_translate("for its own visitors"),
    "network": to_translate("for every hub"),
    "everywhere": to_translate("everywhere in the area"),
}
RELATIONS = {
    "satellite of": to_translate("Satellite of %(other)s"),
    "has the satellite": to_translate("Has the satellite %(other)s"),
    "mentored by": to_translate("Mentored by %(other)s"),
    "mentors": to_translate("Mentors %(other)s"),
    "replaced by": to_translate("Replaced by %(other)s"),
    "took over from": to_translate("Took over from %(other)s"),
    "opens together with": to_translate("Opens together with %(other)s"),
    "shares its building with": to_translate("Shares its building with %(other)s"),
}
WHERE_NEXT_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLine:
    """A relation of the hub in words, with a place for the name of the other; and how far and since when that is."""

    words: str
    other: Link | None
    other_words: str
    state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialismLine:
    """A specialism of the hub, for whom, and the services that carry it."""

    label: str
    scope: str
    state: str | None
    services: tuple[Link, ...]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """Another door of the hub."""

    name: str
    address_lines: tuple[str, ...]
    hours: HoursTable | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HubNetwork:
    """What a hub's page shows of its place in the network. `facts` are each a question and its answer.

    `where_next` is where to go instead of a hub that has ended; `shares_with` what else is in its building now.
    """

    where_next: tuple[Link, ...]
    shares_with: tuple[str, ...]
    badges: tuple[Badge, ...]
    roles: tuple[RoleLine, ...]
    rooms: tuple[RoomCard, ...]
    pathways: tuple[Link, ...]
    sites: tuple[SiteLine, ...]
    relations: tuple[RelationLine, ...]
    specialisms: tuple[SpecialismLine, ...]
    serves: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


def hub_network(directory: Directory, hub: Hub, today: date) -> HubNetwork:
    """What the page of a hub shows of its place in the network."""
    own = relations_by_hub(directory)[hub.slug]
    is_open = directory.status(hub).shown_as == "open"
    return HubNetwork(
        where_next=_where_next(directory, hub) if directory.status(hub).shown_as == "ended" else (),
        shares_with=tuple(
            _other_words(directory, each)
            for each in own
            if each.kind == "shares its building with" and each.status == "live"
        ),
        badges=badges(directory, hub, today),
        roles=role_lines(directory, hub.roles) if is_open else (),
        rooms=room_cards(directory, hub, today) if is_open else (),
        pathways=tuple(pathway_link(each) for each in pathways_to_hub(directory, hub)) if is_open else (),
        sites=tuple(
            SiteLine(
                name=site.name,
                address_lines=address_lines(site.address),
                hours=None if site.opening_hours is None else hours_table(site.opening_hours, today),
                note=site.note,
            )
            for site in hub.sites
        ),
        relations=tuple(_relation(directory, each) for each in own if each.kind not in _SHOWN_ELSEWHERE),
        specialisms=tuple(specialism_line(directory, each) for each in hub.specialisms),
        serves=tuple(serves_facts(directory, hub)),
        facts=tuple(standing_facts(directory, hub)),
        links=tuple(Link(link.title, link.url) for link in hub.links),
    )


_SHOWN_ELSEWHERE = ("satellite of", "has the satellite")


def specialism_line(directory: Directory, specialism: Specialism) -> SpecialismLine:
    """A specialism as pages show it; its state is only told where it is not live."""
    return SpecialismLine(
        label=directory.term("specialisms", specialism.specialism).label,
        scope=_(SCOPE[specialism.scope]),
        state=None if specialism.status == "live" else _(PROGRESS[specialism.status]),
        services=tuple(service_link(directory.service(slug)) for slug in specialism.services),
        note=specialism.note,
    )


def _where_next(directory: Directory, hub: Hub) -> tuple[Link, ...]:
    """Those that replace the hub, else the nearest that are open."""
    if hub.replaced_by:
        return tuple(hub_link(directory.hub(slug)) for slug in hub.replaced_by)
    if hub.point is None:
        return ()
    return tuple(hub_link(other) for other, _miles in nearest_hubs(directory, hub.point, WHERE_NEXT_SHOWN))


def _relation(directory: Directory, relation: Relation) -> RelationLine:
    other = relation.other
    parts = (
        None if relation.status == "live" else _(PROGRESS[relation.status]),
        None if relation.since is None else _("since %(date)s", date=partial_date_words(relation.since)),
        relation.note,
    )
    link = hub_link(other) if other else None
    if other is None and relation.url is not None:
        link = Link(_other_words(directory, relation), relation.url)
    return RelationLine(
        words=_(RELATIONS[relation.kind]),
        other=link,
        other_words=_other_words(directory, relation),
        state=upper_first(", ".join(part for part in parts if part)) or None,
    )


def _other_words(directory: Directory, relation: Relation) -> str:
    if relation.other is not None:
        return relation.other.name
    kind = None if relation.neighbour is None else directory.term("neighbours", relation.neighbour).label
    return relation.name or kind or ""
