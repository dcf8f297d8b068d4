"""A new hub or service: the questions, the record that the answers make, and what its readers would still miss."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hubatlas.directory import Directory
from hubatlas.facts.completeness import hub_completeness, service_completeness
from hubatlas.frozen import dataclass
from hubatlas.model import DAY_NAMES
from hubatlas.records import InvalidRecordsError, load
from hubatlas.records.checking import Checker
from hubatlas.records.folders import shown_path, slug_like
from hubatlas.records.formatting import written
from hubatlas.records.source_rules import fact_groups
from hubatlas_site.starting.questions import Ask, NotAnsweredError, Question, answered

_SOURCE = Question(
    option="source",
    words="Where do you know this from? For example: Phone call with the hub",
    where=("provenance", 0, "source"),
    required=True,
)
_NAME = Question(option="name", words="What is it called, as on its sign?", where=("name",), required=True)
_SUMMARY = Question(
    option="summary",
    words="In one plain sentence: what is it, and who is it for?",
    where=("summary",),
    required=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A record that was written: its path, what `make check` says of it, and what its readers would miss."""

    path: str
    problems: tuple[str, ...]
    lacking: tuple[str, ...]


def questions(kind: str, directory: Directory) -> tuple[Question, ...]:
    """What is asked for a new "hub" or "service" of that network."""
    return _QUESTIONS[kind](directory)


def start(
    kind: str, content: Path, schema: Path, given: Mapping[str, str | None], ask: Ask | None, *, today: date
) -> Started:
    """Write a new record into the content folder, in the usual layout.

    Raises NotAnsweredError where something needed is missing or wrong, or where there is such a record already.
    """
    try:
        directory = load(content, schema)
    except InvalidRecordsError as error:
        raise NotAnsweredError(f"{error}\nPut the records that are there right first.") from None
    checker = Checker(schema, kind)
    record = answered(questions(kind, directory), given, ask, checker.findings)
    _finish(kind, record, checker, today)
    path = content / f"{kind}s" / f"{slug_like(record['name'])}.yaml"
    if path.exists():
        raise NotAnsweredError(f"{shown_path(path)} is there already.")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(written(record, checker.schema))
    return _judged(kind, path, content, schema)


def _finish(kind: str, record: dict[str, Any], checker: Checker, today: date) -> None:
    """Add what follows from the answers."""
    if kind == "service":
        _finish_sessions(record)
    groups = fact_groups(checker.schema)
    held = dict.fromkeys(groups[name] for name in checker.schema["properties"] if name in record and name in groups)
    record["provenance"] = [{"facts": list(held), **record["provenance"][0], "as_of": today.isoformat()}]


def _finish_sessions(record: dict[str, Any]) -> None:
    record.setdefault("status", "active")
    for session in record.get("sessions", ()):
        days = session.setdefault("schedule", {}).get("days", ())
        session["schedule"]["repeats"] = "weekly" if days else "not published"
        session["id"] = "-".join(day.casefold() for day in days[:2]) or "session"


def _judged(kind: str, path: Path, content: Path, schema: Path) -> Started:
    shown = shown_path(path)
    try:
        directory = load(content, schema)
    except InvalidRecordsError as error:
        own = tuple(str(problem) for problem in error.problems if problem.path == shown)
        return Started(path=shown, problems=own or tuple(map(str, error.problems)), lacking=())
    slug = path.stem
    found = (
        hub_completeness(directory, directory.hub(slug))
        if kind == "hub"
        else service_completeness(directory, directory.service(slug))
    )
    return Started(path=shown, problems=(), lacking=tuple(each.label for each in found.lacks) if found else ())


def _hub_questions(directory: Directory) -> tuple[Question, ...]:
    network = directory.network
    return (
        _NAME,
        _choice("kind", "Which kind of hub is it?", ("kind",), (each.id for each in network.hub_kinds)),
        _choice("status", "How does it stand?", ("status",), (each.id for each in network.hub_statuses)),
        _SUMMARY,
        Question(option="street", words="Number and street", where=("address", "address_1")),
        Question(option="city", words="Town or city", where=("address", "city")),
        Question(option="postcode", words="Postcode", where=("address", "postal_code")),
        Question(option="phone", words="Phone number, the hub's own", where=("contact", "phone")),
        Question(option="email", words="Email address of the team", where=("contact", "email")),
        Question(option="operator", words="Who runs it (file name)?", where=("operator",), choices=_runs(directory)),
        _SOURCE,
    )


def _service_questions(directory: Directory) -> tuple[Question, ...]:
    needs = tuple(term.id for term in directory.terms("needs"))
    hubs = tuple(hub.slug for hub in directory.hubs)
    schedule = ("sessions", 0, "schedule")
    days = (*schedule, "days")
    return (
        _NAME,
        _SUMMARY,
        Question(option="needs", words="Which needs does it help with?", where=("needs",), choices=needs, many=True),
        Question(option="provider", words="Who provides it?", where=("provider",), choices=_runs(directory)),
        Question(option="hub", words="At which hub is it (file name)?", where=("sessions", 0, "hub"), choices=hubs),
        Question(option="days", words="On which days?", where=days, choices=DAY_NAMES, many=True),
        Question(
            option="time",
            words="At what time? For example: 10:00-12:00",
            where=(*schedule, "time"),
            after=(*schedule, "days"),
        ),
        Question(option="free", words="Is it free?", where=("cost", "free"), choices=("yes", "no")),
        _SOURCE,
    )


def _choice(option: str, words: str, where: tuple[str, ...], choices: Iterable[str]) -> Question:
    """A question with one of a few answers; the first is taken where nobody says."""
    known = tuple(choices)
    return Question(option=option, words=words, where=where, required=True, choices=known, default=known[0])


def _runs(directory: Directory) -> tuple[str, ...]:
    return tuple(organisation.slug for organisation in directory.organisations)


_QUESTIONS: Mapping[str, Callable[[Directory], tuple[Question, ...]]] = {
    "hub": _hub_questions,
    "service": _service_questions,
}
KINDS = tuple(_QUESTIONS)
