"""The data dictionary: what every field of every kind of record means, read from the schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from hubatlas import urls
from hubatlas.exports import Edition
from hubatlas.exports.dictionary import Property, RecordType, dictionary
from hubatlas.frozen import dataclass
from hubatlas.pages.cards import Link
from hubatlas.pages.kinds import DataPageKind, Head
from hubatlas.pages.trust import facts_words
from hubatlas.pages.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One property of a record, as the dictionary shows it. `path` is what a record writes."""

    path: str
    depth: int
    title: str
    description: str
    type: str
    required: bool
    facts: str | None
    allowed: tuple[str, ...]
    example: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A kind of record in the list of all."""

    link: Link
    description: str
    fields: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """What a kind of record may say."""

    head: Head
    title: str
    description: str
    schema: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryPage:
    """What the list of all kinds of record shows."""

    head: Head
    records: tuple[RecordLine, ...]


def contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, DictionaryPage]]:
    """The list of all kinds of record."""
    del sizes
    page = DictionaryPage(
        head=Head(
            title="Data dictionary",
            description="What every field of every record means, what it may hold, and an example.",
            section=urls.DATA,
            trail=(("Home", urls.HOME), ("Open data", urls.DATA)),
        ),
        records=tuple(_line(record) for record in dictionary(edition.schemas)),
    )
    yield urls.DATA_DICTIONARY, page


def record_contexts(edition: Edition, sizes: Mapping[str, int]) -> Iterator[tuple[str, RecordPage]]:
    """A page for each kind of record, with all of its fields."""
    del sizes
    for record in dictionary(edition.schemas):
        page = RecordPage(
            head=Head(
                title=f"{record.title}: what a record may say",
                description=f"Every field of a record of the kind {record.title}, with examples.",
                section=urls.DATA,
                trail=(("Home", urls.HOME), ("Open data", urls.DATA), ("Data dictionary", urls.DATA_DICTIONARY)),
            ),
            title=record.title,
            description=record.description,
            schema=urls.schema(record.name),
            fields=tuple(_field(each) for each in record.properties),
        )
        yield urls.dictionary(record.name), page


def _line(record: RecordType) -> RecordLine:
    return RecordLine(
        link=Link(record.title, urls.dictionary(record.name)),
        description=record.description,
        fields=counted(len(record.properties), "field"),
    )


def _field(each: Property) -> FieldRow:
    example = each.example
    if example is not None and not isinstance(example, str):
        example = json.dumps(example, ensure_ascii=False)
    return FieldRow(
        path=each.path,
        depth=each.depth,
        title=each.title,
        description=each.description,
        type=each.type,
        required=each.required,
        facts=None if each.facts is None else facts_words((each.facts,)),
        allowed=each.allowed,
        example=example,
    )


DICTIONARY = DataPageKind("dictionary", "pages/dictionary.html", contexts, tells_sizes=False)
RECORD = DataPageKind("record", "pages/record.html", record_contexts, tells_sizes=False)
