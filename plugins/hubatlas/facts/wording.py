"""Times, days and lengths of time in words, in the style of GOV.UK. No name depends on the machine's locale.

They are in English, but for pages that are being written in another language (see `hubatlas.language`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hubatlas.language import gettext as _
from hubatlas.language import kept, ngettext, number_words, pgettext, plain, to_translate, to_translate_in
from hubatlas.model import DAY_NAMES, Address, DayHours, DayName, PartialDate, Span

MONTHS = (
    to_translate("January"),
    to_translate("February"),
    to_translate("March"),
    to_translate("April"),
    to_translate("May"),
    to_translate("June"),
    to_translate("July"),
    to_translate("August"),
    to_translate("September"),
    to_translate("October"),
    to_translate("November"),
    to_translate("December"),
)
_ALONE = "without a day"
_MONTHS_ALONE = (
    to_translate_in("without a day", "January"),
    to_translate_in("without a day", "February"),
    to_translate_in("without a day", "March"),
    to_translate_in("without a day", "April"),
    to_translate_in("without a day", "May"),
    to_translate_in("without a day", "June"),
    to_translate_in("without a day", "July"),
    to_translate_in("without a day", "August"),
    to_translate_in("without a day", "September"),
    to_translate_in("without a day", "October"),
    to_translate_in("without a day", "November"),
    to_translate_in("without a day", "December"),
)
"""The months as they stand without a day, which in some languages is another form of the word."""

MINUTES_A_DAY = 24 * 60
_WEEKDAYS = (
    to_translate("Monday"),
    to_translate("Tuesday"),
    to_translate("Wednesday"),
    to_translate("Thursday"),
    to_translate("Friday"),
    to_translate("Saturday"),
    to_translate("Sunday"),
)
_SEASONS = (to_translate("spring"), to_translate("summer"), to_translate("autumn"), to_translate("winter"))
"""As records write them; said in `partial_date_words`."""

_VOWELS = frozenset("aeiouwyâêîôûŵŷ")
"""Letters before which some languages have another word for "and"."""

_MIDDAY = MINUTES_A_DAY // 2


def listed(items: Sequence[str]) -> str:
    """One, two and three."""
    if len(items) <= 1:
        return "".join(items)
    first, last = ", ".join(items[:-1]), items[-1]
    if plain(last)[:1].casefold() in _VOWELS:
        return pgettext("before a vowel", "%(first)s and %(last)s", first=first, last=last)
    return _("%(first)s and %(last)s", first=first, last=last)


def either(items: Sequence[str]) -> str:
    """One, two or three."""
    if len(items) <= 1:
        return "".join(items)
    return _("%(first)s or %(last)s", first=", ".join(items[:-1]), last=items[-1])


def time_words(minutes: int) -> str:
    """9am, 12:30pm, midday or midnight; minutes after midnight, of this day or the next."""
    minutes %= MINUTES_A_DAY
    if minutes == 0:
        return _("midnight")
    if minutes == _MIDDAY:
        return _("midday")
    hour, minute = divmod(minutes, 60)
    values = {
        "hour": hour % 12 or 12,
        "past": f":{minute:02}" if minute else "",
        "hour_of_day": hour,
        "minute": f"{minute:02}",
    }
    # Translators: a time of day, as 9:30am; or as 14:30 with %(hour_of_day)s:%(minute)s, where people write that.
    return _("%(hour)s%(past)sam", **values) if hour < _MIDDAY // 60 else _("%(hour)s%(past)spm", **values)


def span_words(span: Span) -> str:
    """9am to 5pm; 6pm to 1am where it passes midnight; all day from midnight to midnight."""
    return _span_words(span.opens_at, span.closes_at)


@kept
def _span_words(opens_at: int, closes_at: int) -> str:
    if (opens_at, closes_at) == (0, MINUTES_A_DAY):
        return _("all day")
    return _("%(opens)s to %(closes)s", opens=time_words(opens_at), closes=time_words(closes_at))


def day_hours_words(hours: DayHours | None) -> str:
    """9am to 12:30pm and 1:30pm to 5pm, closed, by appointment, or not known."""
    if hours is None:
        return _("not known")
    if hours.spans:
        return listed([span_words(span) for span in sorted(hours.spans)])
    return _("by appointment") if hours.by_appointment else _("closed")


@kept
def date_words(day: date) -> str:
    """24 December 2026."""
    # Translators: a date, as 24 December 2026.
    return _("%(day)s %(month)s %(year)s", day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def day_name(position: int) -> str:
    """Monday for 0 to Sunday for 6."""
    return _(_WEEKDAYS[position])


def short_date_words(day: date) -> str:
    """24 December."""
    # Translators: a date without its year, as 24 December.
    return _("%(day)s %(month)s", day=day.day, month=_(MONTHS[day.month - 1]))


@kept
def day_words(day: date) -> str:
    """Thursday 24 December 2026."""
    # Translators: a day of the week and a date.
    return _("%(weekday)s %(date)s", weekday=day_name(day.weekday()), date=date_words(day))


@kept
def day_of_year_words(day: date) -> str:
    """Thursday 24 December."""
    return _("%(weekday)s %(date)s", weekday=day_name(day.weekday()), date=short_date_words(day))


def partial_date_words(partial: PartialDate) -> str:
    """12 September 2025, September 2025, 2025, autumn 2014, July to September 2025: as exact as it is known."""
    first, stretch, last = partial.text.partition("/")
    if stretch:
        begins, ends = _date_part_words(first, partial.first), _date_part_words(last, partial.last)
        if partial.first.year == partial.last.year and "-" in first and "-" in last:
            begins = begins.removesuffix(f" {partial.first.year}")
        return _("%(first)s to %(last)s", first=begins, last=ends)
    if " " in first:
        season, _space, year = first.partition(" ")
        return _("%(season)s %(year)s", season=_(season.casefold()), year=year)
    return _date_part_words(first, partial.first)


def month_alone(month: str) -> str:
    """The name of one of `MONTHS`, as it stands without a day."""
    return pgettext(_ALONE, month)


def _date_part_words(text: str, day: date) -> str:
    """A year, a month or a day, whichever the text is, of that day."""
    match text.count("-"):
        case 0:
            return text
        case 1:
            # Translators: the name of a month that stands without a day, as in December 2026.
            return _("%(month)s %(year)s", month=month_alone(MONTHS[day.month - 1]), year=day.year)
        case _:
            return date_words(day)


def relative_day_words(day: date, today: date) -> str:
    """Today, tomorrow, the day's name within a week, or the whole date without a year that is today's."""
    away = (day - today).days
    if away in (0, 1):
        return (_("today"), _("tomorrow"))[away]
    if 1 < away < len(DAY_NAMES):
        return day_name(day.weekday())
    if day.year != today.year:
        return day_words(day)
    return day_of_year_words(day)


def days_of_week_words(days: Sequence[DayName]) -> str:
    """Monday, Wednesday and Friday; Monday to Friday where three or more follow each other; every day."""
    positions = sorted({DAY_NAMES.index(day) for day in days})
    if len(positions) == len(DAY_NAMES):
        return _("every day")
    names = [day_name(position) for position in positions]
    if is_stretch(days):
        return _("%(first)s to %(last)s", first=names[0], last=names[-1])
    return listed(names)


def is_stretch(days: Sequence[DayName]) -> bool:
    """Whether they are three or more days, but not all, that follow each other, as Monday to Friday."""
    positions = sorted({DAY_NAMES.index(day) for day in days})
    few, all_days = 2, len(DAY_NAMES)  # two days read better with "and"
    return few < len(positions) < all_days and positions == list(range(positions[0], positions[-1] + 1))


def duration_words(duration: timedelta) -> str:
    """30 hours 30 minutes, 1 hour, 45 minutes, or no time."""
    hours, minutes = divmod(round(duration.total_seconds()) // 60, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(number)s hour", "%(number)s hours", hours))
    if minutes:
        parts.append(ngettext("%(number)s minute", "%(number)s minutes", minutes))
    return " ".join(parts) or _("no time")


def miles_words(miles: float) -> str:
    """0.4 miles, 1 mile, 12 miles: tenths below ten."""
    tenths = round(miles, 1)
    if tenths < 0.1:  # noqa: PLR2004 - the smallest distance that is shown
        return _("less than %(number)s miles", number=number_words(0.1))
    whole = round(miles)
    if tenths < 10 and tenths != whole:  # noqa: PLR2004 - tenths say nothing beyond ten miles
        return pgettext("a part of a mile", "%(number)s miles", number=number_words(tenths))
    return ngettext("%(number)s mile", "%(number)s miles", whole)


def address_words(address: Address | None) -> str:
    """The address on one line; empty where nothing of it is known."""
    if address is None:
        return ""
    street = (address.building, address.address_1, address.address_2, address.city, address.state_province)
    line = ", ".join(part for part in street if part)
    return " ".join(part for part in (line, address.postal_code) if part)
