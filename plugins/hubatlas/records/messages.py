"""Plain words for what jsonschema refuses. An editor never sees a pattern or the name of a schema's keyword."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from jsonschema import ValidationError

from hubatlas.frozen import dataclass
from hubatlas.mistakes import ADVICE, told
from hubatlas.records.corrections import corrected, nearest
from hubatlas.records.findings import Finding
from hubatlas.records.formats import FAULTS
from hubatlas.records.positions import Where
from hubatlas.records.problems import quoted
from hubatlas.records.schemas import Schema, Trail, trail
from hubatlas.records.wording import a_list, example, listed, named, plural, said

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "array": "a list",
    "object": "a group of lines",
}
_MOST_NAMES = 12


# Of these, one is said of each value: a text of the wrong form has no need to hear of its length too.
_OF_A_VALUE = ("type", "enum", "pattern", "maxLength", "minLength", "format", "minimum", "maximum")


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A value that jsonschema refuses, the keyword it broke and that keyword's limit."""

    value: Any
    where: Where
    keyword: str
    limit: Any
    trail: Trail

    @property
    def name(self) -> str:
        return named(self.where)

    @property
    def node(self) -> Schema:
        return self.trail.node


def explained(errors: Iterable[ValidationError], schema: Schema) -> list[Finding]:
    """What is wrong, one finding for each thing to put right."""
    found: dict[tuple[Where, str], Finding] = {}
    spoken_for: set[Where] = set()
    refusals = sorted((_refusal(error, schema) for error in errors), key=_importance)
    misspelt = {(refusal.where, near) for refusal in refusals for _, near in _unknown(refusal) if near}
    for refusal in refusals:
        for finding in _findings(refusal, misspelt):
            if refusal.keyword in _OF_A_VALUE:
                if finding.where in spoken_for:
                    continue
                spoken_for.add(finding.where)
            found.setdefault((finding.where, finding.message), finding)
    return list(found.values())


def _refusal(error: ValidationError, schema: Schema) -> _Refusal:
    keyword: Any = error.validator
    where = tuple(error.absolute_path)
    return _Refusal(error.instance, where, keyword, error.validator_value, trail(schema, error.absolute_schema_path))


def _importance(refusal: _Refusal) -> int:
    """What to say first of one value: that its type is wrong before that its form is."""
    return _OF_A_VALUE.index(refusal.keyword) if refusal.keyword in _OF_A_VALUE else len(_OF_A_VALUE)


def _findings(refusal: _Refusal, misspelt: Collection[tuple[Where, str]]) -> Iterator[Finding]:
    """What to say of one refusal; a name that is there but misspelt is not said to be missing as well."""
    where, limit = refusal.where, refusal.limit
    if refusal.trail.names_a_property:
        message = f"{quoted(refusal.value)} cannot be a name here"
        yield Finding((*where, refusal.value), message, said(refusal.trail.shape), at_name=True)
    elif refusal.keyword == "not":
        message = told("not here", name=refusal.name, reason=said(refusal.trail.condition))
        yield Finding(where, message, told("leave out"), at_name=True)
    elif refusal.keyword == "additionalProperties":
        yield from _unknown_names(refusal)
    elif refusal.keyword == "required":
        absent = (name for name in limit if name not in refusal.value and (where, name) not in misspelt)
        yield from (_missing(refusal, name) for name in absent)
    elif refusal.keyword == "dependentRequired":
        for given, needed in limit.items():
            if given in refusal.value:
                yield from (_missing(refusal, name, given) for name in needed if name not in refusal.value)
    elif refusal.keyword == "uniqueItems":
        yield _repeated(refusal)
    else:
        yield Finding(where, *_WORDS.get(refusal.keyword, _something)(refusal))


def _unknown(refusal: _Refusal) -> Iterator[tuple[str, str | None]]:
    """Each name that the schema does not have, with the one that was probably meant."""
    if refusal.keyword == "additionalProperties":
        known = refusal.node["properties"]
        unused = tuple(name for name in known if name not in refusal.value)
        for name in refusal.value:
            if name not in known:
                yield name, nearest(name, unused) or nearest(name, known)


def _unknown_names(refusal: _Refusal) -> Iterator[Finding]:
    known = tuple(refusal.node["properties"])
    for name, near in _unknown(refusal):
        elsewhere = refusal.trail.homes_of(name)
        if near:
            hint = f"did you mean {near}?"
        elif elsewhere:
            hint = f"it belongs {elsewhere}"
        else:
            hint = f"the names here are {listed(known)}" if len(known) <= _MOST_NAMES else "take the line out"
        whose = refusal.name if refusal.where else f"a record of this kind ({refusal.trail.title.lower()})"
        yield Finding((*refusal.where, name), f"{quoted(name)} is not a name that {whose} has", hint, at_name=True)


