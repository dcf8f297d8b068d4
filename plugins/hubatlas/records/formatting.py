"""One layout for every record: the schema's order, quotation marks only where they are needed, comments kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from hubatlas.records.outline import Collection, Entry, Outline, Scalar, outline
from hubatlas.records.reading import Json, UnreadableError, decoded, read
from hubatlas.records.schemas import Schema, resolved
from hubatlas.records.syntax import Fault

WIDTH = 120
_NEEDS_NO_QUOTES = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`=~]|\.\.\.)(?:[^\s:#]|:(?=[^\s])|(?<=[^\s])#| (?=[^\s#]))+")
_READ_AS_SOMETHING_ELSE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|null|Null|NULL|<<")
_IN_BRACKETS = re.compile(r"[\w&/+£.'()-][\w&/+£.'() -]*(?<! )")


def formatted(source: bytes, schema: Schema) -> bytes:
    """The record in its usual layout, with the same meaning; raises UnreadableError for what is not a record."""
    record = read(source)
    return _laid_out(outline(decoded(source)), record, schema)


def written(record: dict[str, Json], schema: Schema) -> bytes:
    """A record in the usual layout; raises UnreadableError where it cannot be one."""
    return formatted(json.dumps(record, ensure_ascii=False).encode(), schema)


def rewritten(source: bytes, record: dict[str, Json], schema: Schema) -> bytes:
    """The file of a record with other values in the usual layout, its comments kept where they still belong."""
    before = read(source)
    layout = outline(decoded(source))
    _bring_group(layout.root, before, record)
    return _laid_out(layout, record, schema)


def _bring_group(group: Collection, before: dict[str, Json], after: dict[str, Json]) -> None:
    """Make the outline of a group of lines say what comes after, and touch only what differs."""
    group.entries[:] = [entry for entry in group.entries if entry.name in after]
    entries = {entry.name: entry for entry in group.entries}
    for name, value in after.items():
        if name not in before:
            group.entries.append(_entry(name, value))
        elif before[name] != value:
            _bring(entries[name], before[name], value)


def _bring(entry: Entry, before: Json, after: Json) -> None:
    if isinstance(before, dict) and isinstance(after, dict) and isinstance(entry.value, Collection) and after:
        _bring_group(entry.value, before, after)
    elif isinstance(before, list) and isinstance(after, list) and isinstance(entry.value, Collection) and after:
        _bring_list(entry.value, before, after)
    else:
        entry.value = _entry("", after).value


def _bring_list(items: Collection, before: list[Json], after: list[Json]) -> None:
    """As for a group; an item is known again by its `id`, or else by being the same as before."""
    left = list(zip(before, items.entries, strict=True))
    items.entries[:] = []
    for value in after:
        found = next((pair for pair in left if _is_same_item(pair[0], value)), None)
        if found is None:
            items.entries.append(Entry(None, _entry("", value).value, 0))
            continue
        left.remove(found)
        if found[0] != value:
            _bring(found[1], found[0], value)
        items.entries.append(found[1])


def _is_same_item(one: Json, other: Json) -> bool:
    if isinstance(one, dict) and isinstance(other, dict) and "id" in one:
        return one["id"] == other.get("id")
    return one == other


def _entry(name: str, value: Json) -> Entry:
    return outline(json.dumps({name: value}, ensure_ascii=False)).root.entries[0]


def _laid_out(layout: Outline, record: dict[str, Json], schema: Schema) -> bytes:
    """The text of the layout, which is to mean the record."""
    lines = [*layout.header, ""] if layout.header else []
    lines += _collection(layout.root, schema, schema, "")
    lines += layout.footer
    text = ("\n".join(lines).rstrip() + "\n").encode()
    if read(text) != record:
        raise UnreadableError(
            Fault(1, 1, "this cannot be laid out without changing what it means", "leave it as it is")
        )
    return text


def _collection(collection: Collection, schema: Schema, whole: Schema, indent: str) -> Iterator[str]:
    for position, entry in enumerate(_in_order(collection, schema)):
        if entry.after_blank and position > 0:
            yield ""
        yield from (indent + comment for comment in entry.above)
        below = _schema_below(entry, schema, whole)
        if collection.is_list:
            yield from _item(entry, below, whole, indent)
        else:
            yield from _named_line(entry, below, whole, indent)


def _in_order(collection: Collection, schema: Schema) -> list[Entry]:
    """The entries in the order of the schema's properties; what the schema does not name stays behind them."""
    if collection.is_list:
        return collection.entries
    order = {name: position for position, name in enumerate(schema.get("properties", ()))}
    return sorted(collection.entries, key=lambda entry: order.get(entry.name or "", len(order)))


