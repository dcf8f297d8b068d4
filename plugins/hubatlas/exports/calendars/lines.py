"""iCalendar's way of writing (RFC 5545): escaped texts, lines of at most 75 bytes, CRLF between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

LONGEST = 75
ZONE = "Europe/London"
_TOP_BITS, _INSIDE_A_LETTER = 0b11000000, 0b10000000
"""How UTF-8 marks the bytes of a letter after its first."""


def text(value: str) -> str:
    """A text as the value of a property."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n").replace("\r", "")


def day(value: date) -> str:
    """A day as a value."""
    return value.strftime("%Y%m%d")


def moment(value: datetime) -> str:
    """A time on the clocks of the zone that the property names."""
    return value.strftime("%Y%m%dT%H%M%S")


def folded(lines: Iterable[str]) -> str:
    """The lines as a file has them, long ones in several parts; no letter is parted."""
    return "".join([f"{line}\r\n" if len(line) <= LONGEST and line.isascii() else _folded(line) for line in lines])


def _folded(line: str) -> str:
    whole = line.encode()
    parts, start, room = [], 0, LONGEST
    while len(whole) - start > room:
        end = start + room
        while whole[end] & _TOP_BITS == _INSIDE_A_LETTER:
            end -= 1
        parts.append(whole[start:end])
        start, room = end, LONGEST - 1
    return b"\r\n ".join((*parts, whole[start:])).decode() + "\r\n"


TIME_ZONE = folded(
    (
        "BEGIN:VTIMEZONE",
        f"TZID:{ZONE}",
        "BEGIN:DAYLIGHT",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
)
"""The clocks of the United Kingdom, as they have changed since 1996, folded."""
