"""Maps of hubs, drawn when the site is built: whole without scripts and on paper.

Where scripts put one that moves in the place of the drawing, it begins from the same view.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import hypot
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.facts.wording import miles_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, to_translate
from hubatlas.model import Hub, Place, Point, Ring
from hubatlas.pages.cards import Link
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.map_names import MapName, metres_apart, names_on, places_near
from hubatlas.pages.map_view import WIDTH, Box, Spot, View, path_of, spread, view_of

MOST_NUMBERED = 40
"""Of more hubs than this, a mark with a number each would cover the map; they are dots."""

METRES_A_MILE = 1609.344
WALK_METRES = 1200
LEAST_ACROSS = 3_000  # metres
AROUND_ONE = (1_500.0, 9_000.0)  # metres from the middle to the edge, least and most
NEIGHBOURS_SHOWN = 3
SMALL_SHAPE = 0.7
_MARK, _MIDDLE, _DOT = 21, 30, 9
_SCALES = (0.25, 0.5, 1, 2, 5, 10)
_PARTS_OF_A_MILE = {0.25: to_translate("¼ mile"), 0.5: to_translate("½ mile")}
_LONGEST_SCALE = 0.3 * WIDTH

Look = Literal["open", "coming", "middle"]


@dataclass(frozen=True, slots=True)
class MapMark:
    """A hub, drawn at a spot. Where others push it aside, a line leads to `home`, where it is."""

    x: int
    y: int
    radius: int
    look: Look
    number: int | None
    home: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class MapEntry:
    """What a number on the map stands for; `note` says what a visitor must know of it."""

    number: int
    slug: str
    link: Link
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HubMap:
    """A map as it is drawn: WIDTH wide and `height` high. `view` is west, south, east and north in degrees.

    `walk` is the radius of a walk around each hub. `scale` is the length of the bar at the bottom, and its words.
    """

    title: str
    view: str
    height: int
    middle: str | None
    land: str
    walk: int
    walks: tuple[tuple[int, int], ...]
    names: tuple[MapName, ...]
    marks: tuple[MapMark, ...]
    entries: tuple[MapEntry, ...]
    looks: tuple[tuple[str, str], ...]
    scale: tuple[int, str]
    credit: str | None


def map_of_all(directory: Directory) -> HubMap | None:
    """The map of every hub that is there or to come; None where none is on the map."""
    return directory.once("map of all hubs", lambda: _map_of_all(directory))


def map_of_hub(directory: Directory, hub: Hub, others: Iterable[Hub]) -> HubMap | None:
    """Where a hub is, with the nearest of the others; None where nobody can go there, or where is not known."""
    if hub.point is None or directory.status(hub).shown_as == "ended":
        return None
    near = [each for each in others if each.point is not None][:NEIGHBOURS_SHOWN]
    view = _around(directory, hub.point, [each.point for each in near if each.point])
    return _drawn(directory, view, [hub, *near], _("Map of where %(name)s is", name=hub.name), middle=hub)


def map_of_place(directory: Directory, place: Place, hubs: Collection[Hub]) -> HubMap | None:
    """The hubs in or near a place; None where neither is on the map."""
    points = [hub.point for hub in _shown(directory, hubs) if hub.point]
    if place.point is not None:
        points.append(place.point)
    if not points or not hubs:
        return None
    view = view_of(points, LEAST_ACROSS, SMALL_SHAPE)
    return _drawn(directory, view, hubs, _("Map of hubs in and near %(place)s", place=place.name))


def _map_of_all(directory: Directory) -> HubMap | None:
    hubs = _shown(directory, directory.hubs)
    points = [hub.point for hub in hubs if hub.point]
    if not points:
        return None
    title = ngettext(
        "Map of %(number)s hub in %(area)s",
        "Map of %(number)s hubs in %(area)s",
        len(points),
        area=directory.network.area_name,
    )
    return _drawn(directory, view_of(points, LEAST_ACROSS), hubs, title)


def _shown(directory: Directory, hubs: Iterable[Hub]) -> list[Hub]:
    """The hubs that a map shows, by name."""
    return by_name(hub for hub in hubs if hub.point is not None and directory.status(hub).shown_as != "ended")


def _around(directory: Directory, middle: Point, others: Sequence[Point]) -> View:
    """A view wide enough to show something that people know beside the middle."""
    named = [point for _place, point in places_near(directory, middle)]
    away = sorted(metres_apart(middle, point) for point in (*named, *others))[: NEIGHBOURS_SHOWN + 1]
    reach = min(max(AROUND_ONE[0], *(1.25 * each for each in away)), AROUND_ONE[1]) if away else AROUND_ONE[0]
    return view_of([middle], 2 * reach, SMALL_SHAPE)


def _drawn(directory: Directory, view: View, hubs: Collection[Hub], title: str, middle: Hub | None = None) -> HubMap:
    shown = [hub for hub in _shown(directory, hubs) if hub.point and view.shows(hub.point)]
    numbered = len(shown) <= MOST_NUMBERED
    scale, bar = _scale(view)
    marks = _marks(directory, view, shown, middle) if numbered else _dots(directory, view, shown)
    taken = [(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius) for mark in marks]
    others = [hub for hub in shown if hub is not middle]
    return HubMap(
        title=title,
        view=f"{view.west},{view.south},{view.east},{view.north}",
        height=view.height,
        middle=None if middle is None else middle.slug,
        land=_land(directory, view),
        walk=round(WALK_METRES * view.metre),
        walks=tuple(_whole(_home(view, hub)) for hub in (shown if middle is None else [middle])) if numbered else (),
        names=tuple(names_on(directory, view, [*taken, bar, _north(view)], None if middle is None else middle.point)),
        marks=marks,
        entries=tuple(
            MapEntry(number, hub.slug, hub_link(hub), _note(directory, hub))
            for number, hub in enumerate(others, start=1)
        )
        if numbered
        else (),
        looks=tuple(_looks(directory, others, middle, walks=numbered)),
        scale=scale,
        credit=_credit(directory),
    )


def _home(view: View, hub: Hub) -> Spot:
    return (0, 0) if hub.point is None else view.spot(hub.point.longitude, hub.point.latitude)


def _whole(spot: Spot) -> tuple[int, int]:
    return round(spot[0]), round(spot[1])


def _look(directory: Directory, hub: Hub) -> Look:
    return "open" if directory.status(hub).shown_as == "open" else "coming"


def _marks(directory: Directory, view: View, hubs: Sequence[Hub], middle: Hub | None) -> tuple[MapMark, ...]:
    """A mark with its number for each hub but the one in the middle, which has its own look."""
    edge = _MARK + 3
    homes = [_home(view, hub) for hub in hubs]
    spots = spread(homes, 2 * _MARK + 5, (edge, edge, WIDTH - edge, view.height - edge))
    marks, number = [], 0
    for hub, home, spot in zip(hubs, homes, spots, strict=True):
        moved = hypot(spot[0] - home[0], spot[1] - home[1]) > _MARK
        if hub is middle:
            marks.append(MapMark(*_whole(home), _MIDDLE, "middle", None, None))
            continue
        number += 1
        aside = _whole(home) if moved else None
        marks.append(MapMark(*_whole(spot), _MARK, _look(directory, hub), number, aside))
    return tuple(sorted(marks, key=lambda mark: mark.look == "middle"))


def _dots(directory: Directory, view: View, hubs: Iterable[Hub]) -> tuple[MapMark, ...]:
    """A dot for each hub; those that would cover each other are one."""
    found: dict[tuple[int, int], MapMark] = {}
    for hub in hubs:
        x, y = _whole(_home(view, hub))
        found.setdefault((x // _DOT, y // _DOT), MapMark(x, y, _DOT, _look(directory, hub), None, None))
    return tuple(found.values())


def _note(directory: Directory, hub: Hub) -> str | None:
    status = directory.status(hub)
    return None if status.shown_as == "open" else status.label.lower()


def _looks(directory: Directory, hubs: Iterable[Hub], middle: Hub | None, *, walks: bool) -> Iterable[tuple[str, str]]:
    """What each look means, for the looks that there are."""
    used = {_look(directory, hub) for hub in hubs}
    if middle is not None:
        yield "middle", _("This %(kind)s", kind=directory.kind(middle).label.lower())
    if "open" in used:
        yield "open", _("Open to visit") if middle is None else _("Others nearby")
    if "coming" in used:
        yield "coming", _("Planned, not open yet")
    if walks:
        yield "walk", _("About 15 minutes’ walk")


def _land(directory: Directory, view: View) -> str:
    """What is seen of the network's outlines."""
    rings = directory.once("rings of outlines", lambda: _rings(directory))
    return path_of(view, (ring for ring, box in rings if view.meets(box)))


def _rings(directory: Directory) -> tuple[tuple[Ring, Box], ...]:
    """Every ring of the outlines, with the longitudes and latitudes that it lies between."""
    outlines = () if directory.boundaries is None else directory.boundaries.outlines
    return tuple((ring, _box(ring)) for rings in outlines for ring in rings)


def _box(ring: Ring) -> Box:
    across, up = zip(*ring, strict=True)
    return min(across), min(up), max(across), max(up)


def _credit(directory: Directory) -> str | None:
    source = directory.network.map.boundaries
    return None if source is None else source.licence.attribution


def _scale(view: View) -> tuple[tuple[int, str], Box]:
    """The bar at the bottom left, and the room that it takes."""
    mile = METRES_A_MILE * view.metre
    miles = max((each for each in _SCALES if each * mile <= _LONGEST_SCALE), default=_SCALES[0])
    words = _(_PARTS_OF_A_MILE[miles]) if miles in _PARTS_OF_A_MILE else miles_words(miles)
    length = round(miles * mile)
    return (length, words), (0, view.height - 64, length + 40, view.height)


def _north(view: View) -> Box:
    """The room that the arrow at the bottom right takes."""
    return WIDTH - 56, view.height - 90, WIDTH, view.height
