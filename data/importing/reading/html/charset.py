"""What letters the bytes of a web page are: what it says, held against what it is."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WESTERN = {"iso8859-1", "ascii", "cp1252", "latin-1"}
"""What browsers read as Windows-1252, whatever it is called."""
_NAMES = {
    "cp1252": "Windows-1252",
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "mac-roman": "Macintosh",
}
_START = 4096


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and a notice where it is something else than it says."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), ()
    if data[:200].count(0) > len(data[:200]) // 3:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace"), ("Läst som UTF-16.",)
    said = _declared(data[:_START])
    real = _real(data, said)
    text = _western(data) if real == "cp1252" else data.decode(real, "replace")
    if said is None:
        return text, () if data.isascii() or real == "utf-8" else (f"Läst som {_named(real)}: sidan säger inte vad.",)
    return text, () if real == said else (f"Läst som {_named(real)}, fast sidan säger {_named(said)}.",)


def _declared(start: bytes) -> str | None:
    """The codec that a page names, by Python's name; nothing where it names none that there is."""
    found = _DECLARED.search(start)
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        "å".encode(name)
    except (LookupError, UnicodeEncodeError):
        return None
    # Who reads UTF-16's own word of it has read bytes that are no UTF-16.
    return "utf-8" if name.startswith("utf-16") else "cp1252" if name in _WESTERN else name


def _real(data: bytes, said: str | None) -> str:
    """What the bytes are: UTF-8 cannot be had by chance; what is no UTF-8 is Western unless the page says otherwise."""
    if data.isascii():
        return said or "utf-8"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return said if said not in {None, "utf-8"} and said is not None else "cp1252"
    return "utf-8"


def _western(data: bytes) -> str:
    """Windows-1252, with the five bytes that it lacks as Latin-1 has them."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([each]).decode("cp1252", "ignore") or chr(each) for each in data)


def _named(codec: str) -> str:
    return _NAMES.get(codec, codec)
