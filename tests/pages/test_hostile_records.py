"""Records that try to get out of the place that a page gives them, rendered by the real templates."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.model import Address, Contact
from hubatlas.pages import PAGES, site_context
from hubatlas_site.rendering import Renderer
from tests.builders import a_directory, a_hub, a_service, a_session, some_hours
from tests.pages.test_contexts import TODAY

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "templates"
ASSETS = (
    "main.css",
    "map.css",
    "map-moving.css",
    "network.css",
    "embed.css",
    "main.js",
    "hub-map.js",
    "archive-map.js",
    "vector-map.js",
    "images/icon.svg",
)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "</textarea><script>alert(1)</script>",
    "\u2028&lt;/script&gt;\u2029]]>",
    '"}</SCRIPT ><img src=x onerror=alert(1)>',
)


def network_of(words: str) -> Directory:
    """A network of which everything is called so."""
    hub = a_hub(
        words,
        slug="old-mill",
        summary=words,
        address=Address(address_1=words, city=words),
        contact=Contact(phone="01632 960105", website="https://mill.example.org/"),
        opening_hours=some_hours("09:00-17:00", note=words),
    )
    session = a_session(hub="old-mill", name=words)
    return a_directory(hub, a_service(words, slug="advice", summary=words, sessions=(session,)))


@cache
def renderer() -> Renderer:
    return Renderer(TEMPLATES, site_context(a_directory(), TODAY), dict.fromkeys(ASSETS, "1"))


def rendered(directory: Directory) -> dict[str, Element]:
    """Every page of the hub and the service, as an HTML parser reads it."""
    pages = {}
    for kind in PAGES:
        if kind.name in {"hub", "service", "hub-embed", "week-embed", "hub-week-embed", "hub-embedding"}:
            for address, context in kind.contexts(directory, TODAY):
                pages[address] = renderer().render(kind.template, address, context)
                if kind.fragment:
                    pages[urls.fragment(address)] = renderer().render(kind.fragment, urls.fragment(address), context)
    return {address: html5lib.parse(page.decode(), namespaceHTMLElements=False) for address, page in pages.items()}


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_of_a_record_become_part_of_the_page(words: str) -> None:
    pages = rendered(network_of(words))
    plain = rendered(network_of("Old Mill"))
    assert len(pages) == 9
    for address, page in pages.items():
        assert [each.tag for each in page.iter()] == [each.tag for each in plain[address].iter()], address
    hub, service = (
        [json.loads(each.text or "") for each in page.iter("script") if each.get("type") == "application/ld+json"]
        for page in (pages["/hubs/old-mill/"], pages["/services/advice/"])
    )
    assert [each["@graph"][1]["name"] for each in (*hub, *service)] == [words, words]
    assert service[0]["@graph"][2]["location"]["address"]["streetAddress"] == words
