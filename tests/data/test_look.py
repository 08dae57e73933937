"""A place's look: its logo is a picture and nothing else, and its colours can be read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from data.checks.colours import DARK, LIGHT, contrast, fault_of_colour
from data.checks.logo import LARGEST, fault_of_logo, fault_of_png, fault_of_svg
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

CSS = (REPOSITORY / "portal" / "static" / "portal.css").read_text(encoding="utf-8")
SHAPES = """
<title>Tallmo</title>
<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient></defs>
<style>.a { fill: url(#g); }</style>
<g style="stroke: none"><path class="a" fill="url('#g')" d="M0 0h9v9z"/><text>T</text></g>
"""


def _svg(inner: str = SHAPES, attributes: str = 'viewBox="0 0 9 9"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()


def _png(width: int = 4, height: int = 4) -> bytes:
    content = io.BytesIO()
    Image.new("RGBA", (width, height)).save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        _svg(),
        _svg(before='<?xml version="1.0" encoding="UTF-8"?>\n<!-- ritad för hand -->\n'),
        _svg(attributes='width="9" height="9"'),
        (REPOSITORY / "portal" / "static" / "icon.svg").read_bytes(),
    ],
    ids=["shapes", "with a declaration", "by width and height", "the portal's own"],
)
def test_a_picture_of_shapes_will_do(content: bytes) -> None:
    assert fault_of_svg(content) == ""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_svg("<script>alert(1)</script>"), "elementet <script>"),
        (_svg("<SCRIPT>alert(1)</SCRIPT>"), "elementet <SCRIPT>"),
        (_svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'), "elementet <script>"),
        (_svg("<foreignObject><p/></foreignObject>"), "elementet <foreignObject>"),
        (_svg('<image href="https://elsewhere.example/x.png"/>'), "elementet <image>"),
        (_svg('<use href="#a"/>'), "elementet <use>"),
        (_svg('<a href="https://elsewhere.example"><path/></a>'), "elementet <a>"),
        (_svg('<path><animate attributeName="d"/></path>'), "elementet <animate>"),
        (_svg('<metadata xmlns="urn:x"/>'), "elementet <metadata>"),
        (_svg(attributes='viewBox="0 0 9 9" onload="alert(1)"'), "en händelse (onload)"),
        (_svg('<path onClick="alert(1)"/>'), "en händelse (onClick)"),
        (_svg('<linearGradient href="https://elsewhere.example/g"/>'), "en hänvisning ut ur filen (href)"),
        (
            _svg('<linearGradient xmlns:l="http://www.w3.org/1999/xlink" l:href="other.svg#g"/>'),
            "en hänvisning ut ur filen (href)",
        ),
        (_svg('<g xml:base="https://elsewhere.example"/>'), "en hänvisning ut ur filen (base)"),
        (_svg('<path fill="url(https://elsewhere.example/f)"/>'), "en hänvisning ut ur filen (fill)"),
        (_svg("<path style=\"fill: URL( 'other.svg#f')\"/>"), "en hänvisning ut ur filen (style)"),
        (_svg('<path style="fill: u\\72l(//elsewhere.example)"/>'), "en hänvisning ut ur filen (style)"),
        (_svg("<path style=\"background: image-set('x.png' 1x)\"/>"), "en hänvisning ut ur filen (style)"),
        (_svg('<path fill="javascript:alert(1)"/>'), "en hänvisning ut ur filen (fill)"),
        (_svg('<path fill="data:image/png;base64,//8="/>'), "en hänvisning ut ur filen (fill)"),
        (_svg('<style>@import "https://elsewhere.example/x.css";</style>'), "en stilmall som hämtar något utifrån"),
        (_svg("<style>.a { fill: url(//elsewhere.example/f) }</style>"), "en stilmall som hämtar något utifrån"),
        (_svg("<style><![CDATA[@imp]]><![CDATA[ort 'x';]]></style>"), "en stilmall som hämtar något utifrån"),
        (_svg(before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "en DOCTYPE eller en entitet"),
        (_svg(before='<!DOCTYPE svg SYSTEM "https://elsewhere.example/x.dtd">'), "en DOCTYPE eller en entitet"),
        (_svg(before='<?xml-stylesheet href="https://elsewhere.example/x.css"?>'), "en instruktion (xml-stylesheet)"),
    ],
)
def test_what_a_logo_needs_not_is_named_with_what_to_do(content: bytes, expected: str) -> None:
    fault = fault_of_svg(content)
    assert fault.startswith(f"i filen finns {expected}")
    assert fault.endswith("Spara den som vanlig SVG utan annat än former, eller som PNG.")


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg", b"<svg/>", b"<html/>", _svg()[:-3], b"\xff\xfe\x00", _png(), _svg("&x;"), b"<svg>" * 9],
)
def test_what_is_no_svg_is_called_so(content: bytes) -> None:
    assert fault_of_svg(content).startswith("filen går inte att tolka som SVG.")


def test_a_picture_without_a_size_is_told() -> None:
    assert fault_of_svg(_svg(attributes="")).startswith("filen säger inte hur stor bilden är. Ge den en viewBox")


def test_a_whole_png_will_do() -> None:
    assert fault_of_png(_png()) == ""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "filen är ingen PNG-bild"),
        (_svg(), "filen är ingen PNG-bild"),
        (b"\xff\xd8\xff\xe0", "filen är ingen PNG-bild"),
        (_png()[:8], "bilden är skadad eller avhuggen"),
        (_png()[:-4], "bilden är skadad eller avhuggen"),
        (_png()[:-12], "bilden är skadad eller avhuggen"),
        (_png().replace(b"IDAT", b"IDAT\x00", 1), "bilden är skadad eller avhuggen"),
        (_png() + b"<script>", "bilden är skadad eller avhuggen"),
        (_png()[:8] + _png()[33:], "bilden saknar sitt huvud"),
        (_png(4001, 1), "bilden är inte 1–4000 bildpunkter"),
    ],
)
def test_what_is_no_whole_png_is_told(content: bytes, expected: str) -> None:
    assert fault_of_png(content).startswith(expected)


def test_a_logo_that_is_too_large_is_told(tmp_path: Path) -> None:
    (tmp_path / "logotyp.svg").write_bytes(_svg(f"<!--{'x' * LARGEST}-->"))
    assert fault_of_logo(tmp_path / "logotyp.svg") == "filen är större än 100 kB. Spara den mindre."


@pytest.mark.parametrize("name", ["logotyp.svg", "logotyp.png"])
def test_a_file_is_read_as_its_ending_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(_png() if name.endswith("png") else _svg())
    assert fault_of_logo(tmp_path / name) == ""


def test_a_folder_is_no_logo(tmp_path: Path) -> None:
    (tmp_path / "logotyp.svg").mkdir()
    assert fault_of_logo(tmp_path / "logotyp.svg").startswith("filen finns inte.")


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0b5563", "#0b5563", 1)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.005)


def test_a_ratio_just_below_is_not_rounded_up() -> None:
    assert 4.495 < contrast("#64777c", LIGHT["sidan"]) < 4.5
    assert "4,49:1" in fault_of_colour("#64777c", dark=False)


@pytest.mark.parametrize(("beside", "at"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_colours_are_measured_beside_those_that_pages_have(beside: dict[str, str], at: int) -> None:
    tokens = [re.findall(rf"--{token}: (#[0-9a-f]+);", CSS)[at] for token in ("page", "card", "on-accent")]
    assert list(beside.values()) == [f"#{token[1:] * 2}" if len(token) == 4 else token for token in tokens]


@pytest.mark.parametrize("at", [0, 1], ids=["light", "dark"])
def test_the_portal_s_own_colours_would_do(at: int) -> None:
    assert fault_of_colour(re.findall(r"--accent: (#[0-9a-f]{6});", CSS)[at], dark=bool(at)) == ""
