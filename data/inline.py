"""How a unit's name is written inside a sentence: Swedish writes ”personalavdelningen”, and keeps ”Lönecenter”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.kinds import UnitKind
from data.quotes import normalised

if TYPE_CHECKING:
    from data.model import SourceText, Unit


def inline_name(source: SourceText, unit: Unit) -> str:
    """The name as the text itself writes it inside a sentence.

    Where the text has it with a small letter anywhere, so; where it has it with a capital after another word, so.
    What begins sentences alone is a common noun (Svenska skrivregler, ”myndigheter”). Another organisation has the
    name that the text gives it, also where it writes it in two ways.
    """
    small = unit.name[:1].lower() + unit.name[1:]
    inside, capital = re.compile(rf"\b{re.escape(small)}\b"), re.compile(rf"[a-zåäö,] {re.escape(unit.name)}\b")
    texts = [normalised(passage.text) for passage in source.passages.values()]
    if unit.kind is UnitKind.EXTERNAL:
        return unit.name
    if any(inside.search(text) for text in texts):
        return small
    return unit.name if any(capital.search(text) for text in texts) else small
