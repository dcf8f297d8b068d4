"""Every file that is published beside the pages, listed once: the build writes them, the downloads page shows them."""

from __future__ import annotations

from hubatlas.exports.calendars import CALENDARS
from hubatlas.exports.changes import CHANGES
from hubatlas.exports.csv_tables import csv_export
from hubatlas.exports.data_package import DATA_PACKAGE
from hubatlas.exports.edition import Edition
from hubatlas.exports.geojson import HUBS_GEOJSON
from hubatlas.exports.json_tables import json_export
from hubatlas.exports.kinds import Cell, Column, Export, Table
from hubatlas.exports.open_referral import OPEN_REFERRAL
from hubatlas.exports.records import RECORDS
from hubatlas.exports.schemas import DICTIONARY, SCHEMAS
from hubatlas.exports.search_index import SEARCH_INDEX
from hubatlas.exports.site_files import BUILD, HEADERS, REDIRECTS, ROBOTS, SITEMAP
from hubatlas.exports.tables import TABLES

EXPORTS: tuple[Export, ...] = (
    *(export for table in TABLES for export in (csv_export(table), json_export(table))),
    DATA_PACKAGE,
    HUBS_GEOJSON,
    *RECORDS,
    *OPEN_REFERRAL,
    *CALENDARS,
    *CHANGES,
    DICTIONARY,
    SCHEMAS,
    SEARCH_INDEX,
    SITEMAP,
    ROBOTS,
    BUILD,
    HEADERS,
    REDIRECTS,
)

__all__ = ["EXPORTS", "TABLES", "Cell", "Column", "Edition", "Export", "Table"]
