"""What a check found, before it is known which file it is about."""

from __future__ import annotations

from hubatlas.frozen import dataclass
from hubatlas.records.positions import Where


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place within a record; `at_name` where the name is at fault, not its value.

    `of_absence` where it is about something that the record does not say: not to be told of a record parts of which
    were left aside, since one of them may say it.
    """

    where: Where
    message: str
    hint: str = ""
    at_name: bool = False
    of_absence: bool = False
