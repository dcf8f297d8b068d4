"""The configuration of the editor of records, which is Sveltia CMS: /admin/config.json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hubatlas import urls
from hubatlas.compact_json import as_text
from hubatlas.exports.edition import Edition
from hubatlas.exports.editor.fields import Field, Fields, shown_name
from hubatlas.exports.editor.git_host import GitHost, git_host
from hubatlas.exports.kinds import Export


class Kind(NamedTuple):
    """A kind of record that the editor offers, what many of them are called, and its icon of Material Symbols."""

    name: str
    folder: str
    label: str
    icon: str


KINDS = (
    Kind("hub", "hubs", "Hubs", "home_pin"),
    Kind("service", "services", "Services", "diversity_1"),
    Kind("organisation", "organisations", "Organisations", "corporate_fare"),
    Kind("place", "places", "Places", "map"),
    Kind("pathway", "pathways", "Referral pathways", "alt_route"),
    Kind("body", "bodies", "Bodies", "groups"),
    Kind("programme", "programmes", "Programmes", "flag"),
    Kind("indicator", "indicators", "Indicators", "monitoring"),
    Kind("story", "stories", "Case studies", "auto_stories"),
    Kind("vocabulary", "vocabularies", "Lists of words", "list_alt"),
)
FILES = ("learning", "signposts", "jargon", "synonyms", "ended")
"""Kinds of which there is one file in the content folder. What sets up the site itself is not for the editor."""


def _config(edition: Edition) -> Iterator[tuple[str, bytes]]:
    host = git_host(edition.directory.network)
    if host is not None and edition.schemas:
        config = as_text(_whole(edition, host))
        yield urls.EDITOR_CONFIG, config.encode()


def _whole(edition: Edition, host: GitHost) -> dict[str, Any]:
    network = edition.directory.network
    return {
        "backend": {**host.settings, "commit_messages": _MESSAGES},
        **({"publish_mode": "editorial_workflow"} if host.reviewed else {}),
        "app_title": f"Records of {network.name}",
        "site_url": network.site.address,
        "media_folder": f"{network.site.records_folder}/pictures",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60, "lowercase": True},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(_collections(edition)),
    }


def _collections(edition: Edition) -> Iterator[dict[str, Any]]:
    schemas = edition.schemas
    folder = edition.directory.network.site.records_folder
    fields = Fields(edition.directory, schemas["common"]["$defs"], lambda kind: shown_name(schemas[kind]))
    for kind in KINDS:
        schema = schemas[kind.name]
        name = shown_name(schema)
        yield {
            "name": kind.name,
            "label": kind.label,
            "label_singular": schema["title"],
            "description": schema["description"],
            "icon": kind.icon,
            "folder": f"{folder}/{kind.folder}",
            "extension": "yaml",
            "format": _format(kind.name),
            "identifier_field": name,
            "slug": f"{{{{{name}}}}}",
            "summary": f"{{{{{name}}}}}",
            "sortable_fields": {"fields": [name], "default": {"field": name}},
            "create": True,
            "delete": False,  # a record that has ended leaves a page that says so; see /contribute/
            "editor": {"preview": False},
            "fields": fields.of(schema),
        }
    files = [_file(name, schemas[name], fields.of(schemas[name]), folder) for name in FILES]
    yield {"name": "lists", "label": "Other lists", "icon": "folder", "files": files}


def _file(name: str, schema: Any, fields: list[Field], folder: str) -> dict[str, Any]:  # noqa: ANN401 - plain data
    return {
        "name": name,
        "label": schema["title"],
        "file": f"{folder}/{name}.yaml",
        "format": _format(name),
        "fields": fields,
    }


def _format(kind: str) -> str:
    """The name under which `theme/scripts/editor-page.js` tells the editor how records of a kind are written."""
    return f"{kind}-record"


_MESSAGES = {
    "create": "Add {{collection}} {{slug}}",
    "update": "Change {{collection}} {{slug}}",
    "delete": "Delete {{collection}} {{slug}}",
}

EDITOR_CONFIG = Export(
    address=urls.EDITOR_CONFIG,
    title="Configuration of the editor",
    description="What the editor of records asks for.",
    media_type="application/json",
    files=_config,
    listed=False,
)
