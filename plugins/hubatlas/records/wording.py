"""Small pieces of the sentences in messages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from hubatlas.records.positions import Where


def named(where: Where) -> str:
    """What a message calls a place in a record: the last name on the way to it."""
    if not where:
        return "the record"
    last = where[-1]
    if isinstance(last, str):
        return last
    names = [step for step in where if isinstance(step, str)]
    return f"item {last + 1} of {names[-1]}" if names else f"item {last + 1}"


def a_list(words: Iterable[str], last: str) -> str:
    """The words with commas between, and `last` ("and" or "or") before the last one."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final


def listed(words: Iterable[str]) -> str:
    """The words with commas and "and" between."""
    return a_list(words, "and")


def plural(count: int, thing: str) -> str:
    """The count and the thing, such as "2 items"."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def said(sentence: str) -> str:
    """The first sentence of a schema's description as part of a longer one: without its capital and full stop."""
    text = sentence.partition(". ")[0].rstrip(".")
    first_word = text.split(" ", 1)[0]
    return text if first_word.isupper() and len(first_word) > 1 else text[:1].lower() + text[1:]


def example(schema: Mapping[str, Any]) -> str:
    """The schema's own example, as an editor would write it on one line."""
    examples = schema.get("examples") or ("…",)
    return in_yaml(examples[0])


def in_yaml(value: object) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_nested(each)}' for name, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_nested, value))}]"
    return str(value)


def _nested(value: object) -> str:
    if isinstance(value, str) and any(letter in value for letter in ",[]{}:#"):
        return json.dumps(value, ensure_ascii=False)
    return in_yaml(value)


def begun(text: str) -> str:
    """The text as a sentence begins: with a capital, and a name such as postal_code in words."""
    first, space, rest = text.partition(" ")
    return f"{first[:1].upper()}{first[1:].replace('_', ' ')}{space}{rest}"
