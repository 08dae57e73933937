"""A place's own colours can be read: WCAG 2.2 asks for a contrast of 4.5 between a text and what is behind it."""

from __future__ import annotations

from math import floor

LEAST = 4.5
"""For texts of any size (1.4.3, level AA)."""
LIGHT = {"sidan": "#fbfaf7", "rutor": "#ffffff", "texten på knappar": "#ffffff"}
"""What the colour is seen beside on light pages, as ``portal/static/portal.css`` has it: page, card and on-accent."""
DARK = {"sidan": "#12181a", "rutor": "#1b2326", "texten på knappar": "#12181a"}
"""The same on dark pages."""


def contrast(one: str, other: str) -> float:
    """The contrast between two colours by WCAG, from 1 to 21; each is written ``#rrggbb``."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def fault_of_colour(colour: str, *, dark: bool) -> str:
    """What is wrong with a colour for links and buttons and what to do, in Swedish; empty where nothing is.

    Args:
        colour: Written ``#rrggbb``.
        dark: Whether it is for dark pages.
    """
    ratios = {beside: contrast(colour, other) for beside, other in (DARK if dark else LIGHT).items()}
    beside = min(ratios, key=lambda name: ratios[name])
    if ratios[beside] >= LEAST:
        return ""
    written = f"{floor(ratios[beside] * 100) / 100:.2f}".replace(".", ",")  # not rounded up to what would do
    wanted = "ljusare" if dark else "mörkare"
    return f"{colour} har kontrasten {written}:1 mot {beside}, men minst 4,5:1 krävs (WCAG AA). Välj en {wanted} färg."


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """The light that a part of a colour gives: sRGB."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (sRGB's own numbers)
