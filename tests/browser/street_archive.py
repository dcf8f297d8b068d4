"""A tiny archive of streets (PMTiles, version 3): one and the same tile wherever the map looks."""

from __future__ import annotations

import struct
import zlib
from typing import Literal

HEADER = 127
CLOSEST_ZOOM = 15
UNCOMPRESSED = 1
SHAPES: Literal[1] = 1
PICTURES: Literal[2] = 2
WORLD = (-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)


def archive(tile: bytes, kind: Literal[1, 2]) -> bytes:
    """The archive whose every tile, from the whole world to single streets, is this one."""
    tiles = (4 ** (CLOSEST_ZOOM + 1) - 1) // 3
    directory = b"".join(map(_varint, (1, 0, tiles, len(tile), 1)))
    metadata = b"{}"
    start = HEADER + len(directory) + len(metadata)
    numbers = (HEADER, len(directory), HEADER + len(directory), len(metadata), start, 0, start, len(tile), tiles, 1, 1)
    header = b"PMTiles\x03" + struct.pack("<11Q", *numbers)
    header += bytes((1, UNCOMPRESSED, UNCOMPRESSED, kind, 0, CLOSEST_ZOOM)) + struct.pack("<4i", *WORLD)
    header += bytes((0,)) + struct.pack("<2i", 0, 0)
    return header + directory + metadata + tile


def picture(red: int, green: int, blue: int, size: int = 256) -> bytes:
    """A PNG of one colour."""
    rows = (b"\0" + bytes((red, green, blue)) * size) * size
    parts = (
        (b"IHDR", struct.pack(">2I5B", size, size, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


def shapes(layer: str) -> bytes:
    """A vector tile that is one area of that layer from edge to edge."""
    move, line, close = 1 | 1 << 3, 2 | 3 << 3, 7 | 1 << 3
    corners = (_zigzag(0), _zigzag(0), line, _zigzag(4096), 0, 0, _zigzag(4096), _zigzag(-4096), 0)
    geometry = b"".join(map(_varint, (move, *corners, close)))
    feature = _field(3, 3) + _field(4, geometry)
    whole = _field(15, 2) + _field(1, layer.encode()) + _field(2, feature) + _field(5, 4096)
    return _field(3, whole)


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _zigzag(number: int) -> int:
    return number << 1 ^ number >> 31


def _varint(number: int) -> bytes:
    parts: list[int] = []
    while number >= 128:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes((*parts, number))
