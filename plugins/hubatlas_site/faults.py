"""What to say when something goes wrong that is not a problem in the records."""

from __future__ import annotations

import traceback
from pathlib import Path

from hubatlas_site.order import BuildError


def fault_of_page(address: str, template: str, templates: Path, error: Exception) -> BuildError:
    """What to say of an error while a page was rendered: which page, and where in which template."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - builds without a fault do without

    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(templates)]
    place = template
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.name}, line {error.lineno}"
    elif inside:
        place = f"{Path(inside[-1].filename).relative_to(templates)}, line {inside[-1].lineno}"
    return BuildError(f"The page {address} could not be made: {place}: {type(error).__name__}: {error}")


def fault_of_disk(error: OSError) -> BuildError:
    """What to say when files cannot be read or written."""
    where = f" {error.filename}" if error.filename else ""
    return BuildError(f"A file could not be read or written: {error.strerror or error}{where}.")
