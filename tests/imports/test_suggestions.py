"""Suggestions of strangers: each becomes exactly the change that it describes, or nothing at all."""
# ruff: noqa: RUF001 - strangers write letters that look like others

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from hubatlas.exports.record_shape import whole_record
from hubatlas.imports.suggestions.applying import Applied, Applier, put
from hubatlas.imports.suggestions.block import SuggestionError, read_suggestion
from hubatlas.imports.suggestions.telling import body, subject
from hubatlas.imports.trial import BrokenContentError
from hubatlas.model import Hub, Service
from hubatlas.records import load
from hubatlas.records.reading import read
from hubatlas.records.structuring import structure
from hubatlas.suggesting import FORMS

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schema"
NETWORKS = ROOT / "tests" / "networks"
TODAY = date(2026, 12, 1)
TUESDAY = {"field": "opening_hours/tuesday", "old": "09:00-19:30", "new": "09:00-17:00"}
WEDNESDAY = {"field": "opening_hours/wednesday", "old": "closed", "new": "10:00-12:00"}
SMALL = "hubs/corner-house"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of records that no test writes to."""
    folder = tmp_path_factory.mktemp("suggestions") / "content"
    shutil.copytree(NETWORKS / "estuary", folder)
    return folder


@pytest.fixture(scope="module")
def applier(content: Path) -> Applier:
    return Applier(content, SCHEMA)


@pytest.fixture(scope="module")
def small() -> Applier:
    """For one hub of the smallest network, so that many suggestions can be tried."""
    return Applier(NETWORKS / "first-steps", SCHEMA)


def letter(*changes: dict[str, Any], **rest: Any) -> str:  # noqa: ANN401 - JSON
    """What the form would write, but for the words around it."""
    whole = {"hub-atlas-suggestion": 1, "record": "hubs/quayside", "date": "2026-11-30", "role": "Hub manager"}
    whole |= {"changes": list(changes)} if changes else {}
    return f"A change:\n\n```json\n{json.dumps({**whole, **rest})}\n```\n"


def change(field: str, old: Any, new: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"field": field, "old": old, "new": new}


def applied(applier: Applier, text: str) -> Applied:
    return applier.applied(read_suggestion(text, TODAY))


def lines_changed(result: Applied) -> tuple[list[str], list[str]]:
    """The lines that go and those that come, but for where the facts come from."""
    before = result.path.read_text("utf-8").partition("\nprovenance:\n")[0].split("\n")
    after = result.text.decode().partition("\nprovenance:\n")[0].split("\n")
    return [each for each in before if each not in after], [each for each in after if each not in before]


def provenance(result: Applied) -> str:
    return result.text.decode().partition("\nprovenance:\n")[2]


def refused(applier: Applier, text: str) -> str:
    with pytest.raises(SuggestionError) as caught:
        applied(applier, text)
    return str(caught.value)


def test_hours_change_on_one_day_and_say_who_confirmed_them(applier: Applier) -> None:
    result = applied(applier, letter(TUESDAY))
    assert lines_changed(result) == (["  tuesday: 09:00-19:30"], ["  tuesday: 09:00-17:00"])
    assert provenance(result).endswith(
        "  - facts: [hours]\n    source: Hub manager, through the form on this site\n"
        "    as_of: 2026-11-30\n    confirmed_on: 2026-11-30\n    confirmed_by: Hub manager\n"
    )
    assert result.text.startswith(b"# A full record: nearly everything that a hub can say is said here")


def test_somebody_else_speaks_only_for_what_they_change(applier: Applier) -> None:
    result = applied(applier, letter(TUESDAY, role=None, source="The poster on the door"))
    assert provenance(result).endswith(
        "  - facts: [hours]\n    source: The poster on the door\n    as_of: 2026-11-30\n"
        "    note: Only for “Opening hours”.\n"
    )


def test_those_who_run_it_confirm_no_more_than_the_form_showed_them(applier: Applier) -> None:
    result = applied(applier, letter(TUESDAY, change("status_note", None, "Scaffolding until May.")))
    assert provenance(result).endswith(
        "    confirmed_by: Hub manager\n  - facts: [hours]\n    source: Hub manager, through the form on this site\n"
        "    as_of: 2026-11-30\n    confirmed_on: 2026-11-30\n    confirmed_by: Hub manager\n"
        "  - facts: [identity]\n    source: Hub manager, through the form on this site\n"
        "    as_of: 2026-11-30\n    note: Only for “About the status”.\n"
    )


def test_everything_is_still_correct_changes_only_the_day_of_confirmation(applier: Applier) -> None:
    result = applied(applier, letter(still_correct=True, date="2026-12-01", role="People who run it"))
    assert lines_changed(result) == ([], [])
    before, after = result.path.read_text("utf-8").split("\n"), result.text.decode().split("\n")
    changed = {(old.split(":")[0].strip(), new) for old, new in zip(before, after, strict=True) if old != new}
    assert changed == {
        ("confirmed_on", "    confirmed_on: 2026-12-01"),
        ("confirmed_by", "    confirmed_by: People who run it"),
    }
    assert subject(result) == "Confirm hubs/quayside, as suggested"


def test_a_field_can_be_added_and_taken_out(applier: Applier) -> None:
    result = applied(
        applier,
        letter(
            change("opening_hours/note", "The café stops serving half an hour before the doors close.", None),
            change("status_note", None, "Scaffolding until May."),
            change("accessibility/lift", "yes", "no"),
        ),
    )
    gone, come = lines_changed(result)
    assert gone == ["  note: The café stops serving half an hour before the doors close.", "  lift: yes"]
    assert come == ["status_note: Scaffolding until May.", "  lift: no"]


def test_a_session_can_be_changed_added_and_ended(applier: Applier, content: Path) -> None:
    record = "services/debt-clinic"
    text = (content / f"{record}.yaml").read_text("utf-8")
    first = next(line.split(": ")[1] for line in text.split("\n") if line.startswith("  - id: "))
    new = {"id": "tuesday-quayside", "hub": "quayside", "schedule": {"repeats": "weekly", "days": ["Tuesday"]}}
    added = applied(applier, letter(change("sessions/tuesday-quayside", None, new), record=record))
    assert "  - id: tuesday-quayside" in lines_changed(added)[1]
    note = change(
        f"sessions/{first}/note", "Fully booked until the new year. Ask to go on the waiting list.", "Places."
    )
    assert lines_changed(applied(applier, letter(note, record=record)))[1] == ["    note: Places."]


def test_a_letter_that_was_quoted_and_broken_into_lines_on_the_way_is_read(applier: Applier) -> None:
    text = letter(change("status_note", None, "A long line of words that a mail program breaks where it likes to."))
    broken = text.replace(" program breaks", " program \r\nbreaks").replace(', "new"', ',\r\n"new"')
    quoted = "".join(f"> > {line}\r\n" for line in broken.split("\r\n"))
    assert lines_changed(applied(applier, quoted.replace("\n```", "\n> > ```")))[1] == [
        "status_note: A long line of words that a mail program breaks where it likes to."
    ]


def test_what_changed_meanwhile_is_not_written_over(applier: Applier) -> None:
    stale = change("opening_hours/tuesday", "09:00-12:00", "09:00-17:00")
    assert 'was changed meanwhile: the suggestion was made when it said "09:00-12:00"' in refused(
        applier, letter(stale)
    )


def test_a_mistake_is_told_in_the_words_of_the_checker(applier: Applier) -> None:
    problem = refused(applier, letter({**TUESDAY, "new": "9am-5pm"}, change("contact/phone", "01632 960111", "12")))
    assert 'Tuesday should look like 09:00-17:00, not "9am-5pm"; did you mean "09:00-17:00"?' in problem
    assert 'Phone "12" is not a UK phone number' in problem


def test_everything_that_is_wrong_is_told_at_once(applier: Applier) -> None:
    wrong = (
        change("colour", None, "blue"),
        change("contact/email", "old@example.org", "hello@quayside.example.org"),
        change("contact/phone", "01632 960111", "01632 960111"),
        {**TUESDAY, "new": "9am-5pm"},
    )
    assert refused(applier, letter(*wrong)).splitlines() == [
        '"colour" is not a field of the form.',
        'contact/email was changed meanwhile: the suggestion was made when it said "old@example.org".',
        "contact/phone says this already.",
        'Tuesday should look like 09:00-17:00, not "9am-5pm"; did you mean "09:00-17:00"?',
    ]


def test_records_with_faults_of_their_own_come_first(tmp_path: Path) -> None:
    shutil.copytree(NETWORKS / "first-steps", tmp_path / "content")
    (tmp_path / "content" / "hubs" / "broken.yaml").write_text("name:\n")
    with pytest.raises(BrokenContentError):
        Applier(tmp_path / "content", SCHEMA)


SHELL = "$(touch /tmp/owned) `id` ; rm -rf / #"
COMMAND = "::set-output name=x::y"
BOMB = '{"a":' * 60 + "1" + "}" * 60

TEXTS = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a link": "[x]({attach}../../.git/config) ![y](https://example.org/t.png)",
    "YAML": "x\\n  - facts: [all]: {a: &b *b}",
    "a YAML tag": "!!python/object/apply:os.system ['id']",
    "an anchor": "&anchor value",
    "an alias": "*anchor",
    "a merge key": "<<: *x",
    "a comment": "# not a comment",
    "a colon": "monday: 00:00-24:00",
    "quotation marks": "\"; ' \\\" ''",
    "a document mark": "---",
    "a directive": "%YAML 1.2",
    "shell": SHELL,
    "a workflow command": COMMAND,
    "an old workflow command": "##[set-env name=PATH]/tmp",
    "an expression": "${{ secrets.GITHUB_TOKEN }} ${{ github.event.issue.body }}",
    "Jinja": "{{ 7*7 }}{% include '/etc/passwd' %}",
    "a formula": "=cmd|' /C calc'!A0",
    "SQL": "'; DROP TABLE hubs; --",
    "a mention": "@everyone fixes #1, closes #2",
    "nothing in YAML": "null",
    "a number in YAML": "1e3",
    "no in YAML": "NO",
    "a fence": "``` ```json",
    "look-alikes": "рaypal аррӏе",
    "joined emoji": "👩‍👩‍👧 नमस्ते",
    "combining letters": "é" * 10 + "Z͑ͫ̓",
    "letters of three hundred": "x" * 300,
}
"""Each is a text that a record may hold: it has to come out as the same text, and do nothing."""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_stays_text(text: str, small: Applier) -> None:
    result = applied(small, letter(change("status_note", None, text), record=SMALL))
    record, before = read(result.text), read(result.path.read_bytes())
    assert record.pop("status_note") == normalize("NFC", text)
    record.pop("provenance")
    before.pop("provenance")
    assert record == before
    told = subject(result) + body(result)
    assert text not in told
    assert told.isascii()


REFUSED: dict[str, Callable[[], str]] = {
    "a path": lambda: letter(WEDNESDAY, record="hubs/../../etc/passwd"),
    "a whole path": lambda: letter(WEDNESDAY, record="/etc/passwd"),
    "a path of Windows": lambda: letter(WEDNESDAY, record="hubs\\corner-house"),
    "a percent sign": lambda: letter(WEDNESDAY, record="hubs/%2e%2e/network"),
    "another kind": lambda: letter(change("name", "x", "y"), record="organisations/x"),
    "the network": lambda: letter(change("name", "x", "y"), record="network"),
    "a page": lambda: letter(change("name", "x", "y"), record="pages/about"),
    "a record that is not there": lambda: letter(WEDNESDAY, record="hubs/nowhere"),
    "a new line in the record": lambda: letter(WEDNESDAY, record="hubs/corner-house\n::error::x"),
    "a list of records": lambda: letter(WEDNESDAY, record=["hubs/corner-house"]),
    "a field that the form has not": lambda: letter(change("name", "Corner House", "Ours now")),
    "the sources": lambda: letter(change("provenance", None, [])),
    "another field of a session": lambda: letter(change("sessions/x/provider", None, "y"), record="services/x"),
    "a whole group": lambda: letter(change("contact", None, {"phone": "01632 960001"})),
    "a prototype": lambda: letter(change("__proto__/polluted", None, "yes")),
    "a constructor": lambda: letter(change("constructor/prototype/x", None, "yes")),
    "a prototype among answers": lambda: letter(change("accessibility/__proto__", None, "yes")),
    "a term that is not": lambda: letter(change("accessibility/nothing-like-it", None, "yes")),
    "a step up": lambda: letter(change("opening_hours/../name", None, "x")),
    "a command as a field": lambda: letter(change(f"opening_hours/{COMMAND}", None, "closed")),
    "a field without an effect": lambda: letter(change("status_note", None, None), WEDNESDAY),
    "a group in place of a text": lambda: letter(change("status_note", None, {"a": {"b": "c"}})),
    "a list in place of a text": lambda: letter(change("status_note", None, ["a"])),
    "a number in place of a text": lambda: letter(change("status_note", None, 7)),
    "yes in place of a text": lambda: letter(change("status_note", None, new=True)),
    "a text of a page": lambda: letter(change("status_note", None, "x" * 9_000)),
    "a huge text": lambda: letter(change("status_note", None, "x" * 300_000)),
    "a thousand changes": lambda: letter(*(change(f"facilities/f-{number}", None, "yes") for number in range(1_000))),
    "twice the same": lambda: letter(WEDNESDAY, WEDNESDAY),
    "a new line": lambda: letter(change("status_note", None, "x\nprovenance: []")),
    "a line separator": lambda: letter(change("status_note", None, "x\u2028kind: satellite")),
    "a next line": lambda: letter(change("status_note", None, "x\x85kind: satellite")),
    "an override of direction": lambda: letter(change("status_note", None, "x\u202egnp.exe")),
    "an invisible space": lambda: letter(change("status_note", None, "x\u200by")),
    "hidden tags": lambda: letter(change("status_note", None, "x\U000e0041")),
    "half of a character": lambda: letter(change("status_note", None, "\ud800")),
    "a null": lambda: letter(change("status_note", None, "x\x00y")),
    "an escape of the terminal": lambda: letter(change("status_note", None, "\x1b[2J")),
    "a script as an address": lambda: letter(change("contact/website", None, "javascript:x")),
    "a private address": lambda: letter(change("contact/email", None, "jo.bloggs@example.org")),
    "a costly number": lambda: letter(change("contact/phone", "01632 960001", "0909 8790000")),
    "not a number": lambda: letter(WEDNESDAY).replace('"10:00-12:00"', "NaN"),
    "a number of a thousand digits": lambda: letter(WEDNESDAY).replace('"10:00-12:00"', "9" * 9_000),
    "nested for ever": lambda: letter(WEDNESDAY).replace('"10:00-12:00"', "[" * 9_000 + "]" * 9_000),
    "nested groups": lambda: letter(WEDNESDAY).replace('"10:00-12:00"', BOMB),
    "the same name twice": lambda: letter(WEDNESDAY).replace('{"hub', '{"record": "hubs/ropewalk", "hub'),
    "something more": lambda: letter(WEDNESDAY, run="id"),
    "something more in a change": lambda: letter({**WEDNESDAY, "eval": "1"}),
    "another version": lambda: letter(WEDNESDAY, **{"hub-atlas-suggestion": 2}),
    "a day to come": lambda: letter(WEDNESDAY, date="2027-01-01"),
    "no day": lambda: letter(WEDNESDAY, date="yesterday"),
    "nobody": lambda: letter(WEDNESDAY, role=None),
    "a role of lines": lambda: letter(WEDNESDAY, role="x\n::error::y"),
    "a role of a page": lambda: letter(WEDNESDAY, role="x" * 400),
    "correct and changed": lambda: letter(WEDNESDAY, still_correct=True),
    "correct by hearsay": lambda: letter(still_correct=True, role=None, source="A friend"),
    "nothing": letter,
    "no JSON": lambda: "```\nhub-atlas-suggestion\n```",
    "a list": lambda: '```\n["hub-atlas-suggestion"]\n```',
    "no block": lambda: "Please change Tuesday.",
    "two blocks": lambda: letter(WEDNESDAY) + letter(WEDNESDAY),
    "an open block": lambda: letter(WEDNESDAY).replace("\n```\n", "\n", 1).rstrip("`\n"),
}
"""Each is a suggestion that has to be refused, whole."""


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_hostile_suggestion_is_refused(text: Callable[[], str], small: Applier) -> None:
    for line in refused(small, text().replace("hubs/quayside", SMALL)).split("\n"):
        assert line
        assert not line.startswith(("::", "##"))


def test_links_in_the_content_folder_are_not_followed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(NETWORKS / "first-steps", content)
    applier = Applier(content, SCHEMA)
    outside = tmp_path / "outside.yaml"
    hub = next((content / "hubs").glob("*.yaml"))
    hub.rename(outside)
    hub.symlink_to(outside)
    before = outside.read_bytes()
    assert "There is no record" in refused(applier, letter(WEDNESDAY, record=f"hubs/{hub.stem}"))
    assert outside.read_bytes() == before


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", folder, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A real repository with the smallest network in it."""
    shutil.copytree(NETWORKS / "first-steps", tmp_path / "content")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "config", "user.name", "Editor")
    git(tmp_path, "config", "user.email", "editor@example.org")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=Begin")
    return tmp_path


