"""Quality: the schemes, who holds what until when, and applications with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.quality import AwardStanding, applications, awards, awards_of, deadline, next_decisions
from hubatlas.facts.wording import date_words, listed, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, to_translate
from hubatlas.model import Application, Hub
from hubatlas.network import QualityScheme
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import organisation_link
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links

TONES: dict[str, Tone] = {"valid": "good", "lapsing": "part", "lapsed": "missing", "unknown": "unknown"}
DECISIONS = {
    "waiting": to_translate("Waiting for a decision"),
    "approved": to_translate("Approved"),
    "support offered": to_translate("Support offered first"),
    "declined": to_translate("Declined"),
    "withdrawn": to_translate("Withdrawn"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeCard:
    """A quality scheme: what it is, and who stands where. The parts are each a label and what it means."""

    anchor: str
    label: str
    about: str | None
    source: str | None
    themes: tuple[tuple[str, str | None], ...]
    levels: tuple[tuple[str, str | None], ...]
    stages: tuple[tuple[str, str | None], ...]
    terms: tuple[str, ...]
    validator: Link | None
    awards: WideTable | None
    applications: WideTable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityPage:
    """What the page of quality shows. `lapsing` are the awards that end within a quarter, each in words."""

    head: Head
    lapsing: tuple[tuple[Link, str], ...]
    schemes: tuple[SchemeCard, ...]
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A level that a hub holds, or held, in words."""

    words: str
    holds: bool


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, QualityPage]]:
    """The page of quality; none where the network has no scheme."""
    if not exists(directory):
        return
    standings = awards(directory, today)
    yield (
        urls.QUALITY,
        QualityPage(
            head=Head(
                title=_("Quality"),
                description=_(
                    "Quality schemes of %(name)s: who holds which level, until when.", name=directory.network.name
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            lapsing=tuple(
                (
                    Link(each.hub.name, urls.hub(each.hub.slug)),
                    _("%(level)s ends on %(date)s", level=_level(each), date=date_words(each.until)),
                )
                for each in sorted(standings, key=lambda each: each.until or date.max)
                if each.validity == "lapsing" and each.until
            ),
            schemes=tuple(_scheme(directory, scheme, standings, today) for scheme in directory.network.quality_schemes),
            data=data_links((_("Awards"), "quality"), (_("Applications"), "applications")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether the network has a quality scheme."""
    return bool(directory.network.quality_schemes)


def badges(directory: Directory, hub: Hub, today: date) -> tuple[Badge, ...]:
    """What the hub's page says of its awards; one that has lapsed is no badge any more."""
    return tuple(_badge(each) for each in awards_of(directory, hub, today))


def _badge(standing: AwardStanding) -> Badge:
    award = f"{standing.scheme.label}: {_level(standing)}"
    until = None if standing.until is None else date_words(standing.until)
    match standing.validity:
        case "lapsed" if until is not None:
            return Badge(_("%(award)s lapsed after %(date)s", award=award, date=until), holds=False)
        case "lapsed":
            return Badge(_("%(award)s lapsed", award=award), holds=False)
        case "unknown":
            awarded = partial_date_words(standing.award.awarded)
            return Badge(_("%(award)s, awarded %(date)s, may have lapsed", award=award, date=awarded), holds=False)
        case _ if until is not None:
            return Badge(_("%(award)s until %(date)s", award=award, date=until), holds=True)
    return Badge(award, holds=True)


def _scheme(
    directory: Directory, scheme: QualityScheme, standings: tuple[AwardStanding, ...], today: date
) -> SchemeCard:
    own = [each for each in standings if each.scheme.id == scheme.id]
    asked = [(hub, each) for hub, each, of in applications(directory) if of.id == scheme.id]
    return SchemeCard(
        anchor=scheme.id,
        label=scheme.label,
        about=scheme.description,
        source=None if scheme.source is None else _source(scheme),
        themes=tuple((each.label, each.description) for each in scheme.themes),
        levels=tuple((each.label, each.description) for each in scheme.levels),
        stages=tuple((each.label, each.description) for each in scheme.stages),
        terms=tuple(_terms(scheme, today)),
        validator=organisation_link(directory, scheme.validator),
        awards=_awards(directory, scheme, own) if own else None,
        applications=_applications(directory, scheme, asked) if asked else None,
    )


def _source(scheme: QualityScheme) -> str:
    return f"{scheme.source}, {partial_date_words(scheme.as_of)}" if scheme.as_of else scheme.source or ""


def _terms(scheme: QualityScheme, today: date) -> Iterator[str]:
    if scheme.lasts_months:
        yield ngettext(
            "An award lapses by itself after %(number)s month.",
            "An award lapses by itself after %(number)s months.",
            scheme.lasts_months,
        )
    if scheme.limit_months:
        yield ngettext(
            "An application has to be finished within %(number)s month.",
            "An application has to be finished within %(number)s months.",
            scheme.limit_months,
        )
    coming = next_decisions(scheme, today)
    if coming:
        yield _("Next decisions: %(dates)s.", dates=listed([date_words(day) for day in coming]))
    elif scheme.decides_every_months:
        yield ngettext(
            "Decided every %(number)s month; the next date is not published.",
            "Decided every %(number)s months; the next date is not published.",
            scheme.decides_every_months,
        )


def _awards(directory: Directory, scheme: QualityScheme, standings: list[AwardStanding]) -> WideTable:
    labels = {level.id: level.label for level in scheme.levels}
    columns = [_("Level"), _("Awarded"), _("Counts until"), _("Checked by"), *(theme.label for theme in scheme.themes)]
    rows = []
    for each in standings:
        checked_by = organisation_link(directory, each.award.validated_by)
        themes = [each.award.themes.get(theme.id) for theme in scheme.themes]
        cells = (
            TableCell(words=_level(each)),
            TableCell(words=partial_date_words(each.award.awarded)),
            TableCell(words=_until_words(each), tone=TONES[each.validity], detail=each.award.note),
            TableCell(words=checked_by.label, address=checked_by.address) if checked_by else _not_known(),
            *(TableCell(words=labels[level]) if level else TableCell(words=_("as the level")) for level in themes),
        )
        rows.append(TableRow(TableCell(words=each.hub.name, address=urls.hub(each.hub.slug)), cells))
    return WideTable(
        id=f"awards-{scheme.id}",
        caption=_("Who holds what"),
        corner=_("Hub"),
        columns=tuple(TableCell(words=column) for column in columns),
        rows=tuple(rows),
    )


def _applications(directory: Directory, scheme: QualityScheme, asked: list[tuple[Hub, Application]]) -> WideTable:
    stages = {stage.id: stage.label for stage in scheme.stages}
    rows = []
    for hub, each in asked:
        due = deadline(each, scheme)
        cells = (
            TableCell(words=stages[each.stage]),
            TableCell(words=_(DECISIONS[each.decision]), detail=each.reasons),
            TableCell(words=partial_date_words(each.submitted)) if each.submitted else _not_known(),
            TableCell(words=partial_date_words(each.decided_on)) if each.decided_on else TableCell(words="–"),
            TableCell(words=date_words(due)) if due and each.decision == "waiting" else TableCell(words="–"),
            TableCell(words=directory.body(each.decided_by).name, address=urls.body(each.decided_by))
            if each.decided_by
            else _not_known(),
        )
        rows.append(TableRow(TableCell(words=hub.name, address=urls.hub(hub.slug)), cells))
    return WideTable(
        id=f"applications-{scheme.id}",
        caption=_("Applications"),
        corner=_("Hub"),
        columns=tuple(
            TableCell(words=column)
            for column in (
                _("Stage"),
                _("Decision"),
                _("Handed in"),
                _("Decided"),
                _("To be finished by"),
                _("Decided by"),
            )
        ),
        rows=tuple(rows),
    )


def _level(standing: AwardStanding) -> str:
    return next(level.label for level in standing.scheme.levels if level.id == standing.award.level)


def _until_words(standing: AwardStanding) -> str:
    match standing.validity:
        case "lapsed":
            until = standing.until
            return _("Lapsed") if until is None else _("Lapsed after %(date)s", date=date_words(until))
        case "unknown":
            return _("May have lapsed")
        case _:
            return _("No end") if standing.until is None else date_words(standing.until)


def _not_known() -> TableCell:
    return TableCell(words=_("Not known"), tone="unknown")


QUALITY = PageKind("quality", "pages/quality.html", contexts)
