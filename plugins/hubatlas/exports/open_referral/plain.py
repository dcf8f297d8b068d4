"""Markdown as plain text: consumers of the feed show descriptions as they are."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\]]+)\]\((\S+?)\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)


def plain_text(markdown: str | None) -> str | None:
    """The words of a text in Markdown, with the address of each link after its words; None for none."""
    if markdown is None:
        return None
    linked = _LINK.sub(lambda found: f"{found[1]} ({found[2]})", markdown)
    return _HEADING.sub("", _EMPHASIS.sub(r"\2", linked)).strip()
