"""Other people's calendar programs read the calendars, and find the same days as we do."""

from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from hubatlas.exports import Edition
from hubatlas.exports.calendars.lines import folded, text
from hubatlas.facts.occurrences import occurrences
from hubatlas.facts.running import is_running
from hubatlas.model import DAY_NAMES, Service, Session
from hubatlas.pages.timetable import session_row
from tests.builders import a_directory, a_schedule, a_service, a_session
from tests.exports.editions import MILL, NETWORKS, QUAY, SMALL, TODAY, files_of, network_edition

LAST = TODAY + timedelta(days=730)
Found = tuple[date, datetime | None, datetime | None]


def calendars(edition: Edition) -> dict[str, bytes]:
    return files_of(edition, "/calendar/")


def expanded(calendar: bytes, last: date = LAST) -> list[Found]:
    """The days and times in a calendar from today, as another program works them out."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(TODAY, last + timedelta(days=1))
    found = (each for each in map(_found, events) if TODAY <= each[0] <= last)  # last night's may still go on today
    return sorted(found, key=lambda each: (each[0], str(each[1])))


def _found(event: Any) -> Found:  # noqa: ANN401 - an event of icalendar
    starts = event["DTSTART"].dt
    if not isinstance(starts, datetime):
        return starts, None, None
    assert str(starts.tzinfo) == "Europe/London"
    return starts.date(), starts.replace(tzinfo=None), event["DTEND"].dt.replace(tzinfo=None)


def ours(edition: Edition, session: Session, last: date = LAST) -> list[Found]:
    found = occurrences(session, first=TODAY, last=last, bank_holidays=edition.bank_holidays)
    return [(each.day, each.starts, each.ends) for each in found]


def of_one(service: Service) -> tuple[Edition, bytes | None]:
    edition = Edition(directory=a_directory(service), today=TODAY)
    return edition, calendars(edition).get(f"/calendar/services/{service.slug}/{service.sessions[0].id}.ics")


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_another_program_finds_the_days_of_every_session_that_we_find(content: Any) -> None:  # noqa: ANN401 - a folder
    edition = network_edition(content)
    files = calendars(edition)
    seen = 0
    for service in edition.directory.services:
        for session in service.sessions:
            calendar = files.get(f"/calendar/services/{service.slug}/{session.id}.ics")
            if calendar is not None:
                until = max(edition.bank_holidays) if session.schedule.bank_holidays == "not held" else LAST
                assert expanded(calendar, min(until, LAST)) == ours(edition, session, min(until, LAST))
                seen += 1
            else:
                assert not is_running(edition.directory, service, session, TODAY) or not ours(edition, session)
    assert seen


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_calendar_is_sound_and_says_whose_it_is(content: Any) -> None:  # noqa: ANN401 - a folder
    edition = network_edition(content)
    files = calendars(edition)
    assert {f"/calendar/hubs/{hub.slug}.ics" for hub in edition.directory.hubs} <= files.keys()
    assert {f"/calendar/services/{service.slug}.ics" for service in edition.directory.services} <= files.keys()
    for body in files.values():
        lines = body.split(b"\r\n")
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        calendar = icalendar.Calendar.from_ical(body)
        assert edition.directory.network.licence.url in calendar["DESCRIPTION"]
        events = calendar.walk("VEVENT")
        assert not any(event.errors for event in events)
        uids = [str(event["UID"]) for event in events]
        assert len(uids) == len(set(uids))
    whole = icalendar.Calendar.from_ical(files["/calendar/network.ics"])
    assert whole.walk("VEVENT")
    assert [str(zone["TZID"]) for zone in whole.walk("VTIMEZONE")] == ["Europe/London"]


def test_the_days_on_which_a_hub_keeps_other_hours_are_in_its_calendar() -> None:
    [event] = [
        event
        for event in icalendar.Calendar.from_ical(calendars(SMALL)["/calendar/hubs/old-mill.ics"]).walk("VEVENT")
        if not isinstance(event["DTSTART"].dt, datetime)
    ]
    assert event["SUMMARY"] == "=Old Mill: 09:00-12:00 (Christmas)"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 24), date(2026, 12, 27))


def test_the_id_of_an_event_stays_when_its_words_change() -> None:
    one, other = (
        a_service(name, slug="tea", summary=name, sessions=(a_session("tea"),)) for name in ("Tea", "Tea and cake")
    )
    uids = []
    for service in (one, other):
        _, calendar = of_one(service)
        assert calendar is not None
        [event] = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
        uids.append(event["UID"])
        assert event["SUMMARY"] == service.name
    assert uids[0] == uids[1]


@pytest.mark.parametrize("status", ["planned", "paused", "ended"])
def test_a_service_that_is_not_given_now_puts_nothing_into_calendars(status: str) -> None:
    _, calendar = of_one(a_service("Tea", status=status, sessions=(a_session("tea"),)))
    assert calendar is None


# icalendar reads a backslash before a semicolon wrongly, so that is looked at by itself.
def test_what_cannot_be_gone_to_is_in_no_calendar_and_has_no_link_to_one() -> None:
    last_night = a_schedule("dates", dates=(TODAY - timedelta(days=1),), time="22:00-02:00")
    over = a_service("Film night", sessions=(a_session("film", schedule=last_night),))
    edition, calendar = of_one(over)
    assert calendar is None
    assert session_row(edition.directory, over, over.sessions[0], TODAY).calendar is None
    to_come = a_service("Tea", sessions=(a_session("tea", hub="quay"),))
    edition = Edition(directory=a_directory(QUAY, to_come), today=TODAY)
    assert "/calendar/services/tea/tea.ics" not in calendars(edition)
    assert session_row(edition.directory, to_come, to_come.sessions[0], TODAY).calendar is None


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\\") | st.just("\n"), max_size=120)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_awkward_text_comes_through_whole(words: str) -> None:
    words = f"x{words}x"
    _, calendar = of_one(a_service("Tea", summary=words, sessions=(a_session("tea", name=words.replace("\n", " ")),)))
    assert calendar is not None
    [event] = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert str(event["DESCRIPTION"]).startswith(words)
    assert str(event["SUMMARY"]) == words.replace("\n", " ")


def test_what_means_something_to_calendars_is_escaped() -> None:
    assert text("a\\b; c, d\ne") == r"a\\b\; c\, d\ne"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_long_lines_are_parted_between_letters_and_joined_again(line: str) -> None:
    parts = folded([line]).split("\r\n")[:-1]
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(len(part.encode()) <= 75 for part in parts)


DAYS = st.dates(date(2025, 6, 1), date(2028, 6, 1))
SCHEDULES = st.builds(
    lambda repeats, days, weeks, interval, starts, length, excepted, holidays, time: a_schedule(
        repeats,
        days=" ".join(days),
        weeks=tuple(weeks) if repeats == "monthly" else (),
        interval=interval,
        valid_from=starts,
        valid_to=None if length is None else starts + timedelta(days=length),
        except_dates=tuple(excepted),
        bank_holidays=holidays,
        time=time,
    ),
    st.sampled_from(("weekly", "monthly")),
    st.lists(st.sampled_from(DAY_NAMES), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(("first", "second", "third", "fourth", "last")), min_size=1, max_size=2, unique=True),
    st.integers(1, 4),
    DAYS,
    st.none() | st.integers(0, 700),
    st.lists(DAYS, max_size=4, unique=True),
    st.sampled_from(("as usual", "not held", "unknown")),
    st.sampled_from(("10:00-12:00", "22:30-00:30", "00:15-01:00", None)),
)


@settings(max_examples=80, deadline=None)
@given(SCHEDULES, st.none() | st.integers(1, 12))
def test_whatever_the_schedule_another_program_finds_our_days(schedule: Any, course: int | None) -> None:  # noqa: ANN401
    service = a_service("Tea", sessions=(a_session("tea", schedule=schedule, course=course),))
    edition, calendar = of_one(service)
    last = min(LAST, max(edition.bank_holidays))
    expected = ours(edition, service.sessions[0], last)
    assert (expanded(calendar, last) if calendar is not None else []) == expected


def test_the_hub_of_a_session_is_its_place() -> None:
    assert MILL.point is not None
    body = calendars(SMALL)["/calendar/hubs/old-mill.ics"]
    [event] = [each for each in icalendar.Calendar.from_ical(body).walk("VEVENT") if "LOCATION" in each]
    assert event["LOCATION"] == "=Old Mill, 1 Mill Lane, Riverside PL1 1AA"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (MILL.point.latitude, MILL.point.longitude)
