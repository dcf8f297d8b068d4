"""The changes as files: the Atom feed as a feed reader sees it, and what stands at addresses that have ended."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import feedparser
from hypothesis import given
from hypothesis import strategies as some

from hubatlas.exports.changes.atom import MOST_ENTRIES, atom_file
from hubatlas.exports.edition import Edition
from hubatlas.model import Ended, History, Operation, RecordChange
from tests.builders import a_directory, a_hub, a_partial_date, a_service
from tests.exports.editions import SMALL, TODAY, files_of, json_of, schemas

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
RENAMED = RecordChange(
    kind="hub",
    slug="old-mill",
    name="Old <Mill> & Co",
    action="changed",
    at=NOON,
    commit="c0ffee",
    operations=(Operation(op="replace", path="/contact/phone", old="1 < 2", value="3 & 4"),),
)
GONE = RecordChange(
    kind="service", slug="tea", name="Tea", action="ended", at=NOON + timedelta(days=1), commit="c0ffee2"
)


def with_history(*changes: RecordChange, edition: Edition = SMALL) -> Edition:
    return replace(edition, reads_history=lambda: History(changes=changes, from_beginning=True))


def read(edition: Edition) -> feedparser.FeedParserDict:
    (_, content), *_ = atom_file(edition)
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


def test_feed_reader_finds_the_newest_change_first() -> None:
    feed = read(with_history(RENAMED, GONE))
    assert [entry.title for entry in feed.entries] == ["Ended: Tea", "Changed: Old <Mill> & Co (Contact)"]
    assert feed.entries[0].updated == feed.feed.updated == "2026-06-02T12:00:00Z"
    assert feed.entries[1].link.endswith("/hubs/old-mill/")
    assert {tag.term for tag in feed.entries[1].tags} == {"changed", "hub"}
    assert "Contact, phone: was 1 &lt; 2, now 3 &amp; 4" in feed.entries[1].content[0].value


def test_feed_says_who_publishes_it_and_under_which_licence() -> None:
    feed = read(with_history(RENAMED))
    assert feed.feed.author == "Riverside Trust"
    assert "OGL v3" in feed.feed.rights
    assert next(link.href for link in feed.feed.links if link.rel == "self").endswith("/data/changes.atom")


def test_entries_keep_their_ids_and_differ_from_each_other() -> None:
    again = replace(RENAMED, at=RENAMED.at, commit="0ther")
    ids = [entry.id for entry in read(with_history(RENAMED, again, GONE)).entries]
    assert len(set(ids)) == len(ids)
    assert ids == [entry.id for entry in read(with_history(RENAMED, again, GONE)).entries]


def test_feed_without_changes_is_a_feed() -> None:
    assert read(SMALL).feed.updated == f"{TODAY}T00:00:00Z"


def test_feed_holds_the_newest_only() -> None:
    many = [replace(RENAMED, slug=f"hub-{number}") for number in range(MOST_ENTRIES + 5)]
    feed = read(with_history(*many))
    assert len(feed.entries) == MOST_ENTRIES
    assert feed.entries[0].link.endswith(f"/hub-{MOST_ENTRIES + 4}/")


@given(words=some.text(alphabet=some.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40))
def test_awkward_text_never_breaks_the_feed(words: str) -> None:
    operation = Operation(op="replace", path=f"/{words.replace('~', '~0').replace('/', '~1')}", old=words, value="x")
    feed = read(with_history(replace(RENAMED, name=words, operations=(operation,))))
    assert len(feed.entries) == 1


def ended_edition(*changes: RecordChange) -> Edition:
    directory = a_directory(
        a_hub("Quay", previous_ids=("ferry", "jetty")),
        a_service("Advice"),
        ended=(
            Ended(type="hub", id="pier", name="Pier Hub", ended_on=a_partial_date("2026-03"), instead=("quay",)),
            Ended(type="service", id="tea", name="Tea and cake", reason="Nobody came."),
        ),
    )
    return with_history(*changes, edition=replace(SMALL, directory=directory, schemas=schemas()))


def test_a_record_that_ended_leaves_a_note_at_its_address() -> None:
    note = json_of(ended_edition(), "/data/v1/hubs/pier.json")
    assert (note["ended"], note["ended_on"], note["id"]) == (True, "2026-03", "pier")
    assert [each.rpartition("/")[2] for each in note["instead"]] == ["quay.json"]
    assert note["licence"]["name"]


def test_what_the_network_says_of_an_ended_record_comes_before_its_history() -> None:
    bus = replace(GONE, kind="hub", slug="bus", name="Bus")
    files = files_of(ended_edition(GONE, bus), "/data/v1/")
    assert json.loads(files["/data/v1/services/tea.json"])["reason"] == "Nobody came."
    assert json.loads(files["/data/v1/hubs/bus.json"])["ended_on"] == "2026-06-02"
    listed = json.loads(files["/data/v1/changes.json"])["ended"]
    assert [(each["type"], each["id"]) for each in listed] == [("hub", "bus"), ("hub", "pier"), ("service", "tea")]


def test_a_record_that_is_back_is_not_said_to_have_ended() -> None:
    quay = replace(GONE, kind="hub", slug="quay", name="Quay")
    assert json_of(ended_edition(quay), "/data/v1/hubs/quay.json")["contents"]["name"] == "Quay"


def test_every_former_id_leads_to_the_record() -> None:
    edition = ended_edition()
    for former in ("ferry", "jetty"):
        note = json_of(edition, f"/data/v1/hubs/{former}.json")
        assert (note["ended"], note["moved_to"]) == (False, "quay")
        assert note["now_at"].endswith("/data/v1/hubs/quay.json")
    redirects = files_of(edition, "/_redirects")["/_redirects"].decode().splitlines()
    assert redirects == ["/hubs/ferry/ /hubs/quay/ 301", "/hubs/jetty/ /hubs/quay/ 301"]


def test_a_calendar_goes_on_at_its_former_address() -> None:
    files = files_of(ended_edition(), "/calendar/")
    without_address = [
        [line for line in files[f"/calendar/hubs/{slug}.ics"].splitlines() if not line.startswith((b"SOURCE", b" "))]
        for slug in ("quay", "ferry")
    ]
    assert without_address[0] == without_address[1]


def test_day_of_an_ended_record_may_be_unknown() -> None:
    assert json_of(ended_edition(), "/data/v1/services/tea.json")["ended_on"] is None
