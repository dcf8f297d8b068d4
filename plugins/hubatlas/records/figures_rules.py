"""What must hold of bodies, programmes, indicators and case studies, beyond their shape."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.model import Body, Indicator, IndicatorValue, Programme, Story
from hubatlas.records.findings import Finding
from hubatlas.records.problems import quoted


def body_findings(body: Body) -> Iterator[Finding]:
    """Dates of a body that cannot both be true."""
    if body.started and body.ended and body.ended.last < body.started.first:
        message = f"ended is {body.ended.text}, before it started in {body.started.text}"
        yield Finding(("ended",), message, "put the two dates in order")


def programme_findings(programme: Programme) -> Iterator[Finding]:
    """Dates of a programme that cannot both be true."""
    if programme.started and programme.ends and programme.ends.last < programme.started.first:
        message = f"ends is {programme.ends.text}, before it started in {programme.started.text}"
        yield Finding(("ends",), message, "put the two dates in order")


def indicator_findings(indicator: Indicator) -> Iterator[Finding]:
    """Values that say two things at once, or that are given twice for the same time."""
    if indicator.suppress_below is not None and indicator.kind != "count":
        message = f"suppress_below is for counts, and this indicator's kind is {quoted(indicator.kind)}"
        hint = "take it out, and leave out the values that may not be shown"
        yield Finding(("suppress_below",), message, hint, at_name=True)
    seen: set[tuple[str, ...]] = set()
    for position, value in enumerate(indicator.values):
        where = ("values", position)
        scopes = [name for name in ("hub", "service", "place") if getattr(value, name)]
        if len(scopes) > 1:
            message = "a value is of one hub, one service or one place, or of the network"
            yield Finding((*where, scopes[1]), message, "leave out all but one", at_name=True)
        if value.most is not None and (value.value is None or value.most < value.value):
            hint = "put the lower end under value"
            yield Finding((*where, "most"), "the upper end of a range is not above its lower end", hint)
        same = _scope(value)
        if same in seen:
            message = f"an earlier value is for {quoted(value.period.text)} as well"
            hint = "keep one of them; where sources differ, say so under open_questions"
            yield Finding((*where, "period"), message, hint)
        seen.add(same)


def _scope(value: IndicatorValue) -> tuple[str, ...]:
    return (value.period.text, value.hub or "", value.service or "", value.place or "", value.source or "")


def story_findings(story: Story) -> Iterator[Finding]:
    """A case study that may not be published."""
    if story.consent.given != "yes":
        message = "a case study needs the consent of the person it is about"
        yield Finding(("consent", "given"), message, "ask for it, or delete this file; it must not be published")
