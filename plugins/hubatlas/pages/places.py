"""Places: the network's geography as a tree, and for each place who is there, what is on, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.places import held_in, hubs_around
from hubatlas.facts.wording import listed, miles_words, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain
from hubatlas.model import Gap, Place
from hubatlas.pages.area_wording import place_facts
from hubatlas.pages.cards import HubCard, Link, Trust
from hubatlas.pages.figures import Evidence, evidence
from hubatlas.pages.hub_map import HubMap, map_of_all, map_of_place
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.linked_data.places import place_data
from hubatlas.pages.listing import hub_card, hub_link, open_first, organisation_link, service_link
from hubatlas.pages.roles import RoleLine, role_lines
from hubatlas.pages.tables import data_links
from hubatlas.pages.trust import trust
from hubatlas.pages.whats_on import TimetableDay, timetable_days


@dataclass(frozen=True, slots=True)
class PlaceNode:
    """A place in the tree of all places, with what is in it in a few words, and the places within it."""

    link: Link
    level: str
    words: str
    gaps: str | None
    places: tuple[PlaceNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """What the list of places shows."""

    head: Head
    map: HubMap | None
    places: tuple[PlaceNode, ...]
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """Something that is known to be missing, what it is about, and since when that is known."""

    about: str
    topics: tuple[Link, ...]
    since: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetLine:
    """A strength of a place that is not a hub."""

    name: str
    address: str | None
    kind: str
    about: str | None
    organisation: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """What the page of a place shows. `facts` are each a question and its answer."""

    head: Head
    name: str
    level: str
    also_called: str | None
    summary: str | None
    part_of: tuple[Link, ...]
    places: tuple[Link, ...]
    map: HubMap | None
    hubs: tuple[HubCard, ...]
    serving: tuple[Link, ...]
    nearest: tuple[tuple[Link, str], ...]
    gaps: tuple[GapLine, ...]
    days: tuple[TimetableDay, ...]
    services: tuple[Link, ...]
    profile: str | None
    priorities: tuple[str, ...]
    refreshed: str | None
    needs: tuple[Link, ...]
    assets: tuple[AssetLine, ...]
    roles: tuple[RoleLine, ...]
    facts: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    data: tuple[Link, ...]
    evidence: Evidence
    trust: Trust


def list_contexts(directory: Directory, today: date) -> Iterator[tuple[str, PlacesPage]]:
    """The list of places; none where the network has none. The date changes nothing."""
    del today
    if not directory.places:
        return
    network = directory.network
    yield (
        urls.PLACES,
        PlacesPage(
            head=Head(
                title=_("Places in %(area)s", area=network.area_name),
                description=_("%(area)s place by place: hubs, what is on, and known gaps.", area=network.area_name),
                section=urls.PLACES,
                trail=((_("Home"), urls.HOME),),
            ),
            map=map_of_all(directory),
            places=_nodes(directory, None),
            data=data_links((_("Places"), "places")),
        ),
    )


def place_link(place: Place) -> Link:
    """The place's name, leading to its page."""
    return Link(place.name, urls.place(place.slug))


def _nodes(directory: Directory, parent: str | None) -> tuple[PlaceNode, ...]:
    return tuple(
        PlaceNode(
            link=place_link(place),
            level=directory.level(place).label,
            words=_counts(directory, place),
            gaps=_gaps_words(len(place.gaps)) if place.gaps else None,
            places=_nodes(directory, place.slug),
        )
        for place in directory.places_within(parent)
    )


def _counts(directory: Directory, place: Place) -> str:
    hubs = [hub for hub in directory.hubs_in(place.slug) if directory.status(hub).shown_as == "open"]
    return ngettext("%(number)s open hub", "%(number)s open hubs", len(hubs)) if hubs else _("no open hub")


def _gaps_words(gaps: int) -> str:
    return ngettext("%(number)s known gap", "%(number)s known gaps", gaps)


def _page(directory: Directory, slug: str, today: date) -> PlacePage:
    place, held = directory.place(slug), held_in(directory, slug)
    level = directory.level(place).label
    around = hubs_around(directory, place)
    wider = [directory.place(slug) for slug in directory.place_and_wider(place.slug)[1:]]
    services = {service.slug: service for service, _session in held}
    profile = place.profile
    return PlacePage(
        head=Head(
            title=f"{place.name}: {level}",
            description=place.summary or _("Hubs, services and what is on in %(place)s.", place=place.name),
            section=urls.PLACES,
            trail=(
                (_("Home"), urls.HOME),
                (_("Places"), urls.PLACES),
                *((each.name, urls.place(each.slug)) for each in reversed(wider)),
            ),
            linked_data=(place_data(directory, place),),
        ),
        name=place.name,
        level=level,
        also_called=listed(place.other_names) or None,
        summary=place.summary,
        part_of=tuple(place_link(each) for each in wider),
        places=tuple(place_link(each) for each in directory.places_within(place.slug)),
        map=map_of_place(directory, place, (*around.within, *(hub for hub, _miles in around.nearest))),
        hubs=tuple(hub_card(directory, hub, today) for hub in open_first(directory, around.within)),
        serving=tuple(hub_link(hub) for hub in around.serving),
        nearest=tuple((hub_link(hub), miles_words(miles)) for hub, miles in around.nearest),
        gaps=tuple(_gap(directory, gap) for gap in place.gaps),
        days=timetable_days(directory, held, today),
        services=tuple(
            service_link(each) for each in sorted(services.values(), key=lambda each: plain(each.name).casefold())
        ),
        profile=profile.text if profile else None,
        priorities=profile.priorities if profile else (),
        refreshed=partial_date_words(profile.refreshed) if profile and profile.refreshed else None,
        needs=_needs(directory, profile.needs if profile else ()),
        assets=_assets(directory, place),
        roles=role_lines(directory, place.roles),
        facts=tuple(place_facts(place)),
        links=tuple(Link(link.title, link.url) for link in place.links),
        data=data_links((_("Places"), "places"), (_("Sessions"), "sessions")),
        evidence=evidence(directory, "place", slug),
        trust=trust(directory, "places", place, _("anybody there"), today),
    )


def _gap(directory: Directory, gap: Gap) -> GapLine:
    core = (directory.core_service(each) for each in gap.core_services)
    return GapLine(
        about=gap.about,
        topics=(*_needs(directory, gap.needs), *(Link(each.label, urls.CORE_OFFER) for each in core)),
        since=None if gap.since is None else partial_date_words(gap.since),
    )


def _needs(directory: Directory, needs: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(need.label, urls.need(need.id)) for need in directory.terms("needs", needs))


def _assets(directory: Directory, place: Place) -> tuple[AssetLine, ...]:
    return tuple(
        AssetLine(
            name=asset.name,
            address=asset.url,
            kind=directory.term("asset-kinds", asset.kind).label,
            about=asset.about,
            organisation=organisation_link(directory, asset.organisation),
        )
        for asset in place.assets
    )


ALL_PLACES = PageKind("places", "pages/places.html", list_contexts)
PLACE = PageKind("place", "pages/place.html", PageForEach("places", urls.place, _page))
