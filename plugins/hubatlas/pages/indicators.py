"""What the network counts: every indicator with its newest figure, and a page each with its chart and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import figure_words, months_long, short_period_words, trend_words
from hubatlas.facts.indicators import Figure, figures, latest
from hubatlas.facts.returns import ReturnsDue, returns_due
from hubatlas.facts.suppression import NETWORK
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.model import Indicator
from hubatlas.pages.cards import Link, Trust
from hubatlas.pages.chart import Chart, Reading, bar_chart
from hubatlas.pages.figures import FigureLine, figure_line, need_links
from hubatlas.pages.indicator_tables import figures_table, hubs_table, scope_cell
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.tables import WideTable, data_links
from hubatlas.pages.trust import trust
from hubatlas.pages.wording import counted

BARS_SHOWN = 12
BETTER = {"higher": "A higher number is better.", "lower": "A lower number is better.", "neither": None}
RHYTHM = {"monthly": "each month", "quarterly": "each quarter", "yearly": "each year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCard:
    """An indicator in the list: its newest figures of the network (several where sources differ) and their trend."""

    link: Link
    definition: str
    latest: tuple[FigureLine, ...]
    elsewhere: str | None
    trend: str | None
    missing: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsPage:
    """What the list of indicators shows; `hides` where small numbers are hidden in some."""

    head: Head
    indicators: tuple[IndicatorCard, ...]
    hides: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MissingReturns:
    """The hubs that have not handed in the return of one time; `handed_in` counts the others."""

    period: str
    handed_in: str
    hubs: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """What an indicator's page shows. `chart_note` says which times the chart leaves to the table."""

    head: Head
    name: str
    definition: str
    unit: str
    better: str | None
    parts: tuple[tuple[str, str], ...]
    needs: tuple[Link, ...]
    hides_below: int | None
    latest: tuple[FigureLine, ...]
    trend: str | None
    chart: Chart | None
    chart_note: str | None
    tables: tuple[WideTable, ...]
    returns: str | None
    missing: tuple[MissingReturns, ...]
    links: tuple[Link, ...]
    trust: Trust


def list_contexts(directory: Directory, today: date) -> Iterator[tuple[str, IndicatorsPage]]:
    """The list of indicators; no page where the network keeps none."""
    if not directory.indicators:
        return
    named = sorted(directory.indicators, key=lambda each: (each.name.casefold(), each.slug))
    head = Head(
        title="What we count",
        description=f"{counted(len(named), 'figure')} that the network keeps, with their newest values and sources.",
        section=urls.NETWORK,
        trail=(("Home", urls.HOME), ("The network", urls.NETWORK)),
    )
    page = IndicatorsPage(
        head=head,
        indicators=tuple(_card(directory, indicator, today) for indicator in named),
        hides=any(indicator.suppress_below is not None for indicator in named),
        links=data_links(("Indicators", "indicators"), ("Values", "indicator-values"), ("Returns", "returns")),
    )
    yield urls.INDICATORS, page


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, IndicatorPage]]:
    """A page for each indicator."""
    for indicator in directory.indicators:
        yield urls.indicator(indicator.slug), _page(directory, indicator, today)


def _card(directory: Directory, indicator: Indicator, today: date) -> IndicatorCard:
    found = figures(directory, indicator, today)
    of_network = tuple(figure for figure in found if figure.scope == NETWORK)
    others = {figure.scope for figure in found} - {NETWORK}
    kinds = Counter(scope.kind for scope in others)
    missing = sum(len(due.missing) for due in returns_due(directory, indicator, today))
    return IndicatorCard(
        link=Link(indicator.name, urls.indicator(indicator.slug)),
        definition=indicator.definition,
        latest=tuple(figure_line(indicator, figure) for figure in latest(found)),
        elsewhere=listed([counted(kinds[kind], kind) for kind in ("hub", "service", "place") if kinds[kind]]) or None,
        trend=trend_words(indicator, of_network),
        missing=counted(missing, "return is missing", "returns are missing") if missing else None,
    )


