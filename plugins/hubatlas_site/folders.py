"""Writing a site's files: new ones as new files, unchanged ones as further names of those already published.

A published file is never written through: whoever is reading it, and every folder that shares it, keeps it whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from hubatlas_site.manifest import Manifest, Written
from hubatlas_site.order import BuildError
from hubatlas_site.stamps import Stamp, stamp


class SiteFolder:
    """Fills `folder` with a site; what `last`, the manifest of the site in `published`, shows to be there is reused.

    `folder` and `published` are the same where a site is renewed in place.
    """

    def __init__(self, folder: Path, published: Path, last: Manifest) -> None:
        self._folder = str(folder)
        self._published = str(published)
        self._last = last
        self._made_folders: set[str] = set()
        self.manifest = Manifest()

    def keep(self, address: str, key: str) -> bool:
        """Take over the file at `address` if it was made from the same `key` and is as it was written."""
        name = file_name(address)
        found = self._last.files.get(name)
        if found is None or found.key != key:
            return False
        return self._take_over(name, found)

    def write(self, address: str, content: bytes, key: str = "") -> None:
        """Put `content` at `address`; BuildError where another file has it already."""
        name = file_name(address)
        if name in self.manifest.files:
            raise BuildError(f"Two files of the site have the address {address}.")
        digest = hashlib.sha256(content).hexdigest()
        found = self._last.files.get(name)
        if found is not None and found.content == digest and self._take_over(name, found._replace(key=key)):
            return
        path = self._path(name)
        self._remove(path)
        with open(path, "xb") as file:
            file.write(content)
            found_now = os.fstat(file.fileno())
        written = Stamp(len(content), found_now.st_mtime_ns, found_now.st_ino)
        self.manifest.files[name] = Written(key, digest, written)

    def remove_what_is_gone(self) -> None:
        """Delete the files of the last site that this one does not have, and the folders that this empties."""
        gone = self._last.files.keys() - self.manifest.files.keys()
        for name in gone:
            self._remove(f"{self._folder}/{name}")
        for folder in sorted({parent for name in gone for parent in _parents(name)}, key=len, reverse=True):
            try:
                os.rmdir(f"{self._folder}/{folder}")
            except OSError:
                continue  # something is left in it, or it is not there

    def _take_over(self, name: str, found: Written) -> bool:
        source = f"{self._published}/{name}"
        if stamp(source) != found.stamp:
            return False
        if self._folder != self._published:
            try:
                os.link(source, self._path(name))
            except OSError:
                return False  # a file system without hard links, or a file with too many
        self.manifest.files[name] = found
        return True

    def _path(self, name: str) -> str:
        """The whole path of a file, its folder there to hold it."""
        folder = name.rpartition("/")[0]
        if folder not in self._made_folders:
            os.makedirs(f"{self._folder}/{folder}", exist_ok=True)
            self._made_folders.add(folder)
        return f"{self._folder}/{name}"

    def _remove(self, path: str) -> None:
        """Delete what is at `path`, a folder with all that is in it, if the site is renewed in place."""
        if self._folder != self._published:
            return
        try:
            os.unlink(path)
        except FileNotFoundError:
            return
        except (IsADirectoryError, PermissionError):
            shutil.rmtree(path)


def file_name(address: str) -> str:
    """The path below the site's folder of what is shown at an address: /hubs/ is hubs/index.html.

    BuildError for an address that would be a file outside the folder, or a hidden one.
    """
    name = address.removeprefix("/") + ("index.html" if address.endswith("/") else "")
    if not address.startswith("/") or any(part in {"", ".", ".."} for part in name.split("/")) or "\\" in name:
        raise BuildError(f"A file of the site cannot have the address {address!r}.")
    return name


def _parents(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
