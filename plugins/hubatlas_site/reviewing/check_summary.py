"""What a check found, as one plain summary in Markdown, for somebody who has never seen YAML."""

from __future__ import annotations

from collections.abc import Sequence

from hubatlas.records import Note, Problem
from hubatlas.records.advice import Advice
from hubatlas_site.reviewing.markdown import code, counted, some

MOST_SAID = 100
_LONGEST = 600


def check_summary(
    problems: Sequence[Problem], notes: Sequence[Note], advice: Sequence[Advice] = (), *, records: int
) -> str:
    """The problems, each with its file, line and remedy; where there are none, what the change does to what is owed.

    Advice comes last.
    """
    if problems:
        files = len({each.path for each in problems})
        where = "" if files == 1 else f" in {counted(files, 'file')}"
        lines = [f"## {counted(len(problems), 'thing')} to put right{where}", ""]
        lines += some([_problem(each) for each in problems], MOST_SAID, "problem")
        lines += ["", "Correct the file in this pull request; the check then runs again by itself."]
    else:
        lines = [f"## {counted(records, 'record')}, no problems"]
        lines += ["", *(f"- {code(each.message, _LONGEST)}" for each in notes)] if notes else []
    if advice:
        lines += ["", "### Advice, to take or to leave", ""]
        lines += some([_problem(each) for each in advice], MOST_SAID, "piece of advice")
    return "\n".join(lines) + "\n"


def _problem(problem: Problem) -> str:
    """The place, what is wrong there, and on a line of its own what to do."""
    said = f"- {code(problem.path)}, line {problem.line:,}: {code(problem.message, _LONGEST)}"
    return f"{said}\n  - {code(problem.hint, _LONGEST)}" if problem.hint else said
