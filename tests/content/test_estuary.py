"""The made-up networks load, show everything that a record can say, and could be mistaken for nobody's real numbers."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.freshness import STATES, freshness
from hubatlas.facts.occurrences import occurrences
from hubatlas.facts.opening_hours import hours_on
from hubatlas.model import (
    DayHours,
    Hub,
    Indicator,
    IndicatorValue,
    OpeningHours,
    Schedule,
    Service,
    Session,
    Span,
)
from hubatlas.records import kinds, load
from hubatlas.records.layouts import layouts
from hubatlas.records.relations import named, relations
from hubatlas.records.schemas import bundled

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "schema"
NETWORKS = ROOT / "tests" / "networks"
ESTUARY = NETWORKS / "estuary"
FIRST_STEPS = NETWORKS / "first-steps"
MORFA = NETWORKS / "morfa"
MADE_UP = (ESTUARY, FIRST_STEPS, MORFA)
FILES = sorted(path for network in MADE_UP for path in network.rglob("*") if path.is_file())
SCHEMAS = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in sorted(SCHEMA.glob("*.json"))}
del SCHEMAS["mapping"]  # of tables that are imported, which are in no network
FOLDERS = {
    "body": "bodies",
    "hub": "hubs",
    "indicator": "indicators",
    "neighbour": "neighbours",
    "organisation": "organisations",
    "pathway": "pathways",
    "place": "places",
    "programme": "programmes",
    "service": "services",
    "story": "stories",
    "vocabulary": "vocabularies",
}
SINGLE_FILES = ("ended", "geography", "jargon", "learning", "network", "signposts", "synonyms")
TODAY = date(2026, 11, 23)
MIDNIGHT = 24 * 60
WEEKS_CHECKED = timedelta(weeks=12)

# A network has one of these, so two networks cannot show them all.
ONE_A_NETWORK = {
    "network.bank_holidays = scotland",
    "network.bank_holidays = northern-ireland",
    "network.open_referral.strict = yes",
    "network.site.editor.host = gitea",
    "network.site.editor.host = github",
}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load(ESTUARY, SCHEMA)


@pytest.fixture(scope="module")
def sessions(directory: Directory) -> tuple[Session, ...]:
    return tuple(session for service in directory.services for session in service.sessions)


def test_every_record_file_of_the_demonstration_is_loaded(directory: Directory) -> None:
    for kind, slugs in {
        "body": {body.slug for body in directory.bodies},
        "hub": {hub.slug for hub in directory.hubs},
        "indicator": {indicator.slug for indicator in directory.indicators},
        "organisation": {organisation.slug for organisation in directory.organisations},
        "pathway": {pathway.slug for pathway in directory.pathways},
        "place": {place.slug for place in directory.places},
        "programme": {programme.slug for programme in directory.programmes},
        "service": {service.slug for service in directory.services},
        "story": {story.slug for story in directory.stories},
        "vocabulary": set(directory.vocabularies),
    }.items():
        files = {path.stem for path in (ESTUARY / FOLDERS[kind]).glob("*.yaml")}
        assert slugs == files, kind
        assert files, kind


def test_there_are_thirteen_hubs_nine_satellites_and_ninety_services(directory: Directory) -> None:
    satellites = [hub for hub in directory.hubs if hub.kind == "satellite"]

    assert len(satellites) == 9
    assert len(directory.hubs) - len(satellites) == 13
    assert len(directory.services) == 90


def test_one_hub_has_a_timetable_of_more_than_thirty_sessions(directory: Directory) -> None:
    assert max(len(directory.sessions_at(hub.slug)) for hub in directory.hubs) > 30


def test_the_demonstration_says_that_it_is_one(directory: Directory) -> None:
    assert directory.network.demonstration == "yes"
    assert "made up" in (ESTUARY / "pages" / "about.md").read_text("utf-8")


def test_every_property_and_every_choice_of_the_schemas_is_used() -> None:
    declared = {place for name, schema in SCHEMAS.items() for place in _declared(schema, name)}
    records = (each for network in (ESTUARY, MORFA) for each in _records(network))
    used = {place for name, record in records for place in _used(record, SCHEMAS[name], name)}

    assert sorted({_asked(place) for place in declared} - {_asked(place) for place in used} - ONE_A_NETWORK) == []


@pytest.mark.parametrize(
    ("form", "holds"),
    {
        "not stated": lambda day: day is None,
        "closed": lambda day: day == DayHours(),
        "by appointment": lambda day: day == DayHours(by_appointment=True),
        "two spans": lambda day: day is not None and len(day.spans) == 2,
        "until midnight": lambda day: day is not None and any(span.closes_at == MIDNIGHT for span in day.spans),
        "past midnight": lambda day: day is not None and any(span.closes_at > MIDNIGHT for span in day.spans),
    }.items(),
)
def test_every_form_that_a_day_can_take_is_in_the_usual_week_of_a_hub(
    directory: Directory, form: str, holds: Callable[[DayHours | None], bool]
) -> None:
    assert any(holds(day) for hours in _opening_hours(directory) for day in hours.week), form


@pytest.mark.parametrize(
    ("form", "holds"),
    {
        "not stated": lambda day: day is None,
        "as usual": lambda day: day == "as usual",
        "closed": lambda day: day == DayHours(),
        "by appointment": lambda day: day == DayHours(by_appointment=True),
        "times of their own": lambda day: isinstance(day, DayHours) and day.spans != (),
    }.items(),
)
def test_every_form_that_bank_holidays_can_take_is_shown(
    directory: Directory, form: str, holds: Callable[[DayHours | str | None], bool]
) -> None:
    assert any(holds(hours.bank_holidays) for hours in _opening_hours(directory)), form


def test_exceptions_close_shorten_lengthen_and_leave_open(directory: Directory) -> None:
    exceptions = [each for hours in _opening_hours(directory) for each in hours.exceptions]
    reasons = {each.reason for each in exceptions}

    assert any(each.hours is None for each in exceptions)
    assert any(each.hours == DayHours() and each.last_date > each.first_date for each in exceptions)
    assert any(each.hours is not None and each.hours.spans for each in exceptions)
    assert {"Christmas", "Christmas Eve", "Staff training in the morning"} <= reasons


@pytest.mark.parametrize(
    ("form", "holds"),
    {
        "every week": lambda when: when.repeats == "weekly" and when.interval == 1,
        "every two weeks": lambda when: when.repeats == "weekly" and when.interval == 2,
        "every three weeks": lambda when: when.repeats == "weekly" and when.interval == 3,
        "several days": lambda when: len(when.days) > 1,
        "first and third": lambda when: when.weeks == ("first", "third"),
        "last Friday": lambda when: when.weeks == ("last",) and when.days == ("Friday",),
        "every three months": lambda when: when.repeats == "monthly" and when.interval == 3,
        "one date": lambda when: len(when.dates) == 1,
        "several dates": lambda when: len(when.dates) > 1,
        "between two dates": lambda when: when.valid_from is not None and when.valid_to is not None,
        "not on some dates": lambda when: when.except_dates != (),
        "past midnight": lambda when: when.time is not None and when.time.closes_at > MIDNIGHT,
        "all day": lambda when: when.time == Span(0, MIDNIGHT),
    }.items(),
)
def test_sessions_of_every_kind_are_shown(
    sessions: tuple[Session, ...], form: str, holds: Callable[[Schedule], bool]
) -> None:
    assert any(holds(session.schedule) for session in sessions), form


@pytest.mark.parametrize(
    ("form", "holds"),
    {
        "referral only": lambda service: (
            service.ways_in != () and set(service.ways_in) <= {"gp-refers", "professional-refers"}
        ),
        "by donation": lambda service: "Pay what you can" in (service.cost.note or ""),
        "at a price": lambda service: service.cost.amount is not None,
        "between two ages": lambda service: service.minimum_age is not None and service.maximum_age is not None,
        "by phone only": lambda service: service.access_modes == ("telephone",),
        "given by a visitor": lambda service: any(session.provider for session in service.sessions),
        "without a known provider": lambda service: service.provider is None,
        "without sessions": lambda service: service.sessions == (),
        "at twelve places or more": lambda service: len(service.sessions) >= 12,
    }.items(),
)
def test_services_of_every_kind_are_shown(directory: Directory, form: str, holds: Callable[[Service], bool]) -> None:
    assert any(service.cost and holds(service) for service in directory.services), form


def test_support_with_domestic_abuse_is_by_phone_and_names_no_place(directory: Directory) -> None:
    service = directory.service("domestic-abuse-support")

    assert service.access_modes == ("telephone",)
    assert service.hubs == ()
    assert [session for session in service.sessions if session.hub or session.venue] == []


def test_courses_meet_as_often_as_they_say(directory: Directory) -> None:
    dated = [
        (service.slug, session)
        for service in directory.services
        for session in service.sessions
        if session.course and (session.schedule.valid_to or session.schedule.dates)
    ]

    for slug, session in dated:
        assert len(_meetings(directory, session, date(2026, 1, 1), date(2027, 12, 31))) == session.course, slug
    assert len(dated) >= 10


def test_no_session_is_held_while_its_hub_is_shut_unless_a_note_explains(directory: Directory) -> None:
    shut = [
        f"{service.slug}#{session.id} on {day}"
        for service in directory.services
        for session in service.sessions
        if session.hub and session.schedule.time and not session.note
        for day in _meetings(directory, session, TODAY, TODAY + WEEKS_CHECKED)
        if not _hub_allows(directory, session.hub, day, session.schedule.time)
    ]

    assert shut == []


def test_no_session_is_at_a_hub_that_has_not_opened_or_has_closed(directory: Directory) -> None:
    for service in directory.services:
        if service.status != "active":
            continue
        for session in service.sessions:
            if session.hub:
                assert directory.status(directory.hub(session.hub)).shown_as == "open", f"{service.slug}#{session.id}"


def test_every_session_says_where_or_how_it_is_given(sessions: tuple[Session, ...]) -> None:
    nowhere = [
        session.id
        for session in sessions
        if not session.hub and not session.venue and session.access_mode in {None, "in-person"}
    ]

    assert nowhere == []


def test_hubs_fall_short_of_reach_and_cannot_be_held_to_the_standard(directory: Directory) -> None:
    standard = next(each for each in directory.network.standards if each.id == "hub-standard")
    owing = [hub for hub in directory.hubs if hub.kind == "hub" and directory.status(hub).shown_as == "open"]
    hours = {hub.slug: _weekly_hours(hub) for hub in owing}

    assert standard.weekly_hours == 32
    assert hours["ropewalk"] == 31.5
    assert hours["hythe-end"] == 31
    assert hours["quayside"] == 48.5
    assert {slug for slug, hub_hours in hours.items() if hub_hours is None} == {"oystermere", "tolleswick"}


@pytest.mark.parametrize(
    ("form", "holds"),
    {
        "too small to show": lambda indicator, each: each.value is not None and each.value < indicator.suppress_below,
        "handed in and not shown": lambda _, each: each.value is None,
        "a range": lambda _, each: each.most is not None,
        "rounded": lambda _, each: each.about == "yes",
        "provisional": lambda _, each: each.provisional == "yes",
        "of the network": lambda _, each: not (each.hub or each.service or each.place),
        "of a hub": lambda _, each: each.hub is not None,
        "of a service": lambda _, each: each.service is not None,
        "of a place": lambda _, each: each.place is not None,
        "of a season": lambda _, each: each.period.text.startswith("winter"),
    }.items(),
)
def test_values_of_every_kind_are_shown(
    directory: Directory, form: str, holds: Callable[[Indicator, IndicatorValue], bool]
) -> None:
    pairs = [(indicator, each) for indicator in directory.indicators for each in indicator.values]

    assert any(holds(*pair) for pair in pairs if pair[0].suppress_below or form != "too small to show"), form


def test_returns_are_missing_for_a_month_and_from_a_month_on(directory: Directory) -> None:
    returns = next(each for each in directory.indicators if each.slug == "first-conversations")
    handed_in = {(each.hub, each.period.text) for each in returns.values}
    missing = {
        (hub, f"2026-{month:02}")
        for hub in returns.returned_by
        for month in range(4, 11)
        if (hub, f"2026-{month:02}") not in handed_in
    }

    assert missing == {("oystermere", "2026-08"), ("tolleswick", "2026-09"), ("tolleswick", "2026-10")}


def test_two_sources_disagree_about_one_winter_and_the_record_says_so(directory: Directory) -> None:
    visits = next(each for each in directory.indicators if each.slug == "warm-visits")
    sources = {each.source: each.value for each in visits.values if each.period.text == "winter 2024"}

    assert sources == {"Count at the doors": 9400, "Report to the council": 11000}
    assert visits.open_questions


def test_the_learning_log_is_newest_first(directory: Directory) -> None:
    days = [entry.on.first for entry in directory.learning]

    assert days == sorted(days, reverse=True)
    assert len(days) > 1


def test_nobody_confirms_a_source_before_it_was_written(directory: Directory) -> None:
    records = [
        *(directory.hubs + directory.services + directory.organisations + directory.places),
        *(directory.bodies + directory.programmes + directory.pathways + directory.indicators + directory.stories),
    ]
    sources = [(record.slug, source) for record in records for source in record.provenance]

    assert [
        (slug, source.source)
        for slug, source in sources
        if source.confirmed_on and source.as_of and source.confirmed_on < source.as_of.first
    ] == []
    assert len(sources) > 200


def test_what_has_ended_says_where_to_go_instead(directory: Directory) -> None:
    ended = [hub for hub in directory.hubs if directory.status(hub).shown_as == "ended"]
    instead = {hub.slug: [directory.status(directory.hub(slug)).shown_as for slug in hub.replaced_by] for hub in ended}

    assert instead == {
        "castle-rise": ["open"],
        "flood-relief-centre": ["open", "open"],
        "northfields-pavilion": ["open"],
    }


def test_every_kind_status_level_place_organisation_and_term_is_used(directory: Directory) -> None:
    network, hubs, services = directory.network, directory.hubs, directory.services
    venues = [session.venue for service in services for session in service.sessions if session.venue]
    within = {place.parent for place in directory.places}
    provided = {hub.operator for hub in hubs} | {network.publisher}

    assert {kind.id for kind in network.hub_kinds} == {hub.kind for hub in hubs}
    assert {status.id for status in network.hub_statuses} == {hub.status for hub in hubs}
    assert {level.id for level in network.place_levels} == {place.level for place in directory.places}
    lain_in = {slug for hub in hubs for slug in hub.places} | {slug for venue in venues for slug in venue.places}
    assert {place.slug for place in directory.places} <= lain_in | within
    for organisation in directory.organisations:
        assert organisation.slug in provided or directory.services_of(organisation.slug), organisation.slug
    for name, used in _terms_used(directory).items():
        assert {term.id for term in directory.terms(name)} - _with_wider(directory, name, used) == set(), name


def test_freshness_shows_every_state_on_hubs_and_on_services(directory: Directory) -> None:
    for records in (directory.hubs, directory.services):
        states = Counter(freshness(record, directory.network, TODAY).state for record in records)
        assert set(states) == set(STATES)
        assert states["fresh"] > states["unconfirmed"] > states["due"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(NETWORKS)))
def test_phones_addresses_and_postcodes_belong_to_nobody(path: Path) -> None:
    text = path.read_text("utf-8")

    for phone in re.findall(r"\b0[0-9]{2,4}(?: [0-9]{3,4}){1,2}(?: ?[0-9]+)*\b", text):
        assert re.fullmatch(r"01632 960[0-9]{3}|0808 157 0[0-9]{3}|020 7946 0[0-9]{3}", phone)
    for host in re.findall(r"(?:https?://|\w@)([^/\s\"',)>\]]+)", text):
        assert re.search(r"(?:^|\.)example\.(?:org|com)$", host) or host in {
            "www.nationalarchives.gov.uk",
            "tile.openstreetmap.org",
            "www.openstreetmap.org",
            "id.esd.org.uk",
            "openactive.io",
            "schema.org",
        }
    for postcode in re.findall(r"postal_code: *(.+)", text):
        assert postcode.startswith("ES"), "the post has no such area"


def test_phone_numbers_written_without_spaces_or_in_other_ways_are_nowhere() -> None:
    text = "\n".join(path.read_text("utf-8") for path in FILES)

    assert re.findall(r"\+44|\b0[0-9]{9,10}\b|\b07[0-9]{3}", text) == []


@pytest.mark.parametrize("network", MADE_UP, ids=lambda path: path.name)
def test_every_record_is_written_as_the_formatter_writes_it(network: Path) -> None:
    assert [layout.shown for layout in layouts(network, SCHEMA) if layout.is_new] == []


def test_the_smallest_network_has_one_hub_and_one_service() -> None:
    directory = load(FIRST_STEPS, SCHEMA)

    assert [hub.slug for hub in directory.hubs] == ["corner-house"]
    assert [service.slug for service in directory.services] == ["tea-and-advice"]
    assert directory.network.demonstration == "yes"


def _records(network: Path) -> Iterator[tuple[str, object]]:
    """Each record file as its author wrote it, every scalar as text, with the name of its schema."""
    for name in SINGLE_FILES:
        if (network / f"{name}.yaml").exists():
            yield name, _read(network / f"{name}.yaml")
    for name, folder in FOLDERS.items():
        for path in sorted((network / folder).glob("*.yaml")):
            yield name, _read(path)


def _read(path: Path) -> object:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text


def _declared(schema: dict[str, Any], where: str) -> Iterator[str]:
    """Every property and every choice that a schema names: "hub.status", "common.answer = unknown"."""
    yield from (f"{where} = {choice}" for choice in schema.get("enum", ()))
    for name, inner in schema.get("properties", {}).items():
        yield f"{where}.{name}"
        yield from _declared(inner, f"{where}.{name}")
    for name, inner in schema.get("$defs", {}).items():
        yield from _declared(inner, f"{where}.{name}")
    if "items" in schema:
        yield from _declared(schema["items"], where)


def _used(value: object, schema: dict[str, Any], where: str) -> Iterator[str]:
    """Every property and every choice that a record makes use of, named as `_declared` names them."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        yield from _used(value, SCHEMAS["common"]["$defs"][name], f"common.{name}")
        return
    if value in schema.get("enum", ()):
        yield f"{where} = {value}"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties")
        for name, inner in value.items():
            if name in properties:
                yield f"{where}.{name}"
                yield from _used(inner, properties[name], f"{where}.{name}")
            elif isinstance(others, dict):
                yield from _used(inner, others, where)
    elif isinstance(value, list) and "items" in schema:
        for inner in value:
            yield from _used(inner, schema["items"], where)


