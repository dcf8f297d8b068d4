"""A directory as readers of another language get it: translated where somebody has, marked where nobody has."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hubatlas.directory import Directory
from hubatlas.language import BEGINS, as_recorded
from hubatlas.model import LabelTranslation, Translation
from hubatlas.network import NetworkTranslation, Term
from hubatlas.records import kinds, load
from hubatlas.records.relations import named, relations
from hubatlas.records.schemas import bundled
from hubatlas.translation import TEXTS, TEXTS_OF, in_language
from tests.builders import a_directory, a_hub, a_network, a_service, a_session, a_vocabulary

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schema"
WELSH = Translation(language="cy", name="Hwb yr Hen Ffordd", summary="Cymorth i bawb.")
WORDS = {"line", "markdown", "name", "summary"}
"""The definitions of schemas that texts follow."""

NOT_FOR_READERS = {"mapping", "neighbour", "synonyms"}
KEYWORDS = {"$defs", "additionalProperties", "allOf", "items", "properties"}
AS_THEY_ARE = {
    *("address_1", "address_2", "building", "city", "state_province"),  # as on an envelope
    *("also", "code", "instead", "word"),  # said by nobody, or on no page that is translated
    *("app_id", "branch", "identifier", "records_folder"),  # for programs
}
POLISH = Translation(language="pl", summary="Pomoc dla każdego.")


def test_what_is_translated_is_in_the_language_and_the_rest_is_marked() -> None:
    hub = a_hub("Old Road Hub", translations=(POLISH, WELSH), on_arrival="Say hello.")
    [shown] = in_language(a_directory(hub), "cy").hubs

    assert (shown.name, shown.summary) == ("Hwb yr Hen Ffordd", "Cymorth i bawb.")
    assert shown.on_arrival == as_recorded("Say hello.")
    assert shown.slug == hub.slug


def test_a_language_that_a_record_is_not_in_shows_all_of_it_marked() -> None:
    [shown] = in_language(a_directory(a_hub(translations=(WELSH,))), "gd").hubs

    assert shown.name == as_recorded("Old Mill Hub")


def test_terms_and_the_network_are_translated() -> None:
    translation = LabelTranslation(language="cy", label="Arian")
    needs = a_vocabulary("needs", Term(id="money", label="Money", translations=(translation,)), "Food")
    network = a_network(translations=(NetworkTranslation(language="cy", strapline="I bawb", on_arrival=("Helô",)),))
    shown = in_language(a_directory(network=network, vocabularies=(needs,)), "cy")

    assert [term.label for term in shown.terms("needs")] == ["Arian", as_recorded("Food")]
    assert shown.network.strapline == "I bawb"
    assert shown.network.on_arrival == ("Helô",)
    assert shown.network.name == as_recorded(network.name)


def test_parts_of_a_record_are_marked_too() -> None:
    service = a_service(sessions=(a_session(note="Ring the bell."),))
    [shown] = in_language(a_directory(service), "cy").services

    assert shown.sessions[0].note == as_recorded("Ring the bell.")
    assert shown.sessions[0].id == "tuesday"


def test_page_of_prose_is_the_one_in_the_language_where_there_is_one() -> None:
    prose = {"about": "# About", "about.cy": "# Amdanom ni", "privacy": "# Privacy"}
    shown = in_language(a_directory(prose=prose), "cy").prose

    assert shown["about"] == "# Amdanom ni"
    assert shown["privacy"] == as_recorded("# Privacy")


def test_no_name_that_records_give_of_each_other_is_marked() -> None:
    everything = in_language(load(ROOT / "tests" / "networks" / "estuary", SCHEMA), "cy")
    found = list(_names(everything))

    assert len(found) > 500
    assert [name for name in found if BEGINS in name] == []


def test_every_property_that_holds_words_for_readers_is_marked() -> None:
    schemas = [path for path in SCHEMA.glob("*.json") if path.name.partition(".")[0] not in NOT_FOR_READERS]
    texts = {name for path in schemas for name in _texts(json.loads(path.read_text("utf-8")), path.stem)}

    assert len(texts) > 50
    assert texts - TEXTS - AS_THEY_ARE - {name for of_type in TEXTS_OF.values() for name in of_type} == set()


def _names(directory: Directory) -> Iterator[str]:
    """Every name that a record gives of another, or of a word of a list."""
    records = {
        kinds.HUB: directory.hubs,
        kinds.SERVICE: directory.services,
        kinds.PLACE: directory.places,
        kinds.ORGANISATION: directory.organisations,
        kinds.BODY: directory.bodies,
        kinds.INDICATOR: directory.indicators,
        kinds.PROGRAMME: directory.programmes,
        kinds.PATHWAY: directory.pathways,
        kinds.STORY: directory.stories,
        kinds.NETWORK: (directory.network,),
    }
    for kind, models in records.items():
        for relation in relations(bundled(SCHEMA, kind.name)):
            yield from (each.name for model in models for each in named(model, relation))


def _texts(schema: Any, name: str) -> Iterator[str]:  # noqa: ANN401 - any part of a schema
    """The names of the properties whose values are words, not codes, numbers or addresses of pages."""
    if isinstance(schema, list):
        for each in schema:
            yield from _texts(each, name)
    if not isinstance(schema, dict):
        return
    if schema.get("$ref", "").rpartition("/")[2] in WORDS:
        yield name
    for key, each in schema.items():
        yield from _texts(each, name if key in KEYWORDS else key)
