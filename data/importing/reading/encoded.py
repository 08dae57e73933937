"""Bytes of a text file as text: UTF-8 or UTF-16, else the old encoding in which å, ä and ö make sense."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, which it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4_000
_OLD = {"cp1252": "Latin-1 (Windows-1252)", "mac_roman": "Mac Roman", "cp850": "CP850 (DOS)"}
_SWEDISH = re.compile(r"(?<![^\W\d_å-öÅ-Ö])[åäöÅÄÖé](?=[a-zåäö])|(?<=[a-zåäö])[åäöé]")


def encoding_of(data: bytes) -> str:
    """The encoding of a text; empty where the bytes are no text.

    Args:
        data: The whole file.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if wide := _wide(data[:_SAMPLE]):
        return wide
    if b"\0" in data:
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return max(_OLD, key=lambda name: len(_SWEDISH.findall(data[: 50 * _SAMPLE].decode(name, "replace"))))
    return "utf-8"


def decoded(data: bytes) -> tuple[str, list[str]]:
    """A text, and the Swedish sentence that says how it was read where that was not as it should be.

    Args:
        data: The whole file.
    """
    name = encoding_of(data) or "cp1252"
    text = data.decode(name, "replace")
    notices = []
    if name in _OLD:
        notices.append(f"Läst som {_OLD[name]}, eftersom filen inte är UTF-8: kontrollera å, ä och ö.")
    elif name.startswith("utf-16"):
        notices.append("Läst som UTF-16.")
    if lost := text.count("\ufffd"):
        notices.append(
            f"{lost} tecken kunde inte tolkas och står som �."
            if lost > 1
            else "1 tecken kunde inte tolkas och står som �."
        )
    return text.removeprefix("\ufeff"), notices


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every second byte of Swedish text is then a zero."""
    half = len(sample) // 2
    for name, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[0::2].count(0))):
        if half and zeros > 0.8 * half and sample.count(0) < 1.2 * zeros:
            return name
    return ""
