"""A session's schedule in one plain sentence."""

from __future__ import annotations

from datetime import date

from hubatlas.facts.wording import date_words, day_name, day_words, days_of_week_words, is_stretch, listed, span_words
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, pgettext
from hubatlas.model import DAY_NAMES, Schedule

_DATES_WRITTEN_OUT = 4


def schedule_words(schedule: Schedule, today: date, *, with_time: bool = True) -> str:
    """When it happens, such as "Every second Tuesday, 10am to midday, until 15 December 2026".

    A start is told until it has come, an end always. Without the time, only that it is not published is told of it.
    """
    times = () if not with_time and schedule.time is not None else (_time_words(schedule),)
    match schedule.repeats:
        case "by appointment":
            parts = (_("By appointment"), *_limits(schedule, today))
        case "not published":
            parts = (_("Times are not published: ring to ask"),)
        case "dates":
            parts = (_dates_words(schedule, today), *times)
        case _:
            days = _weekly_words(schedule) if schedule.repeats == "weekly" else _monthly_words(schedule)
            parts = (days, *times, *_limits(schedule, today))
    return ", ".join(parts)


def exceptions_words(schedule: Schedule, today: date) -> str | None:
    """The coming days on which it is not held: "Not on 29 December 2026", or None where there are none."""
    coming = [date_words(day) for day in sorted(schedule.except_dates) if day >= today]
    return _("Not on %(days)s", days=listed(coming)) if coming else None


def _weekly_words(schedule: Schedule) -> str:
    days = days_of_week_words(schedule.days)
    every_day = set(schedule.days) == set(DAY_NAMES)
    one_by_one = not (every_day or is_stretch(schedule.days))
    if schedule.interval > 1:
        return _weeks_apart(schedule, days, one_by_one=one_by_one)
    if every_day:
        return _("Every day")
    return _("Every %(days)s", days=days) if one_by_one else days


def _weeks_apart(schedule: Schedule, days: str, *, one_by_one: bool) -> str:
    """Every second or further week on those days, which are `one_by_one` where no stretch of them has a name."""
    match schedule.interval:
        case 2 if len(schedule.days) == 1:
            return _("Every second %(day)s", day=days)
        case 2 if one_by_one:
            return _("Every second week, on %(days)s", days=days)
        case 2:
            return _("Every second week, %(days)s", days=days)
        case weeks if one_by_one:
            return ngettext(
                "Every %(number)s week, on %(days)s", "Every %(number)s weeks, on %(days)s", weeks, days=days
            )
        case weeks:
            return ngettext("Every %(number)s week, %(days)s", "Every %(number)s weeks, %(days)s", weeks, days=days)


def _monthly_words(schedule: Schedule) -> str:
    names = _weeks_of_month()
    first, *others = (week for week in names if week in schedule.weeks)
    weeks = listed([names[first][0], *(names[week][1] for week in others)])
    days = listed([day_name(position) for position, name in enumerate(DAY_NAMES) if name in schedule.days])
    match schedule.interval:
        case 1:
            return _("%(weeks)s %(days)s of the month", weeks=weeks, days=days)
        case 2:
            return _("%(weeks)s %(days)s of every second month", weeks=weeks, days=days)
        case interval:
            return ngettext(
                "%(weeks)s %(days)s of the month, every %(number)s month",
                "%(weeks)s %(days)s of the month, every %(number)s months",
                interval,
                weeks=weeks,
                days=days,
            )


def _weeks_of_month() -> dict[str, tuple[str, str]]:
    """What each week of a month is called at the beginning of a sentence and within one, in their order."""
    return {
        "first": (pgettext("week of the month", "First"), pgettext("week of the month", "first")),
        "second": (pgettext("week of the month", "Second"), pgettext("week of the month", "second")),
        "third": (pgettext("week of the month", "Third"), pgettext("week of the month", "third")),
        "fourth": (pgettext("week of the month", "Fourth"), pgettext("week of the month", "fourth")),
        "last": (pgettext("week of the month", "Last"), pgettext("week of the month", "last")),
    }


def _dates_words(schedule: Schedule, today: date) -> str:
    dates = sorted(schedule.dates)
    coming = [day for day in dates if day >= today and day not in schedule.except_dates]
    if not coming:
        return _("Last held on %(day)s", day=day_words(dates[-1]))
    if len(coming) <= _DATES_WRITTEN_OUT:
        return listed([day_words(day) for day in coming])
    return ngettext(
        "%(number)s date from %(first)s to %(last)s",
        "%(number)s dates from %(first)s to %(last)s",
        len(coming),
        first=date_words(coming[0]),
        last=date_words(coming[-1]),
    )


def _time_words(schedule: Schedule) -> str:
    return _("time not published, ring to ask") if schedule.time is None else span_words(schedule.time)


def _limits(schedule: Schedule, today: date) -> list[str]:
    if schedule.valid_to is not None and schedule.valid_to < today:
        return [_("ended %(date)s", date=date_words(schedule.valid_to))]
    limits = []
    if schedule.valid_from is not None and schedule.valid_from > today:
        limits.append(_("from %(date)s", date=date_words(schedule.valid_from)))
    if schedule.valid_to is not None:
        limits.append(_("until %(date)s", date=date_words(schedule.valid_to)))
    return limits
