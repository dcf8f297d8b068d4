"""The data dictionary explains every property of every record."""

from hubatlas.exports.dictionary import Property, RecordType, dictionary
from tests.exports.editions import SMALL, files_of, json_of, schemas


def record_type(name: str) -> RecordType:
    [found] = [each for each in dictionary(schemas()) if each.name == name]
    return found


def a_property(of: str, path: str) -> Property:
    [found] = [each for each in record_type(of).properties if each.path == path]
    return found


def test_every_property_has_a_title_a_description_and_an_example() -> None:
    types = dictionary(schemas())
    assert {each.name for each in types} >= {"network", "hub", "service", "organisation", "place"}
    for each in types:
        assert each.properties
        for named in each.properties:
            assert named.title
            assert named.description
            assert named.example is not None, f"{each.name}: {named.path}"


def test_a_property_says_whether_it_is_required_and_which_group_of_facts_it_is_in() -> None:
    name = a_property("hub", "name")
    assert (name.required, name.facts, name.type, name.depth) == (True, "identity", "text", 0)
    assert name.example == "Riverside Wellbeing Hub"


def test_properties_of_groups_and_lists_stand_under_them() -> None:
    paths = [each.path for each in record_type("service").properties]
    assert "contact.phone" in paths
    assert "sessions[].schedule.days[]" in paths
    assert paths.index("sessions[]") < paths.index("sessions[].schedule") < paths.index("sessions[].schedule.days[]")
    days = a_property("service", "sessions[].schedule.days[]")
    assert (days.type, days.facts, days.depth) == ("list of one of a list", "sessions", 2)
    assert days.allowed[:2] == ("Monday", "Tuesday")


def test_a_property_says_what_is_allowed() -> None:
    assert a_property("service", "status").allowed == ("active", "planned", "paused", "ended")
    assert a_property("hub", "point.precision").allowed == ("entrance", "building", "postcode", "area")
    assert a_property("hub", "provenance[].as_of").type == "date"
    assert a_property("hub", "point.latitude").type == "number"


def test_the_schemas_are_published_under_their_own_addresses() -> None:
    for name, schema in schemas().items():
        published = json_of(SMALL, f"/schema/{name}.schema.json")
        assert published == {**schema, "$id": f"https://riverside.example.org/atlas/schema/{name}.schema.json"}


def test_the_dictionary_is_a_download_too() -> None:
    types = {each["name"]: each for each in json_of(SMALL, "/data/v1/dictionary.json")["types"]}
    assert types["hub"]["properties"][0]["path"] == "name"
    assert files_of(SMALL, "/data/v1/dictionary.json")
