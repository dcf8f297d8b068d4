"""What is known of a hub's place, building and standing, as questions and answers."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.directory import Directory
from hubatlas.facts.places import small_areas
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.model import Hub
from hubatlas.pages.area_wording import deprivation_words, small_areas_words, wards_words
from hubatlas.pages.languages import language_name
from hubatlas.pages.listing import organisation_link
from hubatlas.pages.wording import upper_first

ANSWERS = {"yes": "Yes", "no": "No"}

Fact = tuple[str, str]


def serves_facts(directory: Directory, hub: Hub) -> Iterator[Fact]:
    """The places, communities and small areas that the hub is there for."""
    served = hub.serves
    if served is None:
        return
    if served.places:
        yield "Places", listed([directory.place(place).name for place in served.places])
    if served.audiences:
        yield "Communities", listed([term.label for term in directory.terms("audiences", served.audiences)])
    if served.needs:
        yield "What people here most often need", listed([t.label for t in directory.terms("needs", served.needs)])
    if served.wards:
        yield "Wards", wards_words(served.wards)
    areas = small_areas(served.lsoas)
    if areas is not None:
        yield "Small areas (LSOAs)", small_areas_words(areas)
    if served.note:
        yield "More", served.note


def standing_facts(directory: Directory, hub: Hub) -> Iterator[Fact]:
    """What kind of hub it is, how it began, its building and its promises; what is not known is left out."""
    status = directory.status(hub)
    if status.description:
        yield "Status", f"{status.label}. {status.description}"
    for question, vocabulary, term in (("Tier", "tiers", hub.tier), ("How it works", "hub-models", hub.model)):
        if term is not None:
            yield question, directory.term(vocabulary, term).label
    told = (
        ("Phase", hub.phase),
        ("How it began", _origin(hub)),
        ("Building", _premises(directory, hub)),
        ("Languages spoken", listed(["English", *map(language_name, hub.languages)]) if hub.languages else None),
        ("Deprivation of the area", None if hub.deprivation is None else deprivation_words(hub.deprivation)),
        ("Represented by", _representative(directory, hub)),
        ("Advice standard", _advice_standard(hub)),
        ("Promises no wrong door", ANSWERS.get(hub.no_wrong_door)),
        ("Funded by the network", ANSWERS.get(hub.funded)),
        ("Commissioned by public bodies", ANSWERS.get(hub.commissioned)),
    )
    yield from ((question, answer) for question, answer in told if answer)


def _advice_standard(hub: Hub) -> str | None:
    standard = hub.advice_standard
    if standard is None:
        return None
    agreed = None if standard.agreed is None else f"agreed {partial_date_words(standard.agreed)}"
    return ", ".join(part for part in (standard.name, agreed, standard.note) if part)


def _origin(hub: Hub) -> str | None:
    if hub.origin is None and hub.extends is None:
        return None
    if hub.extends:
        return f"Grew out of {hub.extends}"
    return "Set up new" if hub.origin == "new" else "Grew out of what was there before"


def _premises(directory: Directory, hub: Hub) -> str | None:
    premises = hub.premises
    if premises is None:
        return None
    kind = None if premises.kind is None else directory.term("building-types", premises.kind).label.lower()
    host = organisation_link(directory, premises.host)
    tenure = None if premises.tenure is None else directory.term("tenures", premises.tenure).label.lower()
    parts = (
        premises.name,
        kind,
        f"belongs to {host.label}" if host else None,
        tenure,
        premises.note,
        f"UPRN {premises.uprn}" if premises.uprn else None,
    )
    return upper_first(", ".join(part for part in parts if part))


def _representative(directory: Directory, hub: Hub) -> str | None:
    representative = hub.representative
    if representative is None:
        return None
    body = None if representative.attends is None else directory.body(representative.attends).name
    attends = f"attends the {body}" if body else None
    return ", ".join(part for part in (representative.role, attends, representative.note) if part)
