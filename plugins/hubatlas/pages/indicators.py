"""What the network counts: every indicator with its newest figure, and a page each with its chart and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import trend_words
from hubatlas.facts.indicators import Figure, figures, latest
from hubatlas.facts.returns import ReturnsDue, returns_due
from hubatlas.facts.suppression import NETWORK
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.model import Indicator
from hubatlas.pages.cards import Link, Trust
from hubatlas.pages.chart import Chart
from hubatlas.pages.figures import FigureLine, figure_line, need_links
from hubatlas.pages.indicator_chart import indicator_chart
from hubatlas.pages.indicator_tables import figures_table, hubs_table, scope_cell
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.tables import WideTable, data_links
from hubatlas.pages.trust import trust
from hubatlas.pages.wording import counted

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
        latest=_newest(directory, indicator, found),
        elsewhere=listed([counted(kinds[kind], kind) for kind in ("hub", "service", "place") if kinds[kind]]) or None,
        trend=trend_words(indicator, of_network),
        missing=counted(missing, "return is missing", "returns are missing") if missing else None,
    )


def _page(directory: Directory, indicator: Indicator, today: date) -> IndicatorPage:
    found = figures(directory, indicator, today)
    due = returns_due(directory, indicator, today)
    chart, chart_note = indicator_chart(directory, indicator, found)
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
        latest=_newest(directory, indicator, found),
        trend=trend_words(indicator, tuple(figure for figure in found if figure.scope == NETWORK)),
        chart=chart,
        chart_note=chart_note,
        tables=_tables(directory, indicator, found, due),
        returns=_returns_words(directory, indicator, due),
        missing=tuple(_missing(directory, each) for each in reversed(due) if each.missing),
        links=data_links(("Values", "indicator-values"), ("Returns", "returns")),
        trust=trust(directory, "indicators", indicator, "the network", today),
    )


def _newest(directory: Directory, indicator: Indicator, found: Sequence[Figure]) -> tuple[FigureLine, ...]:
    """The newest figures of the network; where it has none, those of the only hub, service or place that has any."""
    scopes = {figure.scope for figure in found}
    if NETWORK in scopes or len(scopes) != 1:
        return tuple(figure_line(indicator, figure) for figure in latest(found))
    [scope] = scopes
    lines = (figure_line(indicator, figure) for figure in latest(found, scope))
    return tuple(replace(line, notes=(f"Of {scope_cell(directory, scope).words}.", *line.notes)) for line in lines)


def _tables(
    directory: Directory, indicator: Indicator, found: Sequence[Figure], due: Sequence[ReturnsDue]
) -> tuple[WideTable, ...]:
    of_network = [figure for figure in found if figure.scope == NETWORK]
    others = [figure for figure in found if figure.scope.kind in {"service", "place"}]
    tables = (
        figures_table(directory, indicator, of_network, name="table-network", caption="The whole network"),
        hubs_table(directory, indicator, found, due),
        figures_table(directory, indicator, others, name="table-others", caption="Services and places"),
    )
    return tuple(table for table in tables if table is not None)


def _parts(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    parts = (("What is counted", indicator.numerator), ("Out of what", indicator.denominator))
    return tuple((label, words) for label, words in parts if words is not None)


def _returns_words(directory: Directory, indicator: Indicator, due: Sequence[ReturnsDue]) -> str | None:
    if indicator.returns is None:
        return None
    names = [hub.name for hub in by_name(directory.hub(slug) for slug in indicator.returned_by)]
    who = "Each hub that was open hands in a value"
    if names:
        who = f"{listed(names)} {'hands' if len(names) == 1 else 'hand'} in a value"
    rule = f"{who} {RHYTHM[indicator.returns]}"
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
