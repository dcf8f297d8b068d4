"""What the search can find, and by which words."""

from datetime import date

import pytest

from hubatlas.directory import Directory
from hubatlas.facts.search_documents import SearchDocument, search_documents
from hubatlas.facts.synonyms import Synonyms, words_of
from hubatlas.model import Address, FormerName, Venue
from hubatlas.network import Term
from tests.builders import (
    a_directory,
    a_hub,
    a_place,
    a_provenance,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
)

TODAY = date(2026, 12, 1)
MONEY = Term(id="money", label="Money, benefits or debt", synonyms=("income maximisation",))


def found(directory: Directory, title: str) -> SearchDocument:
    [document] = [each for each in search_documents(directory, TODAY) if each.title == title]
    return document


def test_a_hub_is_found_by_its_names_and_by_the_places_around_it() -> None:
    city = a_place("Plymouth")
    ward = a_place("Ham Ward", parent="plymouth", other_names=("Weston Mill",))
    hub = a_hub(
        "Four Greens",
        other_names=("Whitleigh hub",),
        former_names=(FormerName(name="Whitleigh Youth Centre"),),
        places=("ham-ward",),
        address=Address(address_1="15 Whitleigh Green", postal_code="PL5 4DD"),
    )
    document = found(a_directory(hub, city, ward), "Four Greens")
    assert document.kind == "Hub"
    assert document.names == ("Whitleigh hub", "Whitleigh Youth Centre")
    assert document.topics == ("Ham Ward", "Weston Mill", "Plymouth")
    assert document.place == "15 Whitleigh Green PL5 4DD"
    assert document.address == "/hubs/four-greens/"


def test_a_locality_and_its_hubs_are_found_by_the_towns_it_is_made_up_of() -> None:
    locality = a_place("SMASH", summary="Four towns.")
    towns = [a_place(name, parent="smash") for name in ("Alsager", "Haslington", "Middlewich", "Sandbach")]
    directory = a_directory(a_hub("Old Mill", places=("smash",)), locality, *towns)
    assert found(directory, "Old Mill").topics == ("SMASH", "Alsager", "Haslington", "Middlewich", "Sandbach")
    assert found(directory, "SMASH").topics == ("Alsager", "Haslington", "Middlewich", "Sandbach")
    assert found(directory, "Sandbach").place == "SMASH"


def test_a_hub_is_found_by_what_it_is_known_to_have_and_not_by_what_it_lacks() -> None:
    step_free = Term(id="step-free", label="Step-free", synonyms=("wheelchair access",))
    hub = a_hub(
        "Quay", accessibility={"step-free": "yes", "lift": "no", "loop": "unknown"}, facilities={"wi-fi": "yes"}
    )
    vocabularies = [a_vocabulary("accessibility", step_free, "Lift", "Loop"), a_vocabulary("facilities", "Wi-Fi")]
    document = found(a_directory(hub, vocabularies=vocabularies), "Quay")
    assert document.details[-2:] == ("Step-free", "Wi-Fi")
    assert document.synonyms == ("wheelchair access",)


def test_the_kind_says_when_a_hub_or_a_service_is_not_to_be_had() -> None:
    directory = a_directory(
        a_hub("Coming", status="planned"), a_hub("Gone", status="closed"), a_service("Rest", status="paused")
    )
    kinds = {each.title: (each.kind, each.weight) for each in search_documents(directory, TODAY)}
    assert kinds == {
        "Coming": ("Hub, Planned", 0.9),
        "Gone": ("Hub, Closed", 0.3),
        "Rest": ("Service, paused", 0.9),
    }


