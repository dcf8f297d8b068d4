"""What the network counts: every indicator with its newest figure, and a page each with its chart and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import trend_words
from hubatlas.facts.indicators import Figure, figures, latest
from hubatlas.facts.returns import ReturnsDue, returns_due
from hubatlas.facts.suppression import NETWORK, Scope
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, plain, to_translate
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

BETTER = {"higher": to_translate("A higher number is better."), "lower": to_translate("A lower number is better.")}
EACH_HUB_RETURNS = {
    "monthly": to_translate("Each hub that was open hands in a value each month"),
    "quarterly": to_translate("Each hub that was open hands in a value each quarter"),
    "yearly": to_translate("Each hub that was open hands in a value each year"),
}
ONE_HUB_RETURNS = {
    "monthly": to_translate("%(hub)s hands in a value each month"),
    "quarterly": to_translate("%(hub)s hands in a value each quarter"),
    "yearly": to_translate("%(hub)s hands in a value each year"),
}
SOME_HUBS_RETURN = {
    "monthly": to_translate("%(hubs)s hand in a value each month"),
    "quarterly": to_translate("%(hubs)s hand in a value each quarter"),
    "yearly": to_translate("%(hubs)s hand in a value each year"),
}


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
    named = sorted(directory.indicators, key=lambda each: (plain(each.name).casefold(), each.slug))
    head = Head(
        title=_("What we count"),
        description=ngettext(
            "%(number)s figure that the network keeps, with their newest values and sources.",
            "%(number)s figures that the network keeps, with their newest values and sources.",
            len(named),
        ),
        section=urls.NETWORK,
        trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
    )
    page = IndicatorsPage(
        head=head,
        indicators=tuple(_card(directory, indicator, today) for indicator in named),
        hides=any(indicator.suppress_below is not None for indicator in named),
        links=data_links((_("Indicators"), "indicators"), (_("Values"), "indicator-values"), (_("Returns"), "returns")),
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
    missing = sum(len(due.missing) for due in returns_due(directory, indicator, today))
    return IndicatorCard(
        link=Link(indicator.name, urls.indicator(indicator.slug)),
        definition=indicator.definition,
        latest=_newest(directory, indicator, found),
        elsewhere=listed(list(_numbers(others))) or None,
        trend=trend_words(indicator, of_network),
        missing=_missing_words(missing) if missing else None,
    )


def _numbers(scopes: Iterable[Scope]) -> Iterator[str]:
    """3 hubs, 1 service."""
    kinds = Counter(scope.kind for scope in scopes)
    if kinds["hub"]:
        yield ngettext("%(number)s hub", "%(number)s hubs", kinds["hub"])
    if kinds["service"]:
        yield ngettext("%(number)s service", "%(number)s services", kinds["service"])
    if kinds["place"]:
        yield ngettext("%(number)s place", "%(number)s places", kinds["place"])


def _missing_words(number: int) -> str:
    return ngettext("%(number)s return is missing", "%(number)s returns are missing", number)


def _page(directory: Directory, indicator: Indicator, today: date) -> IndicatorPage:
    found = figures(directory, indicator, today)
    due = returns_due(directory, indicator, today)
    chart, chart_note = indicator_chart(directory, indicator, found)
    return IndicatorPage(
        head=Head(
            title=_("%(name)s: figures", name=indicator.name),
            description=f"{indicator.name}. {indicator.definition}",
            section=urls.NETWORK,
            trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK), (_("What we count"), urls.INDICATORS)),
        ),
        name=indicator.name,
        definition=indicator.definition,
        unit=indicator.unit,
        better=_(BETTER[indicator.better]) if indicator.better in BETTER else None,
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
        links=data_links((_("Values"), "indicator-values"), (_("Returns"), "returns")),
        trust=trust(directory, "indicators", indicator, _("the network"), today),
    )


def _newest(directory: Directory, indicator: Indicator, found: Sequence[Figure]) -> tuple[FigureLine, ...]:
    """The newest figures of the network; where it has none, those of the only hub, service or place that has any."""
    scopes = {figure.scope for figure in found}
    if NETWORK in scopes or len(scopes) != 1:
        return tuple(figure_line(indicator, figure) for figure in latest(found))
    [scope] = scopes
    # Translators: the hub, service or place that a figure is of.
    whom = _("Of %(name)s.", name=scope_cell(directory, scope).words)
    lines = (figure_line(indicator, figure) for figure in latest(found, scope))
    return tuple(replace(line, notes=(whom, *line.notes)) for line in lines)


def _tables(
    directory: Directory, indicator: Indicator, found: Sequence[Figure], due: Sequence[ReturnsDue]
) -> tuple[WideTable, ...]:
    of_network = [figure for figure in found if figure.scope == NETWORK]
    others = [figure for figure in found if figure.scope.kind in {"service", "place"}]
    tables = (
        figures_table(directory, indicator, of_network, name="table-network", caption=_("The whole network")),
        hubs_table(directory, indicator, found, due),
        figures_table(directory, indicator, others, name="table-others", caption=_("Services and places")),
    )
    return tuple(table for table in tables if table is not None)


def _parts(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    parts = ((_("What is counted"), indicator.numerator), (_("Out of what"), indicator.denominator))
    return tuple((label, words) for label, words in parts if words is not None)


def _returns_words(directory: Directory, indicator: Indicator, due: Sequence[ReturnsDue]) -> str | None:
    if indicator.returns is None:
        return None
    names = [hub.name for hub in by_name(directory.hub(slug) for slug in indicator.returned_by)]
    if not names:
        rule = _(EACH_HUB_RETURNS[indicator.returns])
    elif len(names) == 1:
        rule = _(ONE_HUB_RETURNS[indicator.returns], hub=names[0])
    else:
        rule = _(SOME_HUBS_RETURN[indicator.returns], hubs=listed(names))
    if indicator.returns_from is None:
        return _("%(rule)s. Since when is not stated, so nobody can say which are missing.", rule=rule)
    # Translators: %(rule)s is such as: Each hub that was open hands in a value each month.
    rule = _("%(rule)s, from %(date)s on.", rule=rule, date=partial_date_words(indicator.returns_from))
    missing = sum(len(each.missing) for each in due)
    if missing:
        return f"{rule} {_missing_words(missing)}."
    rest = _("All that are due have come.") if due else _("None is due yet.")
    return f"{rule} {rest}"


def _missing(directory: Directory, due: ReturnsDue) -> MissingReturns:
    return MissingReturns(
        period=partial_date_words(due.period),
        handed_in=_(
            "%(number)s of %(all)s handed in",
            number=number_words(len(due.handed_in)),
            all=number_words(len(due.handed_in) + len(due.missing)),
        ),
        hubs=tuple(hub_link(hub) for hub in by_name(directory.hub(slug) for slug in due.missing)),
    )


INDICATORS = PageKind("indicators", "pages/indicators.html", list_contexts)
INDICATOR = PageKind("indicator", "pages/indicator.html", contexts)
