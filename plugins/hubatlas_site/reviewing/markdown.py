"""Markdown for a summary on GitHub, in which nothing that somebody wrote in a record can be more than text.

What records say stands between backticks: there nothing is a link, an image, a mention or markup, and nobody is
notified. Such text never stands in a table, whose cells an escaped bar could break out of.
"""

from __future__ import annotations

import re

from hubatlas.records.problems import printable

LONGEST = 200


def code(text: str, most: int = LONGEST) -> str:
    """The text as code on one line, cut off after so many characters."""
    plain = printable(" ".join(text.split()))
    if len(plain) > most:
        plain = f"{plain[: most - 1].rstrip()}…"
    plain = plain.replace("##[", "## [")  # begins a command to the program that runs a workflow
    if not plain.strip():
        return "nothing"
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    space = " " if "`" in (plain[0], plain[-1]) else ""
    return f"{fence}{space}{plain}{space}{fence}"


def from_to(before: str, after: str) -> str:
    """What was said and is said now, either of which may be nothing."""
    return f"{code(before)} → {code(after)}"


def counted(number: int, thing: str) -> str:
    """The number and the thing, such as "1 page" and "2 pages"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def some(lines: list[str], most: int, thing: str) -> list[str]:
    """The first of the lines, and how many more there are."""
    left = len(lines) - most
    return lines if left <= 0 else [*lines[:most], f"- and {counted(left, f'more {thing}')}"]
