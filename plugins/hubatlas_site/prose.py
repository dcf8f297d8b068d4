"""The Markdown of records as HTML that is safe to publish, whatever the record says."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from markupsafe import Markup

from hubatlas import language

TAGS = frozenset(
    {"a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "ul"}
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SMALLEST_HEADING = 6

LONGEST_TEXT = 20_000
MOST_LINES = 1_000
DEEPEST_NESTING = 6
DEEPEST_INDENT = 32

# The library's own pattern for links takes minutes over 8 KB of "[". This one is bounded and never looks back.
LINK = r"(?<!!)\[([^\[\]]{1,300})\]\(<?([^\s()<>]{1,500}(?:\([^\s()<>]{0,100}\)[^\s()<>]{0,300})?)>?\)"
LIBRARY_PARTS_LEFT_OUT = (
    *("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("html", "entity"),
)

_LINE_START = re.compile(r"^(?:[ \t>]|[*+-](?=[ \t])|[0-9]+\.(?=[ \t]))+", re.MULTILINE)
_NESTING_MARK = re.compile(r"[>*+.-]")
_PARAGRAPH_END = re.compile(r"\n\s*\n")


class Prose:
    """Renders the Markdown of records with one reused parser; `to` makes links out of addresses inside the site."""

    def __init__(self, to: Callable[[str], str]) -> None:
        self._to = to
        self._headings = _HeadingLevels()
        self._parser = _parser(self._headings)
        self._sanitiser = nh3.Cleaner(
            tags=set(TAGS),
            attributes={"a": {"href"}},
            url_schemes=set(SCHEMES),
            url_relative=self._inside,
            link_rel="nofollow noopener",
        )

    def html(self, text: str, top: int = 3) -> Markup:
        """The text as HTML whose largest heading is of level `top`.

        Raw HTML, images and reference links are shown as they were typed. A text too long or too deeply nested to be
        parsed quickly is shown as plain paragraphs.
        """
        if text.startswith(language.BEGINS):
            return Markup('<div lang="{}">{}</div>').format(language.OWN, self.html(language.plain(text), top))
        text = text.replace(STX, "").replace(ETX, "")  # the parser's own marks
        if _is_heavy(text):
            return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in _PARAGRAPH_END.split(text) if part)
        self._headings.top = top
        self._parser.reset()
        return Markup(self._sanitiser.clean(self._parser.convert(text)))  # noqa: S704 - the sanitiser let it through

    def _inside(self, address: str) -> str | None:
        """The link for an address from the root of the site; None, which removes it, for any other without a scheme."""
        if not address.startswith("/") or address.startswith(("//", "/\\")):
            return None
        return self._to(address)


def _parser(headings: Treeprocessor) -> Markdown:
    parser = Markdown(
        output_format="html", extensions=[SaneListExtension()]
    )  # by name, all packages are looked through
    parser.preprocessors.deregister("html_block")
    parser.parser.blockprocessors.deregister("reference")
    for name in LIBRARY_PARTS_LEFT_OUT:
        parser.inlinePatterns.deregister(name)
    parser.inlinePatterns.register(_Link(LINK, parser), "link", 160)
    parser.treeprocessors.register(headings, "headings", 15)
    return parser


class _Link(InlineProcessor):
    """A link as [text](address)."""

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's own signature
        link = Element("a", {"href": match[2]})
        link.text = match[1]
        return link, match.start(), match.end()


class _HeadingLevels(Treeprocessor):
    """Makes the largest heading of a text one of level `top`, and each smaller size the next level."""

    top = 3

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        sizes = sorted({heading.tag for heading in headings})
        for heading in headings:
            heading.tag = f"h{min(self.top + sizes.index(heading.tag), SMALLEST_HEADING)}"


def _is_heavy(text: str) -> bool:
    """Whether the parser, whose time grows with the square of lines and nesting, could be slow over the text."""
    if len(text) > LONGEST_TEXT or text.count("\n") > MOST_LINES:
        return True
    starts: list[str] = _LINE_START.findall(text)
    return any(
        len(_NESTING_MARK.findall(start)) > DEEPEST_NESTING or len(start.expandtabs(4)) > DEEPEST_INDENT
        for start in starts
    )
