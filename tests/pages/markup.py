"""What tests look for in published pages, read from their HTML once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from samples import FRAGMENT

DATA_BLOCKS = {"application/ld+json", "application/json"}
"""The types of a script element that holds data, which no browser runs."""

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


@dataclass
class Markup:
    """A page's title, ids, headings (level and words), links with the element they are on, and what CSP forbids."""

    path: str
    title: str = ""
    text: str = ""
    ids: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    inline: list[str] = field(default_factory=list)

    @property
    def is_of_a_record(self) -> bool:
        """Whether it is not one of those at the old addresses of records, which search engines are to pass over."""
        return self.metas.get("robots") != "noindex"


class _Reader(HTMLParser):
    def __init__(self, page: Markup) -> None:
        super().__init__()
        self._page = page
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self._page
        if "id" in given:
            page.ids.append(given["id"])
        if LINKS.get(tag, "") in given:
            page.links.append((tag, given[LINKS[tag]]))
        if tag == "meta":
            page.metas[given.get("name") or given.get("property") or given.get("http-equiv", "")] = given.get(
                "content", ""
            )
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            page.headings.append((int(tag[1]), ""))
        forbidden = [name for name in given if name == "style" or name.startswith("on")]
        runs = tag == "script" and "src" not in given and given.get("type") not in DATA_BLOCKS
        if forbidden or tag == "style" or runs:
            page.inline.append(f"<{tag} {' '.join(forbidden)}>")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open:
            self._page.title += data
        heading = next((tag for tag in reversed(self._open) if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}), None)
        if heading is not None:
            level, words = self._page.headings[-1]
            self._page.headings[-1] = (level, words + data)
        self._page.text += data


@cache
def pages_of(site: Path) -> dict[str, Markup]:
    """Every page of the site by its address from the root, such as /hubs/ or /404.html; those for frames as well."""
    pages: dict[str, Markup] = {}
    feed = site / "oruk"  # its index.html files hold JSON, see docs/hosting.md
    pages_of_it = (file for file in site.rglob("*.html") if not file.name.endswith(FRAGMENT))
    for file in sorted(file for file in pages_of_it if not file.is_relative_to(feed)):
        address = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        pages[address] = markup_of(file, address)
    assert pages, f"{site} has no pages"
    return pages


def markup_of(file: Path, address: str) -> Markup:
    """The page that a file holds, at that address from the root."""
    page = Markup(path=address)
    _Reader(page).feed(file.read_text(encoding="utf-8"))
    return page
