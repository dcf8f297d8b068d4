"""What must hold of one record by itself, once its shape is right. Each kind's rules are listed here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from hubatlas.model import Body, Hub, Indicator, Organisation, Pathway, Place, Programme, Service, Story
from hubatlas.network import Network, Vocabulary
from hubatlas.records.figures_rules import body_findings, indicator_findings, programme_findings, story_findings
from hubatlas.records.findings import Finding
from hubatlas.records.hours_rules import hub_date_findings, hub_hours_findings
from hubatlas.records.network_rules import network_findings, vocabulary_findings
from hubatlas.records.place_rules import point_findings
from hubatlas.records.repeats import translation_findings
from hubatlas.records.service_rules import service_findings
from hubatlas.records.source_rules import FactGroups, source_findings
from hubatlas.records.standing_rules import hub_part_findings

_SOURCED = (Body, Hub, Indicator, Organisation, Pathway, Place, Programme, Service, Story)

_Rule = Callable[[Any], Iterator[Finding]]
_RULES: Mapping[type, tuple[_Rule, ...]] = MappingProxyType(
    {
        Vocabulary: (vocabulary_findings,),
        Hub: (hub_date_findings, hub_hours_findings, hub_part_findings),
        Service: (service_findings,),
        Body: (body_findings,),
        Programme: (programme_findings,),
        Indicator: (indicator_findings,),
        Story: (story_findings,),
    }
)


def findings(record: Mapping[str, Any], model: object, groups: FactGroups) -> Iterator[Finding]:
    """Everything that is wrong with one record, apart from its shape and from what it says of other records."""
    if isinstance(model, Network):
        yield from network_findings(model, groups.all)
    yield from translation_findings(record)
    for rule in _RULES.get(type(model), ()):
        yield from rule(model)
    if isinstance(model, Hub | Place) and model.point:
        yield from point_findings(model.point, ("point",))
    if isinstance(model, _SOURCED):
        yield from source_findings(record, groups.of_property)
