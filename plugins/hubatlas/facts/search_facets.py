"""What the search can filter by: what a hub or a service is known to be, and where and when it can be had.

A facet is written as in an address: `need=money`, `access=lift`, `day=tuesday`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.no_wrong_door import ACCESS_MODES, is_remote
from hubatlas.facts.occurrences import occurrences
from hubatlas.facts.offers import NEEDS, hubs_of
from hubatlas.facts.running import is_running, next_beginning
from hubatlas.facts.wording import MINUTES_A_DAY
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES, DayHours, Hub, OpeningHours, Schedule, Service, Session, Span, Venue
from hubatlas.network import Term

AUDIENCES = "audiences"
WAYS_IN = "ways-in"
FREE = "free=yes"
NO_REFERRAL = "referral=no"
PARTS_OF_DAY = {"morning": (0, 12 * 60), "afternoon": (12 * 60, 17 * 60), "evening": (17 * 60, MINUTES_A_DAY)}
"""In minutes after midnight."""

WHEN = (*(f"day={day.lower()}" for day in DAY_NAMES), *(f"time={part}" for part in PARTS_OF_DAY), "open=now")
"""The facets of time, in order; whether something is open or on now is for the reader's browser to find out."""

_DAYS_LOOKED_AHEAD = timedelta(days=35)
_MOST_DATES = 5
_LONG_ENOUGH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What is known: `has` are facets that hold, `lacks` those that do not. Whatever is in neither is not known."""

    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One place and time at which a service can be had.

    `hub` is its slug; with neither hub nor venue nobody has to travel, or the place is not known. `when` are the days
    and parts of the day, `span` the time; they are empty where nobody has said. `dates` are the next on which it is
    certainly held.
    """

    hub: str | None = None
    venue: Venue | None = None
    when: tuple[str, ...] = ()
    span: Span | None = None
    dates: tuple[date, ...] = ()


def hub_facets(directory: Directory, hub: Hub) -> Facets:
    """What a hub is known to have, and the places it is in; what is given there is known of its services."""
    answers = [
        *((f"access={term}", answer) for term, answer in hub.accessibility.items()),
        *((f"facility={term}", answer) for term, answer in hub.facilities.items()),
    ]
    return Facets(
        has=(
            "type=hub",
            *place_facets(directory, hub.places),
            *(facet for facet, answer in answers if answer == "yes"),
            *(f"language={language}" for language in hub.languages),
        ),
        lacks=tuple(facet for facet, answer in answers if answer == "no"),
    )


def service_facets(directory: Directory, service: Service) -> Facets:
    """What a service is known to be; that nobody has to refer people follows from its ways in. Worked out once."""
    return directory.once(("search facets", service.slug), lambda: _service_facets(directory, service))


def _service_facets(directory: Directory, service: Service) -> Facets:
    ways_in = directory.terms(WAYS_IN, service.ways_in)
    has = [
        "type=service",
        *(f"need={term}" for term in _with_wider(directory, NEEDS, service.needs)),
        *(f"how={term}" for term in _with_wider(directory, ACCESS_MODES, service.access_modes)),
        *(f"audience={term}" for term in _with_wider(directory, AUDIENCES, service.audiences)),
        *(f"language={language}" for language in service.languages),
    ]
    lacks = []
    if any(way.referral == "no" for way in ways_in):
        has.append(NO_REFERRAL)
    elif ways_in and all(way.referral == "yes" for way in ways_in):
        lacks.append(NO_REFERRAL)
    if service.cost is not None and service.cost.free != "unknown":
        (has if service.cost.free == "yes" else lacks).append(FREE)
    return Facets(has=tuple(has), lacks=tuple(lacks))


def session_facets(directory: Directory, service: Service, session: Session) -> Facets:
    """What a session is known to be: as its service is, but for what it says itself."""
    facets = service_facets(directory, service)
    own = {
        "how": _with_wider(directory, ACCESS_MODES, (session.access_mode,) if session.access_mode else ()),
        "audience": _with_wider(directory, AUDIENCES, session.audiences),
    }
    said = tuple(f"{group}=" for group, terms in own.items() if terms)
    kept = (facet for facet in facets.has if not facet.startswith(("type=", *said)))
    stated = (f"{group}={term}" for group, terms in own.items() for term in terms)
    return Facets(has=("type=session", *kept, *stated), lacks=facets.lacks)


