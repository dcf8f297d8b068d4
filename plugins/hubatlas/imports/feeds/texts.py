"""Texts of other people's feeds as records have them: HTML as Markdown, without invisible characters, short enough."""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser

from hubatlas.records.characters import FORBIDDEN, normalised

LONGEST_NAME, LONGEST_SUMMARY, LONGEST_LINE, LONGEST_TEXT = 120, 200, 300, 4_000
_LONGEST_READ = 40_000
_LONGEST_SLUG = 50
_IS_HTML = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|a|strong|em|b|i|u|h[1-6]|table|tr|td|img|script|style)\b", re.IGNORECASE
)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr][sd]quo|pound|hellip|#[0-9]{1,6}|#x[0-9a-f]{1,6});", re.IGNORECASE
)
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SILENT = frozenset(("script", "style", "head", "template", "iframe", "object"))
_BLOCKS = frozenset(("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"))
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}


def line(text: str, most: int = LONGEST_LINE) -> str:
    """The text on one line, without marks, at most so long; one that is longer ends in an ellipsis."""
    flat = " ".join(_visible(plain(text, marks=False)).split())
    return flat if len(flat) <= most else _cut(flat, most)


def paragraphs(text: str) -> str:
    """The text in paragraphs of Markdown, at most as long as a record's text may be."""
    found = _visible(plain(text, marks=True))
    lines = [each.strip() if not each.lstrip().startswith("- ") else each.rstrip() for each in found.split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return joined if len(joined) <= LONGEST_TEXT else _cut(joined, LONGEST_TEXT)


def summary_and_rest(text: str) -> tuple[str, str]:
    """A text's beginning as a summary, and what it leaves to tell, which is the whole where the summary is cut."""
    whole = paragraphs(text)
    rest = whole.partition("\n\n")[2]
    first = _visible(plain(text, marks=False)).strip().partition("\n\n")[0]
    flat = " ".join(first.split())
    if len(flat) <= LONGEST_SUMMARY:
        return flat, rest.strip()
    summary = ""
    for sentence in _END_OF_SENTENCE.split(flat):
        if len(summary) + 1 + len(sentence) > LONGEST_SUMMARY:
            break
        summary = f"{summary} {sentence}".strip()
    return summary or _cut(flat, LONGEST_SUMMARY), whole


def slug(name: str) -> str:
    """A name as a file name: letters a to z, digits and hyphens; empty where the name has none of them."""
    letters = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", "").replace("&", " and "))
    plain_letters = letters.encode("ascii", "ignore").decode().casefold()
    words = re.findall("[a-z0-9]+", plain_letters)
    joined = ""
    for word in words:
        if len(joined) + 1 + len(word) > _LONGEST_SLUG:
            break
        joined = f"{joined}-{word}" if joined else word
    return joined or (words[0][:_LONGEST_SLUG] if words else "")


def plain(text: str, *, marks: bool) -> str:
    """The words of a text that may be HTML; with `marks`, its lists, links and emphasis as Markdown."""
    text = text[:_LONGEST_READ]
    if _IS_HTML.search(text):
        reader = _Words(marks=marks)
        reader.feed(text)
        reader.close()
        return "".join(reader.parts)
    return html.unescape(text) if _ENTITY.search(text) else text


def _visible(text: str) -> str:
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\xa0", " ").replace("\t", " ")
    )
    return normalised(FORBIDDEN.sub("", text))


def _cut(text: str, most: int) -> str:
    kept = text[: most - 1]
    shorter = kept.rpartition(" ")[0]
    return f"{(shorter if len(shorter) > most // 2 else kept).rstrip(' ,;:-')}…"


class _Words(HTMLParser):
    """Collects the words of HTML, in pieces."""

    def __init__(self, *, marks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._marks = marks
        self._silent = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in ("br", "tr"):
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- " if self._marks else "\n")
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._mark("[" if self._leads(self._links[-1]) else "")
        else:
            self._mark(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a" and self._links:
            address = self._links.pop()
            self._mark(f"]({address})" if self._leads(address) else "")
        else:
            self._mark(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _mark(self, mark: str) -> None:
        if self._marks and not self._silent:
            self.parts.append(mark)

    @staticmethod
    def _leads(address: str) -> bool:
        return re.fullmatch(r"https?://[^\s()<>]+", address) is not None