def run(folder: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "apply_suggestion.py"), "--today=2026-12-01", *arguments]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, check=False, cwd=folder, encoding="utf-8"
    )


def test_the_command_says_why_and_leaves_everything_as_it_was(repository: Path) -> None:
    done = run(repository, letter(change("status_note", None, COMMAND), record="hubs/nowhere"), "--branch")
    assert done.returncode == 1
    assert done.stderr == (
        "The suggestion cannot be taken, and nothing was changed:\n- There is no record hubs/nowhere.\n"
    )
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "branch", "--format=%(refname:short)") == "main\n"


def test_what_a_page_shows_never_counts_as_changed_meanwhile(content: Path) -> None:
    directory = load(content, SCHEMA)
    kinds: tuple[tuple[str, tuple[Hub | Service, ...]], ...] = (
        ("hub", directory.hubs),
        ("service", directory.services),
    )
    for kind, records in kinds:
        schema = json.loads((SCHEMA / f"{kind}.schema.json").read_bytes())
        assert records
        for record in records:
            present = read((content / f"{kind}s" / f"{record.slug}.yaml").read_bytes())
            shown = whole_record(record, schema)
            for field in (field for part in FORMS[kind] for field in part.fields):
                for way, value in ways(shown, field.split("/")):
                    put(present, kind, way, value)
            assert structure({"slug": record.slug, **present}, type(record)) == record


def ways(value: Any, names: list[str], before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - JSON
    """Each way that a field of the form leads, and what stands there."""
    if not names or value is None:
        yield before, value
    elif names[0] == "*" and isinstance(value, list):
        for item in value:
            yield from ways(item, names[1:], (*before, item["id"]))
    else:
        inner = value if names[0] == "*" else {names[0]: value.get(names[0])}
        for name, each in inner.items():
            yield from ways(each, names[1:], (*before, name))
