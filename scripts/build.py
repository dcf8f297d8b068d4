"""Builds the site from the records; the published one stays as it was if that fails."""

from setup import ROOT, ensure

ensure("site")

import argparse
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

sys.dont_write_bytecode = False  # compiled modules make the next build quicker, and can be deleted like the cache

from hubatlas_site.building import build_beside
from hubatlas_site.faults import fault_of_disk
from hubatlas_site.order import CACHE, BuildError, Order, place_order

FAILED, INTERRUPTED, ENDED = 1, 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when the site stands there as asked for, another number and the reason on standard error if not."""
    gc.disable()  # what a build makes lasts until its end, and looking through it for waste takes time
    signal.signal(signal.SIGTERM, _end)
    options = _options(arguments)
    begun = time.monotonic()
    try:
        order = place_order(options.content, options.output, options.today, options.cache)
        changed = build_beside(order)
    except BuildError as error:
        print(error, file=sys.stderr)
        return FAILED
    except OSError as error:
        print(fault_of_disk(error), f"{options.output} is as it was.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(f"Interrupted; {options.output} is as it was.", file=sys.stderr)
        return INTERRUPTED
    print(_outcome(order, changed=changed, seconds=time.monotonic() - begun))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    content = Path(os.environ.get("NETWORK") or ROOT / "content")
    today = os.environ.get("HUBATLAS_TODAY")
    parser.add_argument("--content", type=Path, default=content, help="the folder of records (default: content)")
    parser.add_argument("--output", type=Path, default=ROOT / "output", help="the folder to write (default: output)")
    parser.add_argument("--today", default=today, help="the date to build for (default: that of the newest commit)")
    parser.add_argument("--cache", type=Path, default=CACHE, help="the folder for what makes the next build quicker")
    return parser.parse_args(arguments)


def _outcome(order: Order, *, changed: bool, seconds: float) -> str:
    here = Path.cwd()
    folder = order.output.relative_to(here) if order.output.is_relative_to(here) else order.output
    if not changed:
        return f"Nothing has changed; {folder} is up to date ({seconds:.2f} s)."
    return f"Built {folder} as of {order.today.isoformat()} ({seconds:.2f} s)."


def _end(_number: int, _frame: FrameType | None) -> None:
    sys.exit(ENDED)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # what Pelican has loaded takes Python 0.03 s to clear away, and the system no time
