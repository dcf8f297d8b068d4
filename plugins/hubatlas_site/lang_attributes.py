"""Which language each part of a page is in, told to browsers and screen readers."""

from __future__ import annotations

import re

from hubatlas.language import BEGINS, ENDS, OWN, plain

# In this order: elements whose text cannot hold another element, other tags, and text that holds a mark.
_PART = re.compile(
    r"<(script|style|title|desc|option|textarea|text)\b.*?</\1>|<[^>]*>|[^<]*[\ue000\ue001][^<]*",
    re.DOTALL | re.IGNORECASE,
)
_MARKED = re.compile(f"{BEGINS}([^{BEGINS}{ENDS}]*){ENDS}")
_ENCODED = re.compile(r"%EE%80%8[01]|(?<!\\)((?:\\\\)*)\\ue00[01]", re.IGNORECASE)
"""Marks as they are written in links and, after a number of backslashes that are text, in JSON."""


def with_lang(page: str) -> str:
    """A page with each marked text in an element that says its language, and no mark left.

    Attributes, and elements such as `title`, `option` and SVG's `desc` and `text`, cannot say that a part of their text
    is in another language; there the marks are left out. Data for a script of the page keep them: the script tells
    them.
    """
    return _PART.sub(_with_lang, page) if BEGINS in page or _ENCODED.search(page) else page


def _with_lang(found: re.Match[str]) -> str:
    part = found[0]
    if part.startswith('<script type="application/json"'):
        return part
    if part.startswith("<"):
        return _ENCODED.sub(r"\1", plain(part))
    while BEGINS in part:
        marked = _MARKED.sub(rf'<span lang="{OWN}">\1</span>', part)
        if marked == part:
            break
        part = marked
    return plain(part)
