"""The checksums and the archive of a built site hold what is published."""

import hashlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from hubatlas.exports.edition import Edition, Published
from hubatlas.exports.packed import archive_of, files_of, packed
from hubatlas.exports.release import RELEASE
from tests.exports.editions import SMALL


def test_checksums_are_those_of_every_file_of_the_version(built_site: Path) -> None:
    folder = built_site / "data" / "v1"
    told = dict(line.split("  ", 1)[::-1] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert told == {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in there.items()
        if name not in {"SHA256SUMS", "all.zip"}
    }


def test_archive_holds_every_file_and_how_it_may_be_used(built_site: Path) -> None:
    folder = built_site / "data" / "v1"
    with ZipFile(folder / "all.zip") as archive:
        assert archive.testzip() is None
        held = {name.removeprefix("v1/"): archive.read(name) for name in archive.namelist()}
    readme = held.pop("README.txt").decode()
    assert "Open Government Licence v3.0" in readme
    assert "sha256sum --check SHA256SUMS" in readme
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert held == {name: path.read_bytes() for name, path in there.items() if name != "all.zip"}


def test_equal_files_make_an_equal_archive_in_whatever_order_they_come() -> None:
    contents = {"/data/v1/hubs.csv": b"a", "/data/v1/a/b.json": b"b", "/data/v1/b.csv": b"c"}

    def archive(names: list[str]) -> bytes:
        published = {
            name: Published(hashlib.sha256(contents[name]).hexdigest(), packed(contents[name])) for name in names
        }
        edition = Edition(directory=SMALL.directory, today=SMALL.today, published=published)
        [(_, made)] = RELEASE[1].files(edition)
        return made

    assert archive(list(contents)) == archive(list(reversed(contents)))


def test_what_an_archive_holds_makes_the_same_archive_again() -> None:
    contents = {"v1/README.txt": b"Open data", "v1/empty.csv": b"", "v1/hubs/caffi-môr.json": b"{}" * 1000}
    archive = archive_of((name, packed(content)) for name, content in contents.items())
    assert archive_of(files_of(archive).items()) == archive
    with ZipFile(BytesIO(archive)) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == contents
