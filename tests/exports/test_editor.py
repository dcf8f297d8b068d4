"""The configuration of the editor at /admin/: whole, in the schemas' words, and right for its program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from hubatlas.exports.editor import EDITOR_CONFIG, git_host
from hubatlas.exports.editor.config import FILES, KINDS
from hubatlas.network import Network
from hubatlas.publication import SiteEditor
from hubatlas.records.kinds import KINDS as RECORD_KINDS
from hubatlas.records.schemas import bundled, resolved
from tests.builders import a_network
from tests.conftest import MORFA, ROOT
from tests.exports.editions import network_edition

SCHEMA = ROOT / "schema"
PROGRAM = ROOT / "node_modules" / "@sveltia" / "cms"
NOT_OFFERED = {"network", "geography", "neighbour", "prose"}
"""What sets up the site, what a program fetches, and what is no record."""


@pytest.fixture(scope="module")
def config(estuary_site: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((estuary_site / "admin" / "config.json").read_text(encoding="utf-8"))
    return whole


@pytest.fixture(scope="module")
def fields(config: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The fields of each kind of record."""
    *records, lists = config["collections"]
    return {each["name"]: each["fields"] for each in (*records, *lists["files"])}


def paths(schema: Mapping[str, Any], whole: dict[str, Any], above: str = "") -> Iterator[str]:
    """The way to every property of a schema."""
    for name, stated in schema.get("properties", {}).items():
        yield f"{above}{name}"
        below = resolved(whole, stated)
        yield from paths(resolved(whole, below.get("items", below)), whole, f"{above}{name}.")


def asked(fields: list[dict[str, Any]], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The way to every field, and the field."""
    for field in fields:
        yield f"{above}{field['name']}", field
        yield from asked(field.get("fields", []), f"{above}{field['name']}.")


def test_every_kind_of_record_can_be_edited() -> None:
    assert {each.name for each in KINDS} | set(FILES) | NOT_OFFERED == {each.name for each in RECORD_KINDS}


@pytest.mark.parametrize("kind", [*(each.name for each in KINDS), *FILES])
def test_no_property_of_a_schema_is_missing(kind: str, fields: dict[str, list[dict[str, Any]]]) -> None:
    schema = bundled(SCHEMA, kind)
    missing = set(paths(schema, schema)) - {path for path, _ in asked(fields[kind])}
    assert {path for path in missing if "translations" not in path.split(".")} == set()


def test_translations_are_asked_for_where_the_site_is_in_several_languages(
    fields: dict[str, list[dict[str, Any]]],
) -> None:
    assert "translations" not in dict(asked(fields["hub"]))

    edition = network_edition(MORFA)
    network = edition.directory.network
    site = replace(network.site, repository="https://github.com/example/morfa")
    directory = replace(edition.directory, network=replace(network, site=site))
    ((_address, content),) = EDITOR_CONFIG.files(replace(edition, directory=directory))
    hub = next(each["fields"] for each in json.loads(content)["collections"] if each["name"] == "hub")

    languages = dict(asked(hub))["translations.language"]["options"]
    assert [each["value"] for each in languages] == ["cy", "pl"]


def test_the_program_takes_the_configuration(config: dict[str, Any]) -> None:
    accepts = json.loads((PROGRAM / "schema" / "sveltia-cms.json").read_text(encoding="utf-8"))
    assert [error.message[:200] for error in Draft7Validator(accepts).iter_errors(config)] == []


def test_fields_speak_the_words_of_the_schemas(fields: dict[str, list[dict[str, Any]]]) -> None:
    hub = dict(asked(fields["hub"]))
    assert hub["on_arrival"]["label"] == "What happens when I arrive"
    assert hub["on_arrival"]["hint"].startswith("What a newcomer will find, in a line or two. For example: Somebody")
    assert hub["opening_hours.tuesday"]["pattern"][1] == "Tuesday should look like 09:00-17:00"
    assert hub["status"]["required"]
    assert not hub["summary"]["required"] or hub["summary"]["maxlength"] == 200


def test_lists_of_the_network_are_choices_and_records_are_picked(fields: dict[str, list[dict[str, Any]]]) -> None:
    hub, service = dict(asked(fields["hub"])), dict(asked(fields["service"]))
    assert {"label": "Phone line", "value": "phone-line"} in hub["kind"]["options"]
    assert {"label": "Pathfinder", "value": "pathfinder"} in hub["status"]["options"]
    assert [each["value"] for each in hub["facilities.wi-fi"]["options"]] == ["yes", "no", "unknown"]
    assert (service["needs"]["widget"], service["needs"]["multiple"]) == ("select", True)
    assert (service["sessions.hub"]["widget"], service["sessions.hub"]["collection"]) == ("relation", "hub")
    assert {"label": "Company", "value": "company"} in hub["core_offer.core_service"]["options"]


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("address.postal_code", "ES4 8TP", "ES4 8T"),
        ("contact.phone", "01632 960123", "ring us"),
        ("contact.email", "hub@example.org", "hub at example.org"),
        ("contact.website", "https://example.org/hub?a=1", "example.org"),
        ("opening_hours.monday", "09:00-12:30, 13:30-17:00", "9-5"),
        ("opened", "autumn 2018", "last autumn"),
    ],
)
def test_a_field_refuses_what_the_checker_would(
    path: str, right: str, wrong: str, fields: dict[str, list[dict[str, Any]]]
) -> None:
    pattern, words = dict(asked(fields["hub"]))[path]["pattern"]
    assert re.search(pattern, right)
    assert not re.search(pattern, wrong)
    assert words


def test_changes_wait_for_somebody_to_look_at_them(config: dict[str, Any]) -> None:
    assert config["publish_mode"] == "editorial_workflow"
    assert all(not each["delete"] for each in config["collections"] if "folder" in each)


def network_kept_at(repository: str | None, editor: SiteEditor | None) -> Network:
    plain = a_network()
    return replace(plain, site=replace(plain.site, repository=repository, editor=editor))


@pytest.mark.parametrize(
    ("repository", "editor", "name", "asks"),
    [
        ("https://github.com/estuary/hubs", None, "github", "https://api.github.com"),
        ("https://gitlab.com/estuary/hubs/", None, "gitlab", "https://gitlab.com"),
        ("https://codeberg.org/estuary/hubs", None, "gitea", "https://codeberg.org"),
        ("https://git.example.org/estuary/hubs", SiteEditor(host="github"), "github", "https://git.example.org"),
    ],
)
def test_the_host_is_known_by_its_address_or_said(
    repository: str, editor: SiteEditor | None, name: str, asks: str
) -> None:
    host = git_host(network_kept_at(repository, editor))
    assert host is not None
    assert (host.name, host.asks, host.settings["repo"]) == (name, asks, "estuary/hubs")
    assert host.reviewed is (name != "gitea")


@pytest.mark.parametrize("repository", [None, "https://git.example.org/estuary/hubs"])
def test_without_a_known_host_there_is_no_editor(repository: str | None) -> None:
    assert git_host(network_kept_at(repository, None)) is None


def test_the_configuration_is_no_open_data() -> None:
    assert not EDITOR_CONFIG.listed
