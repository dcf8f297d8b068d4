"""The words that the network uses: every list of terms with its definitions, synonyms and codes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.wording import listed
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import pgettext, plain, to_translate, to_translate_in
from hubatlas.network import HubKind, Network, SchemePart, Vocabulary
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import Head, PageKind

SHOWN_AS = {
    "open": to_translate("The public sees it as open."),
    "coming": to_translate("The public sees it as not open yet."),
    "ended": to_translate("The public sees it as closed."),
}
IN_RECORD = "a fact in a record"
MUST_STATE = {
    "address": to_translate_in("a fact in a record", "address"),
    "point": to_translate_in("a fact in a record", "point"),
    "parent": to_translate_in("a fact in a record", "parent"),
    "operator": to_translate_in("a fact in a record", "operator"),
    "contact": to_translate_in("a fact in a record", "contact"),
    "opening_hours": to_translate_in("a fact in a record", "opening hours"),
    "places": to_translate_in("a fact in a record", "places"),
    "opened": to_translate_in("a fact in a record", "opened"),
    "due_to_open": to_translate_in("a fact in a record", "due to open"),
    "representative": to_translate_in("a fact in a record", "representative"),
    "advice_standard": to_translate_in("a fact in a record", "advice standard"),
    "no_wrong_door": to_translate_in("a fact in a record", "no wrong door"),
    "roles": to_translate_in("a fact in a record", "roles"),
    "serves": to_translate_in("a fact in a record", "serves"),
    "rooms": to_translate_in("a fact in a record", "rooms"),
}
"""What a kind of hub may have to state, by its name in records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A term: what it means here, what else people call it, what it is part of, and its codes in published lists."""

    anchor: str
    label: str
    description: str | None = None
    synonyms: str | None = None
    wider: str | None = None
    codes: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The terms under one heading, in the network's own order."""

    anchor: str
    title: str
    description: str | None
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """What the page of words shows."""

    head: Head
    lists: tuple[WordList, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, WordsPage]]:
    """The page of words; the date changes nothing."""
    del today
    network = directory.network
    vocabularies = sorted(directory.vocabularies.values(), key=lambda each: (plain(each.title).casefold(), each.slug))
    lists = (*_of_network(network), _indicators(directory), *map(_vocabulary, vocabularies))
    head = Head(
        title=_("Words we use"),
        description=_(
            "What %(network)s means by its words: kinds of hub, statuses, needs and every other list.",
            network=network.name,
        ),
        section=urls.NETWORK,
        trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
    )
    yield urls.WORDS, WordsPage(head=head, lists=tuple(each for each in lists if each.words))


def _of_network(network: Network) -> Iterator[WordList]:
    """What the network itself defines: kinds of hub, statuses, levels of place, standards, core offer, quality."""
    kinds = (_word("network-kinds", kind.id, kind.label, _kind_words(kind)) for kind in network.hub_kinds)
    yield _list("network-kinds", _("Kinds of hub"), None, kinds)
    statuses = (
        _word("network-statuses", status.id, status.label, _joined(status.description, _(SHOWN_AS[status.shown_as])))
        for status in network.hub_statuses
    )
    yield _list("network-statuses", _("Statuses of a hub"), None, statuses)
    levels = (_word("network-levels", level.id, level.label, None) for level in network.place_levels)
    yield _list("network-levels", _("Levels of place"), _("From the widest to the smallest."), levels)
    standards = (_word("network-standards", each.id, each.label, each.description) for each in network.standards)
    yield _list("network-standards", _("Standards"), _("What every hub owes."), standards)
    for offer in network.core_offers:
        services = (_word(f"network-core-{offer.id}", each.id, each.label, each.description) for each in offer.services)
        yield _list(f"network-core-{offer.id}", offer.label, offer.description, services)
    for scheme in network.quality_schemes:
        anchor, label = f"network-quality-{scheme.id}", scheme.label
        for name, title, parts in (
            ("themes", _("%(scheme)s: themes", scheme=label), scheme.themes),
            ("levels", _("%(scheme)s: levels", scheme=label), scheme.levels),
            ("stages", _("%(scheme)s: stages", scheme=label), scheme.stages),
        ):
            yield _list(f"{anchor}-{name}", title, scheme.description, _parts(f"{anchor}-{name}", parts))


def _indicators(directory: Directory) -> WordList:
    words = (
        _word(
            "network-figures", each.slug, each.name, _joined(each.definition, _("Counted in %(unit)s.", unit=each.unit))
        )
        for each in directory.indicators
    )
    return _list("network-figures", _("Figures"), _("What exactly is counted."), words)


def _vocabulary(vocabulary: Vocabulary) -> WordList:
    labels = {term.id: term.label for term in vocabulary.terms}
    words = (
        Word(
            anchor=f"{vocabulary.slug}-{term.id}",
            label=term.label,
            description=term.description,
            synonyms=listed(term.synonyms) or None,
            wider=None if term.broader is None else labels.get(term.broader),
            codes=tuple(Link(address.partition("://")[2].rstrip("/"), address) for address in term.same_as),
        )
        for term in vocabulary.terms
    )
    return _list(vocabulary.slug, vocabulary.title, vocabulary.description, words)


def _kind_words(kind: HubKind) -> str | None:
    must = listed([pgettext(IN_RECORD, MUST_STATE[each]) for each in (*kind.requires, *kind.requires_when_open)])
    return _joined(kind.description, _("Its record must state %(facts)s.", facts=must) if must else None)


def _parts(anchor: str, parts: tuple[SchemePart, ...]) -> Iterator[Word]:
    return (_word(anchor, part.id, part.label, part.description) for part in parts)


def _list(anchor: str, title: str, description: str | None, words: Iterator[Word]) -> WordList:
    return WordList(anchor=anchor, title=title, description=description, words=tuple(words))


def _word(among: str, term: str, label: str, description: str | None) -> Word:
    return Word(anchor=f"{among}-{term}", label=label, description=description)


def _joined(*sentences: str | None) -> str | None:
    return " ".join(sentence for sentence in sentences if sentence) or None


WORDS = PageKind("words", "pages/words.html", contexts)
