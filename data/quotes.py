"""Matching words against the description's text, as the contract settles it (docs/contract.md#truth)."""

from __future__ import annotations

import re
import unicodedata


def normalised(text: str) -> str:
    """NFC, white space collapsed, the source's emphasis asterisks dropped."""
    return " ".join(unicodedata.normalize("NFC", text).replace("*", "").split())


def contains(text: str, quote: str) -> bool:
    """Whether the quote stands word for word in the text, upper and lower case told apart."""
    wanted = normalised(quote)
    return bool(wanted) and wanted in normalised(text)


def mentions(text: str, name: str) -> bool:
    """Whether a name stands in the text; case, and blanks and dashes within numbers, aside."""
    wanted = normalised(name).casefold()
    where = normalised(text).casefold()
    if re.fullmatch(r"[\d\s+-]+", wanted):
        return _digits(wanted) in _digits(where)
    return bool(wanted) and wanted in where


def blocks(original: str) -> list[str]:
    """The original's blocks, normalised: runs of lines between empty lines, whether passage or heading."""
    return [normalised(block) for block in re.split(r"\n[^\S\n]*\n", original) if normalised(block)]


def _digits(text: str) -> str:
    return re.sub(r"[\s-]", "", text)
