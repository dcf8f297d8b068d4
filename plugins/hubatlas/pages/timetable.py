"""Sessions as pages show them: by day of the week, one by one, and as what is on next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import groupby

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import BankHolidays, bank_holidays
from hubatlas.facts.occurrences import Occurrence, occurrences
from hubatlas.facts.running import is_over, next_to_go_to, soonest
from hubatlas.facts.schedule_wording import exceptions_words, schedule_words
from hubatlas.facts.wording import address_words, day_name, day_of_year_words, day_words, span_words
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain, to_translate
from hubatlas.model import DAY_NAMES, Schedule, Service, Session
from hubatlas.pages.cards import Day, DayOfOccasions, DayOfSessions, Link, Occasion, SessionRow
from hubatlas.pages.wording import upper_first

WITHOUT_DAY = {
    "dates": to_translate("On set dates"),
    "by appointment": to_translate("By appointment"),
    "not published": to_translate("Times not published"),
}
"""What pages call the ways to repeat that name no day of the week."""

_HEADINGS = {"not published": to_translate("Times not published: ring to ask")}
"""Where a heading says more."""

_WEEKDAYS: dict[str, int] = {name: position for position, name in enumerate(DAY_NAMES)}
_LATEST = 24 * 60
_WEEK = 7

Held = tuple[Service, Session]


def session_row(directory: Directory, service: Service, session: Session, today: date) -> SessionRow:
    """One session, with its next date on or after `today`; most are shown on several pages."""
    key = (session_row, service.slug, session.id, today)
    return directory.once(key, lambda: _session_row(directory, service, session, today))


def _session_row(directory: Directory, service: Service, session: Session, today: date) -> SessionRow:
    schedule = session.schedule
    found = soonest(directory, service, session, today)
    place, place_words = where(directory, session)
    provider = session.provider if session.provider != service.provider else None
    check_first = found is not None and found.note is not None
    notes = (
        session.note,
        exceptions_words(schedule, today),
        _("The next date is a bank holiday: check before you go.") if check_first else None,
    )
    return SessionRow(
        id=session.id,
        name=session.name or service.name,
        service=Link(service.name, urls.service(service.slug)),
        when=schedule_words(schedule, today),
        rhythm=_rhythm(schedule, today),
        time=None if schedule.time is None else span_words(schedule.time),
        place=place,
        place_words=place_words,
        provider=None if provider is None else Link(directory.organisation(provider).name, urls.organisation(provider)),
        tags=tuple(session_tags(directory, session)),
        fully_booked=session.fully_booked == "yes",
        notes=tuple(note for note in notes if note),
        next_day=None if found is None else day_card(found.day, today),
        calendar=_calendar(directory, service, session, today),
        minutes=_minutes_each_week(schedule, today),
    )


def _calendar(directory: Directory, service: Service, session: Session, today: date) -> str | None:
    """The address of its calendar, which has what people can go to."""
    if next_to_go_to(directory, service, session, today) is None:
        return None
    return urls.session_calendar(service.slug, session.id)


def by_day(directory: Directory, held: Iterable[Held], today: date) -> tuple[DayOfSessions, ...]:
    """The sessions that are not over, under each day of the week they are held on, then those without such a day."""
    running = [(service, session) for service, session in held if not is_over(service, session, today)]
    running.sort(key=lambda pair: (_starts_at(pair[1].schedule), plain(pair[1].name or pair[0].name), pair[1].id))
    groups: dict[str, list[SessionRow]] = {when: [] for when in (*DAY_NAMES, *WITHOUT_DAY)}
    for service, session in running:
        row = session_row(directory, service, session, today)
        days = session.schedule.days if session.schedule.repeats not in WITHOUT_DAY else ()
        for when in days or (session.schedule.repeats,):
            groups[when].append(row)
    return tuple(_group(when, tuple(rows)) for when, rows in groups.items() if rows)


def _group(when: str, rows: tuple[SessionRow, ...]) -> DayOfSessions:
    """The sessions of a day of the week, or of one of the ways to repeat without one."""
    weekday = _WEEKDAYS.get(when)
    if weekday is None:
        label = _(WITHOUT_DAY[when])
        heading = _(_HEADINGS[when]) if when in _HEADINGS else label
    else:
        label = heading = upper_first(day_name(weekday))
    anchor = WITHOUT_DAY.get(when, when).lower().replace(" ", "-")
    return DayOfSessions(heading=heading, weekday=weekday, label=label, anchor=f"section-{anchor}", sessions=rows)


def coming(
    directory: Directory, held: Iterable[Held], today: date, *, days: int, most: int, spare: bool = False
) -> tuple[tuple[Occasion, ...], int]:
    """What is on next from `today`, at most so many occasions in order of time, and how many there are in those days.

    Days are looked at only until there is enough, a week first, then four: the number is that of the days looked at.
    With `spare` there are so many besides those of `today`, as a script leaves out what is over by the clock.
    """
    running = [(service, session) for service, session in held if service.status == "active"]
    found: list[tuple[Occurrence, Service, Session]] = []
    first, enough = today, most
    for window in sorted({min(_WEEK, days), min(4 * _WEEK, days), days}):
        last = today + timedelta(days=window - 1)
        found += (
            (each, service, session)
            for service, session in running
            for each in _occurrences(directory, service, session, first, last)
        )
        first = last + timedelta(days=1)
        enough = most + (sum(held[0].day == today for held in found) if spare else 0)
        if len(found) >= enough:
            break
    shown = sorted(found, key=_when)[:enough]
    return tuple(occasion(directory, service, session, each, today) for each, service, session in shown), len(found)


def _occurrences(
    directory: Directory, service: Service, session: Session, first: date, last: date
) -> tuple[Occurrence, ...]:
    """Those of one session in those days; most are shown on several pages."""
    key = (occurrences, service.slug, session.id, first, last)
    holidays = _bank_holidays(directory)
    return directory.once(key, lambda: occurrences(session, first=first, last=last, bank_holidays=holidays))


def agenda(occasions: Iterable[Occasion]) -> tuple[DayOfOccasions, ...]:
    """Occasions that are in order of time, under their days."""
    return tuple(DayOfOccasions(day, tuple(group)) for day, group in groupby(occasions, lambda each: each.day))


def times_from_anywhere(directory: Directory, service: Service, today: date, most: int) -> tuple[Occasion, ...]:
    """When the service is next given by phone or online, at most so many times of the week from `today`.

    Before them comes one that began the evening before and goes on past midnight: people ring at night.
    """
    held = [(service, session) for session in service.sessions if session.hub is None and session.venue is None]
    yesterday = today - timedelta(days=1)
    times, _count = coming(directory, held, yesterday, days=_WEEK + 1, most=most, spare=True)
    midnight = f"{today.isoformat()}T00:00"
    return tuple(each for each in times if each.day.iso >= today.isoformat() or (each.ends or "") > midnight)[
        : most + 1
    ]


def next_of(directory: Directory, service: Service, today: date) -> Occasion | None:
    """The soonest of the service's sessions from `today` on; None where no date is known."""
    if service.status != "active":
        return None
    found = [
        (each, session)
        for session in service.sessions
        if (each := soonest(directory, service, session, today)) is not None
    ]
    if not found:
        return None
    first, session = min(
        found, key=lambda pair: (pair[0].day, pair[0].starts or datetime.combine(pair[0].day, time.max), pair[1].id)
    )
    return occasion(directory, service, session, first, today)


