"""Building a site: in place, as Pelican does by itself, or beside the published one, which it then replaces."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from hubatlas_site import progress, state
from hubatlas_site.crew import workers
from hubatlas_site.job import Job
from hubatlas_site.order import BuildError, Order
from hubatlas_site.publishing import new_folder


def build_in_place(order: Order) -> None:
    """Write the site into its folder, over what is there. Raises BuildError with what is wrong."""
    begun = time.time_ns()
    sources = state.sources_now(order, begun)
    state.forget(order)
    order.output.mkdir(parents=True, exist_ok=True)
    _write(order, order.output)
    state.remember(order, sources)


def build_beside(order: Order) -> bool:
    """Build the site in a new folder and put that in place of the published one; False where nothing had changed.

    Whatever goes wrong, the published site stays as it was. Raises BuildError or OSError with what is wrong.
    """
    if state.is_current(order):
        return False
    with state.in_use(order), new_folder(order.output, state.spare_folder(order)) as folder:
        sources = state.sources_now(order, time.time_ns())
        import jinja2  # noqa: F401, PLC0415 - slow to import: once, before the processes that need it part
        import markdown  # noqa: F401, PLC0415 - as above

        job = Job(lambda: _write(order, folder), stoppable=True)
        try:
            _run_pelican(order, folder, job)
            if not job.finished:
                raise BuildError("Pelican did not run the site's generator; see PLUGINS in pelicanconf.py.")
        finally:
            job.stop()
            progress.clear()
    state.remember(order, sources)
    return True


def _write(order: Order, folder: Path) -> None:
    """Write the site into `folder`; where there are processors for it, the records are read while the rest starts."""
    from hubatlas_site.keys import code_key  # noqa: PLC0415 - slow to import, and only needed for a real build
    from hubatlas_site.loading import load_directory  # noqa: PLC0415 - once for both processes: the history needs it too

    code = code_key(order.project)
    load = partial(load_directory, order, code)
    job = Job(load) if workers() > 1 else None
    try:
        from hubatlas_site.site import write_site  # noqa: PLC0415 - as above

        write_site(order, folder, job.finish if job else load, code)
    finally:
        if job:
            job.stop()


def _run_pelican(order: Order, folder: Path, job: Job[None]) -> None:
    """Run Pelican over the project's settings, its one generator waiting for `job`, which writes into `folder`."""
    from pelican import Pelican, log  # noqa: PLC0415 - takes longer than reading the records
    from pelican.settings import read_settings  # noqa: PLC0415

    log.console.quiet = True
    log.init(fatal="warnings")
    overrides = {"PATH": str(order.content), "OUTPUT_PATH": str(folder), "HUBATLAS_JOB": job}
    Pelican(read_settings(str(order.project / "pelicanconf.py"), override=overrides)).run()
