"""One hub: the answer first, then what is on, what helps, how to get there, and why to believe it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.offers import by_need, hubs_by_distance, services_at
from hubatlas.facts.wording import listed, miles_words, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import to_translate
from hubatlas.model import Answer, Hub
from hubatlas.pages.cards import (
    ContactCard,
    DayOfOccasions,
    DayOfSessions,
    HoursTable,
    HubCard,
    Link,
    Mark,
    Marks,
    Status,
    Trust,
)
from hubatlas.pages.commitment_wording import commitment_lines
from hubatlas.pages.core_offer_glance import CoreOfferGlance, glance
from hubatlas.pages.figures import Evidence, evidence
from hubatlas.pages.hours import hours_table, status
from hubatlas.pages.hub_map import HubMap, map_of_hub
from hubatlas.pages.hub_network import HubNetwork, hub_network
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.linked_data.hub import hub_data
from hubatlas.pages.listing import by_name, hub_card, hub_link, organisation_link, service_link
from hubatlas.pages.neighbours import NearPlace, near_places
from hubatlas.pages.no_wrong_door import OtherDoors, doors_from_hub
from hubatlas.pages.reaching import address_lines, contact_card, directions
from hubatlas.pages.timetable import agenda, by_day, coming
from hubatlas.pages.trust import trust

DAYS_AHEAD = 7
OCCASIONS_SHOWN = 5
NEAREST_SHOWN = 3
MOST_SESSIONS_SHOWN = 12
PLAINLY_OPEN = "open"
"""The id of a status that the page says already; others, such as a pilot, are told beside the kind of hub."""

PRECISION = {
    "entrance": None,
    "building": None,
    "postcode": to_translate("The map shows the middle of the postcode, not the door."),
    "area": to_translate("The map shows the area, not the building."),
}


@dataclass(frozen=True, slots=True)
class NeedLinks:
    """A need, and the services here that help with it."""

    label: str
    services: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubPage:
    """What a hub's page shows. Where `fold_days`, each day but the weekday `today` is folded away."""

    head: Head
    slug: str
    name: str
    kind: str
    tags: tuple[str, ...]
    also_known_as: str | None
    formerly: str | None
    summary: str
    description: str | None
    on_arrival: str | None
    status: Status
    status_note: str | None
    contact: ContactCard
    directions: str | None
    address_lines: tuple[str, ...]
    places: str | None
    getting_there: str | None
    map_note: str | None
    map: HubMap | None
    occasions: tuple[DayOfOccasions, ...]
    most_occasions: int
    needs: tuple[NeedLinks, ...]
    days: tuple[DayOfSessions, ...]
    fold_days: bool
    today: int
    hours: HoursTable | None
    access: Marks
    facilities: Marks
    access_note: str | None
    operator: Link | None
    parent: Link | None
    satellites: tuple[HubCard, ...]
    commitments: tuple[str, ...]
    core_offer: CoreOfferGlance | None
    opened: str | None
    nearby: tuple[tuple[Link, str], ...]
    over_the_border: tuple[NearPlace, ...]
    other_doors: OtherDoors
    whats_on: str | None
    calendar: str
    network: HubNetwork
    evidence: Evidence
    trust: Trust
    embed: Link