def _missing(refusal: _Refusal, name: str, because_of: str = "") -> Finding:
    hint = f"add a line such as `{name}: {example(refusal.trail.property(name))}`"
    if because_of:
        return Finding((*refusal.where, because_of), f"{because_of} is given without {name}", hint, at_name=True)
    reason = f": {said(refusal.trail.condition)}" if refusal.trail.condition else ""
    message = told("missing", name=refusal.name, missing=name, reason=reason)
    return Finding(refusal.where, message, hint, at_name=bool(refusal.where))


def _repeated(refusal: _Refusal) -> Finding:
    items = refusal.value
    position = next(position for position, item in enumerate(items) if item in items[:position])
    item = items[position]
    what = f"item {position + 1}" if isinstance(item, dict | list) else quoted(item)
    return Finding((*refusal.where, position), f"{refusal.name} holds {what} twice", "keep one of them")


_Words = tuple[str, str]


def _type(refusal: _Refusal) -> _Words:
    wanted = refusal.limit if isinstance(refusal.limit, str) else refusal.limit[0]
    value = refusal.value
    message = told("type", name=refusal.name, wanted=_TYPES[wanted], value=quoted(value))
    if wanted == "string" and isinstance(value, int | float):
        return message, f'put it in quotes: "{value}"'
    if wanted == "array" and isinstance(value, str | int | float):
        texts = refusal.trail.holds_texts
        return message, f"write it as [{value}]" if texts else "begin each item on a line of its own, with a hyphen"
    if wanted == "object":
        first = example(refusal.node).strip("{}").partition(", ")[0]
        return message, f"write its parts on lines below it, indented, such as `{first}`"
    return message, told("such as", example=example(refusal.node))


def _form(refusal: _Refusal) -> _Words:
    definition = refusal.trail.definition
    form = refusal.node.get("format") or definition
    if definition in ("name", "line", "summary"):
        return told("one line", name=refusal.name), told("join")
    correction = corrected(str(form), refusal.value)
    fits = correction and re.search(refusal.limit, correction)
    hint = told("did you mean", correction=correction) if fits else said(refusal.trail.shape)
    return told("form", name=refusal.name, example=example(refusal.node), value=quoted(refusal.value)), hint


def _format(refusal: _Refusal) -> _Words:
    fault = FAULTS[refusal.limit](refusal.value)
    correction = corrected(refusal.limit, refusal.value)
    otherwise = ADVICE.get(fault) or told("such as", example=example(refusal.node))
    hint = told("did you mean", correction=correction) if correction else otherwise
    return told("format", name=refusal.name, value=quoted(refusal.value), fault=fault), hint


def _enum(refusal: _Refusal) -> _Words:
    near = nearest(str(refusal.value), refusal.limit)
    hint = f"did you mean {near}?" if near else told("choose")
    choices = a_list(refusal.limit, "or")
    return told("choice", name=refusal.name, choices=choices, value=quoted(refusal.value)), hint


def _too_long(refusal: _Refusal) -> _Words:
    length, limit = f"{len(refusal.value):,}", f"{refusal.limit:,}"
    return told("too long", name=refusal.name, length=length, limit=limit), told("shorten")


def _too_short(refusal: _Refusal) -> _Words:
    return f"{refusal.name} has no text", "leave the line out if it is not known"


def _too_small(refusal: _Refusal) -> _Words:
    hint = said(refusal.trail.shape)
    return told("too small", name=refusal.name, limit=refusal.limit, value=refusal.value), hint


def _too_large(refusal: _Refusal) -> _Words:
    hint = said(refusal.trail.shape)
    return told("too large", name=refusal.name, limit=refusal.limit, value=refusal.value), hint


def _too_few(refusal: _Refusal) -> _Words:
    if not refusal.value:
        return f"{refusal.name} is an empty list", "leave the line out if there are none"
    return f"{refusal.name} should have {plural(refusal.limit, 'item')} or more", "add what is missing"


def _too_many(refusal: _Refusal) -> _Words:
    return f"{refusal.name} has {plural(len(refusal.value), 'item')}; the most is {refusal.limit:,}", "shorten the list"


def _nothing_in_it(refusal: _Refusal) -> _Words:
    return f"{refusal.name} has nothing in it", "leave the line out if it is not known"


def _something(refusal: _Refusal) -> _Words:
    return f"{refusal.name} is not as it should be", said(refusal.trail.shape)


_WORDS: Mapping[str, Callable[[_Refusal], _Words]] = MappingProxyType(
    {
        "type": _type,
        "pattern": _form,
        "format": _format,
        "enum": _enum,
        "maxLength": _too_long,
        "minLength": _too_short,
        "maxProperties": _too_many,
        "minimum": _too_small,
        "maximum": _too_large,
        "minItems": _too_few,
        "maxItems": _too_many,
        "minProperties": _nothing_in_it,
    }
)
