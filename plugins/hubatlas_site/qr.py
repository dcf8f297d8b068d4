"""QR codes as SVG."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_QUIET = 4
"""Modules of white around the code, as many as the standard asks for."""
_MASK = 3
"""One of the eight patterns to mix a code with. Any can be read, and to choose the best takes five times as long."""
_LEVEL = 2
"""Level M, of L, M, Q and H."""
_LARGEST = 177
"""Modules along the side of the largest code."""

_RUN = re.compile("0+|1+")
_LENGTHS = range(1, _LARGEST + 1)
_DRAWN = {"1" * length: f"h{length}" for length in _LENGTHS} | {"0" * length: f"m{length} 0" for length in _LENGTHS}
"""What draws a run of dark modules, or passes over one of light ones."""


def qr_code(address: str) -> Markup:
    """A code that leads a phone to the address, and can be read with an eighth of it hidden."""
    import zint  # noqa: PLC0415 - only where a page with a code is made

    code = zint.Symbol()
    code.symbology = zint.Symbology.QRCODE
    code.option_1, code.option_3 = _LEVEL, (_MASK + 1) << 8
    code.encode(address)
    rows = code.encoded_data.tolist()[: code.rows]
    lines = "".join([_line(bytes(row), code.width, number + _QUIET) for number, row in enumerate(rows)])
    side = code.width + 2 * _QUIET
    return Markup(  # noqa: S704 - numbers, and what is escaped here
        f'<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="QR code of {escape(address)}">'
        f'<path class="qr__ground" d="M0 0h{side}v{side}H0z"/><path class="qr__code" d="{lines}"/></svg>'
    )


def _line(row: bytes, width: int, number: int) -> str:
    """The dark modules of a row, each of whose bits is one, the lowest first: each run as a stroke along its middle."""
    modules = f"{int.from_bytes(row, 'little'):0{width}b}"[::-1]
    return f"M{_QUIET} {number}.5" + "".join(map(_DRAWN.__getitem__, _RUN.findall(modules)))