def _page(directory: Directory, slug: str, today: date) -> HubPage:
    hub = directory.hub(slug)
    network_status, kind = directory.status(hub), directory.kind(hub)
    others = hubs_by_distance(directory, hub)
    held = directory.sessions_at(hub.slug) if network_status.shown_as == "open" else ()
    open_now = status(directory, hub, today)
    known_hours = hub.opening_hours if network_status.shown_as != "ended" else None
    return HubPage(
        head=_head(hub, hub_data(directory, hub, open_now, today)),
        slug=hub.slug,
        name=hub.name,
        kind=kind.label,
        tags=(kind.label,) if network_status.id == PLAINLY_OPEN else (kind.label, network_status.label),
        also_known_as=listed(hub.other_names) or None,
        formerly=listed([former.name for former in hub.former_names]) or None,
        summary=hub.summary,
        description=hub.description,
        on_arrival=hub.on_arrival,
        status=open_now,
        status_note=hub.status_note,
        contact=contact_card(hub.contact),
        directions=directions(hub.address, hub.point),
        address_lines=address_lines(hub.address),
        places=listed([directory.place(place).name for place in hub.places]) or None,
        getting_there=hub.getting_there,
        map_note=_map_note(hub),
        map=map_of_hub(directory, hub, (other for other, _miles in others)),
        occasions=agenda(coming(directory, held, today, days=DAYS_AHEAD, most=OCCASIONS_SHOWN, spare=True)[0]),
        most_occasions=OCCASIONS_SHOWN,
        needs=_needs(directory, hub),
        days=by_day(directory, held, today),
        fold_days=len(held) > MOST_SESSIONS_SHOWN,
        today=today.weekday(),
        hours=None if known_hours is None else hours_table(known_hours, today),
        access=_marks(directory, "accessibility", hub.accessibility),
        facilities=_marks(directory, "facilities", hub.facilities),
        access_note=hub.access_note,
        operator=organisation_link(directory, hub.operator),
        parent=None if hub.parent is None else hub_link(directory.hub(hub.parent)),
        satellites=tuple(hub_card(directory, each, today) for each in by_name(directory.satellites_of(hub.slug))),
        commitments=commitment_lines(directory, hub),
        core_offer=glance(directory, hub, today),
        opened=None if hub.opened is None else partial_date_words(hub.opened),
        nearby=_nearby(hub, others),
        over_the_border=near_places(directory, hub),
        other_doors=doors_from_hub(directory, hub, others),
        whats_on=urls.whats_on(hub.slug) if held else None,
        calendar=urls.hub_calendar(hub.slug),
        network=hub_network(directory, hub, today),
        evidence=evidence(directory, "hub", slug),
        trust=trust(directory, "hubs", hub, _("the hub"), today),
        embed=Link(_("Show this hub on your website"), urls.embed(hub.slug)),
    )


def _head(hub: Hub, linked_data: str) -> Head:
    return Head(
        title=hub.name,
        description=hub.summary,
        section=urls.HUBS,
        trail=((_("Home"), urls.HOME), (_("Hubs"), urls.HUBS)),
        linked_data=(linked_data,),
    )


def _map_note(hub: Hub) -> str | None:
    """How exactly the map shows where the hub is; None where it does so to the building, or not at all."""
    note = None if hub.point is None else PRECISION[hub.point.precision]
    return None if note is None else _(note)


def _needs(directory: Directory, hub: Hub) -> tuple[NeedLinks, ...]:
    """The services at the hub, by the need that they meet."""
    return tuple(
        NeedLinks(
            _("Other help") if group.need is None else group.need.label,
            tuple(service_link(service) for service in group.services),
        )
        for group in by_need(directory, services_at(directory, hub))
    )


def _marks(directory: Directory, vocabulary: str, answers: Mapping[str, Answer]) -> Marks:
    """Every question of one of the network's lists, by its answer; unknown where nobody has said."""
    found: dict[Answer, list[Mark]] = {"yes": [], "no": [], "unknown": []}
    for term in directory.terms(vocabulary):
        answer = answers.get(term.id, "unknown")
        found[answer].append(Mark(term.label, answer))
    return Marks(known=(*found["yes"], *found["no"]), unknown=tuple(found["unknown"]))


def _nearby(hub: Hub, others: Sequence[tuple[Hub, float | None]]) -> tuple[tuple[Link, str], ...]:
    """The nearest of the other open hubs with their distances; none where the hub is not on the map."""
    if hub.point is None:
        return ()
    near = [(hub_link(other), miles_words(miles)) for other, miles in others[:NEAREST_SHOWN] if miles is not None]
    return tuple(near)


HUB = PageKind("hub", "pages/hub.html", PageForEach("hubs", urls.hub, _page))
