"""What pages decide by, whatever language their records are told in."""

from __future__ import annotations

from datetime import date
from typing import Any

from hubatlas.language import plain
from hubatlas.model import Cost
from hubatlas.network import Term
from hubatlas.pages.hub import HUB
from hubatlas.pages.listing import service_tags
from hubatlas.translation import in_language
from hubatlas_site.lang_attributes import with_lang
from tests.builders import a_directory, a_hub, a_service, a_vocabulary

TODAY = date(2026, 12, 1)


def test_a_hub_that_is_plainly_open_is_told_only_by_its_kind() -> None:
    directory = in_language(a_directory(a_hub()), "cy")
    pages: list[Any] = [page for _, page in HUB.contexts(directory, TODAY)]
    assert [plain(tag) for page in pages for tag in page.tags] == ["Hub"]


def test_what_nothing_is_in_the_way_of_stands_out() -> None:
    ways = a_vocabulary("ways-in", Term(id="just-turn-up", label="Just turn up"), Term(id="book", label="Book"))
    service = a_service(cost=Cost(free="yes"), ways_in=("just-turn-up", "book"))
    directory = in_language(a_directory(service, vocabularies=(ways,)), "cy")
    tags = service_tags(directory, directory.service(service.slug))
    assert [(plain(tag.words), tag.good) for tag in tags] == [("Free", True), ("Just turn up", True), ("Book", False)]


def test_words_in_a_drawing_stay_words_alone() -> None:
    drawing = '<svg><text x="1">{}</text></svg>'
    assert with_lang(drawing.format("\ue0005 miles\ue001")) == drawing.format("5 miles")
