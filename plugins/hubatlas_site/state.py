"""What is remembered of each built site between builds; all of it is safe to delete."""

from __future__ import annotations

import fcntl
import hashlib
import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from hubatlas_site import cache
from hubatlas_site.manifest import Files
from hubatlas_site.order import Order
from hubatlas_site.stamps import fingerprint, site_fingerprint, stamps_below


def manifest_path(order: Order) -> Path:
    """Where the manifest of the order's site is kept."""
    return _folder(order) / "manifest"


def units_path(order: Order, language: str) -> Path:
    """Where it is kept how the files of the site in a language were made: see `KeptWork`."""
    return _folder(order) / f"units-{language}"


def records_path(order: Order) -> Path:
    """Where the records of the order's site are kept as they were read."""
    return _folder(order) / "records"


def history_path(order: Order) -> Path:
    """Where the history of the records is kept as it was read from their repository."""
    return _folder(order) / "history"


def spare_folder(order: Order) -> Path:
    """Where the site that a build replaces is kept, for the next build to start from."""
    return _folder(order) / "spare"


def sources_now(order: Order, begun: int | None = None) -> str | None:
    """One hash of everything that the site is made from; None where it cannot be told, see `fingerprint`."""
    files = fingerprint(order.sources, before=begun)
    if files is None:
        return None
    settings = (order.today, order.commit, order.site_address, order.repository, platform.python_version())
    return hashlib.sha256(f"{files} {settings}".encode()).hexdigest()


def is_current(order: Order) -> bool:
    """Whether the order's site stands there as it was built, from sources that have not changed since."""
    stored = cache.read(_folder(order) / "sources")
    if stored is None or stored.decode() != sources_now(order):
        return False  # without a look at the site, which has many more files
    written = cache.read(_folder(order) / "written")
    return written is not None and written.decode() == site_fingerprint(stamps_below(order.output))


def note_written(order: Order, files: Files) -> None:
    """Keep what `is_current` needs to know the files of a site just written; it says no until `remember` is called."""
    forget(order)
    stamps = ((name, each.stamp) for name, each in files.items() if each.stamp is not None)
    cache.write(_folder(order) / "written", site_fingerprint(stamps).encode())


def remember(order: Order, sources: str | None) -> None:
    """Keep that the site that was written last was made from `sources`, and forget sites that are gone."""
    if sources is not None:
        cache.write(_folder(order) / "sources", sources.encode())
    cache.write(_folder(order) / "output", str(order.output).encode())
    for folder in _sites(order).iterdir() if _sites(order).is_dir() else ():
        with suppress(OSError):  # another build has forgotten it, or uses it
            if folder != _folder(order):
                _forget_if_gone(folder)


@contextmanager
def in_use(order: Order) -> Iterator[None]:
    """Keep other builds in this block from taking the site, which may not be there yet, for one that is gone."""
    with ExitStack() as held:
        with suppress(OSError):  # nothing can be kept there
            _folder(order).mkdir(parents=True, exist_ok=True)
            held.enter_context(_locked(_folder(order), fcntl.LOCK_SH))
            _folder(order).mkdir(parents=True, exist_ok=True)  # it had been forgotten while this waited
        yield


def _forget_if_gone(folder: Path) -> None:
    with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
        output = cache.read(folder / "output")
        if output is None or not Path(output.decode()).exists():
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """Hold a lock on a folder, which the system lets go of however the program ends; OSError where others hold it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)


def forget(order: Order) -> None:
    """Make the next build look at everything again, as the site is about to change."""
    with suppress(OSError):  # nothing to forget, or nothing that could be read
        (_folder(order) / "sources").unlink()


def _sites(order: Order) -> Path:
    return order.cache / "sites"


def _folder(order: Order) -> Path:
    return _sites(order) / hashlib.sha256(str(order.output).encode()).hexdigest()[:16]
