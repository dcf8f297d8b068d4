"""JSON without a space too many. Texts are not escaped beyond what JSON asks for, dates are texts, and tuples lists."""

from __future__ import annotations

import orjson

_HOW = orjson.OPT_PASSTHROUGH_DATACLASS  # only plain values: what is to be told of an object is said where it is told


def as_bytes(value: object) -> bytes:
    """The value as JSON in UTF-8; TypeError where JSON has no such value."""
    return orjson.dumps(value, option=_HOW)


def as_text(value: object) -> str:
    """The value as JSON."""
    return as_bytes(value).decode()