def occasion(directory: Directory, service: Service, session: Session, held: Occurrence, today: date) -> Occasion:
    """One session on one date; many are shown on several pages."""
    key = (occasion, service.slug, session.id, held.day, today)
    return directory.once(key, lambda: _occasion(directory, service, session, held, today))


def _occasion(directory: Directory, service: Service, session: Session, held: Occurrence, today: date) -> Occasion:
    place, place_words = where(directory, session)
    return Occasion(
        day=day_card(held.day, today),
        time=_("Ring to ask") if session.schedule.time is None else span_words(session.schedule.time),
        starts=_wall_time(held.starts),
        ends=_wall_time(held.ends),
        name=session.name or service.name,
        address=urls.session(service.slug, session.id),
        place=place,
        place_words=place_words,
        fully_booked=session.fully_booked == "yes",
        note=None if held.note is None else upper_first(_(held.note)),
    )


def _wall_time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def where(directory: Directory, session: Session) -> tuple[Link | None, str]:
    """The hub, or the words for another venue or for what needs no venue."""
    if session.hub is not None:
        hub = directory.hub(session.hub)
        return Link(hub.name, urls.hub(hub.slug)), hub.name
    if session.venue is not None:
        address = address_words(session.venue.address)
        return None, ", ".join(part for part in (session.venue.name, address) if part)
    if session.access_mode is not None:
        return None, directory.term("access-modes", session.access_mode).label
    return None, _("Place not published")


def day_card(day: date, today: date) -> Day:
    """Monday 23 November; with the year where it is not this one. It stays true whenever it is read."""
    return Day(day.isoformat(), day_of_year_words(day) if day.year == today.year else day_words(day))


def _when(held: tuple[Occurrence, Service, Session]) -> tuple[date, datetime, str, str, str]:
    each, service, session = held
    starts = each.starts or datetime.combine(each.day, time.max)
    return each.day, starts, plain(session.name or service.name), service.slug, session.id


def _bank_holidays(directory: Directory) -> BankHolidays:
    return bank_holidays(directory.network.bank_holidays)


def _rhythm(schedule: Schedule, today: date) -> str | None:
    """What a heading with the day of the week and a time beside it leave unsaid."""
    if _is_every_week(schedule, today) or schedule.repeats in {"by appointment", "not published"}:
        return None
    return schedule_words(schedule, today, with_time=False)


def _is_every_week(schedule: Schedule, today: date) -> bool:
    """Whether it is held each week, from now on and without an end."""
    every_week = schedule.repeats == "weekly" and schedule.interval == 1
    return every_week and schedule.valid_to is None and (schedule.valid_from is None or schedule.valid_from <= today)


def _minutes_each_week(schedule: Schedule, today: date) -> tuple[int, int] | None:
    if schedule.time is None or not _is_every_week(schedule, today):
        return None
    return schedule.time.opens_at, schedule.time.closes_at


def _starts_at(schedule: Schedule) -> int:
    return _LATEST if schedule.time is None else schedule.time.opens_at


def session_tags(directory: Directory, session: Session) -> Iterable[str]:
    """The few words that decide whether to go: what kind of thing it is, for whom, and whether to book."""
    if session.type is not None:
        yield directory.term("session-types", session.type).label
    if session.access_mode is not None and (session.hub or session.venue):
        yield directory.term("access-modes", session.access_mode).label
    if session.course is not None:
        # Translators: how many times a course meets.
        yield _("Course of %(number)s", number=session.course)
    if session.booking_required == "yes":
        yield _("Book first")
    elif session.booking_required == "no":
        yield _("No booking")
    if session.capacity is not None:
        yield ngettext("%(number)s place", "%(number)s places", session.capacity)
    yield from (term.label for term in directory.terms("audiences", session.audiences))