def _page(directory: Directory, indicator: Indicator, today: date) -> IndicatorPage:
    found = figures(directory, indicator, today)
    due = returns_due(directory, indicator, today)
    series = _series(found)
    whom = "the network" if not series or series[0].scope == NETWORK else scope_cell(directory, series[0].scope).words
    chart, chart_note = _chart(indicator, series, whom)
    return IndicatorPage(
        head=Head(
            title=f"{indicator.name}: figures",
            description=f"{indicator.name}. {indicator.definition}",
            section=urls.NETWORK,
            trail=(("Home", urls.HOME), ("The network", urls.NETWORK), ("What we count", urls.INDICATORS)),
        ),
        name=indicator.name,
        definition=indicator.definition,
        unit=indicator.unit,
        better=BETTER.get(indicator.better or "neither"),
        parts=_parts(indicator),
        needs=need_links(directory, indicator.needs),
        hides_below=indicator.suppress_below,
        latest=tuple(figure_line(indicator, figure) for figure in latest(found)),
        trend=trend_words(indicator, tuple(figure for figure in found if figure.scope == NETWORK)),
        chart=chart,
        chart_note=chart_note,
        tables=_tables(directory, indicator, found, due),
        returns=_returns_words(indicator, due),
        missing=tuple(_missing(directory, each) for each in reversed(due) if each.missing),
        links=data_links(("Values", "indicator-values"), ("Returns", "returns")),
        trust=trust(directory, "indicators", indicator, "the network", today),
    )


def _series(found: Sequence[Figure]) -> tuple[Figure, ...]:
    """What the chart draws: the network's figures, else those of whatever has the most; in order of time."""
    scopes = Counter(figure.scope for figure in found)
    scope = NETWORK if scopes[NETWORK] else max(sorted(scopes), key=lambda each: scopes[each], default=NETWORK)
    return tuple(figure for figure in found if figure.scope == scope)


def _chart(indicator: Indicator, series: Sequence[Figure], whom: str) -> tuple[Chart | None, str | None]:
    """The newest figures for times of the commonest length, since bars for a month and for a year do not compare."""
    lengths = Counter(months_long(figure.period) for figure in series)
    length = max(sorted(lengths), key=lambda each: lengths[each], default=0)
    drawn = [figure for figure in series if months_long(figure.period) == length][-BARS_SHOWN:]
    if len(drawn) < 2 or all(figure.value is None for figure in drawn):  # noqa: PLR2004 - one bar shows nothing
        return None, None
    readings = [
        Reading(
            label=short_period_words(figure.period),
            words=figure_words(indicator, figure),
            value=figure.value,
            most=figure.most,
            partial=figure.least,
        )
        for figure in reversed(drawn)
    ]
    first, last = drawn[0], drawn[-1]
    description = (
        f"{counted(len(drawn), 'bar')} in {indicator.unit}, from {figure_words(indicator, first)} in "
        f"{partial_date_words(first.period)} to {figure_words(indicator, last)} in {partial_date_words(last.period)}. "
        "The table after it has the same numbers."
    )
    note = None if len(drawn) == len(series) else "The chart leaves out some times; the table has them all."
    return bar_chart("chart", f"{indicator.name} of {whom}", description, readings), note


def _tables(
    directory: Directory, indicator: Indicator, found: Sequence[Figure], due: Sequence[ReturnsDue]
) -> tuple[WideTable, ...]:
    of_network = [figure for figure in found if figure.scope == NETWORK]
    others = [figure for figure in found if figure.scope.kind in {"service", "place"}]
    tables = (
        figures_table(indicator, of_network, name="table-network", caption="The whole network"),
        hubs_table(directory, indicator, found, due),
        figures_table(
            indicator,
            others,
            name="table-others",
            caption="Services and places",
            whom=(scope_cell(directory, figure.scope) for figure in others),
        ),
    )
    return tuple(table for table in tables if table is not None)


def _parts(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    parts = (("What is counted", indicator.numerator), ("Out of what", indicator.denominator))
    return tuple((label, words) for label, words in parts if words is not None)


def _returns_words(indicator: Indicator, due: Sequence[ReturnsDue]) -> str | None:
    if indicator.returns is None:
        return None
    who = "Each hub that was open" if not indicator.returned_by else counted(len(indicator.returned_by), "named hub")
    verb = "hands" if len(indicator.returned_by) < 2 else "hand"  # noqa: PLR2004 - one or several
    rule = f"{who} {verb} in a value {RHYTHM[indicator.returns]}"
    if indicator.returns_from is None:
        return f"{rule}. Since when is not stated, so nobody can say which are missing."
    rule = f"{rule}, from {partial_date_words(indicator.returns_from)} on."
    if not due:
        return f"{rule} None is due yet."
    missing = sum(len(each.missing) for each in due)
    if not missing:
        return f"{rule} All that are due have come."
    return f"{rule} {counted(missing, 'return is missing.', 'returns are missing.')}"


def _missing(directory: Directory, due: ReturnsDue) -> MissingReturns:
    return MissingReturns(
        period=partial_date_words(due.period),
        handed_in=f"{len(due.handed_in)} of {len(due.handed_in) + len(due.missing)} handed in",
        hubs=tuple(hub_link(hub) for hub in by_name(directory.hub(slug) for slug in due.missing)),
    )


INDICATORS = PageKind("indicators", "pages/indicators.html", list_contexts)
INDICATOR = PageKind("indicator", "pages/indicator.html", contexts)
