"""The pages of changes, of what can be relied on, and at addresses that have ended."""

from dataclasses import replace
from pathlib import Path

from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables import TABLES
from hubatlas.model import History
from hubatlas.pages.changes import contexts, deprecated_columns
from hubatlas.pages.ended import contexts as ended_contexts
from tests.builders import a_directory, a_hub, a_service
from tests.exports.editions import SMALL
from tests.exports.test_changes import GONE, RENAMED, ended_edition, with_history
from tests.pages.markup import pages_of
from tests.pages.test_contexts import page_at


def test_newest_day_comes_first_and_links_to_what_changed() -> None:
    [(_, page)] = contexts(with_history(RENAMED, GONE), {})
    assert [(day.title, [change.what for change in day.changes]) for day in page.days] == [
        ("2 June 2026", ["Ended service"]),
        ("1 June 2026", ["Changed hub"]),
    ]
    assert page.days[1].changes[0].record.address == "/hubs/old-mill/"
    assert page.known == "2 changes since the first record."


def test_how_far_back_changes_are_known_is_said() -> None:
    [(_, page)] = contexts(SMALL, {})
    assert "without the history" in page.known
    [(_, page)] = contexts(replace(SMALL, reads_history=lambda: History(changes=(RENAMED,), since=RENAMED.at)), {})
    assert page.known == "1 change since 1 June 2026; what came before is not listed."


def test_ended_record_says_why_and_where_to_go_instead() -> None:
    pages = dict(ended_contexts(ended_edition(GONE), {}))
    pier = pages["/hubs/pier/"]
    assert pier.since == "This hub has ended (March 2026)."
    assert [(link.label, link.address) for link in pier.instead] == [("Quay", "/hubs/quay/")]
    assert pages["/services/tea/"].reason == "Nobody came."
    assert not pier.head.indexed


def test_record_that_was_only_taken_out_says_when() -> None:
    bus = replace(GONE, kind="hub", slug="bus", name="Bus")
    page = dict(ended_contexts(ended_edition(bus), {}))["/hubs/bus/"]
    assert page.since == "This hub is no longer in our directory. It was taken out on 2 June 2026."


def test_former_address_leads_to_the_present_one() -> None:
    directory = a_directory(a_hub("Quay", previous_ids=("ferry",)), a_service("Advice", previous_ids=("help",)))
    assert page_at(directory, "/hubs/ferry/").now.address == "/hubs/quay/"
    assert page_at(directory, "/services/help/").now.address == "/services/advice/"


def test_published_former_address_leads_on_without_scripts(estuary_site: Path) -> None:
    page = pages_of(estuary_site)["/hubs/dunnel-hub/"]
    assert page.metas["refresh"].endswith("hubs/brackmere/")
    assert ("a", page.metas["refresh"].partition("url=")[2]) in page.links


def test_published_embed_goes_on_at_its_former_address(estuary_site: Path) -> None:
    embeds = estuary_site / "embed" / "hubs"
    assert (embeds / "dunnel-hub.html").exists()
    assert (embeds / "dunnel-hub.fragment.html").read_bytes() == (embeds / "brackmere.fragment.html").read_bytes()


def test_column_on_its_way_out_is_named_with_what_to_use_instead() -> None:
    old: Column[str] = Column("text", "The colour.", lambda _edition, row: row, deprecated="use paint from 2028-01-01.")
    table: Table[str] = Table(
        name="x", title="Things", description="", rows=lambda _edition: (), columns={"colour": old}
    )
    assert deprecated_columns(table, *TABLES)[0] == ("Things", "colour", "use paint from 2028-01-01.")
    assert old.explained == "The colour. Deprecated: use paint from 2028-01-01."
