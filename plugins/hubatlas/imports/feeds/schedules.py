"""Schedules of feeds (RRULE parts, as HSDS has them) as sessions of records, where a record can say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from hubatlas.imports.feeds.texts import line

_DAYS = {day[:2].upper(): day for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
_WEEKS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}
_CODE = re.compile(r"(-?[0-9])?(MO|TU|WE|TH|FR|SA|SU)")
_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-]00:?00)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Json = dict[str, Any]


class NotSaidError(Exception):
    """A record cannot say what the schedule says; the message is what the feed has in words, if any."""


def sessions(schedules: Iterable[Json], places: dict[str, Json]) -> tuple[list[Json], list[str]]:
    """The sessions, and what is asked of those that are left out.

    `places` gives for the id of a service at a location what a session says of where it is: its venue.
    """
    found: list[Json] = []
    asked: list[str] = []
    single: dict[tuple[str, str], Json] = {}
    for each in schedules:
        place = places.get(str(each.get("service_at_location_id")), {})
        try:
            schedule = _schedule(each)
        except NotSaidError as error:
            asked.append(str(error))
            continue
        if schedule["repeats"] == "dates":  # a row for each day is one session here
            key = (str(place), schedule.get("time", ""))
            if key in single:
                single[key]["schedule"]["dates"] += schedule["dates"]
                continue
        session = {**place, "schedule": schedule, **_note(each)}
        if schedule["repeats"] == "dates":
            single[str(place), schedule.get("time", "")] = session
        found.append(session)
    return list(_named(found)), list(dict.fromkeys(asked))


def _schedule(each: Json) -> Json:
    words = line(str(each.get("description") or ""))
    if "appointment" in words.casefold() and not each.get("opens_at"):
        return {"repeats": "by appointment"}
    days = each.get("byday")
    freq = each.get("freq")
    first, last = _date(each, "valid_from"), _date(each, "valid_to")
    start = _date(each, "dtstart") or first
    time = _time(each)
    bounds = {name: day for name, day in (("valid_from", first), ("valid_to", last)) if day}
    shared = {**({"time": time} if time else {})}
    if freq is None and start and (last is None or last == start) and not days:
        return {"repeats": "dates", "dates": [start], **shared}
    interval = _interval(each)
    if interval > 1 and start:
        bounds["valid_from"] = start
    if interval > 1 and "valid_from" not in bounds:
        raise NotSaidError(_asked(words, each))
    repeated = {**({"interval": interval} if interval > 1 else {}), **shared, **bounds}
    codes = [code for code in re.split(r"[,\s]+", str(days or "").upper()) if code]
    parts = [found for code in codes if (found := _CODE.fullmatch(code))]
    if parts and len(parts) == len(codes):
        if freq == "WEEKLY" and not any(part[1] for part in parts):
            return {"repeats": "weekly", "days": [_DAYS[part[2]] for part in parts], **repeated}
        if freq == "MONTHLY":
            return {"repeats": "monthly", **_of_month(parts, words, each), **repeated}
    raise NotSaidError(_asked(words, each))


def _of_month(parts: list[re.Match[str]], words: str, each: Json) -> Json:
    """The weeks and days of a month; raises NotSaidError where not every such week has every such day."""
    pairs = {(part[1], part[2]) for part in parts}
    weeks, days = {week for week, _ in pairs}, {day for _, day in pairs}
    if len(pairs) < len(weeks) * len(days) or not weeks <= _WEEKS.keys():
        raise NotSaidError(_asked(words, each))
    return {
        "weeks": [name for code, name in _WEEKS.items() if code in weeks],
        "days": [name for code, name in _DAYS.items() if code in days],
    }


def _interval(each: Json) -> int:
    try:
        return int(each.get("interval") or 1)
    except (TypeError, ValueError):
        return 1


def _time(each: Json) -> str | None:
    """The times as 10:00-12:00; None where they are not both there, on a clock in the United Kingdom."""
    found = [_TIME.fullmatch(str(each.get(name) or "")) for name in ("opens_at", "closes_at")]
    if found[0] is None or found[1] is None:
        return None
    opens, closes = (f"{each[1]}:{each[2]}" for each in found if each is not None)
    until = "24:00" if closes == "00:00" else closes
    return None if opens == until else f"{opens}-{until}"


def _date(each: Json, name: str) -> str | None:
    found = _DATE.match(str(each.get(name) or ""))
    return found[0] if found else None


def _note(each: Json) -> Json:
    note = line(str(each.get("notes") or ""))
    return {"note": note} if note else {}


def _asked(words: str, each: Json) -> str:
    """What the feed says of a time that cannot be read."""
    parts = (
        f"{name} {each[name]}" for name in ("freq", "byday", "bymonthday", "opens_at", "closes_at") if each.get(name)
    )
    return line(f'When: "{words or ", ".join(parts) or "nothing said"}"')


def _named(found: list[Json]) -> Iterator[Json]:
    """The sessions with short names that tell them apart."""
    seen: dict[str, int] = {}
    for session in found:
        schedule = session["schedule"]
        days = schedule.get("days", [])
        stem = "-".join(day.casefold() for day in days[:2]) or schedule["repeats"].replace(" ", "-")
        time = schedule.get("time", "")[:5].replace(":", "")
        name = f"{stem}-{time}" if time else stem
        seen[name] = seen.get(name, 0) + 1
        yield {"id": name if seen[name] == 1 else f"{name}-{seen[name]}", **session}