def place_facets(directory: Directory, places: Iterable[str]) -> tuple[str, ...]:
    """The places and all that they lie in."""
    wider = (each for place in places for each in directory.place_and_wider(place))
    return tuple(dict.fromkeys(f"place={place}" for place in wider))


def service_offers(directory: Directory, service: Service, today: date) -> tuple[Offer, ...]:
    """Every place and time at which a service can be had: its sessions, and hubs that give it at no stated time."""
    running = [session for session in service.sessions if is_running(directory, service, session, today)]
    offers = [session_offer(directory, service, session, today) for session in running]
    timed = {session.hub for session in running}
    offers += [
        Offer(hub=hub.slug)
        for hub in hubs_of(directory, service)
        if hub.slug not in timed and directory.status(hub).shown_as == "open"
    ]
    if not offers or (is_remote(directory, service) and all(offer.hub or offer.venue for offer in offers)):
        offers.append(Offer())
    return tuple(offers)


def session_offer(directory: Directory, service: Service, session: Session, today: date) -> Offer:
    """Where and when a session that is running is held."""
    schedule = session.schedule
    dates = tuple(islice(_sure_dates(directory, service, session, today), _MOST_DATES))
    days = schedule.days or tuple(DAY_NAMES[day.weekday()] for day in dates)
    return Offer(
        hub=session.hub,
        venue=session.venue,
        when=tuple(dict.fromkeys((*map(day_facet, days), *_parts(schedule)))),
        span=schedule.time,
        dates=dates,
    )


def opening_facets(hours: OpeningHours | None) -> tuple[tuple[str, ...] | None, ...]:
    """For each day of the week the parts of the day in which a hub is open; None where only the hub can say."""
    week: tuple[DayHours | None, ...] = (None,) * len(DAY_NAMES) if hours is None else hours.week
    return tuple(
        None if day is None or (day.by_appointment and not day.spans) else parts_of_day(day.spans) for day in week
    )


def parts_of_day(spans: Iterable[Span]) -> tuple[str, ...]:
    """The parts of the day in which a span begins, or goes on for an hour or more; what passes midnight is evening."""
    spans = tuple(spans)
    return tuple(
        f"time={name}"
        for name, (begins, ends) in PARTS_OF_DAY.items()
        if any(
            begins <= span.opens_at < ends or min(span.closes_at, ends) - max(span.opens_at, begins) >= _LONG_ENOUGH
            for span in spans
        )
    )


def day_facet(day: str) -> str:
    """The facet of a day of the week."""
    return f"day={day.lower()}"


def _parts(schedule: Schedule) -> tuple[str, ...]:
    return () if schedule.time is None else parts_of_day((schedule.time,))


def _sure_dates(directory: Directory, service: Service, session: Session, today: date) -> Iterator[date]:
    """The next dates, without the bank holidays on which nobody knows whether it is held."""
    holidays = bank_holidays(directory.network.bank_holidays)
    coming = occurrences(session, first=today, last=today + _DAYS_LOOKED_AHEAD, bank_holidays=holidays)
    if not coming:
        later = next_beginning(directory, service, session, today)
        coming = () if later is None else (later,)
    return (each.day for each in coming if each.note is None)


def _with_wider(directory: Directory, vocabulary: str, ids: Iterable[str]) -> Iterable[str]:
    """The terms with those that they are narrower than, each once."""
    wider = directory.once(("wider terms", vocabulary), lambda: _wider_terms(directory.terms(vocabulary)))
    return dict.fromkeys(each for term in ids for each in wider.get(term, ()))


def _wider_terms(terms: tuple[Term, ...]) -> dict[str, tuple[str, ...]]:
    """For each term itself and all that it is narrower than."""
    broader = {term.id: term.broader for term in terms}
    chains: dict[str, tuple[str, ...]] = {}
    for term in broader:
        chain: dict[str, None] = {}
        following: str | None = term
        while following in broader and following not in chain:
            chain[following] = None
            following = broader[following]
        chains[term] = tuple(chain)
    return chains
