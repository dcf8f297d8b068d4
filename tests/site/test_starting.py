"""`make new hub`, `make new service` and `make new network`."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubatlas.records import check, load
from hubatlas.records.layouts import layouts
from hubatlas_site.starting.networks import LICENCE, PLACES, QUESTIONS, start_network
from hubatlas_site.starting.questions import Ask, NotAnsweredError
from hubatlas_site.starting.records import Started, questions, start

PROJECT = Path(__file__).resolve().parents[2]
SCHEMA = PROJECT / "schema"
TODAY = date(2026, 12, 1)
HUB = {"name": "Weir House", "summary": "A warm room for anyone.", "source": "Phone call with the hub"}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PROJECT / "tests" / "networks" / "first-steps", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def begin(kind: str, content: Path, given: dict[str, str], ask: Ask | None = None) -> Started:
    return start(kind, content, SCHEMA, given, ask, today=TODAY)


def test_hub_from_options_passes_the_check_in_the_usual_layout_and_says_what_to_add(content: Path) -> None:
    started = begin("hub", content, HUB | {"street": "1 Weir Street", "phone": "01632 960123"})

    assert (content / "hubs" / "weir-house.yaml").read_text(encoding="utf-8") == (
        "name: Weir House\nkind: hub\nstatus: open\nsummary: A warm room for anyone.\n"
        "address:\n  address_1: 1 Weir Street\ncontact:\n  phone: 01632 960123\nprovenance:\n"
        "  - facts: [identity, description, location, contact]\n    source: Phone call with the hub\n"
        "    as_of: 2026-12-01\n"
    )
    assert (started.path, started.problems) == ("content/hubs/weir-house.yaml", ())
    assert started.lacking[0] == "opening hours for each day"
    assert check(content, SCHEMA) == ()


def test_service_from_options_has_its_session(content: Path) -> None:
    answers = {"hub": "corner-house", "days": "Monday, Friday", "time": "12:00-13:00", "needs": "money", "free": "yes"}

    started = begin("service", content, HUB | answers | {"name": "Soup lunch"})

    assert started.problems == ()
    (session,) = load(content, SCHEMA).service("soup-lunch").sessions
    assert (session.id, session.hub, session.schedule.days) == ("monday-friday", "corner-house", ("Monday", "Friday"))
    begin("service", content, HUB | {"name": "Tea", "hub": "corner-house"})
    assert load(content, SCHEMA).service("tea").sessions[0].schedule.repeats == "not published"
    assert not any(layout.is_new for layout in layouts(content, SCHEMA) if layout.path.stem in {"tea", "soup-lunch"})
    with pytest.raises(NotAnsweredError, match="--time: say --days as well"):
        begin("service", content, HUB | {"name": "Choir", "time": "12:00-13:00"})


def test_what_is_wrong_is_told_at_once_and_nothing_is_written(content: Path) -> None:
    with pytest.raises(NotAnsweredError) as caught:
        begin("hub", content, {"name": "Weir House", "kind": "palace", "postcode": "hx71aa"})

    assert str(caught.value).splitlines() == [
        '--kind: there is no "palace"; choose hub',
        "--summary: this has to be said",
        '--postcode: postal_code "hx71aa" is not a full UK postcode; did you mean "HX7 1AA"?',
        "--source: this has to be said",
    ]
    assert not (content / "hubs" / "weir-house.yaml").exists()
    with pytest.raises(NotAnsweredError, match=r"content/hubs/corner-house\.yaml is there already\."):
        begin("hub", content, HUB | {"name": "Corner House"})


def test_what_remains_is_said_where_the_network_asks_for_more(content: Path) -> None:
    network = content / "network.yaml"
    text = network.read_text(encoding="utf-8").replace("plural: Hubs", "plural: Hubs\n    requires: [operator]")
    network.write_text(text, encoding="utf-8")
    (content / "hubs" / "corner-house.yaml").unlink()
    (content / "services" / "tea-and-advice.yaml").unlink()

    (problem,) = begin("hub", content, HUB).problems

    assert problem.startswith("content/hubs/weir-house.yaml:2:7: a hub of kind hub must say its operator")


def test_questions_are_asked_again_until_the_answer_is_right(content: Path) -> None:
    answers = iter(["", "Weir House", "", "", "A warm room.", "", "", "hx71aa", "HX7 1AA", "", "", "", "A visit"])
    asked: list[str] = []

    def ask(words: str) -> str:
        asked.append(words)
        return next(answers)

    begin("hub", content, {}, ask)

    assert list(answers) == []
    assert asked[0] == "What is it called, as on its sign?\n> "
    assert asked[1] == "This has to be said.\n> "
    assert asked[8].startswith('Postal code "hx71aa" is not a full UK postcode; did you mean "HX7 1AA"?')
    assert "HX7 1AA" in (content / "hubs" / "weir-house.yaml").read_text(encoding="utf-8")


def test_options_of_the_command_are_the_questions(content: Path) -> None:
    from new import OPTIONS  # noqa: PLC0415 - it sets up the project when it is imported

    directory = load(content, SCHEMA)
    for kind in ("hub", "service"):
        assert OPTIONS[kind] == tuple(question.option for question in questions(kind, directory))
    assert OPTIONS["network"] == tuple(question.option for question in (*QUESTIONS, PLACES, LICENCE))


def test_network_builds_at_once_and_takes_its_first_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answers: Iterator[str] = iter(["Dale Hubs", "Upper Dale", "hubs@example.org", "", "", "scotland", "High Town", ""])
    asked = [*QUESTIONS, PLACES, LICENCE]
    folder = start_network(None, SCHEMA, {}, lambda _: next(answers), today=TODAY)

    assert len(asked) == 8
    assert folder == Path("dale-hubs")
    directory = load(folder, SCHEMA)
    assert [(place.name, place.parent) for place in directory.places] == [
        ("High Town", "upper-dale"),
        ("Upper Dale", None),
    ]
    assert directory.network.licence.name == "Open Government Licence v3.0"
    assert not any(layout.is_new for layout in layouts(folder, SCHEMA))
    assert begin("hub", folder, HUB).problems == ()
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--content", str(folder), "--output", "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Weir House" in Path("site/hubs/weir-house/index.html").read_text(encoding="utf-8")
    with pytest.raises(NotAnsweredError, match=r"dale-hubs is there already\."):
        start_network(None, SCHEMA, {"name": "Dale Hubs", "area": "Dale"}, None, today=TODAY)


def test_make_takes_the_kind_after_new(tmp_path: Path) -> None:
    command = ["make", "--dry-run", "new", "network", f"PYTHON={sys.executable}", f"ARGS=--folder {tmp_path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stderr
    assert f'scripts/new.py network --content "content" --folder {tmp_path}' in done.stdout
