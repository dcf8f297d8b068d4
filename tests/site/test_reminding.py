"""Reminders as those who run a hub get them: issues, letters and a calendar that other programs read."""

import json
import shutil
import subprocess
import sys
from datetime import date
from email import message_from_string
from pathlib import Path

import html5lib
import markdown
from icalendar import Calendar

from hubatlas.directory import Directory
from hubatlas.facts.reminders import reminders
from hubatlas.imports.suggestions.applying import Applier
from hubatlas.imports.suggestions.block import read_suggestion
from hubatlas.model import Contact, Hub, Provenance
from hubatlas.records import load
from hubatlas_site.reminding.writing import write
from tests.builders import a_directory, a_hub, a_network, a_provenance, a_service, an_organisation

PROJECT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 1)
CONTACT = Contact(role="Office", email="office@trust.example.org")


def confirmed(on: str, *facts: str) -> tuple[Provenance, ...]:
    return (a_provenance(*facts, as_of=None, confirmed_on=date.fromisoformat(on), confirmed_by="The Hub manager"),)


def a_late_directory(name: str = "Old Mill Hub", source: str = "Leaflet") -> Directory:
    return a_directory(
        a_hub(name, slug="mill", operator="trust", provenance=confirmed("2025-06-01", "identity", "hours")),
        a_hub("Weir", slug="weir", provenance=confirmed("2026-11-20", "identity")),
        a_service(
            "Lunch",
            slug="lunch",
            provider="trust",
            hubs=("mill",),
            provenance=(Provenance(facts=("cost",), source=source),),
        ),
        an_organisation(slug="trust", contact=CONTACT),
        network=a_network(contact=Contact(phone="0808 157 0100", email="hello@example.org")),
    )


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_a_letter_names_the_facts_when_they_were_checked_and_the_one_press(tmp_path: Path) -> None:
    said = write(a_late_directory(), TODAY, tmp_path)
    letter = message_from_string((tmp_path / "mail" / "hubs_mill.txt").read_text(encoding="utf-8"))

    assert said == "1 reminder, for 2 hubs on the list."
    assert letter["To"] == "office@trust.example.org"
    assert letter["Subject"] == "Old Mill Hub: is everything still right?"
    body = letter.get_payload()
    assert isinstance(body, str)
    assert body.startswith("Dear Office,")
    last = "last confirmed on 1 June 2025 by the hub manager. A check was due on"
    assert f"- Opening hours: {last} 1 September 2025, and is overdue.\n" in body
    assert f"- Name and status: {last} 1 June 2026, and is overdue.\n" in body
    assert "- Cost: not yet confirmed by those who run it. This is from Leaflet.\n" in body
    assert "\nThe form: https://riverside.example.org/atlas/suggest/#hubs_mill\n" in body
    assert "\nThe form: https://riverside.example.org/atlas/suggest/#services_lunch\n" in body
    assert "What we say: https://riverside.example.org/atlas/hubs/mill/" in body
    assert "0808 157 0100 or hello@example.org" in body


def test_an_issue_keeps_its_title_and_tells_which_hub_it_is_about(tmp_path: Path) -> None:
    write(a_late_directory(), TODAY, tmp_path)
    title, empty, *text = (tmp_path / "issues" / "hubs_mill.md").read_text(encoding="utf-8").splitlines()

    assert (title, empty, text[-1]) == ("Old Mill Hub: is everything still right?", "", "<!-- reminder: hubs/mill -->")
    assert "[Open the form](<https://riverside.example.org/atlas/suggest/#hubs_mill>)" in "\n".join(text)
    assert "`Riverside Trust` runs it." in text[0]


def test_an_organisation_is_asked_about_what_it_offers_away_from_its_hubs(tmp_path: Path) -> None:
    directory = a_directory(
        a_hub(slug="mill", provenance=confirmed("2026-11-20", "identity")),
        a_service("Advice", slug="advice", provider="mill", hubs=("mill",)),
        an_organisation("Law Clinic", slug="mill", contact=CONTACT),
    )
    said = write(directory, TODAY, tmp_path)

    assert said == "1 reminder, for 1 hub and 1 other organisation on the list."
    assert names(tmp_path) == {"issues/organisations_mill.md", "mail/organisations_mill.txt", "reminders.ics"}
    letter = message_from_string((tmp_path / "mail" / "organisations_mill.txt").read_text(encoding="utf-8"))
    assert letter["To"] == "office@trust.example.org"
    body = letter.get_payload()
    assert isinstance(body, str)
    assert "says about what Law Clinic offers." in body
    assert "\nThe form: https://riverside.example.org/atlas/suggest/#services_advice\n" in body
    issue = (tmp_path / "issues" / "organisations_mill.md").read_text(encoding="utf-8")
    assert issue.endswith("\n<!-- reminder: organisations/mill -->\n")
    events = Calendar.from_ical((tmp_path / "reminders.ics").read_bytes()).walk("VEVENT")
    assert {str(each["SUMMARY"]): each["URL"].rpartition("/atlas")[2] for each in events} == {
        "Check the record of Old Mill Hub": "/suggest/#hubs_mill",
        "Check the services of Law Clinic": "/organisations/mill/",
    }