@pytest.mark.parametrize(
    ("checked", "weights"),
    [("2026-11-01", (1, 0.6)), ("2025-11-20", (1, 0.6)), ("2025-10-01", (0.95, 0.57)), (None, (0.9, 0.54))],
    ids=("fresh", "due", "overdue", "unconfirmed"),
)
def test_what_nobody_checked_in_time_counts_a_little_less(checked: str | None, weights: tuple[float, float]) -> None:
    on = None if checked is None else date.fromisoformat(checked)
    told = (a_provenance(as_of=None, confirmed_on=on, confirmed_by="Manager"),)
    service = a_service("Tea", sessions=(a_session("knit", hub="fen", name="Knitting"),), provenance=told)
    directory = a_directory(a_hub("Fen", provenance=told), service, an_organisation("Trust", provenance=told))
    found = {each.title: each.weight for each in search_documents(directory, TODAY)}
    assert found == {"Fen": weights[0], "Tea": weights[0], "Knitting": weights[1], "Trust": weights[0]}


def test_a_service_is_found_by_what_people_call_it() -> None:
    service = a_service("Money advice drop-in", needs=("money",), provider="riverside-trust")
    directory = a_directory(
        service,
        an_organisation(),
        vocabularies=[a_vocabulary("needs", MONEY)],
        synonyms=[("money advice", "skint", "broke"), ("chess", "draughts")],
    )
    document = found(directory, "Money advice drop-in")
    assert {"skint", "broke", "income maximisation"} <= set(document.synonyms)
    assert "draughts" not in document.synonyms
    assert document.topics == ("Money, benefits or debt",)
    assert "Riverside Trust" in document.details


def test_a_service_tells_at_how_many_hubs_it_is() -> None:
    hubs = [a_hub(name) for name in ("North", "East", "South", "West")]
    directory = a_directory(
        *hubs,
        a_service("Near", hubs=("north", "east")),
        a_service("Far and wide", hubs=("north", "east", "south", "west")),
        a_service("Ear", at_every_hub="yes"),
        a_service("Helpline"),
    )
    places = {title: found(directory, title).place for title in ("Near", "Far and wide", "Ear", "Helpline")}
    assert places == {"Near": "East, North", "Far and wide": "At 4 hubs", "Ear": "At every hub", "Helpline": None}


def test_sessions_with_a_name_or_a_venue_of_their_own_are_found_themselves() -> None:
    service = a_service(
        "Welcoming space",
        sessions=(
            a_session("plain", hub="old-mill-hub"),
            a_session("elm", venue=Venue(name="Elm Surgery")),
            a_session("knit", hub="old-mill-hub", name="Knit and natter"),
        ),
    )
    documents = search_documents(a_directory(a_hub(), service), TODAY)
    assert [(each.kind, each.title, each.place, each.address) for each in documents[1:]] == [
        ("Service", "Welcoming space", "Old Mill Hub", "/services/welcoming-space/"),
        ("Session", "Welcoming space at Elm Surgery", "Elm Surgery", "/services/welcoming-space/#elm"),
        ("Session", "Knit and natter", "Old Mill Hub", "/services/welcoming-space/#knit"),
    ]
    assert documents[3].summary == "Every Tuesday, 10am to midday"
    assert any("Knit and natter" in detail for detail in documents[1].details)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Help with debts", {"debt", "skint", "money worries"}),
        ("Money worries? Come in", {"debt", "skint", "money worries"}),
        ("Worries about money", set()),
        ("Indebted", set()),
        ("A warm room", {"warm", "cosy"}),
        ("", set()),
    ],
)
def test_synonyms_are_found_as_whole_words_and_phrases_in_singular_and_plural(text: str, others: set[str]) -> None:
    synonyms = Synonyms([("debt", "skint", "money worries"), ("warm", "cosy"), ("–", "nothing")])
    assert set(synonyms.of([text])) == others


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Carers’ café: drop-in!", ["carers", "café", "drop", "in"]),
        ("Job's_done 24/7", ["jobs", "done", "24", "7"]),
        ("ﬁne ＡＢＣ", ["fine", "abc"]),  # noqa: RUF001 - a ligature and wide letters are the point
        ("-- …", []),
    ],
)
def test_words_are_split_as_the_search_in_the_browser_splits_them(text: str, words: list[str]) -> None:
    assert words_of(text) == words
