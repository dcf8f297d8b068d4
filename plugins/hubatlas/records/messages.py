"""Plain words for what jsonschema refuses. An editor never sees a pattern or the name of a schema's keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from jsonschema import ValidationError

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


def explained(errors: Iterable[ValidationError], schema: Schema) -> list[Finding]:
    """What is wrong, one finding for each thing to put right."""
    found: dict[tuple[Where, str], Finding] = {}
    spoken_for: set[Where] = set()
    for error in sorted(errors, key=_importance):
        for finding in _findings(error, trail(schema, error.absolute_schema_path)):
            about_value = error.validator in _ONE_EACH
            if about_value and finding.where in spoken_for:
                continue
            if about_value:
                spoken_for.add(finding.where)
            found.setdefault((finding.where, finding.message), finding)
    return list(found.values())


def _importance(error: ValidationError) -> int:
    """What to say first of one value: that its type is wrong before that its form is."""
    order = ("type", "enum", "pattern", "maxLength", "format")
    return order.index(error.validator) if error.validator in order else len(order)


# Of these, one is said of each value: a text that does not fit a pattern has no need to hear of its length too.
_ONE_EACH = frozenset(("type", "enum", "pattern", "maxLength", "format", "minimum", "maximum"))


def _findings(error: ValidationError, path: Trail) -> Iterator[Finding]:
    where = tuple(error.absolute_path)
    if path.names_a_property:
        yield Finding((*where, error.instance), *_form(error, "a name here", path), at_name=True)
    elif error.validator is None:
        yield Finding(
            where, f"{named(where)} does not belong here: {said(path.condition)}", "leave it out", at_name=True
        )
    elif error.validator == "additionalProperties":
        yield from _unknown_names(error, where, path)
    elif error.validator == "required":
        yield from _missing(error, where, path)
    elif error.validator == "dependentRequired":
        yield from _missing_with_others(error, where, path)
    elif error.validator == "uniqueItems":
        yield _repeated(error, where)
    else:
        words = _WORDS.get(str(error.validator), _something)
        yield Finding(where, *words(error, named(where), path))


def _unknown_names(error: ValidationError, where: Where, path: Trail) -> Iterator[Finding]:
    known = tuple(error.schema["properties"])
    for name in error.instance:
        if name in known:
            continue
        near = nearest(name, (each for each in known if each not in error.instance)) or nearest(name, known)
        elsewhere = path.homes_of(name)
        if near:
            hint = f"did you mean {near}?"
        elif elsewhere:
            hint = f"it belongs {elsewhere}"
        else:
            hint = f"the names here are {listed(known)}" if len(known) <= _MOST_NAMES else "take the line out"
        whose = named(where) if where else f"a record of this kind ({path.title.lower()})"
        yield Finding((*where, name), f"{quoted(name)} is not a name that {whose} has", hint, at_name=True)


def _missing(error: ValidationError, where: Where, path: Trail) -> Iterator[Finding]:
    for name in error.validator_value:
        if name not in error.instance:
            whose = named(where) if where else "the record"
            reason = f": {said(path.condition)}" if path.condition else ""
            hint = f"add a line such as `{name}: {example(path.property(name))}`"
            yield Finding(where, f"{whose} has no {name}{reason}", hint, at_name=bool(where))


def _missing_with_others(error: ValidationError, where: Where, path: Trail) -> Iterator[Finding]:
    for given, needed in error.validator_value.items():
        for name in needed:
            if given in error.instance and name not in error.instance:
                hint = f"add a line such as `{name}: {example(path.property(name))}`"
                yield Finding((*where, given), f"{given} is given without {name}", hint, at_name=True)


def _repeated(error: ValidationError, where: Where) -> Finding:
    items = error.instance
    for position, item in enumerate(items):
        if item in items[:position]:
            what = quoted(item) if isinstance(item, str | int | float) else f"item {position + 1}"
            return Finding((*where, position), f"{named(where)} holds {what} twice", "keep one of them")
    return Finding(where, f"{named(where)} holds something twice", "keep one of them")


_Words = tuple[str, str]


def _type(error: ValidationError, name: str, path: Trail) -> _Words:
    wanted = error.validator_value if isinstance(error.validator_value, str) else error.validator_value[0]
    value = error.instance
    message = f"{name} should be {_TYPES[wanted]}, not {quoted(value)}"
    if wanted == "string" and isinstance(value, int | float):
        return message, f'put it in quotes: "{value}"'
    if wanted == "array" and isinstance(value, str | int | float):
        return (
            message,
            f"write it as [{value}]" if path.holds_texts else "start each item on its own line with a hyphen",
        )
    if wanted == "object":
        return message, f"write its parts on the lines below, indented, such as `{example(path.node)}`"
    return message, f"write it as, for example, {example(path.node)}"


def _form(error: ValidationError, name: str, path: Trail) -> _Words:
    value = str(error.instance)
    form = path.node.get("format") or ("slug" if path.definition == "slug" else path.definition)
    if form in (None, "name", "line", "summary"):
        return f"{name} should be on one line", "join its lines"
    correction = corrected(form, value)
    hint = f'did you mean "{correction}"?' if correction else said(path.node.get("description", ""))
    return f"{name} should look like {example(path.node)}, not {quoted(value)}", hint


def _format(error: ValidationError, name: str, path: Trail) -> _Words:
    form, value = str(error.validator_value), str(error.instance)
    correction = corrected(form, value)
    hint = f'did you mean "{correction}"?' if correction else f"write it as, for example, {example(path.node)}"
    return f"{name} {quoted(value)} {FAULTS[form](value)}", hint


def _enum(error: ValidationError, name: str, _: Trail) -> _Words:
    choices = [str(choice) for choice in error.validator_value]
    near = nearest(str(error.instance), choices)
    hint = f"did you mean {near}?" if near else "choose one of them"
    return f"{name} should be {a_list(choices, 'or')}, not {quoted(error.instance)}", hint


def _too_long(error: ValidationError, name: str, _: Trail) -> _Words:
    length = len(error.instance)
    return f"{name} is {length:,} characters long; the most is {error.validator_value:,}", "shorten it"


def _too_small(error: ValidationError, name: str, path: Trail) -> _Words:
    return f"{name} should be {error.validator_value} or more, not {error.instance}", said(
        path.node.get("description", "")
    )


def _too_large(error: ValidationError, name: str, path: Trail) -> _Words:
    return f"{name} should be {error.validator_value} or less, not {error.instance}", said(
        path.node.get("description", "")
    )


def _too_few(error: ValidationError, name: str, _: Trail) -> _Words:
    if error.validator_value == 1:
        return f"{name} is an empty list", "leave the line out if there are none"
    return f"{name} should have {plural(error.validator_value, 'item')} or more", "add what is missing"


def _too_many(error: ValidationError, name: str, _: Trail) -> _Words:
    return f"{name} has {len(error.instance):,} items; the most is {error.validator_value:,}", "shorten the list"


def _nothing_in_it(_: ValidationError, name: str, __: Trail) -> _Words:
    return f"{name} has nothing in it", "leave the line out if it is not known"


def _something(_: ValidationError, name: str, path: Trail) -> _Words:
    return f"{name} is not as it should be", said(path.node.get("description", ""))


_WORDS: Mapping[str, Callable[[ValidationError, str, Trail], _Words]] = MappingProxyType(
    {
        "type": _type,
        "pattern": _form,
        "format": _format,
        "enum": _enum,
        "maxLength": _too_long,
        "minimum": _too_small,
        "maximum": _too_large,
        "minItems": _too_few,
        "maxItems": _too_many,
        "minProperties": _nothing_in_it,
    }
)
