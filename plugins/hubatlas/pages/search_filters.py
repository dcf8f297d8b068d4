"""The choices of the search page: every filter in the network's own words, and only those that something fits."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.directory import Directory
from hubatlas.facts.no_wrong_door import ACCESS_MODES
from hubatlas.facts.offers import NEEDS
from hubatlas.facts.search_facets import (
    AUDIENCES,
    WHEN,
    hub_facets,
    place_facets,
    service_facets,
    session_facets,
)
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES
from hubatlas.pages.languages import language_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose: what addresses call it, as `name=value`, and its label; `depth` is how far in it stands."""

    name: str
    value: str
    label: str
    depth: int = 0

    @property
    def facet(self) -> str:
        """The choice as the search index writes it."""
        return f"{self.name}={self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterGroup:
    """Choices under one heading. Each one more widens what is found, unless `all_of`: then all of them have to hold."""

    id: str
    heading: str
    choices: tuple[Choice, ...]
    all_of: bool = False


_QUICK = (("open", "now", "Open or on now"), ("free", "yes", "Free"), ("referral", "no", "No referral needed"))
_TIMES = (("morning", "Morning"), ("afternoon", "Afternoon, from midday"), ("evening", "Evening, from 5pm"))
_TYPES = (
    ("hub", "Hubs"),
    ("service", "Services"),
    ("session", "Groups and sessions"),
    ("organisation", "Organisations"),
    ("place", "Places"),
)


def filter_groups(directory: Directory) -> tuple[FilterGroup, ...]:
    """Every filter that the records of the network can answer, after those that people ask for first.

    These are always there: where no record says yes to them, the search lists those that have not said no.
    """
    days = tuple((day.lower(), day) for day in DAY_NAMES)
    quick = FilterGroup(id="quick", heading="Most asked for", choices=_quick(), all_of=True)
    groups = (
        FilterGroup(id="need", heading="What it helps with", choices=_terms(directory, "need", NEEDS)),
        FilterGroup(id="day", heading="Day", choices=_choices("day", days)),
        FilterGroup(id="time", heading="Time of day", choices=_choices("time", _TIMES)),
        FilterGroup(id="how", heading="In person, by phone or online", choices=_terms(directory, "how", ACCESS_MODES)),
        FilterGroup(id="place", heading="Place", choices=tuple(_places(directory, None, 0))),
        FilterGroup(
            id="access", heading="Accessibility", choices=_terms(directory, "access", "accessibility"), all_of=True
        ),
        FilterGroup(
            id="facility", heading="Facilities", choices=_terms(directory, "facility", "facilities"), all_of=True
        ),
        FilterGroup(id="language", heading="Language", choices=_languages(directory)),
        FilterGroup(id="audience", heading="Who it is for", choices=_terms(directory, "audience", AUDIENCES)),
        FilterGroup(id="type", heading="Type", choices=_choices("type", _TYPES)),
    )
    known = frozenset(_known(directory))
    kept = (_known_choices(group, known) for group in groups)
    return (quick, *(group for group in kept if group.choices))


def _known(directory: Directory) -> Iterator[str]:
    """The facets that at least one record has."""
    yield from WHEN
    for hub in directory.hubs:
        yield from hub_facets(directory, hub).has
    for service in directory.services:
        yield from service_facets(directory, service).has
        for session in service.sessions:
            yield from session_facets(directory, service, session).has
            yield from place_facets(directory, () if session.venue is None else session.venue.places)
    if directory.organisations:
        yield "type=organisation"
    if directory.places:
        yield "type=place"


def _known_choices(group: FilterGroup, known: frozenset[str]) -> FilterGroup:
    choices = tuple(choice for choice in group.choices if choice.facet in known)
    return FilterGroup(id=group.id, heading=group.heading, choices=choices, all_of=group.all_of)


def _quick() -> tuple[Choice, ...]:
    return tuple(Choice(name=name, value=value, label=label) for name, value, label in _QUICK)


def _choices(name: str, values: tuple[tuple[str, str], ...]) -> tuple[Choice, ...]:
    return tuple(Choice(name=name, value=value, label=label) for value, label in values)


def _terms(directory: Directory, name: str, vocabulary: str) -> tuple[Choice, ...]:
    return tuple(Choice(name=name, value=term.id, label=term.label) for term in directory.terms(vocabulary))


def _places(directory: Directory, within: str | None, depth: int) -> Iterator[Choice]:
    """The places that are part of one, by name, each followed by its own."""
    for place in directory.places_within(within):
        yield Choice(name="place", value=place.slug, label=place.name, depth=depth)
        yield from _places(directory, place.slug, depth + 1)


def _languages(directory: Directory) -> tuple[Choice, ...]:
    codes = {code for hub in directory.hubs for code in hub.languages}
    codes |= {code for service in directory.services for code in service.languages}
    named = sorted((language_name(code), code) for code in codes)
    return tuple(Choice(name="language", value=code, label=label) for label, code in named)