def test_the_calendar_has_a_day_for_each_hub_and_keeps_its_events_apart(tmp_path: Path) -> None:
    write(a_late_directory(), TODAY, tmp_path)
    read = Calendar.from_ical((tmp_path / "reminders.ics").read_bytes())
    events = {str(each["SUMMARY"]): each for each in read.walk("VEVENT")}

    late, fresh = events["Check the record of Old Mill Hub"], events["Check the record of Weir"]
    assert late["DTSTART"].dt == TODAY
    assert fresh["DTSTART"].dt == date(2027, 11, 20)
    assert "Lunch. Cost: not yet confirmed" in late["DESCRIPTION"]
    assert late["URL"] == "https://riverside.example.org/atlas/suggest/#hubs_mill"
    assert late["UID"] != fresh["UID"]


def test_with_nothing_to_ask_nothing_is_written_and_old_reminders_go(tmp_path: Path) -> None:
    write(a_late_directory(), TODAY, tmp_path)
    for mine in ("mine.txt", "mail/mine.txt", "issues/mine.md"):
        (tmp_path / mine).write_text("kept", encoding="utf-8")
    directory = a_directory(a_hub("Weir", provenance=confirmed("2026-11-20", "identity")))

    said = write(directory, TODAY, tmp_path)

    assert said == "Nothing is due. The next is Weir, on 20 November 2027."
    assert names(tmp_path) == {"mine.txt", "mail/mine.txt", "issues/mine.md"}


def test_what_records_say_stays_text_in_issues_letters_and_calendar(tmp_path: Path) -> None:
    hostile = "X\r\nBcc: all@example.org\n# <img src=x onerror=y> @team [a](https://evil.example)\nEND:VEVENT"
    write(a_late_directory(hostile, source=hostile), TODAY, tmp_path)

    letter = message_from_string((tmp_path / "mail" / "hubs_mill.txt").read_text(encoding="utf-8"))
    assert set(letter.keys()) == {"To", "Subject"}
    text = (tmp_path / "issues" / "hubs_mill.md").read_text(encoding="utf-8").partition("\n\n")[2]
    page = html5lib.parse(markdown.markdown(text), namespaceHTMLElements=False)
    assert not list(page.iter("img"))
    assert all(link.get("href", "").startswith("https://riverside.example.org/atlas/") for link in page.iter("a"))
    read = Calendar.from_ical((tmp_path / "reminders.ics").read_bytes())
    assert len(read.walk("VEVENT")) == 2


def test_the_same_records_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(a_late_directory(), TODAY, tmp_path / name)
    one, two = ({name: (folder / name).read_bytes() for name in names(folder)} for folder in tmp_path.iterdir())
    assert one == two


def test_one_press_for_the_hub_and_its_service_ends_their_reminder(tmp_path: Path) -> None:
    content = shutil.copytree(PROJECT / "tests" / "networks" / "first-steps", tmp_path / "content")
    later = date(2028, 1, 1)
    asked = reminders(load(content, PROJECT / "schema"), later)
    waiting = [("hubs" if isinstance(each.record, Hub) else "services", each.record.slug) for each in asked[0].waiting]
    assert waiting
    for folder, slug in waiting:
        press = {"hub-atlas-suggestion": 1, "record": f"{folder}/{slug}", "still_correct": True}
        press |= {"date": "2027-12-31", "role": "People who run it"}
        suggestion = read_suggestion(f"```json\n{json.dumps(press)}\n```\n", later)
        applied = Applier(content, PROJECT / "schema").applied(suggestion)
        applied.path.write_bytes(applied.text)
    assert reminders(load(content, PROJECT / "schema"), later)[0].waiting == ()


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    command = [sys.executable, str(PROJECT / "scripts" / "remind.py"), "--today", "2026-12-01"]
    network = ["--content", str(PROJECT / "tests" / "networks" / "estuary"), "--into", str(tmp_path)]
    done = subprocess.run([*command, *network], capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("20 reminders, for 19 hubs and 21 other organisations on the list.\n")
    assert {"issues/hubs_fenmarket.md", "mail/hubs_fenmarket.txt", "reminders.ics"} <= names(tmp_path)
