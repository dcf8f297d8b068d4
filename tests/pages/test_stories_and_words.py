"""Stories with their consent, lessons, pages elsewhere, and what the network means by its words."""

from datetime import date
from typing import Any

import pytest

from hubatlas.model import Consent, LearningEntry, Signpost, Story
from hubatlas.network import CoreOffer, CoreService, HubKind, Term
from hubatlas.pages.stories import consent_words
from tests.builders import (
    a_directory,
    a_hub,
    a_network,
    a_partial_date,
    a_provenance,
    a_service,
    a_vocabulary,
    an_indicator,
)
from tests.pages.test_contexts import page_at

CHANGED = "Details were changed, so that nobody can be recognised."
NEEDS = a_vocabulary("needs", "Money", "Food")


def a_story(name: str = "Tea", **rest: Any) -> Story:  # noqa: ANN401 - what a test states is passed on
    plausible: dict[str, Any] = {
        "slug": name.lower(),
        "summary": "How a cup of tea led to a job.",
        "text": "She came in.",
        "consent": Consent(given="yes", how="In writing."),
        "provenance": (a_provenance(),),
    }
    return Story(name=name, **plausible | rest)


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        (
            Consent(given="yes", how="In writing, to the hub manager.", on=a_partial_date("2026-06"), changed="yes"),
            f"Told with consent: in writing, to the hub manager, June 2026. {CHANGED}",
        ),
        (
            Consent(given="yes", how="GP asked her", changed="no"),
            "Told with consent: GP asked her. No details were changed.",
        ),
        (
            Consent(given="yes", how="In person"),
            "Told with consent: in person. Whether details were changed is not known.",
        ),
    ],
)
def test_a_story_says_how_and_when_consent_was_given(consent: Consent, words: str) -> None:
    assert consent_words(consent) == words


def test_a_story_is_linked_from_its_hubs_services_and_needs() -> None:
    story = a_story(hubs=("mill",), services=("advice",), needs=("food",))
    directory = a_directory(a_hub("Mill"), a_hub("Quay"), a_service("Advice"), story, vocabularies=[NEEDS])
    for address in ("/hubs/mill/", "/services/advice/"):
        [(link, summary)] = page_at(directory, address).evidence.stories
        assert (link.address, summary) == ("/network/stories/tea/", "How a cup of tea led to a job.")
    assert [link.label for link, _ in page_at(directory, "/needs/food/").stories] == ["Tea"]
    assert page_at(directory, "/hubs/quay/").evidence.stories == ()
    assert page_at(directory, "/needs/money/").stories == ()
    page = page_at(directory, "/network/stories/tea/")
    assert [link.address for link in (*page.hubs, *page.services, *page.needs)] == [
        *("/hubs/mill/", "/services/advice/", "/needs/food/")
    ]


def test_the_newest_story_comes_first_and_undated_ones_last() -> None:
    stories = (a_story("A"), a_story("B", told=a_partial_date("2025-06")), a_story("C", told=a_partial_date("2026")))
    listed = page_at(a_directory(*stories), "/network/stories/").stories
    assert [card.link.label for card in listed] == ["C", "B", "A"]


def test_the_learning_log_has_the_newest_first() -> None:
    old = LearningEntry(on=a_partial_date("2025-05"), title="Ring first", text="They came.", hubs=("mill",))
    new = LearningEntry(
        on=a_partial_date("2026-05-04"),
        title="Go late",
        text="More came.",
        source="Meeting",
        as_of=a_partial_date("2026-05"),
    )
    entries = page_at(a_directory(a_hub("Mill"), learning=(old, new)), "/network/learning/").entries
    assert [(entry.title, entry.when, entry.source) for entry in entries] == [
        ("Go late", "4 May 2026", "Meeting, May 2026"),
        ("Ring first", "May 2025", None),
    ]
    assert [link.address for link in entries[1].about] == ["/hubs/mill/"]


def test_pages_elsewhere_say_when_somebody_last_looked_at_them() -> None:
    links = (
        Signpost(title="Claim", url="https://example.org/a", needs=("money",), checked_on=date(2026, 3, 2)),
        Signpost(title="Old", url="https://example.org/b", checked_on=date(2025, 12, 1)),
        Signpost(title="Unseen", url="https://example.org/c"),
    )
    directory = a_directory(vocabularies=[NEEDS], signposts=links)
    sections = page_at(directory, "/network/signposts/", date(2026, 12, 1)).sections
    assert [(section.heading, [line.checked for line in section.links]) for section in sections] == [
        ("Money", ["Last looked at on 2 March 2026."]),
        (
            "For everything else",
            [
                "Last looked at on 1 December 2025, over a year ago.",
                "When somebody last looked at it is not known.",
            ],
        ),
    ]


def test_every_list_of_words_is_explained_with_what_people_say_and_codes() -> None:
    debt = Term(
        id="debt",
        label="Debt",
        description="Owing money.",
        broader="money",
        synonyms=("skint", "owing"),
        same_as=("http://id.esd.org.uk/service/297",),
    )
    vocabulary = a_vocabulary("needs", Term(id="money", label="Money"), debt)
    [words] = [
        each
        for each in page_at(a_directory(vocabularies=[vocabulary]), "/network/words/").lists
        if each.anchor == "needs"
    ]
    word = words.words[1]
    assert (word.anchor, word.label, word.description) == ("needs-debt", "Debt", "Owing money.")
    assert (word.synonyms, word.wider) == ("skint and owing", "Money")
    assert [(code.label, code.address) for code in word.codes] == [
        ("id.esd.org.uk/service/297", "http://id.esd.org.uk/service/297")
    ]


def test_what_the_network_itself_defines_is_among_the_words() -> None:
    network = a_network(
        hub_kinds=(HubKind(id="hub", label="Hub", plural="Hubs", description="A door.", requires=("opening_hours",)),),
        core_offers=(
            CoreOffer(
                id="nine",
                label="Core offer",
                kinds=("hub",),
                defined="yes",
                services=(CoreService(id="tea", label="Tea"),),
            ),
        ),
    )
    lists = page_at(a_directory(an_indicator(), network=network), "/network/words/").lists
    told = {each.title: [(word.label, word.description) for word in each.words] for each in lists}
    assert told["Kinds of hub"] == [("Hub", "A door. Its record must state opening hours.")]
    assert told["Statuses of a hub"][1] == ("Planned", "The public sees it as not open yet.")
    assert told["Levels of place"] == [("Town", None)]
    assert told["Core offer"] == [("Tea", None)]
    assert told["Figures"] == [("Attendances", "Each visit. Counted in visits.")]


def test_a_network_without_stories_lessons_or_links_has_no_such_pages() -> None:
    for address in ("/network/stories/", "/network/learning/", "/network/signposts/"):
        with pytest.raises(KeyError):
            page_at(a_directory(a_hub()), address)
