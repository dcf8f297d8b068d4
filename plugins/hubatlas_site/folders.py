"""Writing a site's files: new ones as new files, unchanged ones as further names of those already published.

A published file is never written through: whoever is reading it, and every folder that shares it, keeps it whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from hubatlas_site.manifest import Files, Written
from hubatlas_site.order import BuildError
from hubatlas_site.stamps import stamp

_UNSAFE_PARTS = frozenset(("", ".", ".."))


class SiteFolder:
    """Makes `folder` into a site; what `last`, the manifest of the site in `published`, shows to be there is reused.

    `folder` may hold an older site: what is right in it stays. It may also be `published` itself. Several processes
    may write to one folder.
    """

    def __init__(self, folder: Path, published: Path, last: Files) -> None:
        self._folder = str(folder)
        self._published = str(published)
        self._last = last
        self._present = dict(_inodes(self._folder))
        self._made_folders: set[str] = set()

    def keep(self, address: str, key: str) -> Files | None:
        """Take over the file at `address` if it was made from the same `key` and is as it was written; else None."""
        name = file_name(address)
        found = self._last.get(name)
        if found is None or found.key != key or not self._take_over(name, found):
            return None
        return {name: found}

    def keep_all(self, names: Iterable[str]) -> Files | None:
        """Take over these files, by their paths, if all are as they were written; else None."""
        files = {}
        for name in names:
            found = self._last.get(name)
            if found is None or not self._take_over(name, found):
                return None
            files[name] = found
        return files

    def write(self, address: str, content: bytes, key: str = "") -> Files:
        """Put `content` at `address`; `key` says what it was made from, for `keep`."""
        name = file_name(address)
        digest = hashlib.sha256(content).hexdigest()
        found = self._last.get(name)
        if found is not None and found.content == digest and self._take_over(name, found):
            return {name: found._replace(key=key)}
        path = self._free_path(name)
        try:
            _write_new(path, content)
        except FileExistsError:  # a stray folder has the name
            _delete(path)
            _write_new(path, content)
        return {name: Written(key, digest, stamp(path))}

    def read(self, name: str) -> bytes:
        """What a file of the folder holds; `name` is its path below it."""
        return _read(f"{self._folder}/{name}")

    def was(self, address: str, digest: str) -> bool:
        """Whether the published site has a file at the address whose content has that digest."""
        found = self._last.get(file_name(address))
        return found is not None and found.content == digest

    def published(self, address: str) -> bytes | None:
        """What the published site has at the address; None where that is nothing, or not as it was written."""
        name = file_name(address)
        path = f"{self._published}/{name}"
        found = self._last.get(name)
        if found is None or found.stamp is None or stamp(path) != found.stamp:
            return None
        return _read(path)

    def remove_all_but(self, files: Files) -> None:
        """Delete every other file, and the folders that this empties; in `published` itself only what a build wrote."""
        gone = (self._last if self._folder == self._published else self._present).keys() - files.keys()
        for name in gone:
            if not os.path.isdir(path := f"{self._folder}/{name}") or os.path.islink(path):  # a folder is this build's
                _delete(path)
        for folder in sorted({parent for name in gone for parent in _parents(name)}, key=len, reverse=True):
            with suppress(OSError):  # something is left in it, or it is not there
                os.rmdir(f"{self._folder}/{folder}")

    def _take_over(self, name: str, found: Written) -> bool:
        """Have the published file in the folder too, if it is as it was written; whether that is so."""
        source = f"{self._published}/{name}"
        if found.stamp is None or stamp(source) != found.stamp:
            return False
        if self._folder == self._published:
            return True
        if self._present.get(name) == found.stamp.inode:  # a further name of the same file
            return True
        try:
            os.link(source, self._free_path(name))
        except OSError:
            return False  # a file system without hard links, or a file with too many
        return True

    def _free_path(self, name: str) -> str:
        """The whole path of a file, where nothing is any longer and its folder is there to hold it."""
        path = f"{self._folder}/{name}"
        folder = name.rpartition("/")[0]
        if folder not in self._made_folders:
            _make_folder(self._folder, folder)
            self._made_folders.add(folder)
        if name in self._present or self._folder == self._published:
            _delete(path)
        return path


def _inodes(folder: str, below: str = "") -> Iterator[tuple[str, int]]:
    """The path and the inode of every file below `folder`; of links, and anything else that is no folder, as well."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _inodes(entry.path, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", entry.inode()


def file_name(address: str) -> str:
    """The path below the site's folder of what is shown at an address: /hubs/ is hubs/index.html.

    BuildError for an address that would be a file outside the folder, or a hidden one.
    """
    name = address.removeprefix("/") + ("index.html" if address.endswith("/") else "")
    if not address.startswith("/") or not _UNSAFE_PARTS.isdisjoint(name.split("/")) or "\\" in name:
        raise BuildError(f"A file of the site cannot have the address {address!r}.")
    return name


def _parents(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _make_folder(root: str, folder: str) -> None:
    """Make a folder below `root`, in place of files that have its name or that of a folder it is in."""
    try:
        os.makedirs(f"{root}/{folder}", exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for name in _parents(f"{folder}/"):
            with suppress(OSError):  # a folder, as it should be
                os.unlink(f"{root}/{name}")
        os.makedirs(f"{root}/{folder}", exist_ok=True)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write_new(path: str, content: bytes) -> None:
    with open(path, "xb") as file:
        file.write(content)


def _delete(path: str) -> None:
    """Delete what is at `path`, if anything; a folder with all that is in it."""
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    except (IsADirectoryError, PermissionError):
        shutil.rmtree(path)
