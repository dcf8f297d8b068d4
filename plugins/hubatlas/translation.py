"""A directory as a reader of another language gets it: translated where somebody has, marked where nobody has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from hubatlas.directory import Directory
from hubatlas.language import as_recorded

TEXTS = frozenset(
    {
        *("about", "access_note", "area_name", "ask_for", "attribution", "benefits", "chair", "condition"),
        *("confirmed_by", "definition", "denominator", "description", "eligibility", "extends", "frequency"),
        *("funder", "getting_there", "governance", "hours", "how", "how_to_get_in", "how_to_refer", "index"),
        *("label", "name", "not_for", "note", "numerator", "on_arrival", "open_questions", "other_names", "phase"),
        *("plural", "priorities", "purpose", "reason", "reasons", "seat", "short_name", "source", "starts_with"),
        *("status_note", "strapline", "summary", "synonyms", "text", "title", "unit", "unknown_hours", "variation"),
        *("vision", "waiting_time", "what", "what_to_bring", "when_closed", "who"),
    }
)
"""The attributes of records that hold words for readers, not ids, codes, numbers and addresses."""

TEXTS_OF = MappingProxyType(
    {
        "Contact": frozenset({"role"}),
        "CoreServiceStatement": frozenset({"evidence"}),
        "Document": frozenset({"publisher"}),
        "Representative": frozenset({"role"}),
    }
)
"""Those that hold words in one type and something else in others."""

_AS_THEY_ARE = frozenset({"PartialDate", "FormerName", "Ward", "Translation"})
"""Types without such words in them, or whose words are quoted."""

_WITHOUT_TEXTS = frozenset(
    {"synonyms", "geography", "postcodes", "boundaries", "neighbours", "ended", "prose", "versions"}
)
"""The parts of a directory that hold no such words, or are told in a way of their own."""


def in_language(directory: Directory, language: str) -> Directory:
    """The directory with each text that has a translation in that language replaced, each other one marked as English.

    Records, terms and what the network lists are translated by their `translations`, pages of prose by one with the
    language in its name, such as about.cy.
    """
    changed = {
        each.name: _told(getattr(directory, each.name), language)
        for each in fields(directory)
        if each.init and each.name not in _WITHOUT_TEXTS
    }
    prose = {name: as_recorded(text) for name, text in directory.prose.items()}
    ending = f".{language}"
    prose |= {name.removesuffix(ending): text for name, text in directory.prose.items() if name.endswith(ending)}
    return replace(directory, **changed, prose=prose)


def _told(value: Any, language: str) -> Any:  # noqa: ANN401 - any part of a directory
    if isinstance(value, tuple):
        return tuple(_told(each, language) for each in value)
    if isinstance(value, Mapping):
        return {key: _told(each, language) for key, each in value.items()}
    if is_dataclass(value) and type(value).__name__ not in _AS_THEY_ARE:
        return _told_record(value, language)
    return value


def _told_record(record: Any, language: str) -> Any:  # noqa: ANN401 - as above
    translations = getattr(record, "translations", ())
    translation = next((each for each in translations if each.language == language), None)
    texts = TEXTS | TEXTS_OF.get(type(record).__name__, frozenset())
    changed = {}
    for name in _names(record.__class__):
        value = getattr(record, name)
        ours = getattr(translation, name, None)
        new = ours if ours is not None else _marked(value) if name in texts else _told(value, language)
        if new is not value:
            changed[name] = new
    return replace(record, **changed) if changed else record


def _marked(value: Any) -> Any:  # noqa: ANN401 - as above
    """A text, or each of several, marked."""
    if isinstance(value, str):
        return as_recorded(value)
    if isinstance(value, tuple):
        return tuple(map(_marked, value))
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type of record
    """The attributes of a type that can hold texts, or parts that do."""
    return tuple(each.name for each in fields(kind) if each.name != "translations" and "Literal" not in str(each.type))
