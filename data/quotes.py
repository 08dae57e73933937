"""Matching words against the description's text, as the contract settles it (docs/contract.md#truth)."""

from __future__ import annotations

import re
import unicodedata

from data.cells import is_row, one_sign
from data.exact import has_phone
from data.wording import stands


def normalised(text: str) -> str:
    """NFC, white space collapsed, the source's emphasis asterisks dropped, cells of a row parted by one sign."""
    return one_sign(" ".join(unicodedata.normalize("NFC", text).replace("*", "").split()))


def contains(text: str, quote: str) -> bool:
    """Whether the quote stands word for word in the text, in whole words, upper and lower case told apart."""
    return stands(normalised(text), normalised(quote))


def mentions(text: str, words: str) -> bool:
    """Whether words stand in the text, in whole words, case aside; a number, however it is spaced."""
    if not any(map(str.isalpha, words)) and any(map(str.isdigit, words)):
        return has_phone(normalised(text), normalised(words))
    return stands(normalised(text).casefold(), normalised(words).casefold())


def blocks(original: str) -> list[str]:
    """The original's blocks, normalised: runs of lines between empty lines, and each line of a table by itself."""
    runs = re.split(r"\n[^\S\n]*\n", original)
    pieces = (piece for run in runs for piece in _lines_of_table(run))
    return [block for piece in pieces if (block := normalised(piece))]


def _lines_of_table(run: str) -> list[str]:
    """The lines of a run that are rows, each alone; what stands between two of them together."""
    if not is_row(run):
        return [run]
    pieces: list[str] = []
    was_row = True
    for line in run.split("\n"):
        row = is_row(line)
        if pieces and not (row or was_row):
            pieces[-1] = f"{pieces[-1]}\n{line}"
        else:
            pieces.append(line)
        was_row = row
    return pieces
