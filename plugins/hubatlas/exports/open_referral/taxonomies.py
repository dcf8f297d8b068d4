"""The network's vocabularies as taxonomies, with the published terms that theirs are the same as."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from hubatlas.exports.open_referral.items import Feed, Item, each_once, stated
from hubatlas.network import Term

VOCABULARIES = ("service-types", "needs", "audiences")
_KINDS = "hub-kinds"
_PUBLISHED = {
    "http://id.esd.org.uk/service/": ("esdServiceType", "LG Inform Plus service types", "list/services"),
    "http://id.esd.org.uk/need/": ("esdNeed", "LG Inform Plus needs", "list/needs"),
    "http://id.esd.org.uk/circumstance/": ("esdCircumstance", "LG Inform Plus circumstances", "list/circumstances"),
}
"""By how their terms' addresses begin: name, title and list of taxonomies that others publish (see id.esd.org.uk)."""


def taxonomies(feed: Feed) -> list[Item]:
    """Each vocabulary that tells of services or hubs, and each published list that their terms refer to."""
    own = [
        stated(
            id=feed.id("taxonomy", vocabulary.slug),
            name=vocabulary.title,
            description=vocabulary.description or vocabulary.title,
        )
        for slug, vocabulary in feed.directory.vocabularies.items()
        if slug in VOCABULARIES
    ]
    kinds = {"id": feed.id("taxonomy", _KINDS), "name": "Kinds of hub", "description": "The kinds of hub there are."}
    named = {term["taxonomy"] for term in taxonomy_terms(feed)}
    published = [
        {"id": _taxonomy_id(name), "name": name, "description": title, "uri": f"http://id.esd.org.uk/{address}"}
        for name, title, address in _PUBLISHED.values()
        if name in named
    ]
    return each_once([*own, kinds, *published])


def taxonomy_terms(feed: Feed) -> list[Item]:
    """Every term of those taxonomies."""
    own = [_term(feed, slug, term) for slug in VOCABULARIES for term in feed.directory.terms(slug)]
    published = [
        item for slug in VOCABULARIES for term in feed.directory.terms(slug) for item in _published_terms(term)
    ]
    kinds = [_kind_term(feed, kind.id) for kind in feed.directory.network.hub_kinds]
    return each_once([*own, *kinds, *published])


def attributes(feed: Feed, link_id: str, vocabulary: str, ids: Iterable[str]) -> list[Item]:
    """What says that the thing with the id `link_id` has these terms of a vocabulary, and the published ones."""
    terms = feed.directory.terms(vocabulary, ids)
    items = {item["id"]: item for term in terms for item in (_term(feed, vocabulary, term), *_published_terms(term))}
    return [_attribute(feed, link_id, item, vocabulary) for item in items.values()]


def kind_attribute(feed: Feed, link_id: str, kind: str) -> Item:
    """What says of which kind a hub is."""
    return _attribute(feed, link_id, _kind_term(feed, kind), _KINDS)


def _attribute(feed: Feed, link_id: str, term: Item, vocabulary: str) -> Item:
    return {
        "id": feed.id("attribute", link_id, term["id"]),
        "link_id": link_id,
        "taxonomy_term_id": term["id"],
        "link_type": vocabulary,
        "taxonomy_term": term,
    }


def _term(feed: Feed, vocabulary: str, term: Term) -> Item:
    return feed.directory.once((_term, vocabulary, term.id), lambda: _own_term(feed, vocabulary, term))


def _own_term(feed: Feed, vocabulary: str, term: Term) -> Item:
    return stated(
        id=feed.id("term", vocabulary, term.id),
        name=term.label,
        description=term.description or term.label,
        parent_id=None if term.broader is None else feed.id("term", vocabulary, term.broader),
        taxonomy=feed.directory.vocabularies[vocabulary].title,
        taxonomy_id=feed.id("taxonomy", vocabulary),
        term=term.id,
    )


def _published_terms(term: Term) -> list[Item]:
    found = []
    for address in term.same_as:
        for beginning, (taxonomy, title, _) in _PUBLISHED.items():
            if address.startswith(beginning):
                found.append(
                    {
                        "id": str(uuid5(NAMESPACE_URL, address)),
                        "name": f"{taxonomy}:{address.removeprefix(beginning)}",
                        "description": f"The entry of {title} at {address}.",
                        "taxonomy": taxonomy,
                        "taxonomy_id": _taxonomy_id(taxonomy),
                        "term_uri": address,
                        "term": address.removeprefix(beginning),
                    }
                )
    return found


def _kind_term(feed: Feed, kind_id: str) -> Item:
    [kind] = [kind for kind in feed.directory.network.hub_kinds if kind.id == kind_id]
    return {
        "id": feed.id("term", _KINDS, kind.id),
        "name": kind.label,
        "description": kind.description or kind.label,
        "taxonomy": "Kinds of hub",
        "taxonomy_id": feed.id("taxonomy", _KINDS),
        "term": kind.id,
    }


def _taxonomy_id(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"http://id.esd.org.uk/{name}"))
