"""A logo is a picture and nothing else: no program, and nothing that a browser would fetch from elsewhere."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST = 100_000
"""Bytes: a logo goes with every page, to telephones too."""
_WIDEST = 4000
"""Pixels: more than any screen shows of a logo; few bytes may unpack to a picture that fills a memory."""
_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    """
    svg g path rect circle ellipse line polyline polygon text tspan title desc defs style linearGradient radialGradient
    stop clipPath mask
    """.split()  # noqa: SIM905  (a list of words is easier to keep than a list of strings)
)
"""What draws. Whatever is not named here may run, fetch or repeat itself without end."""
_REFERENCE = re.compile(
    r"url\(\s*(?!\s|['\"]?#)|@import|(?:image|set|src|fade)\(|//|(?:java|vb)script:|\\", re.IGNORECASE
)
"""What in a value or a style sheet leads out of the file, or may hide that it does."""
_PLAIN = "Spara den som vanlig SVG utan annat än former, eller som PNG."
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SAVE_ANEW = "Spara den på nytt som PNG."


def fault_of_logo(path: Path) -> str:
    """What is wrong with the file of a logo and what to do about it, in Swedish; empty where nothing is.

    Args:
        path: The file; its ending says what it should be.
    """
    try:
        if not path.is_file():
            return "filen finns inte. Lägg den bredvid portal.toml, eller rätta namnet."
        if path.stat().st_size > LARGEST:
            return f"filen är större än {LARGEST // 1000} kB. Spara den mindre."
        content = path.read_bytes()
    except OSError as error:
        return f"filen går inte att läsa ({error.strerror}). Kontrollera filens rättigheter."
    return fault_of_png(content) if path.suffix == ".png" else fault_of_svg(content)


def fault_of_png(content: bytes) -> str:
    """What is wrong with a picture in PNG: its parts are whole, it begins with its size, and nothing comes after it."""
    if not content.startswith(_SIGNATURE):
        return f"filen är ingen PNG-bild. {_SAVE_ANEW}"
    at = len(_SIGNATURE)
    kinds: list[bytes] = []
    while at < len(content):
        kind, end = content[at + 4 : at + 8], at + 12 + int.from_bytes(content[at : at + 4], "big")
        body = content[at + 4 : end - 4]
        if end > len(content) or zlib.crc32(body) != int.from_bytes(content[end - 4 : end], "big"):
            return f"bilden är skadad eller avhuggen. {_SAVE_ANEW}"
        if not kinds and (kind != b"IHDR" or len(body) != struct.calcsize(">4s2I5B")):
            return f"bilden saknar sitt huvud. {_SAVE_ANEW}"
        if not kinds and not all(1 <= side <= _WIDEST for side in struct.unpack(">4s2I5B", body)[1:3]):
            return f"bilden är inte 1–{_WIDEST} bildpunkter bred och hög. Spara den mindre."
        kinds.append(kind)
        at = end
    is_whole = b"IDAT" in kinds and kinds[-1] == b"IEND" and kinds.count(b"IEND") == 1
    return "" if is_whole else f"bilden är skadad eller avhuggen. {_SAVE_ANEW}"


class _UnsafeError(Exception):
    """The file has something that no logo needs; the message says what, as a Swedish noun phrase."""


def fault_of_svg(content: bytes) -> str:
    """What is wrong with a picture in SVG: it is well formed, and has nothing but shapes, texts and their looks."""
    reader = _SvgReader()
    try:
        reader.read(content)
    except _UnsafeError as error:
        return f"i filen finns {error}. {_PLAIN}"
    except (expat.ExpatError, ValueError, LookupError):
        return f"filen går inte att tolka som SVG. {_PLAIN}"
    return "" if reader.has_size else "filen säger inte hur stor bilden är. Ge den en viewBox, eller bredd och höjd."


class _SvgReader:
    """Reads a picture from its beginning, and stops at the first thing that it may not have."""

    def __init__(self) -> None:
        self.has_size = False
        self._is_begun = False
        self._in_style = False
        self._style: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EntityDeclHandler = self._refuse_doctype
        self._parser.ProcessingInstructionHandler = self._refuse_instruction
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self, content: bytes) -> None:
        """Read it all.

        Raises:
            _UnsafeError: It has something that no logo needs.
            xml.parsers.expat.ExpatError: It is no XML.
        """
        self._parser.Parse(content, True)  # noqa: FBT003  (takes it by place alone)

    def _refuse_doctype(self, *_declared: object) -> None:
        raise _UnsafeError("en DOCTYPE eller en entitet")

    def _refuse_instruction(self, target: str, _data: str) -> None:
        raise _UnsafeError(f"en instruktion ({target[:20]})")

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if not self._is_begun and (namespace, tag) != (_SVG, "svg"):
            raise ValueError(tag)
        if namespace != _SVG or tag not in _ELEMENTS:
            raise _UnsafeError(f"elementet <{tag[:40]}>, som en logotyp inte får ha")
        if not self._is_begun:
            self.has_size = "viewBox" in attributes or {"width", "height"} <= set(attributes)
        self._is_begun = True
        self._in_style = tag == "style"
        for key, value in attributes.items():
            _refuse_attribute(key.rpartition(" ")[2], value)

    def _text(self, text: str) -> None:
        if self._in_style:
            self._style.append(text)

    def _end(self, _name: str) -> None:
        self._in_style = False
        if _REFERENCE.search("".join(self._style)):
            raise _UnsafeError("en stilmall som hämtar något utifrån")
        self._style.clear()


def _refuse_attribute(key: str, value: str) -> None:
    """Stop at an attribute that runs something, or leads out of the file.

    Raises:
        _UnsafeError: It does.
    """
    if key.casefold().startswith("on"):
        raise _UnsafeError(f"en händelse ({key[:20]})")
    if (key in {"href", "src"} and not value.strip().startswith("#")) or key == "base" or _REFERENCE.search(value):
        raise _UnsafeError(f"en hänvisning ut ur filen ({key[:20]})")
