"""Matching words against the description's text, as the contract settles it (docs/contract.md#truth)."""

from __future__ import annotations

import re
import unicodedata

from data.exact import has_phone
from data.wording import stands


def normalised(text: str) -> str:
    """NFC, white space collapsed, the source's emphasis asterisks dropped."""
    return " ".join(unicodedata.normalize("NFC", text).replace("*", "").split())


def contains(text: str, quote: str) -> bool:
    """Whether the quote stands word for word in the text, in whole words, upper and lower case told apart."""
    return stands(normalised(text), normalised(quote))


def mentions(text: str, words: str) -> bool:
    """Whether words stand in the text, in whole words, case aside; a number, however it is spaced."""
    if not any(map(str.isalpha, words)) and any(map(str.isdigit, words)):
        return has_phone(normalised(text), normalised(words))
    return stands(normalised(text).casefold(), normalised(words).casefold())


def blocks(original: str) -> list[str]:
    """The original's blocks, normalised: runs of lines between empty lines, whether passage or heading."""
    return [normalised(block) for block in re.split(r"\n[^\S\n]*\n", original) if normalised(block)]
