"""How often somebody is handed on, and which pathways lead where."""

import pytest

from hubatlas.facts.pathways import HandOffs, hand_offs, pathways_to_hub, pathways_to_service
from hubatlas.model import PathwayStep
from tests.builders import a_directory, a_hub, a_pathway, a_service


def step(organisation: str | None = None, hand_off: str = "unknown") -> PathwayStep:
    return PathwayStep(what="Something happens.", organisation=organisation, hand_off=hand_off)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("steps", "count", "unknown"),
    [
        ((), 0, 0),
        ((step("surgery"),), 0, 0),
        ((step("surgery"), step("trust")), 1, 0),  # another organisation takes over
        ((step("surgery"), step("surgery")), 0, 0),
        ((step("surgery"), step("trust", "no")), 0, 0),  # the record knows better
        ((step("surgery"), step("surgery", "yes")), 1, 0),  # from one person to another
        ((step("surgery"), step()), 0, 1),
        ((step(), step("trust")), 0, 1),
        ((step("surgery"), step(None, "no"), step("trust")), 1, 0),
        ((step("surgery", "yes"), step("trust"), step("council")), 3, 0),
    ],
)
def test_hand_offs_are_counted_and_unknown_ones_kept_apart(
    steps: tuple[PathwayStep, ...], count: int, unknown: int
) -> None:
    assert hand_offs(a_pathway(steps=steps)) == HandOffs(count=count, unknown=unknown)


def test_a_hub_knows_the_pathways_that_lead_to_it() -> None:
    mill, desk = a_hub("Old Mill"), a_hub("Desk", kind="satellite", parent="old-mill")
    everywhere = a_pathway("Everywhere", to_every_hub="yes")
    named = a_pathway("Named", hubs=("desk",), status="planned")
    talked_of = a_pathway("Talked of", hubs=("desk",), status="exploring")
    directory = a_directory(mill, desk, everywhere, named, talked_of)
    assert pathways_to_hub(directory, mill) == (everywhere,)
    assert pathways_to_hub(directory, desk) == (named,)  # a satellite is not every hub


def test_a_service_knows_the_pathways_that_lead_to_it() -> None:
    choir, pathway = a_service("Choir"), a_pathway(services=("choir",))
    assert pathways_to_service(a_directory(choir, pathway, a_pathway("Other")), choir) == (pathway,)
