"""The choices of the search page: every filter in the network's own words, and only those that something fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from hubatlas.facts.wording import day_name
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import plain, to_translate
from hubatlas.model import DAY_NAMES
from hubatlas.pages.languages import language_name
from hubatlas.pages.wording import upper_first


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


_QUICK = (
    ("open", "now", to_translate("Open or on now")),
    ("free", "yes", to_translate("Free")),
    ("referral", "no", to_translate("No referral needed")),
)
_TIMES = (
    ("morning", to_translate("Morning")),
    ("afternoon", to_translate("Afternoon, from midday")),
    ("evening", to_translate("Evening, from 5pm")),
)
_TYPES = (
    ("hub", to_translate("Hubs")),
    ("service", to_translate("Services")),
    ("session", to_translate("Groups and sessions")),
    ("organisation", to_translate("Organisations")),
    ("place", to_translate("Places")),
)


def filter_groups(directory: Directory) -> tuple[FilterGroup, ...]:
    """Every filter that the records of the network can answer, after those that people ask for first.

    These are always there: where no record says yes to them, the search lists those that have not said no.
    """
    days = tuple((day.lower(), upper_first(day_name(at))) for at, day in enumerate(DAY_NAMES))
    quick = FilterGroup(id="quick", heading=_("Most asked for"), choices=_quick(), all_of=True)
    groups = (
        FilterGroup(id="need", heading=_("What it helps with"), choices=_terms(directory, "need", NEEDS)),
        FilterGroup(id="day", heading=_("Day"), choices=_choices("day", days)),
        FilterGroup(id="time", heading=_("Time of day"), choices=_choices("time", _said(_TIMES))),
        FilterGroup(
            id="how", heading=_("In person, by phone or online"), choices=_terms(directory, "how", ACCESS_MODES)
        ),
        FilterGroup(id="place", heading=_("Place"), choices=tuple(_places(directory, None, 0))),
        FilterGroup(
            id="access", heading=_("Accessibility"), choices=_terms(directory, "access", "accessibility"), all_of=True
        ),
        FilterGroup(
            id="facility", heading=_("Facilities"), choices=_terms(directory, "facility", "facilities"), all_of=True
        ),
        FilterGroup(id="language", heading=_("Language"), choices=_languages(directory)),
        FilterGroup(id="audience", heading=_("Who it is for"), choices=_terms(directory, "audience", AUDIENCES)),
        FilterGroup(id="type", heading=_("Type"), choices=_choices("type", _said(_TYPES))),
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
    return tuple(Choice(name=name, value=value, label=_(label)) for name, value, label in _QUICK)


def _choices(name: str, values: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(name=name, value=value, label=label) for value, label in values)


def _said(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((value, _(label)) for value, label in values)


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
    named = sorted(((language_name(code), code) for code in codes), key=lambda each: plain(each[0]))
    return tuple(Choice(name="language", value=code, label=label) for label, code in named)
