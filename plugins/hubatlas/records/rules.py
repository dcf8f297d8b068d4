"""What must hold of one record by itself, once its shape is right. Each kind's rules are listed here, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hubatlas.model import Body, Hub, Indicator, Organisation, Pathway, Place, Programme, Service, Story
from hubatlas.network import Network, Vocabulary
from hubatlas.records.figures_rules import indicator_findings, programme_findings, story_findings
from hubatlas.records.findings import Finding
from hubatlas.records.hours_rules import hub_date_findings, hub_hours_findings
from hubatlas.records.network_rules import network_findings, vocabulary_findings
from hubatlas.records.place_rules import point_findings
from hubatlas.records.service_rules import service_findings
from hubatlas.records.source_rules import FactGroups, source_findings
from hubatlas.records.standing_rules import hub_part_findings

_SOURCED = (Body, Hub, Indicator, Organisation, Pathway, Place, Programme, Service, Story)


def findings(record: Mapping[str, Any], model: object, groups: FactGroups) -> Iterator[Finding]:
    """Everything that is wrong with one record, apart from its shape and from what it says of other records."""
    match model:
        case Network():
            yield from network_findings(model, groups.all)
        case Vocabulary():
            yield from vocabulary_findings(model)
        case Hub():
            yield from hub_date_findings(model)
            yield from hub_hours_findings(model)
            yield from hub_part_findings(model)
        case Service():
            yield from service_findings(model)
        case Programme():
            yield from programme_findings(model)
        case Indicator():
            yield from indicator_findings(model)
        case Story():
            yield from story_findings(model)
    if isinstance(model, Hub | Place) and model.point:
        yield from point_findings(model.point, ("point",))
    if isinstance(model, _SOURCED):
        yield from source_findings(record, groups.of_property)
