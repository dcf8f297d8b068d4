"""ZIP archives, put together from files that were compressed when each was made, or are taken from another archive."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that equal data make an equal archive; ZIP knows none before it."""
_UNIX = 3
_PLAIN_FILE = 0o644 << 16


class Packed(NamedTuple):
    """A file as an archive holds it: compressed, with the size and the checksum (CRC-32) of what it was before."""

    deflated: bytes
    size: int
    crc: int


def packed(content: bytes) -> Packed:
    """The content of a file, compressed."""
    return Packed(zlib.compress(content, wbits=-zlib.MAX_WBITS), len(content), zlib.crc32(content))


def archive_of(files: Iterable[tuple[str, Packed]]) -> bytes:
    """The files, by their names, as an archive."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, file in files:
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX  # whatever system makes the archive
            entry.external_attr = _PLAIN_FILE
            entry.compress_size, entry.file_size, entry.CRC = len(file.deflated), file.size, file.crc
            entry.header_offset = held.tell()
            held.write(entry.FileHeader() + file.deflated)
            archive.filelist.append(entry)
        archive.start_dir = held.tell()
    return held.getvalue()


def files_of(archive: bytes) -> dict[str, Packed]:
    """The files that `archive_of` made the archive from, by their names."""
    with ZipFile(BytesIO(archive)) as held:
        entries = held.infolist()
    files = {}
    for entry in entries:
        start = entry.header_offset + len(entry.FileHeader())
        files[entry.filename] = Packed(archive[start : start + entry.compress_size], entry.file_size, entry.CRC)
    return files
