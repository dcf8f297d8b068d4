"""What a change that was suggested is called: in our own words and the names of fields, never in a stranger's."""

from __future__ import annotations

from hubatlas.imports.suggestions.applying import Applied

MOST_FIELDS = 40


def subject(applied: Applied) -> str:
    """One line for a commit or a pull request."""
    suggestion = applied.suggestion
    if suggestion.still_correct:
        return f"Confirm {suggestion.record}, as suggested"
    groups = list(dict.fromkeys(change.way[0] for change in suggestion.changes))
    what = groups[0] if len(groups) == 1 else f"{len(suggestion.changes)} fields"
    return f"Change {what} of {suggestion.record}, as suggested"


def body(applied: Applied) -> str:
    """The fields that change, a line each."""
    suggestion = applied.suggestion
    lines = [f"- {change.field}" for change in suggestion.changes[:MOST_FIELDS]]
    if len(lines) < len(suggestion.changes):
        lines.append(f"- and {len(suggestion.changes) - len(lines)} more")
    told = "those who run it" if suggestion.role is not None else "somebody else"
    return "\n".join([f"Told by {told} on {suggestion.on.isoformat()}.", *(["", *lines] if lines else [])])
