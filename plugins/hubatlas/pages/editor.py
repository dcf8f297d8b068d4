"""The editor of records: the frame that Sveltia CMS fills, where it is known which repository the records are in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports.editor import git_host
from hubatlas.frozen import dataclass
from hubatlas.pages.kinds import Head, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorPage:
    """`editor` and `config` are addresses as seen from the page; `asks` the origins that it may send requests to."""

    head: Head
    editor: str
    config: str
    asks: tuple[str, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, EditorPage]]:
    """The page of the editor, where there is one."""
    del today
    host = git_host(directory.network)
    if host is None:
        return
    head = Head(
        title="Edit the records",
        description=f"Where people who look after records of {directory.network.name} change them.",
        indexed=False,
    )
    yield (
        urls.EDITOR,
        EditorPage(
            head=head,
            editor=urls.EDITOR_PROGRAM.removeprefix(urls.EDITOR),
            config=urls.EDITOR_CONFIG.removeprefix(urls.EDITOR),
            asks=(host.asks,),
        ),
    )


EDITOR = PageKind("editor", "pages/editor.html", contexts)
