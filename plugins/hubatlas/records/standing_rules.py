"""What must hold of a hub's core offer, quality awards and rooms, by the network's own lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hubatlas.model import Application, CoreServiceStatement, Hub, QualityAward
from hubatlas.network import Network, QualityScheme, SchemePart
from hubatlas.records.corrections import nearest
from hubatlas.records.findings import Finding
from hubatlas.records.positions import Where
from hubatlas.records.problems import quoted
from hubatlas.records.wording import listed


def hub_part_findings(hub: Hub) -> Iterator[Finding]:
    """Parts of a hub that are given twice, statements without the evidence they need, and relations to itself."""
    yield from _given_twice(hub.rooms, "id", ("rooms",), "room", "give each room a short name of its own")
    yield from _given_twice(hub.core_offer, "core_service", ("core_offer",), "core service", "keep one of them")
    for position, statement in enumerate(hub.core_offer):
        yield from _without_evidence(statement, ("core_offer", position))
    others = {
        ("replaced_by",): hub.replaced_by,
        ("opens_with",): hub.opens_with,
        ("mentored_by",): tuple(mentor.hub for mentor in hub.mentored_by),
    }
    for where, slugs in others.items():
        if hub.slug in slugs:
            yield Finding((*where, slugs.index(hub.slug)), "a hub cannot be named here by itself", "name another hub")


def standing_findings(hub: Hub, network: Network) -> Iterator[Finding]:
    """Levels, themes and stages that the quality scheme does not have."""
    schemes = {scheme.id: scheme for scheme in network.quality_schemes}
    for position, award in enumerate(hub.quality):
        if award.scheme in schemes:
            yield from _award_findings(award, schemes[award.scheme], ("quality", position))
    for position, application in enumerate(hub.applications):
        if application.scheme in schemes:
            yield from _application_findings(application, schemes[application.scheme], ("applications", position))


def _award_findings(award: QualityAward, scheme: QualityScheme, where: Where) -> Iterator[Finding]:
    yield from _part(award.level, scheme.levels, scheme, "level", (*where, "level"))
    for theme, level in award.themes.items():
        yield from _part(theme, scheme.themes, scheme, "theme", (*where, "themes", theme), at_name=True)
        yield from _part(level, scheme.levels, scheme, "level", (*where, "themes", theme))
    if award.expires and award.expires < award.awarded.first:
        message = f"expires is {award.expires}, before it was awarded"
        yield Finding((*where, "expires"), message, "put the two dates in order")


def _application_findings(application: Application, scheme: QualityScheme, where: Where) -> Iterator[Finding]:
    yield from _part(application.stage, scheme.stages, scheme, "stage", (*where, "stage"))
    if application.decision == "waiting" and application.decided_on:
        message = "decision is waiting, yet there is a day on which it was decided"
        yield Finding((*where, "decided_on"), message, "say what was decided, or take out the day")


def _part(
    written: str, parts: Iterable[SchemePart], scheme: QualityScheme, what: str, where: Where, *, at_name: bool = False
) -> Iterator[Finding]:
    known = [part.id for part in parts]
    if written not in known:
        near = nearest(written, known)
        hint = f"did you mean {near}?" if near else f"it has {listed(known)}" if known else "add it in network.yaml"
        yield Finding(where, f"the scheme {scheme.id} has no {what} {quoted(written)}", hint, at_name)


def _without_evidence(statement: CoreServiceStatement, where: Where) -> Iterator[Finding]:
    if statement.status != "working towards":
        return
    for name, value in (("evidence", statement.evidence), ("as_of", statement.as_of)):
        if value is None:
            what = "what shows it" if name == "evidence" else "the date of the evidence"
            message = f"working towards {statement.core_service} needs {what}"
            yield Finding((*where, "status"), message, f"add a line that begins with `{name}:`", of_absence=True)


def _given_twice(parts: Iterable[Any], name: str, where: Where, what: str, hint: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for position, part in enumerate(parts):
        written = getattr(part, name)
        if written in seen:
            message = f"an earlier {what} of this hub is {quoted(written)} as well"
            yield Finding((*where, position, name), message, hint)
        seen.add(written)
