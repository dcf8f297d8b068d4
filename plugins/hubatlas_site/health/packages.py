"""The packages that the project locks, and which of them are known to be weak, from the database of osv.dev."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hubatlas.frozen import dataclass

DATABASE = "https://api.osv.dev/v1/querybatch"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_LONGEST = 60  # seconds


class UnansweredError(Exception):
    """The database cannot be asked. The message is one plain sentence without its full stop."""


@dataclass(frozen=True, slots=True, order=True)
class Package:
    """A package of an exact version; `ecosystem` is PyPI or npm."""

    ecosystem: str
    name: str
    version: str


@dataclass(frozen=True, slots=True, order=True)
class Weakness:
    """A package with what is known against it, by the ids that the database has."""

    package: Package
    ids: tuple[str, ...]


def locked(project: Path) -> tuple[Package, ...]:
    """Every package of every lock file of the project."""
    return tuple(sorted({*_python(project), *_node(project)}))


def weaknesses(packages: tuple[Package, ...], database: str = DATABASE) -> tuple[Weakness, ...]:
    """The packages that something is known against; raises UnansweredError where the database does not answer."""
    asked = {
        "queries": [
            {"package": {"ecosystem": each.ecosystem, "name": each.name}, "version": each.version} for each in packages
        ]
    }
    request = urllib.request.Request(  # noqa: S310 - the address is the database's, or the one that a test names
        database, json.dumps(asked).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_LONGEST) as answer:  # noqa: S310 - as above
            results: list[dict[str, Any]] = json.load(answer)["results"]
    except (OSError, ValueError, KeyError, TypeError):
        raise UnansweredError(f"{database} does not answer") from None
    return tuple(
        Weakness(package, tuple(sorted(str(each["id"]) for each in result["vulns"])))
        for package, result in zip(packages, results, strict=False)
        if result.get("vulns")
    )


def _python(project: Path) -> Iterator[Package]:
    for path in project.glob("requirements*.txt"):
        for name, version in _PINNED.findall(path.read_text(encoding="utf-8")):
            yield Package("PyPI", name.casefold(), version)


def _node(project: Path) -> Iterator[Package]:
    for path in (project / "package-lock.json", project / "scripts" / "chromium" / "package-lock.json"):
        if path.exists():
            for place, package in json.loads(path.read_bytes())["packages"].items():
                if place and "version" in package:
                    yield Package("npm", place.rpartition("node_modules/")[2], package["version"])
