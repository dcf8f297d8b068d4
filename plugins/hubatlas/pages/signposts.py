"""Good pages elsewhere, by need, each with the day that somebody last looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.freshness import months_later
from hubatlas.facts.signposts import signposts_by_need, signposts_for
from hubatlas.facts.wording import date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext
from hubatlas.model import Signpost
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import Head, PageKind

MONTHS_UNTIL_STALE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostLine:
    """A page elsewhere, what it is good for, and when somebody last looked at it."""

    link: Link
    about: str | None
    checked: str


@dataclass(frozen=True, slots=True)
class SignpostSection:
    """The pages elsewhere under one heading."""

    heading: str
    links: tuple[SignpostLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostsPage:
    """What the page of pages elsewhere shows."""

    head: Head
    sections: tuple[SignpostSection, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, SignpostsPage]]:
    """The list of pages elsewhere; no page where there are none."""
    if not directory.signposts:
        return
    head = Head(
        title=_("Good pages elsewhere"),
        description=ngettext(
            "%(number)s page of others that help, by need.",
            "%(number)s pages of others that help, by need.",
            len(directory.signposts),
        ),
        section=urls.NETWORK,
        trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
    )
    sections = tuple(
        SignpostSection(
            _("For everything else") if group.need is None else group.need.label,
            tuple(_line(link, today) for link in group.links),
        )
        for group in signposts_by_need(directory)
    )
    yield urls.SIGNPOSTS, SignpostsPage(head=head, sections=sections)


def signpost_lines(directory: Directory, need: str, today: date) -> tuple[SignpostLine, ...]:
    """The pages elsewhere that help with the need of that id, as the template component shows them."""
    return tuple(_line(link, today) for link in signposts_for(directory, need))


def _line(link: Signpost, today: date) -> SignpostLine:
    return SignpostLine(link=Link(link.title, link.url), about=link.about, checked=_checked(link.checked_on, today))


def _checked(day: date | None, today: date) -> str:
    if day is None:
        return _("When somebody last looked at it is not known.")
    if months_later(day, MONTHS_UNTIL_STALE) <= today:
        return _("Last looked at on %(date)s, over a year ago.", date=date_words(day))
    return _("Last looked at on %(date)s.", date=date_words(day))


SIGNPOSTS = PageKind("signposts", "pages/signposts.html", contexts)
