"""What is remembered of each built site between builds; all of it is safe to delete."""

from __future__ import annotations

import hashlib
import platform
import shutil
from pathlib import Path

from hubatlas_site import cache
from hubatlas_site.order import Order
from hubatlas_site.stamps import fingerprint


def manifest_path(order: Order) -> Path:
    """Where the manifest of the order's site is kept."""
    return _folder(order) / "manifest"


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
    stored = cache.read(_folder(order) / "stamp")
    sources = sources_now(order)
    if stored is None or not stored.startswith(f"{sources} ".encode()):
        return False  # without a look at the site, which has many more files
    return stored == _stamp(order, sources)


def remember(order: Order, sources: str | None) -> None:
    """Keep what `is_current` needs of a site just built from `sources`, and forget sites that are gone."""
    if sources is not None:
        cache.write(_folder(order) / "stamp", _stamp(order, sources))
    cache.write(_folder(order) / "output", str(order.output).encode())
    for folder in _sites(order).iterdir() if _sites(order).is_dir() else ():
        output = cache.read(folder / "output")
        if output is None or not Path(output.decode()).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _stamp(order: Order, sources: str | None) -> bytes:
    return f"{sources} {fingerprint((order.output,))}".encode()


def forget(order: Order) -> None:
    """Make the next build look at everything again, as the site is about to change."""
    (_folder(order) / "stamp").unlink(missing_ok=True)


def _sites(order: Order) -> Path:
    return order.cache / "sites"


def _folder(order: Order) -> Path:
    return _sites(order) / hashlib.sha256(str(order.output).encode()).hexdigest()[:16]
