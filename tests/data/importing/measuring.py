"""How much of a document a reader found, by the document's key: its passages in order, and its headings."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind

if TYPE_CHECKING:
    from data.importing.blocks import ReadDocument

EXAMPLES = Path(__file__).with_name("examples")


@dataclass(frozen=True, slots=True)
class Measure:
    """What was found.

    Attributes:
        missed: Passages of the key that are the text of no block.
        in_order: How many of the others stand in the key's order.
        found: How many others there are.
        headings: Headings of the key that are no heading and no paragraph in bold.
        surplus: Blocks that are no passage and no heading of the key.
    """

    missed: list[str]
    in_order: int
    found: int
    headings: list[str]
    surplus: list[str]


def measured(document: ReadDocument, name: str) -> Measure:
    """Compare a document with its key.

    Args:
        document: What was read.
        name: The key's name, without its ending.
    """
    key = json.loads((EXAMPLES / f"{name}.key.json").read_text(encoding="utf-8"))
    blocks = [block for block in document.blocks if block.kind is not BlockKind.HEADING]
    texts = [squeezed(block.text) for block in blocks]
    headings = {squeezed(block.text) for block in document.blocks if block.kind is BlockKind.HEADING or block.look.bold}
    used: dict[int, None] = {}
    missed = []
    for passage in key["passages"]:
        at = next((at for at, text in enumerate(texts) if text == squeezed(passage["text"]) and at not in used), None)
        if at is None:
            missed.append(passage["text"])
        else:
            used[at] = None
    asked = {squeezed(section["heading"]): section["heading"] for section in key["sections"]}
    return Measure(
        missed=missed,
        in_order=_longest_run(list(used)),
        found=len(used),
        headings=[heading for short, heading in asked.items() if short not in headings],
        surplus=[block.text for at, block in enumerate(blocks) if at not in used and texts[at] not in asked],
    )


def squeezed(text: str) -> str:
    """Words without white space and separators, in small letters."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ").replace("\u2011", "-")
    return re.sub(r"[\s|·]+", "", text).casefold()


def _longest_run(places: list[int]) -> int:
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
