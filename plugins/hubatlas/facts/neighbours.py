"""What networks next door have near our hubs."""

from __future__ import annotations

from hubatlas.directory import Directory
from hubatlas.facts.offers import miles_between
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Neighbour, NeighbourPlace
from hubatlas.publication import NeighbourFeed


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTheBorder:
    """A place of a network next door, the open hub of ours that is nearest to it, and the miles between."""

    feed: NeighbourFeed
    copy: Neighbour
    place: NeighbourPlace
    hub: Hub
    miles: float


def over_the_border(directory: Directory) -> tuple[OverTheBorder, ...]:
    """Every place within the miles that its network is shown for, nearest first."""
    return directory.once(over_the_border, lambda: _sorted(_near(directory)))


def near_hub(directory: Directory, hub: Hub, count: int) -> tuple[OverTheBorder, ...]:
    """The nearest of those places that are near this very hub."""
    here = hub.point
    if here is None:
        return ()
    near = [
        OverTheBorder(feed=each.feed, copy=each.copy, place=each.place, hub=hub, miles=miles)
        for each in over_the_border(directory)
        if (miles := miles_between(here, each.place.point)) <= each.feed.miles
    ]
    return _sorted(near)[:count]


def _near(directory: Directory) -> list[OverTheBorder]:
    feeds = {feed.id: feed for feed in directory.network.neighbours}
    ours = [
        (hub, hub.point) for hub in directory.hubs if hub.point is not None and directory.status(hub).shown_as == "open"
    ]
    found = []
    for copy in directory.neighbours:
        feed = feeds[copy.slug]
        for place in copy.places:
            reach = [(miles_between(point, place.point), hub.name, hub) for hub, point in ours]
            if reach:
                miles, _, hub = min(reach, key=lambda each: each[:2])
                if miles <= feed.miles:
                    found.append(OverTheBorder(feed=feed, copy=copy, place=place, hub=hub, miles=miles))
    return found


def _sorted(found: list[OverTheBorder]) -> tuple[OverTheBorder, ...]:
    return tuple(sorted(found, key=lambda each: (each.miles, each.place.name, each.feed.id)))
