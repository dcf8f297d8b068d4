"""The tables that are published, each in a module of its own."""

from __future__ import annotations

from typing import Any

from hubatlas.exports.kinds import Table
from hubatlas.exports.tables.core_offer import CORE_OFFER
from hubatlas.exports.tables.coverage import COVERAGE
from hubatlas.exports.tables.freshness import COMPLETENESS, FRESHNESS
from hubatlas.exports.tables.governance import BODIES, MEMBERSHIPS
from hubatlas.exports.tables.hubs import HUBS
from hubatlas.exports.tables.indicators import INDICATOR_VALUES, INDICATORS, RETURNS
from hubatlas.exports.tables.opening_hours import OPENING_HOURS
from hubatlas.exports.tables.organisations import ORGANISATIONS
from hubatlas.exports.tables.pathways import PATHWAY_STEPS, PATHWAYS
from hubatlas.exports.tables.places import GAPS, PLACES
from hubatlas.exports.tables.programmes import FUNDING, MILESTONES, PROGRAMMES
from hubatlas.exports.tables.quality import APPLICATIONS, QUALITY
from hubatlas.exports.tables.relations import RELATIONS, SPECIALISMS
from hubatlas.exports.tables.rooms import ROOMS
from hubatlas.exports.tables.services import SERVICES
from hubatlas.exports.tables.sessions import SESSIONS
from hubatlas.exports.tables.standards import STANDARDS

TABLES: tuple[Table[Any], ...] = (
    *(HUBS, SERVICES, SESSIONS, OPENING_HOURS, ORGANISATIONS),
    *(CORE_OFFER, COVERAGE, STANDARDS),
    *(PLACES, GAPS, RELATIONS, SPECIALISMS, ROOMS, PATHWAYS, PATHWAY_STEPS),
    *(QUALITY, APPLICATIONS, BODIES, MEMBERSHIPS, PROGRAMMES, MILESTONES, FUNDING),
    *(INDICATORS, INDICATOR_VALUES, RETURNS, FRESHNESS, COMPLETENESS),
)

__all__ = ["TABLES"]
