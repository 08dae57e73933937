"""Output to a terminal, or a log, that cannot show every letter: it loses a mark, not what it is about to say."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from io import TextIOWrapper

_NAME = "vagvisaren"
_NEAREST = {"”": '"', "“": '"', "’": "'", "–": "-", "—": "-", "…": "...", "→": "->", "§": "par."}


def prepare() -> None:
    """Let this process write what it has to say whatever its streams can show."""
    codecs.register_error(_NAME, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_NAME)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """What is shown in place of letters that cannot be: a sign like it, the letter without its mark, or ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_NEAREST.get(letter) or _bare(letter) for letter in lost), error.end


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"