def _schema_below(entry: Entry, schema: Schema, whole: Schema) -> Schema:
    below = schema.get("items", {}) if entry.name is None else schema.get("properties", {}).get(entry.name, {})
    return resolved(whole, below) if isinstance(below, dict) else {}


def _named_line(entry: Entry, schema: Schema, whole: Schema, indent: str) -> Iterator[str]:
    start = f"{indent}{_text(entry.name or '')}:"
    beside = f"  {entry.beside}" if entry.beside else ""
    if isinstance(entry.value, Scalar):
        yield from _scalar(entry.value, start, beside, indent)
        return
    brackets = _brackets(entry.value)
    if brackets is not None and (not entry.value.entries or len(f"{start} {brackets}") <= WIDTH):
        yield f"{start} {brackets}{beside}"
    else:
        yield start + beside
        yield from _collection(entry.value, schema, whole, indent + "  ")


def _item(entry: Entry, schema: Schema, whole: Schema, indent: str) -> Iterator[str]:
    beside = f"  {entry.beside}" if entry.beside else ""
    if isinstance(entry.value, Scalar):
        yield from _scalar(entry.value, f"{indent}-", beside, indent)
        return
    brackets = _brackets(entry.value)
    if brackets is not None and (not entry.value.entries or len(f"{indent}- {brackets}") <= WIDTH):
        yield f"{indent}- {brackets}{beside}"
        return
    first, *rest = _collection(entry.value, schema, whole, indent + "  ")
    comments = []
    while first.lstrip().startswith("#") and rest:
        comments.append(indent + first.lstrip())
        first, *rest = rest
    if entry.beside:
        comments.append(indent + entry.beside)
    yield from comments
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _brackets(collection: Collection) -> str | None:
    """The collection on one line in brackets, if it is a list of short plain texts without comments, or empty."""
    if not collection.entries:
        return "[]" if collection.is_list else "{}"
    if not collection.is_list or any(entry.above or entry.beside for entry in collection.entries):
        return None
    values = [entry.value for entry in collection.entries]
    texts = [_written(value) for value in values if isinstance(value, Scalar) and _IN_BRACKETS.fullmatch(value.text)]
    return f"[{', '.join(texts)}]" if len(texts) == len(values) else None


def _scalar(scalar: Scalar, start: str, beside: str, indent: str) -> Iterator[str]:
    below = indent + "  "
    if "\n" in scalar.text and not scalar.is_plain:
        yield f"{start} |{beside}"
        yield from ((below + line).rstrip() for line in scalar.text.split("\n"))
        return
    line = f"{start} {_written(scalar)}"
    if len(line) <= WIDTH or " " not in scalar.text:
        yield line + beside
    else:
        yield f"{start} >-{beside}"
        yield from (below + part for part in _wrapped(scalar.text, WIDTH - len(below)))


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines, broken only at single spaces, which a reader puts back."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _written(scalar: Scalar) -> str:
    return scalar.text if scalar.is_plain and _READ_AS_SOMETHING_ELSE.fullmatch(scalar.text) else _text(scalar.text)


def _text(text: str) -> str:
    """The text, in quotation marks where it needs them."""
    if _NEEDS_NO_QUOTES.fullmatch(text) and not _READ_AS_SOMETHING_ELSE.fullmatch(text) and not text.endswith(":"):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
