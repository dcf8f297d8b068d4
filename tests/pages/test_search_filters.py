"""The filters of the search page: the network's own words, and none that nothing fits."""

from hubatlas.directory import Directory
from hubatlas.network import Term
from hubatlas.pages.search_filters import filter_groups
from tests.builders import a_directory, a_hub, a_place, a_service, a_session, a_vocabulary


def labels(directory: Directory, group: str) -> list[tuple[str, str]]:
    found = {each.id: each.choices for each in filter_groups(directory)}
    return [(choice.facet, choice.label) for choice in found.get(group, ())]


def test_choices_have_the_networks_labels_in_its_order_and_only_what_something_is() -> None:
    needs = a_vocabulary("needs", Term(id="money", label="Money or debt"), Term(id="food", label="Food"), "Never")
    directory = a_directory(a_service(needs=("food",)), a_service("Debt", needs=("money",)), vocabularies=[needs])
    assert labels(directory, "need") == [("need=money", "Money or debt"), ("need=food", "Food")]
    assert labels(directory, "access") == []
    assert ("type=hub", "Hubs") not in labels(directory, "type")


def test_what_people_ask_first_can_be_asked_though_nobody_has_said() -> None:
    facets = [facet for facet, _ in labels(a_directory(a_service()), "quick")]
    assert facets == ["open=now", "free=yes", "referral=no"]


def test_places_stand_below_those_they_lie_in() -> None:
    places = [a_place("Plymouth"), a_place("Ham", parent="plymouth"), a_place("Elsewhere")]
    directory = a_directory(a_hub(places=("ham",)), *places)
    [group] = [each for each in filter_groups(directory) if each.id == "place"]
    assert [(choice.label, choice.depth) for choice in group.choices] == [("Plymouth", 0), ("Ham", 1)]


def test_languages_are_named() -> None:
    directory = a_directory(a_hub(languages=("pl",)), a_service(languages=("cy",), sessions=(a_session(),)))
    assert labels(directory, "language") == [("language=pl", "Polish"), ("language=cy", "Welsh")]
