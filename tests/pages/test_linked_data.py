"""What other pages say to machines, as schema.org states it."""

from __future__ import annotations

from hubatlas.model import Contact
from tests.builders import (
    a_network,
    an_organisation,
)
from tests.pages.linked_data import said_of


def test_an_organisation_is_not_said_to_live_on_our_site() -> None:
    trust = an_organisation(contact=Contact(website="https://trust.example.org/"))
    (said,) = said_of(f"/organisations/{trust.slug}/", trust)
    assert said["url"] == "https://trust.example.org/"
    assert said["mainEntityOfPage"] == f"https://riverside.example.org/atlas/organisations/{trust.slug}/"


def test_the_home_page_says_how_to_search_the_site() -> None:
    (said,) = said_of("/", network=a_network(short_name="Riverside"))
    assert said["@type"] == "WebSite"
    assert said["alternateName"] == "Riverside"
    assert (
        said["potentialAction"]["target"]["urlTemplate"]
        == "https://riverside.example.org/atlas/search/?q={search_term_string}"
    )
