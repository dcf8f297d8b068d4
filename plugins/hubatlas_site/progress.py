"""What a long build is doing, shown to somebody who waits at a terminal."""

from __future__ import annotations

import sys

_CLEAR_LINE = "\r\033[K"


def show(what: str) -> None:
    """Show what is going on, in place of what was shown before; nothing where nobody waits at a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{_CLEAR_LINE}{what}" + (" ..." if what else ""))
        sys.stderr.flush()


def clear() -> None:
    """Take away what is shown."""
    show("")
