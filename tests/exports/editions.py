"""A small edition with one of everything that exports tell of, and the real networks."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hubatlas.exports import EXPORTS, Edition
from hubatlas.model import Address, Contact, Cost, FormerName, HoursException, Identifier, Point, Venue
from hubatlas.records import load
from tests.builders import (
    a_day,
    a_directory,
    a_hub,
    a_network,
    a_place,
    a_provenance,
    a_schedule,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
    some_hours,
)

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schema"
NETWORKS = (ROOT / "content", ROOT / "tests" / "networks" / "estuary")
TODAY = date(2026, 12, 1)

MILL = a_hub(
    "=Old Mill",
    slug="old-mill",
    other_names=("Mill; Lane", "The Mill"),
    former_names=(FormerName(name="Corn Exchange"),),
    operator="riverside-trust",
    places=("riverside",),
    address=Address(address_1="1 Mill Lane", city="Riverside", postal_code="PL1 1AA"),
    point=Point(latitude=50.3706, longitude=-4.1422, precision="building"),
    contact=Contact(phone="+44 808 157 0123"),
    opening_hours=some_hours(
        "09:00-12:30, 13:30-17:00",
        "closed",
        "by appointment",
        "unknown",
        "18:00-01:00",
        "20:00-24:00",
        "closed",
        bank_holidays="as usual",
        exceptions=(
            HoursException(
                first_date=date(2026, 12, 24),
                last_date=date(2026, 12, 26),
                hours=a_day("09:00-12:00"),
                reason="Christmas",
            ),
        ),
    ),
    accessibility={"step-free-entrance": "yes", "hearing-loop": "no", "lift": "unknown"},
    provenance=(a_provenance("identity", confirmed_on=date(2026, 10, 2)),),
)
QUAY = a_hub("Quay", kind="satellite", status="planned", parent="old-mill")
ADVICE = a_service(
    "Money advice",
    provider="riverside-trust",
    needs=("money",),
    minimum_age=18,
    cost=Cost(free="no", amount=2.5),
    sessions=(
        a_session("late", hub="old-mill", schedule=a_schedule(days="Friday", time="22:00-01:00")),
        a_session("elm", venue=Venue(name="Elm Surgery"), schedule=a_schedule("not published", time=None)),
    ),
)
EAR = a_service("A friendly ear", summary="Somebody who listens.", at_every_hub="yes")
TRUST = an_organisation(identifiers=(Identifier(scheme="GB-CHC", identifier="1234567"),))
DIRECTORY = a_directory(
    MILL,
    QUAY,
    ADVICE,
    EAR,
    TRUST,
    a_place(),
    network=a_network(publisher="riverside-trust"),
    vocabularies=[a_vocabulary("needs", "Money")],
    synonyms=[("money advice", "skint")],
)


def schemas() -> dict[str, dict[str, Any]]:
    return {file.name.split(".")[0]: json.loads(file.read_bytes()) for file in sorted(SCHEMA.glob("*.schema.json"))}


SMALL = Edition(directory=DIRECTORY, today=TODAY, commit="0123abc", schemas=schemas(), pages=("/", "/hubs/quay/"))


@cache
def network_edition(content: Path) -> Edition:
    return Edition(directory=load(content, SCHEMA), today=TODAY, schemas=schemas(), pages=("/",))


def files_of(edition: Edition, *prefixes: str) -> dict[str, bytes]:
    """The files of every export, by address; or only those whose address begins so."""
    wanted = (export for export in EXPORTS if not prefixes or _may_begin(export.address, prefixes))
    files = {address: content for export in wanted for address, content in export.files(edition)}
    return {address: files[address] for address in files if not prefixes or address.startswith(prefixes)}


def _may_begin(pattern: str, prefixes: tuple[str, ...]) -> bool:
    known = pattern.partition("{")[0]
    return known.startswith(prefixes) or any(prefix.startswith(known) for prefix in prefixes)


def json_of(edition: Edition, address: str) -> Any:  # noqa: ANN401 - JSON of any shape
    return json.loads(files_of(edition, address)[address])
