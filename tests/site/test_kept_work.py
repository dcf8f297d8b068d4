"""What is not made again after a change: only what did not ask for the changed record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hubatlas.asking import Question
from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition, Export
from hubatlas.model import Hub, Organisation, Service
from hubatlas.pages import PAGES, PageForEach, PageKind
from hubatlas.records import load
from hubatlas_site.kept_work import KeptWork, Unit, other_records
from tests.builders import a_directory, a_hub, a_service
from tests.exports.editions import NETWORKS, SCHEMA, schemas

TODAY = date(2026, 12, 1)
FIRST = 4
"""How many of the pages of a kind are looked at."""


@pytest.fixture(scope="module")
def estuary() -> Directory:
    return load(NETWORKS[1], SCHEMA)


def records_in(answer: Any) -> Iterator[Hub | Service | Organisation]:  # noqa: ANN401 - a record, or tuples of them
    if isinstance(answer, (Hub, Service, Organisation)):
        yield answer
    elif isinstance(answer, tuple):
        for part in answer:
            yield from records_in(part)


def others_rewritten(directory: Directory, asked: Iterable[Question]) -> Directory:
    """The directory with another summary and description of each record that those questions are not about."""
    known: set[tuple[type, str]] = set()
    for look_up, *given in asked:
        if not callable(look_up) and hasattr(directory, look_up):
            answer = getattr(directory, look_up)
            known |= {(type(each), each.slug) for each in records_in(answer(*given) if given else answer)}

    def rewritten(records: tuple[Any, ...]) -> tuple[Any, ...]:
        new = {"summary": "Something else.", "description": "Something else."}
        return tuple(each if (type(each), each.slug) in known else replace(each, **new) for each in records)

    return replace(
        directory,
        hubs=rewritten(directory.hubs),
        services=rewritten(directory.services),
        organisations=rewritten(directory.organisations),
    )


def _context(pages: PageForEach, slug: str, directory: Directory) -> object:
    return pages.context(directory, slug, TODAY)


def made(kind: PageKind) -> Iterator[Callable[[Directory], object]]:
    """What makes the pages of a kind, those of one record by themselves."""
    each = kind.contexts
    if isinstance(each, PageForEach):
        slugs = [slug for slug, _ in each.addresses(load(NETWORKS[1], SCHEMA))][:FIRST]
        yield from (partial(_context, each, slug) for slug in slugs)
    else:
        yield lambda directory: list(each(directory, TODAY))


@pytest.mark.parametrize("kind", PAGES, ids=[kind.name for kind in PAGES])
def test_page_tells_of_no_record_that_it_did_not_ask_for(kind: PageKind, estuary: Directory) -> None:
    for make in made(kind):
        with estuary.questions.watched() as asked:
            page = make(estuary)
        assert make(others_rewritten(estuary, asked)) == page


@pytest.mark.parametrize("export", EXPORTS, ids=[export.address for export in EXPORTS])
def test_file_tells_of_no_record_that_its_export_did_not_ask_for(export: Export, estuary: Directory) -> None:
    edition = Edition(directory=estuary, today=TODAY, schemas=schemas())
    with edition.questions.watched() as asked:
        files = dict(export.files(edition))
    rewritten = replace(edition, directory=others_rewritten(estuary, asked))
    assert dict(export.files(rewritten)) == files


def test_file_that_another_has_worked_out_everything_for_depends_on_the_same(estuary: Directory) -> None:
    edition = Edition(directory=estuary, today=TODAY, schemas=schemas())
    asked = {}
    for export in EXPORTS:
        for fresh in (edition, Edition(directory=replace(estuary), today=TODAY, schemas=schemas())):
            with fresh.questions.watched() as found:
                list(export.files(fresh))
            asked[export.address, fresh is edition] = found
    assert {address for address, shared in asked if shared and asked[address, True] != asked[address, False]} == set()


MILL = a_hub("Old Mill")
LUNCH = a_service("Lunch", hubs=("old-mill",), summary="Soup.")
CHOIR = a_service("Choir", hubs=("old-mill",), summary="Songs.")
SETTING = b"templates, code and the date"


def names(directory: Directory) -> tuple[str, ...]:
    """The names of all services."""
    return tuple(service.name for service in directory.services)


def a_version(*records: Hub | Service, **changed: str) -> Directory:
    """A directory as it was read, with the version of each record."""
    kinds = {Hub: "hub", Service: "service"}
    versions = {(kinds[type(each)], each.slug): changed.get(each.slug.replace("-", "_"), "1") for each in records}
    return replace(a_directory(*records), versions=versions)


def kept(
    folder: Path,
    ask: Callable[[Directory], object],
    before: Directory,
    after: Directory,
    *,
    setting: bytes = SETTING,
    commits: tuple[bytes, bytes] = (b"1", b"1"),
) -> bool:
    """Whether work that asks this is left out in a build of `after` that follows one of `before`."""
    first = KeptWork(folder / "units", before, SETTING, {"commit": commits[0], "history": None})
    with before.questions.watched() as asked:
        ask(before)
    first.save({("a page",): Unit(frozenset(asked), ("index.html",))}, first.told(asked))
    second = KeptWork(folder / "units", after, setting, {"commit": commits[1], "history": None})
    second.find_changes()
    return second.unit(("a page",)) is not None


BEFORE = a_version(MILL, LUNCH, CHOIR)
ALTERED = a_version(MILL, replace(LUNCH, summary="Stew."), CHOIR, lunch="2")
RENAMED = a_version(MILL, replace(LUNCH, name="Dinner"), CHOIR, lunch="2")
MOVED = a_version(MILL, replace(LUNCH, hubs=()), CHOIR, lunch="2")
WITHOUT = a_version(MILL, CHOIR)


@pytest.mark.parametrize(
    ("ask", "after", "left_out"),
    [
        (lambda directory: directory.service("lunch"), BEFORE, True),
        (lambda directory: directory.service("lunch"), ALTERED, False),
        (lambda directory: directory.service("choir"), ALTERED, True),
        (lambda directory: directory.services, ALTERED, False),
        (lambda directory: directory.hubs, ALTERED, True),
        (lambda directory: directory.services_at("old-mill"), ALTERED, False),
        (lambda directory: directory.services_at("old-mill"), MOVED, False),
        (lambda directory: directory.services_at_every_hub, ALTERED, True),
        (lambda directory: directory.service("lunch"), WITHOUT, False),
        (lambda directory: directory.services, WITHOUT, False),
        (lambda directory: directory.told(names), ALTERED, True),
        (lambda directory: directory.told(names), RENAMED, False),
        (lambda directory: directory.once("names", lambda: names(directory)), ALTERED, False),
        (lambda directory: directory.network, ALTERED, True),
    ],
)
def test_work_is_left_out_while_all_that_it_asked_is_answered_the_same(
    tmp_path: Path, ask: Callable[[Directory], object], after: Directory, *, left_out: bool
) -> None:
    assert kept(tmp_path, ask, replace(BEFORE), replace(after)) is left_out


def test_nothing_is_left_out_once_templates_code_or_the_date_have_changed(tmp_path: Path) -> None:
    assert not kept(tmp_path, lambda directory: directory.network, BEFORE, BEFORE, setting=b"other templates")


def test_what_names_the_commit_is_made_again_for_each_and_the_history_always(tmp_path: Path) -> None:
    def commit(directory: Directory) -> None:
        directory.questions.note(("commit",))

    def history(directory: Directory) -> None:
        directory.questions.note(("history",))

    assert kept(tmp_path, commit, BEFORE, BEFORE)
    assert not kept(tmp_path, commit, BEFORE, BEFORE, commits=(b"1", b"2"))
    assert not kept(tmp_path, history, BEFORE, BEFORE)


def test_every_record_whose_readers_are_not_noted_counts_for_all_pages() -> None:
    other = replace(BEFORE, versions={**BEFORE.versions, ("place", "riverside"): "1"})
    assert other_records(BEFORE) == other_records(ALTERED)
    assert other_records(BEFORE) != other_records(other)
