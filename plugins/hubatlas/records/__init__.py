"""Loads the records of a network: read, checked and structured, in one call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.records import kinds
from hubatlas.records.core_offer_rules import core_services_given
from hubatlas.records.findings import Finding
from hubatlas.records.folders import RecordFile, Tree, find, shown_path
from hubatlas.records.kinds import KINDS, Kind
from hubatlas.records.loading import Cache, Loader, Record
from hubatlas.records.problems import InvalidRecordsError, Note, Problem, quoted
from hubatlas.records.references import Known, references
from hubatlas.records.relations import relations
from hubatlas.records.schemas import bundled

__all__ = ["Cache", "InvalidRecordsError", "Note", "Problem", "check", "count", "load"]

_Records = Mapping[Kind, Sequence[Record]]


def load(content: Path, schema: Path, cache: Cache | None = None) -> Directory:
    """The whole directory of the records below `content`; raises InvalidRecordsError with everything wrong in them.

    With a `cache`, a record whose bytes have not changed is neither parsed nor checked again by itself; what records
    say of each other always is.
    """
    tree = find(content)
    problems = list(tree.problems)
    loader = Loader(schema, cache)
    records: dict[Kind, list[Record]] = {kind: [] for kind in KINDS}
    for record in _loaded(loader, tree.files, problems):
        records[record.file.kind].append(record)
    outlines = _loaded(loader, () if tree.boundaries is None else (tree.boundaries,), problems)
    postcodes = _loaded(loader, tree.postcodes, problems)
    if content.is_dir() and not any(file.kind is kinds.NETWORK for file in tree.files):
        path = shown_path(content / "network.yaml")
        problems.append(Problem(path, 1, 1, "there is no such file", "every network says its name and rules there"))
    problems += _reference_problems(tree, records, schema)
    problems += _boundary_problems(tree, records)
    problems += _language_problems(tree, records)
    if tree.postcodes and not any(file.kind is kinds.GEOGRAPHY for file in tree.files):
        hint = "delete the folder; scripts/import_geography.py writes it again, and geography.yaml beside it"
        problems.append(Problem(tree.postcodes[0].shown, 1, 1, "nothing says whose these postcodes are", hint))
    if problems:
        raise InvalidRecordsError(problems)
    return _directory(records, outlines, postcodes)


def check(content: Path, schema: Path) -> tuple[Problem, ...]:
    """Everything wrong with the records below `content`, sorted."""
    try:
        load(content, schema)
    except InvalidRecordsError as error:
        return error.problems
    return ()


def count(content: Path) -> int:
    """How many record files there are below `content`, pages of prose aside."""
    return sum(file.kind is not kinds.PROSE for file in find(content).files)


def _loaded(loader: Loader, files: Iterable[RecordFile], problems: list[Problem]) -> list[Record]:
    """The records of the files that can be read; what is wrong with each is added to the problems."""
    found = []
    for file in files:
        record, own = loader.load(file)
        problems += own
        if record is not None:
            found.append(record)
    return found


def _reference_problems(tree: Tree, records: _Records, schema: Path) -> Iterator[Problem]:
    known = _known(tree, records)
    for kind in KINDS:
        models = [record for record in records[kind] if record.model is not None and kind.model is not None]
        named = relations(bundled(schema, kind.name)) if models else ()
        for record in models:
            found = references(kind, record.model, named, known)
            yield from map(record.problem, filter(record.may_say, found))


def _boundary_problems(tree: Tree, records: _Records) -> Iterator[Problem]:
    """Outlines whose source is not stated, and a source of outlines that are not there."""
    network = next((record for record in records[kinds.NETWORK] if record.model is not None), None)
    if network is None or not network.whole:
        return
    stated = network.model.map.boundaries is not None
    if tree.boundaries is not None and not stated:
        hint = "say it in network.yaml under map: boundaries: source, licence"
        yield Problem(tree.boundaries.shown, 1, 1, "nothing says whose these boundaries are", hint)
    if stated and tree.boundaries is None:
        hint = "put the file beside network.yaml, or take these lines out"
        yield network.problem(Finding(("map", "boundaries"), "there is no boundaries.geojson", hint, at_name=True))


def _language_problems(tree: Tree, records: _Records) -> Iterator[Problem]:
    """Pages of prose in a language that the site does not have."""
    network = next((record.model for record in records[kinds.NETWORK] if record.model is not None), None)
    for file in tree.files:
        language = file.slug.partition(".")[2]
        if network is not None and language and language not in network.site.languages:
            message = f"the site is not published in the language {quoted(language)}"
            hint = "add it in network.yaml under site: languages, or take it out of the file name"
            yield Problem(file.shown, 1, 1, message, hint)


def _known(tree: Tree, records: _Records) -> Known:
    good = {kind: [record.model for record in each if record.model is not None] for kind, each in records.items()}
    slugs: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
    for file in tree.files:
        slugs[file.kind].append(file.slug)
    terms = {
        vocabulary.slug: dict.fromkeys(term.id for term in vocabulary.terms) for vocabulary in good[kinds.VOCABULARY]
    }
    return Known(
        slugs={kind: dict.fromkeys(each) for kind, each in slugs.items()},
        terms={slug: terms.get(slug) for slug in slugs[kinds.VOCABULARY]},
        network=next(iter(good[kinds.NETWORK]), None),
        hub_parents={hub.slug: hub.parent for hub in good[kinds.HUB]},
        place_parents={place.slug: place.parent for place in good[kinds.PLACE]},
        place_levels={place.slug: place.level for place in good[kinds.PLACE]},
        hub_rooms={hub.slug: [room.id for room in hub.rooms] for hub in good[kinds.HUB]},
        body_parents={body.slug: body.part_of for body in good[kinds.BODY]},
        core_services=core_services_given(good[kinds.SERVICE]),
        previous_ids={
            kind: Counter(slug for record in good[kind] for slug in record.previous_ids)
            for kind in (kinds.HUB, kinds.SERVICE, kinds.ORGANISATION)
        },
    )


def _directory(records: _Records, outlines: Sequence[Record], postcodes: Sequence[Record]) -> Directory:
    models = {kind: tuple(record.model for record in each) for kind, each in records.items()}
    return Directory(
        network=models[kinds.NETWORK][0],
        vocabularies={vocabulary.slug: vocabulary for vocabulary in models[kinds.VOCABULARY]},
        synonyms=tuple(group for groups in models[kinds.SYNONYMS] for group in groups),
        places=models[kinds.PLACE],
        organisations=models[kinds.ORGANISATION],
        hubs=models[kinds.HUB],
        services=models[kinds.SERVICE],
        bodies=models[kinds.BODY],
        programmes=models[kinds.PROGRAMME],
        pathways=models[kinds.PATHWAY],
        indicators=models[kinds.INDICATOR],
        stories=models[kinds.STORY],
        learning=tuple(entry for log in models[kinds.LEARNING] for entry in log.entries),
        signposts=tuple(link for signposts in models[kinds.SIGNPOSTS] for link in signposts.links),
        geography=next(iter(models[kinds.GEOGRAPHY]), None),
        boundaries=outlines[0].model if outlines else None,
        postcodes=tuple(record.model for record in postcodes),
        neighbours=models[kinds.NEIGHBOUR],
        ended=tuple(each for ended in models[kinds.ENDED] for each in ended.records),
        prose={record.file.slug: record.model for record in records[kinds.PROSE]},
        versions={
            (record.file.kind.name, record.file.slug): record.version
            for each in (*records.values(), outlines, postcodes)
            for record in each
            if record.version
        },
    )
