"""Advice on what records say: how to say it more plainly, what readers miss, what may point at a private person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hubatlas.frozen import dataclass
from hubatlas.model import Jargon, JargonWord
from hubatlas.records import kinds
from hubatlas.records.findings import Finding
from hubatlas.records.folders import RecordFile, find, read_bytes
from hubatlas.records.plain_words import PUBLIC_TEXTS, Avoided, avoided, form_advice, plain_advice
from hubatlas.records.positions import Where, locate
from hubatlas.records.private_people import person_advice
from hubatlas.records.problems import Problem
from hubatlas.records.reading import MOST_BYTES, Json, UnreadableError, decoded, read
from hubatlas.records.structuring import structure
from hubatlas.records.wording import named

_NOT_OURS = (kinds.NEIGHBOUR, kinds.GEOGRAPHY, kinds.JARGON, kinds.SYNONYMS)
_NO_WORDS = frozenset(("url", "website", "identifier", "code", "same_as", "id"))
_ARRIVAL = "on_arrival"


@dataclass(frozen=True, slots=True, order=True)
class Advice(Problem):
    """Something that could be better, at a place in a file. It is no reason not to publish the record."""

    def __str__(self) -> str:
        place, _, said = Problem.__str__(self).partition(": ")
        return f"{place}: advice: {said}"

    def as_annotation(self) -> str:
        """The advice as a command that GitHub Actions shows beside the line."""
        return Problem.as_annotation(self).replace("::error ", "::warning ", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What advice on one record needs to know of the others."""

    jargon: Avoided
    names: frozenset[str]
    open_statuses: frozenset[str]


_Read = tuple[RecordFile, bytes, Mapping[str, Any]]


def advice(content: Path) -> tuple[Advice, ...]:
    """All advice on the records below `content` that can be read, sorted by file and line."""
    records = list(_records(content))
    context = _context([(file, record) for file, _, record in records])
    found: list[Advice] = []
    for file, source, record in records:
        if file.kind is kinds.PROSE:
            found += _on_prose(file, record["text"], context)
            continue
        findings = list(_findings(file, record, context))
        if findings:
            places = locate(source)
            spots = ((*places.value(each.where), each) for each in findings)
            found += (Advice(file.shown, line, column, each.message, each.hint) for line, column, each in spots)
    return tuple(sorted(found))


def _records(content: Path) -> Iterator[_Read]:
    for file in find(content).files:
        if file.kind in _NOT_OURS and file.kind is not kinds.JARGON:
            continue
        try:
            source = read_bytes(file.path, MOST_BYTES)
            yield file, source, {"text": decoded(source)} if file.kind is kinds.PROSE else read(source)
        except (OSError, UnreadableError):
            continue  # `check` says so


def _context(records: Sequence[tuple[RecordFile, Mapping[str, Any]]]) -> _Context:
    words: tuple[JargonWord, ...] = ()
    names: set[str] = set()
    statuses: list[Any] = []
    for file, record in records:
        if file.kind is kinds.JARGON:
            words = _jargon_words(record)
        elif file.kind is kinds.NETWORK and isinstance(record.get("hub_statuses"), list):
            statuses = record["hub_statuses"]
        names.update(each for each in (record.get("name"), *(record.get("other_names") or ())) if isinstance(each, str))
    shown_open = (each.get("id") for each in statuses if isinstance(each, dict) and each.get("shown_as") == "open")
    return _Context(
        jargon=avoided(words),
        names=frozenset(names),
        open_statuses=frozenset(each for each in shown_open if isinstance(each, str)),
    )


def _jargon_words(record: Mapping[str, Any]) -> tuple[JargonWord, ...]:
    try:
        return structure(dict(record), Jargon).words
    except Exception:  # noqa: BLE001 - whatever is wrong with the list, `check` says it; advice goes without
        return ()


def _on_prose(file: RecordFile, text: str, context: _Context) -> Iterator[Advice]:
    """Advice on a page, at the line on which the paragraph begins. What is plain is only known of English."""
    line = 1
    is_english = "." not in file.slug
    for part in re.split(r"(\n\s*\n)", text):
        name = "this paragraph"
        said = (
            *form_advice(name, part),
            *person_advice("text", part, context.names),
            *(plain_advice(name, part, context.jargon) if is_english else ()),
        )
        yield from (Advice(file.shown, line, 1, message, hint) for message, hint in said)
        line += part.count("\n")


def _findings(file: RecordFile, record: Mapping[str, Any], context: _Context) -> Iterator[Finding]:
    public = PUBLIC_TEXTS.get(file.kind.name, frozenset())
    for where, text in _placed_texts(dict(record), ()):
        steps = [step for step in where if isinstance(step, str)]
        name = named(where)
        said = [*form_advice(name, text), *person_advice(steps[-1], text, context.names)]
        if ".".join(steps) in public:
            said += plain_advice(name, text, context.jargon)
        yield from (Finding(where, message, hint) for message, hint in said)
    if _lacks_arrival(file, record, context):
        message = "nothing says what happens when somebody arrives"
        yield Finding(
            ("name",), message, f"add a line such as `{_ARRIVAL}: Somebody greets you and offers you a drink.`"
        )


def _lacks_arrival(file: RecordFile, record: Mapping[str, Any], context: _Context) -> bool:
    """Whether people go there now and nothing says what awaits them."""
    if _ARRIVAL in record:
        return False
    if file.kind is kinds.HUB:
        return str(record.get("status")) in context.open_statuses and "address" in record
    sessions = record.get("sessions")
    is_service = file.kind is kinds.SERVICE and record.get("status") == "active" and isinstance(sessions, list)
    return is_service and any(isinstance(each, dict) and {"hub", "venue"} & each.keys() for each in sessions or ())


def _placed_texts(value: Json, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in _NO_WORDS:
                yield from _placed_texts(each, (*where, name))
    elif isinstance(value, list):
        for position, each in enumerate(value):
            yield from _placed_texts(each, (*where, position))
