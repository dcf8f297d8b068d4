"""The chart of an indicator: over time where one series stands out, else side by side for the newest time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import figure_words, months_long, short_period_words
from hubatlas.facts.indicators import Figure, newest_first
from hubatlas.facts.suppression import NETWORK, Scope
from hubatlas.facts.wording import partial_date_words
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain, to_translate
from hubatlas.model import Indicator
from hubatlas.pages.chart import Chart, Reading, bar_chart
from hubatlas.pages.indicator_tables import scope_cell

BARS_SHOWN = 12
LONGEST_LABEL = 24
LEAVES_OUT = to_translate("The chart leaves out some figures; the tables have them all.")


def indicator_chart(
    directory: Directory, indicator: Indicator, found: Sequence[Figure]
) -> tuple[Chart | None, str | None]:
    """The chart, and a sentence where it shows less than the tables; None where there is nothing to compare.

    It draws the network's figures, else those of whatever alone has the most, else the newest of each hub, service
    or place.
    """
    scope = _standing_out(found)
    if scope is None:
        return _side_by_side(directory, indicator, found)
    series = [figure for figure in found if figure.scope == scope]
    lengths = Counter(months_long(figure.period) for figure in series)
    length = max(sorted(lengths), key=lambda each: lengths[each])  # bars for a month and for a year do not compare
    drawn = [figure for figure in series if months_long(figure.period) == length][-BARS_SHOWN:]
    title = _("%(name)s of the network", name=indicator.name)
    if scope != NETWORK:
        title = _("%(name)s of %(whom)s", name=indicator.name, whom=scope_cell(directory, scope).words)
    readings = [_reading(indicator, figure, short_period_words(figure.period)) for figure in newest_first(drawn)]
    summary = ngettext(
        "%(number)s bar in %(unit)s, from %(first)s in %(begins)s to %(last)s in %(ends)s.",
        "%(number)s bars in %(unit)s, from %(first)s in %(begins)s to %(last)s in %(ends)s.",
        len(readings),
        unit=indicator.unit,
        first=figure_words(indicator, drawn[0]),
        begins=partial_date_words(drawn[0].period),
        last=figure_words(indicator, drawn[-1]),
        ends=partial_date_words(drawn[-1].period),
    )
    return _chart(title, summary, readings, whole=len(drawn) == len(series))


def _standing_out(found: Sequence[Figure]) -> Scope | None:
    """What has the series to draw: the network, else the one scope with the most figures; None for a tie."""
    numbers = Counter(figure.scope for figure in found)
    if NETWORK in numbers:
        return NETWORK
    most = [scope for scope, number in numbers.items() if number == max(numbers.values())]
    return most[0] if len(most) == 1 else None


def _side_by_side(
    directory: Directory, indicator: Indicator, found: Sequence[Figure]
) -> tuple[Chart | None, str | None]:
    if not found:
        return None, None
    newest = max(found, key=lambda figure: (figure.period.last, figure.period.first)).period
    drawn = [figure for figure in found if (figure.period.first, figure.period.last) == (newest.first, newest.last)][
        :BARS_SHOWN
    ]
    readings = [_reading(indicator, figure, scope_cell(directory, figure.scope).words) for figure in drawn]
    time = partial_date_words(newest)
    summary = ngettext(
        "%(number)s bar in %(unit)s, all for %(time)s.",
        "%(number)s bars in %(unit)s, all for %(time)s.",
        len(readings),
        unit=indicator.unit,
        time=time,
    )
    return _chart(f"{indicator.name}, {time}", summary, readings, whole=len(drawn) == len(found))


def _chart(title: str, summary: str, readings: Sequence[Reading], *, whole: bool) -> tuple[Chart | None, str | None]:
    if len(readings) < 2 or all(reading.value is None for reading in readings):  # noqa: PLR2004 - one compares nothing
        return None, None
    description = " ".join((summary, _("The table after it has the same numbers.")))
    return bar_chart("chart", title, description, readings), None if whole else _(LEAVES_OUT)


def _reading(indicator: Indicator, figure: Figure, label: str) -> Reading:
    label = plain(label)
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
    return Reading(
        label=short,
        words=figure_words(indicator, figure),
        value=figure.value,
        most=figure.most,
        partial=figure.least,
    )
