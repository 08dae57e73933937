"""The look's figures: contrast of the tokens, and a sheet that turns with the text's direction."""

from __future__ import annotations

import re

import pytest

from tests.in_turn import in_turn
from tests.support import REPOSITORY

SHEET = (REPOSITORY / "portal" / "static" / "portal.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
    for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2]
)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    full = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@in_turn(
    ("text", "ground", "least"),
    [
        ("ink", "page", 7),
        ("ink", "card", 7),
        ("soft", "page", 4.5),
        ("soft", "card", 4.5),
        ("link", "page", 4.5),
        ("link", "card", 4.5),
        ("visited", "page", 4.5),
        ("visited", "card", 4.5),
        ("on-accent", "accent", 4.5),
        ("on-mark", "mark", 4.5),
        ("open", "open-bg", 4.5),
        ("may", "may-bg", 4.5),
        ("often", "often-bg", 4.5),
        ("ink", "may-bg", 4.5),
        ("border", "card", 3),
        ("border", "page", 3),
        ("accent", "page", 3),
    ],
)
def test_words_and_controls_stand_out(tokens: dict[str, str], text: str, ground: str, least: float) -> None:
    assert contrast(tokens[text], tokens[ground]) >= least


@pytest.mark.parametrize("tokens", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "card"])
def test_the_ring_of_focus_or_its_rim_stands_out(tokens: dict[str, str], ground: str) -> None:
    assert max(contrast(tokens[each], tokens[ground]) for each in ("ring", "ink")) >= 3


@pytest.mark.parametrize(
    ("text", "ground", "figure"),
    [("ink", "page", 15.3), ("soft", "card", 7.6), ("link", "card", 8.4), ("open", "open-bg", 5.6)],
)
def test_the_figures_of_the_decision_are_true(text: str, ground: str, figure: float) -> None:
    grounds = [contrast(LIGHT[text], LIGHT[each]) for each in {ground, "page", "card"} if each in LIGHT]
    assert any(abs(each - figure) < 0.15 for each in grounds), grounds


def test_the_sheet_turns_with_the_texts_direction() -> None:
    rules = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
    sides = r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float): (?:left|right)|[{;]\s*(?:left|right):"
    physical = re.findall(sides, rules)
    assert physical == []


def test_every_way_of_looking_has_its_styles() -> None:
    for feature in ("prefers-color-scheme: dark", "forced-colors: active", "prefers-reduced-motion", "print"):
        assert feature in SHEET


def test_no_font_or_picture_is_fetched() -> None:
    assert "@font-face" not in SHEET
    assert "url(" not in SHEET
