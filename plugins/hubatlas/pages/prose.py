"""Pages of prose: the network's own words where it has written them, general ones otherwise; and the page of a 404."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports.editor import git_host
from hubatlas.frozen import dataclass
from hubatlas.language import BEGINS, as_recorded, plain, to_translate
from hubatlas.language import gettext as _
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import Head, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of prose. `text` is the network's own Markdown without its title; None where it has written none.

    `editor` is the address of the editor of records, where there is one.
    """

    head: Head
    title: str
    text: str | None
    vision: str | None
    suggest: Link | None
    editor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What people see at an address that does not exist."""

    head: Head


def prose_page(name: str, title: str, description: str) -> PageKind:
    """The kind of page at /name/; `content/pages/name.md` may give it words and a title of its own."""

    def contexts(directory: Directory, today: date) -> Iterator[tuple[str, ProsePage]]:
        """The page at that name; the date changes nothing."""
        del today
        own_title, text = _split(directory.prose.get(name))
        head = Head(
            title=own_title or _(title),
            description=_(description, network=directory.network.name),
            section=urls.prose(name),
            trail=((_("Home"), urls.HOME),),
        )
        yield (
            urls.prose(name),
            ProsePage(
                head=head,
                title=own_title or _(title),
                text=text,
                vision=directory.network.vision,
                suggest=_suggest(directory),
                editor=None if git_host(directory.network) is None else urls.EDITOR,
            ),
        )

    return PageKind(name, f"pages/{name}.html", contexts)


def _not_found(directory: Directory, today: date) -> Iterator[tuple[str, NotFoundPage]]:
    del today
    head = Head(
        title="Page not found", description=f"This address is not part of {directory.network.name}.", indexed=False
    )
    yield urls.NOT_FOUND, NotFoundPage(head=head)


def _split(markdown: str | None) -> tuple[str | None, str | None]:
    """The title on the first line, if there is one, and the rest; None for what is not there.

    Where the whole is marked as being in the network's own language, so is each of the two.
    """
    if markdown is None:
        return None, None
    if markdown.startswith(BEGINS):
        title, text = _split(plain(markdown))
        return title and as_recorded(title), text and as_recorded(text)
    first, _line_end, rest = markdown.strip().partition("\n")
    if not first.startswith("# "):
        return None, markdown.strip() or None
    return first[2:].strip(), rest.strip() or None


def _suggest(directory: Directory) -> Link | None:
    site = directory.network.site
    if site.repository is None:
        return None
    return Link("The records of this site", f"{site.repository.rstrip('/')}/tree/{site.branch}/{site.records_folder}")


PROSE: tuple[PageKind, ...] = (
    prose_page(
        "about",
        to_translate("About this directory"),
        to_translate("What %(network)s is, and where the facts on this site come from."),
    ),
    prose_page("contribute", "Suggest a change", "How to put right what %(network)s says about a hub or a service."),
    prose_page(
        "accessibility", to_translate("Accessibility"), to_translate("How accessible this website of %(network)s is.")
    ),
    prose_page(
        "privacy", to_translate("Privacy"), to_translate("What this website of %(network)s knows about you: nothing.")
    ),
)
NOT_FOUND = PageKind("not-found", "pages/not-found.html", _not_found)
