"""QR codes as SVG."""

from __future__ import annotations

import re

from markupsafe import Markup

_QUIET = 4
"""Modules of white around the code, as many as the standard asks for."""
_MASK = 3
"""One of the eight patterns to mix a code with. Any can be read, and to choose the best takes five times as long."""
_DARK = re.compile(rb"\x01+")


def qr_code(address: str) -> Markup:
    """A code that leads a phone to the address, and can be read with an eighth of it hidden."""
    import segno  # noqa: PLC0415 - only where a page with a code is made: it loads an HTTP client

    modules = segno.make_qr(address, error="m", mask=_MASK).matrix
    side = len(modules) + 2 * _QUIET
    lines = "".join(_line(row, number + _QUIET) for number, row in enumerate(modules))
    return Markup(
        '<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="QR code of {address}">'
        '<path class="qr__ground" d="M0 0h{side}v{side}H0z"/><path class="qr__code" d="{lines}"/></svg>'
    ).format(side=side, address=address, lines=lines)


def _line(row: bytearray | tuple[int, ...], number: int) -> str:
    """The dark modules of a row, each run as a stroke along its middle."""
    runs = (run.span() for run in _DARK.finditer(bytes(row)))
    return "".join(f"M{start + _QUIET} {number}.5h{end - start}" for start, end in runs)
