"""Figures and stories as other pages tell of them: in a few lines, with their time and where they are from."""

from __future__ import annotations

from collections import defaultdict

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import figure_notes, figure_words, unit_words
from hubatlas.facts.indicators import Figure, figures_by_scope, latest
from hubatlas.facts.suppression import Scope, ScopeKind
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.model import Indicator, PartialDate
from hubatlas.pages.cards import Link
from hubatlas.pages.wording import upper_first


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure: its indicator, the number, its unit (None where the number shows it), its time and its source."""

    indicator: Link
    words: str
    unit: str | None
    period: str
    source: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of a hub, a service or a place beyond what it offers: its newest figures, and stories."""

    figures: tuple[FigureLine, ...]
    stories: tuple[tuple[Link, str], ...]


def evidence(directory: Directory, kind: ScopeKind, slug: str) -> Evidence:
    """The newest figures and the stories of one hub, service or place."""
    scope = Scope(kind, slug)
    by_indicator: dict[str, list[tuple[Indicator, Figure]]] = {}
    for indicator, figure in figures_by_scope(directory).get(scope, ()):
        by_indicator.setdefault(indicator.slug, []).append((indicator, figure))
    newest = (
        figure_line(same[0][0], figure)
        for same in by_indicator.values()
        for figure in latest((figure for _, figure in same), scope)
    )
    stories = directory.once(_stories_by_record, lambda: _stories_by_record(directory))
    return Evidence(figures=tuple(newest), stories=tuple(stories.get((kind, slug), ())))


def _stories_by_record(directory: Directory) -> dict[tuple[str, str], list[tuple[Link, str]]]:
    """The stories about each hub and service, each with its summary."""
    stories: defaultdict[tuple[str, str], list[tuple[Link, str]]] = defaultdict(list)
    for story in directory.stories:
        link = (Link(story.name, urls.story(story.slug)), story.summary)
        for kind, slugs in (("hub", story.hubs), ("service", story.services)):
            for slug in slugs:
                stories[kind, slug].append(link)
    return dict(stories)


def stories_for(directory: Directory, need: str) -> tuple[tuple[Link, str], ...]:
    """The stories about one need, each with its summary."""
    told = (story for story in directory.stories if need in story.needs)
    return tuple((Link(story.name, urls.story(story.slug)), story.summary) for story in told)


def need_links(directory: Directory, needs: tuple[str, ...]) -> tuple[Link, ...]:
    """The needs of those ids, each leading to its page, in the network's order."""
    return tuple(Link(need.label, urls.need(need.id)) for need in directory.terms("needs", needs))


def figure_line(indicator: Indicator, figure: Figure) -> FigureLine:
    """The figure in words."""
    return FigureLine(
        indicator=Link(indicator.name, urls.indicator(indicator.slug)),
        words=upper_first(figure_words(indicator, figure)),
        unit=unit_words(indicator, figure),
        period=partial_date_words(figure.period),
        source=source_words(indicator, figure),
        notes=figure_notes(figure),
    )


def source_words(indicator: Indicator, figure: Figure) -> str | None:
    """Where the figure is from, and of when: its own source, else the record's for figures; None for a sum."""
    if figure.added_up is not None:
        return None
    if figure.source is not None:
        return _dated(figure.source, figure.as_of)
    of_figures = [each for each in indicator.provenance if "figures" in each.facts] or list(indicator.provenance)
    return _dated(of_figures[0].source, figure.as_of or of_figures[0].as_of) if of_figures else None


def _dated(source: str, as_of: PartialDate | None) -> str:
    return source if as_of is None else f"{source}, {partial_date_words(as_of)}"
