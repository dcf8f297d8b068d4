"""QR codes as SVG."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_QUIET = 4
"""Modules of white around the code, as many as the standard asks for."""
_MASK = 3
"""One of the eight patterns to mix a code with. Any can be read, and to choose the best takes five times as long."""
_LARGEST = 177
"""Modules along the side of the largest code."""

_RUN = re.compile(rb"\x00+|\xff+")
_LENGTHS = range(1, _LARGEST + 1)
_DRAWN = {b"\x00" * length: f"h{length}" for length in _LENGTHS} | {
    b"\xff" * length: f"m{length} 0" for length in _LENGTHS
}
"""What draws a run of dark modules, or passes over one of light ones."""


def qr_code(address: str) -> Markup:
    """A code that leads a phone to the address, and can be read with an eighth of it hidden."""
    import zxingcpp  # noqa: PLC0415 - only where a page with a code is made

    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    modules = code.to_image(scale=1, add_quiet_zones=False)
    width, _ = modules.shape
    signs = bytes(memoryview(modules))  # type: ignore[arg-type] # a buffer, though its stub does not say so
    lines = "".join([_line(signs[row * width : (row + 1) * width], row + _QUIET) for row in range(width)])
    side = width + 2 * _QUIET
    return Markup(  # noqa: S704 - numbers, and what is escaped here
        f'<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="QR code of {escape(address)}">'
        f'<path class="qr__ground" d="M0 0h{side}v{side}H0z"/><path class="qr__code" d="{lines}"/></svg>'
    )


def _line(row: bytes, number: int) -> str:
    """The dark modules of a row, each run as a stroke along its middle."""
    return f"M{_QUIET} {number}.5" + "".join(map(_DRAWN.__getitem__, _RUN.findall(row)))
