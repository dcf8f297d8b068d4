"""All files of version 1 in one archive, and the checksum of each, for those who take a copy of the whole."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hubatlas import urls
from hubatlas.exports.edition import VERSION, Edition, Published, envelope
from hubatlas.exports.kinds import Export

_FOLDER = f"/data/{VERSION}/"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that equal data make an equal archive; ZIP knows none before it."""
_PLAIN_FILE = 0o644 << 16


def _sums(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield urls.CHECKSUMS, _checksums(edition)


def _checksums(edition: Edition) -> bytes:
    """The lines that `sha256sum --check` reads, in the folder that the files are in."""
    lines = (f"{file.sha256}  {address.removeprefix(_FOLDER)}\n" for address, file in _released(edition))
    return "".join(lines).encode()


def _archive(edition: Edition) -> Iterator[tuple[str, bytes]]:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in _archived(edition):
            entry = ZipInfo(f"{VERSION}/{name}", _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # whatever system makes the archive
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    yield urls.ARCHIVE, held.getvalue()


def _archived(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _readme(edition).encode()
    yield "SHA256SUMS", _checksums(edition)
    for address, file in _released(edition):
        yield address.removeprefix(_FOLDER), file.read()


def _released(edition: Edition) -> list[tuple[str, Published]]:
    """The published files of version 1, by address."""
    return [(address, file) for address, file in sorted(edition.published.items()) if address.startswith(_FOLDER)]


def _readme(edition: Edition) -> str:
    about = envelope(edition)
    made_up = "This network is made up.\n" if about["demonstration"] else ""
    return (
        f"Open data of {about['network']}, version {about['version']}, as of {about['date']}.\n{made_up}\n"
        f"Publisher: {about['publisher']}\n"
        f"Licence: {about['licence']['name']}, {about['licence']['url']}\n"
        f"Say where the data come from: {about['attribution']}\n\n"
        f"What is in the files: {edition.whole_address(urls.DATA)}\n"
        f"What you can rely on: {edition.whole_address(urls.VERSIONS)}\n"
        "To check the files: sha256sum --check SHA256SUMS\n"
    )


CHECKSUMS = Export(
    address=urls.CHECKSUMS,
    title="Checksums (SHA-256)",
    description="What tells whether a copy of the files is whole, for sha256sum.",
    media_type="text/plain; charset=utf-8",
    files=_sums,
    of_published=True,
)
ARCHIVE = Export(
    address=urls.ARCHIVE,
    title="Everything in one archive (ZIP)",
    description="Every table, every record and what describes them, with licence and checksums.",
    media_type="application/zip",
    files=_archive,
    of_published=True,
)
RELEASE = (CHECKSUMS, ARCHIVE)
