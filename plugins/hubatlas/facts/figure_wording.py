"""Figures in words: rounded, ranged, hidden or not whole, as honestly as they are known."""

from __future__ import annotations

from functools import cache

from hubatlas import language
from hubatlas.facts.indicators import Figure
from hubatlas.facts.wording import MONTHS, month_alone, partial_date_words
from hubatlas.language import gettext as _
from hubatlas.language import pgettext, to_translate_in
from hubatlas.model import Indicator, PartialDate

_UNITS_IN_FIGURE = ("money", "percent")
_SHORT = "in short"
_SHORT_MONTHS = (
    to_translate_in("in short", "Jan"),
    to_translate_in("in short", "Feb"),
    to_translate_in("in short", "Mar"),
    to_translate_in("in short", "Apr"),
    to_translate_in("in short", "May"),
    to_translate_in("in short", "Jun"),
    to_translate_in("in short", "Jul"),
    to_translate_in("in short", "Aug"),
    to_translate_in("in short", "Sep"),
    to_translate_in("in short", "Oct"),
    to_translate_in("in short", "Nov"),
    to_translate_in("in short", "Dec"),
)
"""The months where there is little room."""


def figure_words(indicator: Indicator, figure: Figure) -> str:
    """302, about 5,000, £1,250, 12%, 300 to 400, at least 240, fewer than 5, or not shown."""
    if figure.value is None:
        small = figure.hidden == "small"
        return _("fewer than %(number)s", number=indicator.suppress_below) if small else _("not shown")
    words = number_words(indicator, figure.value)
    if figure.least:
        return _("at least %(number)s", number=words)
    if figure.most is not None:
        words = _("%(first)s to %(last)s", first=words, last=number_words(indicator, figure.most))
    return _("about %(number)s", number=words) if figure.about else words


def figure_and_unit(indicator: Indicator, figure: Figure) -> str:
    """About 5,000 visits: the figure with its unit, but for pounds and per cent, which it shows itself."""
    return " ".join(filter(None, (figure_words(indicator, figure), unit_words(indicator, figure))))


def unit_words(indicator: Indicator, figure: Figure) -> str | None:
    """The unit to stand after the figure; None where it shows pounds or per cent itself, or is not shown at all."""
    needless = indicator.kind in _UNITS_IN_FIGURE or figure.hidden in {"within", "withheld"}
    return None if needless else indicator.unit


def figure_notes(figure: Figure) -> tuple[str, ...]:
    """What a reader must know to read the figure rightly: why it is hidden, how it was added up, that it may change."""
    notes = []
    if figure.hidden == "small":
        notes.append(_("Small numbers are not shown, so that nobody can be recognised."))
    elif figure.hidden == "within":
        notes.append(_("Not shown, because a small number could be worked out from it."))
    elif figure.hidden == "withheld":
        notes.append(_("Handed in, but may not be shown."))
    if figure.added_up is not None:
        counted = figure.added_up
        values = {"handed_in": counted.handed_in, "due": counted.due, "hidden": counted.hidden}
        notes.append(
            _("Added up from the returns of %(handed_in)s of %(due)s hubs, %(hidden)s of them not shown.", **values)
            if counted.hidden
            else _("Added up from the returns of %(handed_in)s of %(due)s hubs.", **values)
        )
    if figure.provisional:
        notes.append(_("Provisional: it may still change."))
    return (*notes, figure.note) if figure.note else tuple(notes)


def number_words(indicator: Indicator, number: float) -> str:
    """The number with its thousands apart, to two decimals at most; as pounds or per cent where it is of these."""
    rounded = round(abs(float(number)), 2)
    if rounded.is_integer():
        size = language.number_words(int(rounded))
    else:
        size = f"{rounded:,.2f}" if indicator.kind == "money" else language.number_words(rounded)
    sign = "\N{MINUS SIGN}" if number < 0 else ""
    return f"{sign}{'£' if indicator.kind == 'money' else ''}{size}{'%' if indicator.kind == 'percent' else ''}"


def short_period_words(period: PartialDate) -> str:
    """Jul to Sep 2025, Apr 2024 to Mar 2025, 2025: short enough to stand above a bar on a phone."""
    return _short_period_words(period, language.spoken())


@cache  # a matrix of every record has few different dates
def _short_period_words(period: PartialDate, _spoken: str) -> str:
    words = partial_date_words(period)
    for month, short in zip(MONTHS, _SHORT_MONTHS, strict=True):
        for name in (_(month), month_alone(month)):
            words = words.replace(name, pgettext(_SHORT, short))
    return words


def trend_words(indicator: Indicator, found: tuple[Figure, ...]) -> str | None:
    """How the newest of the figures, all of one scope, compares with the one before: Up from 240 in June 2026.

    None unless both are single, whole and shown, and their times are as long as each other.
    """
    times = sorted({(each.period.last, each.period.first) for each in found})
    if len(times) < 2:  # noqa: PLR2004 - a trend takes two points
        return None
    pair = [[each for each in found if (each.period.last, each.period.first) == time] for time in times[-2:]]
    if any(len(same) != 1 or same[0].value is None or same[0].least or same[0].most is not None for same in pair):
        return None
    before, now = pair[0][0], pair[1][0]
    if before.value is None or now.value is None or months_long(before.period) != months_long(now.period):
        return None
    then, words = partial_date_words(before.period), figure_words(indicator, before)
    if now.value == before.value:
        return _("The same as in %(period)s", period=then)
    if now.value > before.value:
        return _("Up from %(number)s in %(period)s", number=words, period=then)
    return _("Down from %(number)s in %(period)s", number=words, period=then)


def months_long(period: PartialDate) -> int:
    """How many months the time lasts, to the nearest."""
    return round(((period.last - period.first).days + 1) / 30.44)
