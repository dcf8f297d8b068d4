"""What an import would do or did, for the person who decides about the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hubatlas.imports.proposals import Decision, FieldChange, Plan
from hubatlas.records.problems import printable, quoted

MOST_SHOWN = 20
_GROUPS = (
    ("new", "New"),
    ("changed", "Changed"),
    ("kept", "Left as confirmed; look whether the source knows better"),
    ("doubtful", "Perhaps there already under another name; add them by hand if not"),
    ("refused", "Not possible as they stand"),
)


def report(plan: Plan, *, written: bool, most: int | None = MOST_SHOWN) -> str:
    """The report as plain text, with at most so many lines for each heading, or all of them for None."""
    done = "written" if written else "would be written"
    lines = [f"{_counted(len(plan.written), 'record')} {done}; {len(plan.same):,} as they are already."]
    for name, title in _GROUPS:
        decisions: Sequence[Decision] = getattr(plan, name)
        lines += _section(title, [line for each in decisions for line in _lines(each)], len(decisions), most)
    lines += _section("No longer in the source; nothing is taken out", list(plan.vanished), len(plan.vanished), most)
    lines += _section("To be looked at", list(plan.questions), len(plan.questions), most)
    return "\n".join(lines) + "\n"


def _section(title: str, lines: Sequence[str], count: int, most: int | None) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield f"{title} ({count:,}):"
    shown = lines if most is None else lines[:most]
    yield from (f"  {printable(line)}" for line in shown)
    if len(shown) < len(lines):
        yield f"  and {_counted(len(lines) - len(shown), 'more line')}; --report FILE has them all"


def _lines(decision: Decision) -> Iterator[str]:
    proposal = decision.proposal
    name = proposal.record.get("name")
    yield f"{proposal.path} ({proposal.origin}{f', {name}' if name else ''})"
    yield from (f"  {reason}" for reason in decision.reasons)
    yield from (f"  {_field(field)}" for field in decision.fields)


def _field(field: FieldChange) -> str:
    before = "not stated" if field.before is None else quoted(field.before)
    return f"{field.name}: {before} would become {quoted(field.after)}"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
