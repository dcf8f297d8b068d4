"""Every file that is published beside the pages, listed once: the build writes them, the downloads page shows them."""

from __future__ import annotations

from hubatlas.exports.calendars import CALENDARS
from hubatlas.exports.catalog import catalog
from hubatlas.exports.changes import CHANGES
from hubatlas.exports.csv_tables import csv_export
from hubatlas.exports.csvw import CSV_ON_THE_WEB
from hubatlas.exports.data_package import DATA_PACKAGE
from hubatlas.exports.edition import Edition
from hubatlas.exports.editor import EDITOR_CONFIG
from hubatlas.exports.geojson import HUBS_GEOJSON
from hubatlas.exports.json_tables import json_export
from hubatlas.exports.kinds import Cell, Column, Export, Table
from hubatlas.exports.map_ground import MAP_GROUND
from hubatlas.exports.open_referral import OPEN_REFERRAL
from hubatlas.exports.records import RECORDS
from hubatlas.exports.release import RELEASE
from hubatlas.exports.saved_items import SAVED_ITEMS
from hubatlas.exports.schemas import DICTIONARY, SCHEMAS
from hubatlas.exports.search_index import SEARCH_INDEX
from hubatlas.exports.search_places import SEARCH_PLACES, SEARCH_POSTCODES
from hubatlas.exports.site_files import BUILD, HEADERS, REDIRECTS, ROBOTS, SITEMAP
from hubatlas.exports.suggestion_forms import SUGGESTION_FORMS
from hubatlas.exports.tables import TABLES

_DATA: tuple[Export, ...] = (
    *(export for table in TABLES for export in (csv_export(table), json_export(table))),
    DATA_PACKAGE,
    CSV_ON_THE_WEB,
    HUBS_GEOJSON,
    *RECORDS,
    *OPEN_REFERRAL,
    *CALENDARS,
    *CHANGES,
    DICTIONARY,
    SCHEMAS,
    *RELEASE,
)
EXPORTS: tuple[Export, ...] = (
    *_DATA,
    catalog(_DATA),
    SEARCH_INDEX,
    SEARCH_PLACES,
    SEARCH_POSTCODES,
    MAP_GROUND,
    SAVED_ITEMS,
    SUGGESTION_FORMS,
    EDITOR_CONFIG,
    SITEMAP,
    ROBOTS,
    BUILD,
    HEADERS,
    REDIRECTS,
)

__all__ = ["EXPORTS", "TABLES", "Cell", "Column", "Edition", "Export", "Table"]
