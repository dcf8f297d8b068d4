"""What the network set out to reach, beside how many hubs there are now."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Literal

from hubatlas.directory import Directory
from hubatlas.frozen import dataclass
from hubatlas.network import HubKind, Target

TargetState = Literal["reached", "not yet", "not reached", "given up", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many hubs of one kind are open, and how many are still to come."""

    kind: HubKind
    open: int
    coming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetNow:
    """A target, and how many open hubs count towards it; `now` is None where it names no kinds, so nothing counts.

    `state` is unknown where the target has no number or nothing counts towards it, and not yet while there is time.
    """

    target: Target
    now: int | None
    state: TargetState


def kind_counts(directory: Directory) -> tuple[KindCount, ...]:
    """The hubs of each kind that has any open or coming, in the network's order."""
    count = Counter((hub.kind, directory.status(hub).shown_as) for hub in directory.hubs)
    counts = (
        KindCount(kind=kind, open=count[kind.id, "open"], coming=count[kind.id, "coming"])
        for kind in directory.network.hub_kinds
    )
    return tuple(each for each in counts if each.open or each.coming)


def targets_now(directory: Directory, today: date) -> tuple[TargetNow, ...]:
    """Each target of the network with what has been reached of it."""
    open_kinds = Counter(hub.kind for hub in directory.hubs if directory.status(hub).shown_as == "open")
    return tuple(
        _target_now(target, sum(open_kinds[kind] for kind in target.kinds) if target.kinds else None, today)
        for target in directory.network.targets
    )


def _target_now(target: Target, now: int | None, today: date) -> TargetNow:
    if target.dropped == "yes":
        return TargetNow(target=target, now=now, state="given up")
    if now is None or target.least is None:
        return TargetNow(target=target, now=now, state="unknown")
    if now >= target.least:
        return TargetNow(target=target, now=now, state="reached")
    over = target.by is not None and target.by.last < today
    return TargetNow(target=target, now=now, state="not reached" if over else "not yet")