def _asked(place: str) -> str:
    """What a kind of hub must have always need not be asked for once it is open: either shows that it can be asked."""
    return place.replace("hub_kinds.requires_when_open = ", "hub_kinds.requires = ")


def _opening_hours(directory: Directory) -> list[OpeningHours]:
    return [hub.opening_hours for hub in directory.hubs if hub.opening_hours is not None]


def _weekly_hours(hub: Hub) -> float | None:
    """The hours open in its usual week; None where it does not say what holds on a day."""
    week = hub.opening_hours.week if hub.opening_hours else (None,)
    if None in week:
        return None
    return sum(span.closes_at - span.opens_at for day in week if day for span in day.spans) / 60


def _meetings(directory: Directory, session: Session, first: date, last: date) -> list[date]:
    holidays = bank_holidays(directory.network.bank_holidays)
    return [each.day for each in occurrences(session, first=first, last=last, bank_holidays=holidays)]


def _hub_allows(directory: Directory, slug: str, day: date, time: Span) -> bool:
    """Whether the hub is open for the whole of that time, or does not say that it is not."""
    stated = directory.hub(slug).opening_hours
    if stated is None:
        return True
    hours = hours_on(stated, day, bank_holidays(directory.network.bank_holidays)).hours
    if hours is None or hours.by_appointment:
        return True
    return any(span.opens_at <= time.opens_at and time.closes_at <= span.closes_at for span in hours.spans)


def _terms_used(directory: Directory) -> dict[str, set[str]]:
    """The terms of each vocabulary that any record of the network names."""
    terms: dict[str, set[str]] = {name: set() for name in directory.vocabularies}
    models = {
        kinds.NETWORK: (directory.network,),
        kinds.PLACE: directory.places,
        kinds.ORGANISATION: directory.organisations,
        kinds.HUB: directory.hubs,
        kinds.SERVICE: directory.services,
        kinds.BODY: directory.bodies,
        kinds.PROGRAMME: directory.programmes,
        kinds.PATHWAY: directory.pathways,
        kinds.INDICATOR: directory.indicators,
        kinds.STORY: directory.stories,
    }
    for kind, records in models.items():
        for relation in relations(bundled(SCHEMA, kind.name)):
            if relation.to == "vocabulary":
                terms[relation.target].update(each.name for record in records for each in named(record, relation))
    return terms


def _with_wider(directory: Directory, vocabulary: str, terms: set[str]) -> set[str]:
    """The terms and the wider terms that they belong under."""
    return terms | {term.broader for term in directory.terms(vocabulary, terms) if term.broader}
