"""What the network set out to reach, beside what there is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hubatlas.facts.targets import kind_counts, targets_now
from hubatlas.network import Target
from tests.builders import a_directory, a_hub, a_network, a_partial_date

TODAY = date(2026, 12, 1)
HUBS = (
    a_hub("Mill"),
    a_hub("Quay"),
    a_hub("Forge", status="planned"),
    a_hub("Shed", status="closed"),
    a_hub("Shop", kind="satellite", status="planned"),
)


def test_hubs_are_counted_by_kind_and_by_what_the_public_sees() -> None:
    counts = kind_counts(a_directory(*HUBS))

    assert [(each.kind.id, each.open, each.coming) for each in counts] == [("hub", 2, 1), ("satellite", 0, 1)]


def test_a_kind_of_which_all_have_ended_is_not_counted() -> None:
    assert kind_counts(a_directory(a_hub(status="closed"))) == ()


@pytest.mark.parametrize(
    ("target", "now", "state"),
    [
        ({"kinds": ("hub",), "least": 2}, 2, "reached"),
        ({"kinds": ("hub", "satellite"), "least": 3, "most": 4}, 2, "not yet"),
        ({"kinds": ("hub",), "least": 3, "by": "2026-12"}, 2, "not yet"),
        ({"kinds": ("hub",), "least": 3, "by": "2026-11"}, 2, "not reached"),
        ({"kinds": ("hub",), "least": 3, "by": "2018", "dropped": "yes"}, 2, "given up"),
        ({"kinds": ("satellite",), "least": 0}, 0, "reached"),
        ({"kinds": ("hub",)}, 2, "unknown"),
        ({"least": 3}, None, "unknown"),
    ],
)
def test_a_target_is_told_by_the_open_hubs_that_count_towards_it(
    target: dict[str, Any], now: int | None, state: str
) -> None:
    by = {"by": a_partial_date(target["by"])} if "by" in target else {}
    network = a_network(targets=(Target(**{"label": "Hubs", **target, **by}),))

    (found,) = targets_now(a_directory(*HUBS, network=network), TODAY)

    assert (found.now, found.state) == (now, state)
