"""An example of every message: what somebody wrote, as the tests of each part of the checker have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.records import (
    test_boundaries,
    test_ended,
    test_folders,
    test_messages,
    test_plans_and_figures,
    test_postcodes,
    test_reading,
    test_rules,
    test_standing_rules,
)

HUB = "hubs/old-mill.yaml"
NETWORK = "network.yaml"
CORE_OFFER = test_rules.CORE_OFFER


class Example(NamedTuple):
    """What was written, how it is put into a network, and the message that some test expects, with its remedy."""

    written: str
    spoil: Callable[[Path], object]
    said: str


def examples() -> Iterator[Example]:
    """Every example that the tests have, those that are easiest to understand first."""
    for file, old, new, said in (*test_messages.MESSAGES, *test_rules.RULES, *test_plans_and_figures.RULES):
        written = new if new.strip() else f"nothing, in place of {old.strip()}"
        yield Example(written, replaced((file, old, new)), _message(said))
    for facts, line, said in test_standing_rules.OF_A_HUB:
        sourced = f"{line}\nprovenance:\n  - facts: [{facts}]\n    source: Return"
        asked = (NETWORK, *test_standing_rules.WITH_STANDING)
        yield Example(line, replaced(asked, (HUB, "provenance:", sourced)), _message(said))
    for old, new, said in test_standing_rules.OF_A_NETWORK:
        standing = test_standing_rules.STANDING.replace(old, new, 1)
        yield Example(new, replaced((NETWORK, "unknown_hours:", f"{standing}unknown_hours:")), _message(said))
    for text, said in test_ended.PROBLEMS:
        yield Example(text, _ended(text), _message(said))
    for text, messages in test_reading.REFUSED:
        yield Example(text or "an empty file", _whole(text.encode()), _message(messages[0]))
    for text, said in test_reading.INVISIBLE:
        yield Example(ascii(text)[1:-1], _whole(text.encode()), f"{_message(said)} is not allowed in a record")
    for spoil, said in test_folders.ODD:
        path, _, rest = said.partition(":")
        yield Example(f"a file {path.removeprefix('content/')}", spoil, _message(rest))
    for points, name, geography, said in test_postcodes.REFUSED:
        yield Example(f"postcodes/{name}: {points[:20].strip()}", _postcodes(points, name, geography), _message(said))
    for name, (outlines, said) in test_boundaries.REFUSED.items():
        yield Example(f"boundaries.geojson: {name}", _outlined(outlines), _message(said.split(":", 1)[1]))
    yield from _FURTHER


def replaced(*changes: tuple[str, str, str]) -> Callable[[Path], object]:
    """What replaces a piece of text in each of some files."""

    def put(content: Path) -> None:
        for name, old, new in changes:
            path = content / name
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{name} does not say {old!r}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return put


def _whole(source: bytes, name: str = "places/weir-lane.yaml") -> Callable[[Path], object]:
    return lambda content: (content / name).write_bytes(source)


def _ended(text: str) -> Callable[[Path], object]:
    def put(content: Path) -> None:
        shed = content / "hubs" / "boat-shed.yaml"
        shed.write_text(f"previous_ids: [ferry]\n{shed.read_text(encoding='utf-8')}", encoding="utf-8")
        (content / "ended.yaml").write_text(text, encoding="utf-8")

    return put


def _outlined(outlines: str | None, settings: str = test_boundaries.STATED) -> Callable[[Path], object]:
    return lambda content: test_boundaries.add_outlines(content, outlines, settings)


def _postcodes(points: str, name: str, geography: str) -> Callable[[Path], object]:
    return lambda content: test_postcodes.add_postcodes(content, points, name, geography)


def _message(said: str) -> str:
    """What is said, without the line and column before it."""
    return said.split(": ", 1)[1] if said.split(": ", 1)[0].replace(":", "").isdigit() else said


def _gone(name: str) -> Callable[[Path], object]:
    return lambda content: (content / name).unlink()


_WEIR = "places/weir-lane.yaml"
_TRUST = "organisations/riverside-trust.yaml"
_SESSION = "services/money-advice.yaml"
_STREETS = 'map:\n  tiles:\n    url: "{}"\n    attribution: Somebody\n'
_FURTHER = (
    Example(
        "boundaries.geojson of 3 MiB",
        _outlined(" " * 3_000_000),
        "the file is larger than 2 MiB",
    ),
    Example(
        "boundaries.geojson with every street",
        _outlined(test_boundaries.cells()),
        "the file has more borders than a small map can show",
    ),
    Example(
        "boundaries.geojson with 1,001 areas",
        _outlined(test_boundaries.a_file(*[test_boundaries.an_area(test_boundaries.SQUARE)] * 1_001)),
        "the file has more than 1,000 areas",
    ),
    Example(
        "boundaries.geojson, and nothing of it in network.yaml",
        _outlined(test_boundaries.a_file(test_boundaries.an_area(test_boundaries.SQUARE)), ""),
        "nothing says whose these boundaries are",
    ),
    Example("map: boundaries:, and no such file", _outlined(None), "there is no boundaries.geojson"),
    *(
        Example(f"tiles: url: {address}", _outlined(None, _STREETS.format(address)), f"url {said}")
        for address, said in (
            ("/tiles/area.png", "is not a PMTiles file on this site"),
            ("http://tiles.example.org/{z}/{x}/{y}.png", "does not begin with https://"),
            ("https://tiles.example.org/{z}/{x}.png", "has no {z}, {x} and {y}"),
        )
    ),
    Example(
        "tiles: url: /tiles/area.pmtiles",
        _outlined(None, "map:\n  tiles:\n    url: /tiles/area.pmtiles\n"),
        "nothing says whose the street pictures are",
    ),
    Example(
        "status: not yet",
        replaced(
            (NETWORK, "place_levels:", CORE_OFFER),
            (HUB, "summary:", "core_offer:\n  - core_service: advice\n    status: not yet\nsummary:"),
            (HUB, "facts: [identity,", "facts: [core-offer, identity,"),
            (_SESSION, "types:", "core_services: [advice]\ntypes:"),
        ),
        'advice is said not to be given yet, but the service "money-advice" gives it here',
    ),
    Example(
        "opens_with: [old-mill]",
        replaced((HUB, "opening_hours:", "opens_with: [old-mill]\nopening_hours:")),
        "a hub cannot be named here by itself",
    ),
    Example(
        "parent: boat-shed",
        replaced((HUB, "operator:", "parent: boat-shed\noperator:")),
        '"old-mill" comes round to itself through its parents',
    ),
    Example(
        "parent: weir-lane",
        replaced(("places/riverside.yaml", "level:", "parent: weir-lane\nlevel:")),
        '"riverside" comes round to itself through the places it is part of',
    ),
    Example(
        "previous_ids: [mill], in two hubs",
        replaced(
            (HUB, "kind:", "previous_ids: [mill]\nkind:"),
            ("hubs/boat-shed.yaml", "kind:", "previous_ids: [mill]\nkind:"),
        ),
        'more than one hub says that it was "mill" before',
    ),
    Example(
        "room: hall",
        replaced((_SESSION, "    hub: old-mill", "    hub: old-mill\n    room: hall")),
        'the hub "old-mill" has no room "hall"',
    ),
    Example(
        "a file neighbours/coast.yaml",
        lambda content: _neighbour(content / "neighbours" / "coast.yaml"),
        'network.yaml lists no neighbour "coast"',
    ),
    Example(
        "kind: percent\nsuppress_below: 5",
        replaced(("indicators/cups-of-tea.yaml", "kind: count", "kind: percent\nsuppress_below: 5")),
        'suppress_below is for counts, and this indicator\'s kind is "percent"',
    ),
    Example(
        "as_of: 2026-19", replaced((HUB, "as_of: 2026-09", "as_of: 2026-19")), 'as_of "2026-19" is not in the calendar'
    ),
    Example(
        "website: https://localhost/",
        replaced((_TRUST, "https://example.org/", "https://localhost/")),
        'website "https://localhost/" is not a web address',
    ),
    Example(
        "website: https://example.org/a|b",
        replaced((_TRUST, "https://example.org/", "https://example.org/a|b")),
        'website "https://example.org/a|b" holds a letter that web addresses spell with a % code',
    ),
    Example(
        "previous_ids: with 21 names",
        replaced((HUB, "kind:", f"previous_ids: [{', '.join(f'mill-{n}' for n in range(21))}]\nkind:")),
        "previous_ids has 21 items; the most is 20",
    ),
    Example(
        "the file vocabularies/sectors.yaml is gone",
        _gone("vocabularies/sectors.yaml"),
        '"vcse" should be a term of vocabularies/sectors.yaml, and there is no such file',
    ),
    Example("no file network.yaml", _gone("network.yaml"), "there is no such file"),
    Example("a very long file", _whole(b"x" * 70_000), "the file is larger than 64 KiB"),
    Example("a file saved as UTF-16", _whole("name: x\n".encode("utf-16")), "the file is not UTF-8 text"),
    Example("a file saved in an old way", _whole(b"name: caf\xe9\n"), "the file is not UTF-8 text from here on"),
    Example(
        "a file saved as UTF-8 with BOM",
        _whole(b"\xef\xbb\xbfname: x\n"),
        "the file starts with an invisible mark (a byte order mark)",
    ),
    Example(
        "a list of thousands of things",
        _whole(b"a: [" + b"x, " * 6_000 + b"x]\n"),
        "the record holds more than 5,000 values",
    ),
)


def _neighbour(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("publisher: Coast Hubs\nfetched_on: 2026-11-01\n", encoding="utf-8")
