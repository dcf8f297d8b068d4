"""A new network: a folder that builds, from a few questions."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hubatlas.records.checking import Checker
from hubatlas.records.folders import slug_like
from hubatlas.records.formatting import written
from hubatlas_site.starting.questions import Ask, NotAnsweredError, Question, answered

_LISTS = Path(__file__).resolve().parent / "lists"
_LICENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "OGL": (
            "Open Government Licence v3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
        "CC-BY": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    }
)
_DIVISIONS = ("england-and-wales", "scotland", "northern-ireland")
QUESTIONS: tuple[Question, ...] = (
    Question(option="name", words="What is the network called?", where=("name",), required=True),
    Question(option="area", words="Which area is it for?", where=("area_name",), required=True),
    Question(option="email", words="Email address of the team that keeps it", where=("contact", "email")),
    Question(option="phone", words="Phone number of that team", where=("contact", "phone")),
    Question(
        option="address",
        words="Where will the site be, with a slash at the end?",
        where=("site", "address"),
        default="https://hubs.example.org/",
    ),
    Question(
        option="bank-holidays",
        words="Whose bank holidays?",
        where=("bank_holidays",),
        choices=_DIVISIONS,
        default=_DIVISIONS[0],
    ),
)
PLACES = Question(
    option="places", words="Names of places in the area, with commas between", where=("names",), many=True
)
LICENCE = Question(
    option="licence",
    words="Under which licence may others use the data?",
    where=("licence",),
    choices=tuple(_LICENCES),
    default="OGL",
)
_RULES: Mapping[str, Any] = MappingProxyType(
    {
        "demonstration": "yes",
        "appearance": {"brand_colour": "#1f5a3d"},
        "hub_kinds": [
            {"id": "hub", "label": "Hub", "plural": "Hubs"},
            {"id": "satellite", "label": "Satellite", "plural": "Satellites", "requires": ["parent"]},
        ],
        "hub_statuses": [
            {"id": "open", "label": "Open", "shown_as": "open"},
            {"id": "planned", "label": "Planned", "shown_as": "coming"},
            {"id": "closed", "label": "Closed", "shown_as": "ended"},
        ],
        "place_levels": [
            {"id": "area", "label": "Area", "plural": "Areas"},
            {"id": "place", "label": "Place", "plural": "Places"},
        ],
        "review_months": {"default": 12, "hours": 3, "contact": 6},
        "unknown_hours": "Opening hours are not yet published. Ring before you go.",
    }
)
_COMMENTS: Mapping[str, str] = MappingProxyType(
    {
        "demonstration:": 'Until this is "no", every page says that the records are made up.',
        "appearance:": "White words must be readable on the colour.",
        "hub_statuses:": "shown_as is one of open, coming and ended.",
        "review_months:": "Months after which facts are due to be checked again.",
    }
)


def start_network(
    folder: Path | None, schema: Path, given: Mapping[str, str | None], ask: Ask | None, *, today: date
) -> Path:
    """Write the folder of a new network; by default it is named after the network, in the current folder.

    Raises NotAnsweredError where something needed is missing or wrong, or where there is such a folder already.
    """
    checker = Checker(schema, "network")
    record = answered(QUESTIONS, given, ask, checker.findings)
    others = answered((PLACES, LICENCE), given, ask, lambda _: ())
    folder = folder or Path(slug_like(record["name"]))
    if folder.exists():
        raise NotAnsweredError(f"{folder} is there already.")
    name, area = record["name"], record["area_name"]
    licence, address = _LICENCES[others["licence"]]
    said = f"Contains information from {name}, licensed under the {licence}."
    record |= {
        **_RULES,
        "summary": f"Hubs in {area}, where anyone can ask for help."[:200],
        "licence": {"name": licence, "url": address, "attribution": said[:300]},
    }
    folder.mkdir(parents=True)
    shutil.copytree(_LISTS, folder / "vocabularies")
    for empty in ("hubs", "services", "organisations"):
        (folder / empty).mkdir()
        (folder / empty / ".gitkeep").touch()
    (folder / "network.yaml").write_text(_commented(written(record, checker.schema)), encoding="utf-8")
    _write_places(folder / "places", schema, area, others.get("names", ()), today)
    return folder


def _commented(text: bytes) -> str:
    lines = []
    for line in text.decode().splitlines():
        comment = _COMMENTS.get(line.partition(" ")[0])
        lines += [f"# {comment}", line] if comment else [line]
    return "\n".join(lines) + "\n"


def _write_places(folder: Path, schema: Path, area: str, names: tuple[str, ...] | list[str], today: date) -> None:
    """A place for the area, and one for each name within it."""
    folder.mkdir()
    source = [{"facts": ["identity"], "source": "Those who began the directory", "as_of": today.isoformat()}]
    whole: dict[str, Any] = {"name": area, "level": "area", "provenance": source}
    parts: list[dict[str, Any]] = [
        {"name": each, "level": "place", "parent": slug_like(area), "provenance": source} for each in names
    ]
    checker = Checker(schema, "place")
    for place in (whole, *parts):
        path = folder / f"{slug_like(place['name'])}.yaml"
        if not path.exists():
            path.write_bytes(written(place, checker.schema))
