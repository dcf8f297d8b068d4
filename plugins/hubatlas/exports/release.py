"""All files of version 1 in one archive, and the checksum of each, for those who take a copy of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hubatlas import urls
from hubatlas.exports.edition import VERSION, Edition, envelope
from hubatlas.exports.kinds import Export
from hubatlas.exports.packed import Packed, archive_of, files_of, packed

_FOLDER = f"/data/{VERSION}/"


def is_released(address: str) -> bool:
    """Whether a file at the address is one of version 1, of which the checksums and the archive tell."""
    return address.startswith(_FOLDER) and address not in {urls.CHECKSUMS, urls.ARCHIVE}


def released_in(archive: bytes) -> Mapping[str, Packed]:
    """The files that an archive of some build holds, by the addresses that they had."""
    return {f"/data/{name}": file for name, file in files_of(archive).items()}


def _sums(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield urls.CHECKSUMS, _checksums(edition)


def _checksums(edition: Edition) -> bytes:
    """The lines that `sha256sum --check` reads, in the folder that the files are in."""
    lines = (f"{file.sha256}  {address.removeprefix(_FOLDER)}\n" for address, file in sorted(edition.published.items()))
    return "".join(lines).encode()


def _archive(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield urls.ARCHIVE, archive_of((f"{VERSION}/{name}", file) for name, file in _archived(edition))


def _archived(edition: Edition) -> Iterator[tuple[str, Packed]]:
    yield "README.txt", packed(_readme(edition).encode())
    yield "SHA256SUMS", packed(_checksums(edition))
    for address, file in sorted(edition.published.items()):
        yield address.removeprefix(_FOLDER), file.packed


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
