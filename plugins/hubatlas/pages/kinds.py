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
class PageForEach:
    """Contexts of pages that are made one by one, so that a build can leave out those for which nothing has changed.

    There is a page for each of the directory's `records`, such as "hubs", at the `address` of its slug; `formerly` also
    at that of each slug that it had before. `context` makes the page, and gets nothing but the directory, the slug and
    the date: what it then asks of the directory is all that the page depends on. It gives None where there is none.
    """

    records: str
    address: Callable[[str], str]
    context: Callable[[Directory, str, date], PageContext | None]
    formerly: bool = False

    def addresses(self, directory: Directory) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The slug of each record, and the addresses at which its page stands."""
        for record in getattr(directory, self.records):
            slugs = (record.slug, *record.previous_ids) if self.formerly else (record.slug,)
            yield record.slug, tuple(map(self.address, slugs))

    def __call__(self, directory: Directory, today: date) -> Iterator[tuple[str, PageContext]]:
        """The address and the context of each page."""
        for slug, addresses in self.addresses(directory):
            context = self.context(directory, slug, today)
            if context is not None:
                yield from ((address, context) for address in addresses)


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
