"""What to build: from which records, for which date, into which folder."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from hubatlas.frozen import dataclass
from hubatlas_site.git import git

PROJECT = Path(__file__).resolve().parents[2]
CACHE = PROJECT / ".cache" / "site"


class BuildError(Exception):
    """The site cannot be built. The message, one or more whole lines, is for the person who asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One site to build.

    `commit` is the newest commit of the repository that holds the records, None where there is none.
    `site_address` and `repository`, where given, stand in for what the network's own record says of them. `cache` is
    the folder for what makes the next build quicker; it is safe to delete.
    """

    content: Path
    output: Path
    today: date
    commit: str | None = None
    site_address: str | None = None
    repository: str | None = None
    project: Path = PROJECT
    cache: Path = CACHE

    @property
    def schema(self) -> Path:
        """The folder of the record schemas."""
        return self.project / "schema"

    @property
    def theme(self) -> Path:
        """The folder of templates, styles and scripts."""
        return self.project / "theme"

    @property
    def sources(self) -> tuple[Path, ...]:
        """Every file and folder that the site is made from."""
        locks = ("requirements.txt", "package-lock.json", "pelicanconf.py")
        return (
            self.content,
            self.schema,
            self.theme,
            self.project / "plugins",
            *(self.project / name for name in locks),
        )


def place_order(content: Path, output: Path, today: str | None = None, cache: Path = CACHE) -> Order:
    """The order for a site of the records in `content`.

    The date is `today` (such as 2026-12-01), else that of the newest commit, else the clock's, in the United Kingdom.
    Raises BuildError where a folder or the date cannot be what it says it is.
    """
    content, output = content.resolve(), output.resolve()
    if not content.is_dir():
        raise BuildError(f"There is no folder {content}; it should hold the records of the network.")
    if any(folder == output or folder in output.parents or output in folder.parents for folder in _protected(content)):
        raise BuildError(f"The site cannot be written to {output}, which holds or lies in what it is made from.")
    commit, committed_on = _newest_commit(content)
    return Order(
        content=content,
        output=output,
        today=_date(today) if today else committed_on,
        commit=commit,
        site_address=os.environ.get("HUBATLAS_SITE_ADDRESS") or None,
        repository=os.environ.get("HUBATLAS_REPOSITORY") or None,
        cache=cache.resolve(),
    )


def _protected(content: Path) -> tuple[Path, ...]:
    return (
        content,
        *(PROJECT / name for name in ("content", "plugins", "schema", "scripts", "tests", "theme", ".git")),
    )


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BuildError(f'The date to build for should look like 2026-12-01, not "{text}".') from None


def _newest_commit(folder: Path) -> tuple[str | None, date]:
    """The hash of the newest commit, None outside a repository, and its date, else today's."""
    answer = (git(folder, "log", "-1", "--format=%H %ct") or b"").decode().split()
    if not answer:
        return None, _in_the_united_kingdom(datetime.now(tz=UTC))
    commit, seconds = answer[0], float(answer[1])
    return commit, _in_the_united_kingdom(datetime.fromtimestamp(seconds, tz=UTC))


def _in_the_united_kingdom(moment: datetime) -> date:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - slow to import, and a build that is told its date does without

    return moment.astimezone(ZoneInfo("Europe/London")).date()
