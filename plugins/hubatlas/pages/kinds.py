"""What a kind of page is, and what every page says about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Protocol

from hubatlas.directory import Directory
from hubatlas.exports import Edition
from hubatlas.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says about itself: to its reader's tab, to search engines and to the menu.

    `section` is the address of the menu entry that the page belongs to. `trail` leads from the home page to the
    page's parent, as pairs of label and address. `linked_data` are the things that the page is about, each as one
    line of JSON, the page's own first.
    """

    title: str
    description: str
    section: str | None = None
    trail: tuple[tuple[str, str], ...] = ()
    indexed: bool = True
    linked_data: tuple[str, ...] = ()


class PageContext(Protocol):
    """What a template sees as `page`: a frozen dataclass of plain values and cards, with its head."""

    @property
    def head(self) -> Head:
        """What the page says about itself."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its template, under `theme/templates/`, and a (address, context) pair for each page.

    A context is a pure function of the directory and the date, and can be pickled and compared. From the same context
    the template `fragment`, where there is one, makes a piece of HTML for other pages (see `urls.fragment`).
    """

    name: str
    template: str
    contexts: Callable[[Directory, date], Iterator[tuple[str, PageContext]]]
    fragment: str | None = None


@dataclass(frozen=True, slots=True)
class DataPageKind:
    """A kind of page about the published data.

    `contexts` takes the edition that the files are made from, and the size in bytes of each by address; it gives an
    (address, context) pair for each page. One that `tells_sizes` is made after the files, others beside them, with no
    sizes; one of a `group` with the exports of that group, as it is made of the same things.
    """

    name: str
    template: str
    contexts: Callable[[Edition, Mapping[str, int]], Iterator[tuple[str, PageContext]]]
    tells_sizes: bool = True
    group: str | None = None
