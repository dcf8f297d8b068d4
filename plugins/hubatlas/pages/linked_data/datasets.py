"""The published data as linked data, the way that data portals and dataset searches read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hubatlas import urls
from hubatlas.exports import Edition, Export, Table
from hubatlas.exports.edition import VERSION
from hubatlas.exports.geojson import bounding_box
from hubatlas.pages.linked_data.network import publisher
from hubatlas.pages.linked_data.nodes import LANGUAGE, Node, as_json, identity, node
from hubatlas.pages.linked_data.places import network_area


def dataset_data(edition: Edition, exports: Iterable[Export], sizes: Mapping[str, int], description: str) -> str:
    """What the downloads page says of all data together; `sizes` gives the bytes of each file by address.

    What each file holds is told on the page of its table.
    """
    name = f"{edition.directory.network.name}: open data"
    files = [file for export in exports for file in _files(edition, export, sizes)]
    return as_json(_dataset(edition, urls.DATA, name, description, {"distribution": files}))


def table_data(edition: Edition, table: Table[Any], exports: Iterable[Export], sizes: Mapping[str, int]) -> str:
    """What the page of one table says of it: its files, and what its columns mean."""
    columns = table.columns.items()
    rest = {
        "isPartOf": {"@id": identity(edition.whole_address(urls.DATA))},
        "distribution": [
            {**file, "description": export.description} for export in exports for file in _files(edition, export, sizes)
        ],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": header, "description": column.explained} for header, column in columns
        ],
    }
    name = f"{edition.directory.network.name}: {table.title}"
    return as_json(_dataset(edition, urls.table_page(table.name), name, table.description, rest))


def _dataset(edition: Edition, page: str, name: str, description: str, rest: Mapping[str, object]) -> Node:
    network, address = edition.directory.network, edition.whole_address(page)
    by = publisher(edition.directory)
    return node(
        "Dataset",
        {
            "@id": identity(address),
            "name": name,
            "description": description,
            "url": address,
            "license": network.licence.url,
            "creator": by,
            "publisher": by,
            "creditText": network.licence.attribution,
            "dateModified": edition.today.isoformat(),
            "version": VERSION,
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
            "spatialCoverage": _coverage(edition),
            **rest,
        },
    )


def _coverage(edition: Edition) -> Node:
    """The network's area, and the box that holds every hub whose place is known."""
    area, box = network_area(edition.directory), bounding_box(edition)
    if box is None:
        return area
    west, south, east, north = box
    return {**area, "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}}


def _files(edition: Edition, export: Export, sizes: Mapping[str, int]) -> Iterable[Node]:
    """The file of the export; none for a pattern, whose files are records one by one."""
    if "{" in export.address:
        return
    yield {
        "@type": "DataDownload",
        "name": export.title,
        "contentUrl": edition.whole_address(export.address),
        "encodingFormat": export.media_type.partition(";")[0],
        "contentSize": f"{sizes.get(export.address, 0)} B",
    }
