"""What a check found, before it is known which file it is about."""

from __future__ import annotations

from dataclasses import dataclass

from hubatlas.records.positions import Where


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place within a record; `at_name` where the name is at fault, not its value."""

    where: Where
    message: str
    hint: str = ""
    at_name: bool = False
