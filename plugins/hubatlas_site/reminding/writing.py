"""Writes the reminders into a folder, and takes away those of the time before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.facts.reminders import Reminder, reminders
from hubatlas.facts.wording import date_words
from hubatlas.model import Hub
from hubatlas_site.reminding.calendar import calendar
from hubatlas_site.reminding.issues import MARK, issue
from hubatlas_site.reminding.letters import letter
from hubatlas_site.reminding.wording import key, plain
from hubatlas_site.reviewing.markdown import counted

CALENDAR = "reminders.ics"


def write(directory: Directory, today: date, folder: Path) -> str:
    """Write what waits on that day, and say so in plain words; with nothing to ask, the folder has no reminder."""
    found = reminders(directory, today)
    asked = [each for each in found if each.waiting]
    _take_away(folder)
    if not asked:
        return _nothing(found)
    for name in ("issues", "mail"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for each in asked:
        name = key(each).replace("/", "_")
        _write(folder / "issues" / f"{name}.md", issue(directory.network, each, today))
        _write(folder / "mail" / f"{name}.txt", letter(directory.network, each))
    (folder / CALENDAR).write_bytes(calendar(directory, found, today))
    unknown = [plain(each.about.name) for each in asked if each.contact is None]
    lines = [f"{counted(len(asked), 'reminder')}, for {_listed(found)} on the list."]
    if unknown:
        lines.append(f"Nobody's address is known for {', '.join(unknown)}.")
    return "\n".join(lines)


def _take_away(folder: Path) -> None:
    """Delete earlier reminders, known by the mark that only they have; what else lies in the folder stays."""
    for file in folder.glob("issues/*.md"):
        if MARK in file.read_text(encoding="utf-8", errors="replace"):
            file.unlink()
            (folder / "mail" / f"{file.stem}.txt").unlink(missing_ok=True)
    (folder / CALENDAR).unlink(missing_ok=True)


def _listed(found: tuple[Reminder, ...]) -> str:
    hubs = sum(isinstance(each.about, Hub) for each in found)
    others = len(found) - hubs
    return counted(hubs, "hub") + (f" and {counted(others, 'other organisation')}" if others else "")


def _nothing(found: tuple[Reminder, ...]) -> str:
    if not found:
        return "Nothing is due: nothing is on the list."
    first = min(found, key=lambda each: each.due_on)
    return f"Nothing is due. The next is {plain(first.about.name)}, on {date_words(first.due_on)}."


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
