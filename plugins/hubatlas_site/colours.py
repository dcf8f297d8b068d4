"""Colours that can be read on each other."""

from __future__ import annotations


def readable_on(colour: str) -> str:
    """White or near-black, whichever has the higher contrast (WCAG 2) on `colour`, given as # and six digits."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)  # noqa: PLR2004 - the definition of sRGB
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.055 else "#0b0c0c"
