"""Pelican's plugin: one generator, which writes the whole site and leaves nothing to Pelican's readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals

from hubatlas_site.building import build_in_place
from hubatlas_site.job import Job
from hubatlas_site.order import BuildError, place_order


class SiteGenerator:
    """Writes the site into Pelican's output folder.

    The setting HUBATLAS_JOB, where there is one, is a build that has already begun: it is waited for.
    """

    def __init__(self, *, settings: dict[str, Any], output_path: str, path: str, **_others: object) -> None:
        self._settings = settings
        self._output = Path(output_path)
        self._content = Path(path)

    def generate_output(self, _writer: object) -> None:
        """Write every page, export and asset; a fault ends Pelican with a plain message and exit code 1."""
        job: Job[None] | None = self._settings.get("HUBATLAS_JOB")
        if job is not None:
            job.finish()
            return
        try:
            build_in_place(place_order(self._content, self._output, self._settings.get("HUBATLAS_TODAY")))
        except BuildError as error:
            raise SystemExit(str(error)) from None


def register() -> None:
    """Called by Pelican: offer the generator."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: object) -> type[SiteGenerator]:
    return SiteGenerator
