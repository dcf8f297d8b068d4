"""The newest changes as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from html import escape  # what XML needs too

from hubatlas import urls
from hubatlas.exports.changes.listed import moment
from hubatlas.exports.edition import Edition, envelope
from hubatlas.exports.identity import permanent_id
from hubatlas.exports.records import page_address
from hubatlas.facts.change_wording import ACTIONS, changed_fields, summary, titles_of
from hubatlas.model import RecordChange

MOST_ENTRIES = 100


def atom_file(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The feed, newest change first, at most MOST_ENTRIES of them."""
    about = envelope(edition)
    changes = edition.history.changes[: -MOST_ENTRIES - 1 : -1]
    updated = changes[0].at if changes else datetime.combine(edition.today, time(), tzinfo=UTC)
    made_up = "This network is made up. " if about["demonstration"] else ""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<id>urn:uuid:{permanent_id(edition.directory, 'changes')}</id>",
        _element("title", f"{about['network']}: changes"),
        _element("subtitle", f"{made_up}What was added, changed or has ended in the directory."),
        f"<updated>{moment(updated)}</updated>",
        f"<author>{_element('name', about['publisher'])}</author>",
        _element("rights", f"{about['attribution']} {about['licence']['name']}: {about['licence']['url']}"),
        f'<link rel="self" type="application/atom+xml" href="{_whole(edition, urls.CHANGES_FEED)}"/>',
        f'<link rel="alternate" type="text/html" href="{_whole(edition, urls.CHANGES)}"/>',
        *(_entry(edition, change) for change in changes),
        "</feed>",
    ]
    yield urls.CHANGES_FEED, ("\n".join(lines) + "\n").encode()


def _entry(edition: Edition, change: RecordChange) -> str:
    titles = titles_of(edition.schemas.get(change.kind, {}))
    name = permanent_id(edition.directory, "change", change.kind, change.slug, change.commit or moment(change.at))
    page = _whole(edition, page_address(change.kind, change.slug))
    what = summary(change, titles)
    title = f"{ACTIONS[change.action]}: {change.name}{f' ({what})' if what else ''}"
    return "\n".join(
        (
            "<entry>",
            f"<id>urn:uuid:{name}</id>",
            _element("title", title),
            f"<updated>{moment(change.at)}</updated>",
            f'<link rel="alternate" type="text/html" href="{page}"/>',
            f'<category term="{change.action}"/>',
            f'<category term="{change.kind}"/>',
            f'<content type="html">{escape(_content(change, titles))}</content>',
            "</entry>",
        )
    )


def _content(change: RecordChange, titles: dict[str, str]) -> str:
    """What changed as HTML: one item for each field."""
    if not change.operations:
        return f"<p>{ACTIONS[change.action]}.</p>"
    items = []
    for each in changed_fields(change, titles):
        if each.before is None or each.after is None:
            words = "changed"
        elif not each.before:
            words = f"now {escape(each.after)}"
        else:
            words = f"was {escape(each.before)}, {f'now {escape(each.after)}' if each.after else 'now not stated'}"
        items.append(f"<li>{escape(each.title)}: {words}</li>")
    return f"<ul>{''.join(items)}</ul>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words, quote=False)}</{name}>"


def _whole(edition: Edition, address: str) -> str:
    return escape(edition.whole_address(address))
