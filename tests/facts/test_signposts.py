"""Good pages elsewhere are found by each need that they help with."""

from datetime import date

from hubatlas.facts.signposts import signposts_by_need, signposts_for
from hubatlas.model import Signpost
from tests.builders import a_directory, a_vocabulary

CLAIM = Signpost(title="Claim", url="https://example.org/claim", needs=("money", "food"), checked_on=date(2026, 1, 2))
BANK = Signpost(title="Bank", url="https://example.org/bank", needs=("food",))
REST = Signpost(title="Rest", url="https://example.org/rest")
DIRECTORY = a_directory(vocabularies=[a_vocabulary("needs", "Food", "Money", "Work")], signposts=(CLAIM, REST, BANK))


def test_a_page_elsewhere_is_under_each_of_its_needs_in_the_networks_order() -> None:
    groups = [(group.need and group.need.label, group.links) for group in signposts_by_need(DIRECTORY)]
    assert groups == [("Food", (BANK, CLAIM)), ("Money", (CLAIM,)), (None, (REST,))]


def test_a_need_that_no_page_helps_with_has_none() -> None:
    assert signposts_for(DIRECTORY, "work") == ()
    assert signposts_by_need(a_directory()) == ()
