"""Stories of people whom hubs helped, told with their consent; and what the network learned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, to_translate
from hubatlas.model import Consent, LearningEntry, Story
from hubatlas.pages.cards import Link, Trust
from hubatlas.pages.figures import need_links
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link, service_link
from hubatlas.pages.trust import trust
from hubatlas.pages.wording import lower_first, upper_first, without_full_stop

CHANGED = {
    "yes": to_translate("Details were changed, so that nobody can be recognised."),
    "no": to_translate("No details were changed."),
    "unknown": to_translate("Whether details were changed is not known."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story in the list."""

    link: Link
    summary: str
    told: str | None
    where: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesPage:
    """What the list of stories shows, the newest first."""

    head: Head
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """What a story's page shows; `text` is Markdown."""

    head: Head
    name: str
    summary: str
    text: str
    told: str | None
    consent: str
    hubs: tuple[Link, ...]
    services: tuple[Link, ...]
    needs: tuple[Link, ...]
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningCard:
    """Something that the network learned; `text` is Markdown."""

    title: str
    when: str
    text: str
    about: tuple[Link, ...]
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPage:
    """What the learning log shows, the newest first."""

    head: Head
    entries: tuple[LearningCard, ...]


def list_contexts(directory: Directory, today: date) -> Iterator[tuple[str, StoriesPage]]:
    """The list of stories; no page where none is told. The date changes nothing."""
    del today
    if not directory.stories:
        return
    head = Head(
        title=_("Stories"),
        description=ngettext(
            "%(number)s story of people whom the hubs helped.",
            "%(number)s stories of people whom the hubs helped.",
            len(directory.stories),
        ),
        section=urls.NETWORK,
        trail=_trail(),
    )
    told = sorted(directory.stories, key=lambda story: story.told.first if story.told else date.min, reverse=True)
    yield urls.STORIES, StoriesPage(head=head, stories=tuple(_card(directory, story) for story in told))


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, StoryPage]]:
    """A page for each story."""
    for story in directory.stories:
        page = StoryPage(
            head=Head(
                title=_("%(name)s: a story", name=story.name),
                description=story.summary,
                section=urls.NETWORK,
                trail=(*_trail(), (_("Stories"), urls.STORIES)),
            ),
            name=story.name,
            summary=story.summary,
            text=story.text,
            told=_told(story),
            consent=consent_words(story.consent),
            hubs=tuple(hub_link(directory.hub(hub)) for hub in story.hubs),
            services=tuple(service_link(directory.service(service)) for service in story.services),
            needs=need_links(directory, story.needs),
            trust=trust(directory, "stories", story, _("the hub"), today),
        )
        yield urls.story(story.slug), page


def learning_contexts(directory: Directory, today: date) -> Iterator[tuple[str, LearningPage]]:
    """The learning log; no page where it has no entries. The date changes nothing."""
    del today
    if not directory.learning:
        return
    head = Head(
        title=_("What we have learned"),
        description=ngettext(
            "%(number)s thing that the network learned, the newest first.",
            "%(number)s things that the network learned, the newest first.",
            len(directory.learning),
        ),
        section=urls.NETWORK,
        trail=_trail(),
    )
    newest = sorted(directory.learning, key=lambda entry: entry.on.first, reverse=True)
    yield urls.LEARNING, LearningPage(head=head, entries=tuple(_entry(directory, entry) for entry in newest))


def consent_words(consent: Consent) -> str:
    """How and when the person agreed, and whether details were changed."""
    how = lower_first(without_full_stop(consent.how))
    if consent.on is None:
        agreed = _("Told with consent: %(how)s.", how=how)
    else:
        agreed = _("Told with consent: %(how)s, %(date)s.", how=how, date=partial_date_words(consent.on))
    return " ".join((agreed, _(CHANGED[consent.changed])))


def _trail() -> tuple[tuple[str, str], ...]:
    return ((_("Home"), urls.HOME), (_("The network"), urls.NETWORK))


def _card(directory: Directory, story: Story) -> StoryCard:
    return StoryCard(
        link=Link(story.name, urls.story(story.slug)),
        summary=story.summary,
        told=None if story.told is None else upper_first(partial_date_words(story.told)),
        where=tuple(hub_link(directory.hub(hub)) for hub in story.hubs),
    )


def _told(story: Story) -> str | None:
    return None if story.told is None else partial_date_words(story.told)


def _entry(directory: Directory, entry: LearningEntry) -> LearningCard:
    hubs = tuple(hub_link(directory.hub(hub)) for hub in entry.hubs)
    programme = None if entry.programme is None else directory.programme(entry.programme)
    plans = () if programme is None else (Link(programme.name, urls.programme(programme.slug)),)
    as_of = "" if entry.as_of is None else f", {partial_date_words(entry.as_of)}"
    return LearningCard(
        title=entry.title,
        when=upper_first(partial_date_words(entry.on)),
        text=entry.text,
        about=(*hubs, *plans),
        source=None if entry.source is None else f"{entry.source}{as_of}",
    )


STORIES = PageKind("stories", "pages/stories.html", list_contexts)
STORY = PageKind("story", "pages/story.html", contexts)
LEARNING = PageKind("learning", "pages/learning.html", learning_contexts)
