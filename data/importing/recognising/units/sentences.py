"""A passage in lines and sentences."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9”\"])|"
    r"(?<=[;,])\s(?=(?:där|dit|hit|(?:i|till|inom|under|på) (?:den|det|vilken|vilket)(?: \w{4,14})?) "
    r"(?:\w{2,8} )?(?:ingår|hör|finns|lyder|sorterar)\b)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:kl|t\.ex|bl\.a|kap|tfn|tel|ev|m\.m|m\.fl|s\.k|f\.d|dvs|nr|ca|resp|st|t\.f|d|dnr|inkl|jfr|o\.d)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, lines that were broken on purpose apart."""
    found: list[str] = []
    for line in text.split("\n"):
        rest = line.strip()
        pieces = _END.split(rest) if rest else []
        joined = ""
        for piece in pieces:
            joined = f"{joined} {piece}".strip()
            if not _ABBREVIATED.search(joined[-12:]):
                found.append(joined)
                joined = ""
        if joined:
            found.append(joined)
    return found
