"""Which way data go, as a heading, an introduction, a label or a cell says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.clauses import alternatives
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, pattern
from data.kinds import Direction

if TYPE_CHECKING:
    from data.importing.recognising.exchanges.parties import Known


def says(heading: str, own: Known) -> Direction | None:
    """The direction that a heading or an introduction says; None where it says both or none."""
    words = heading.rstrip(" :.")
    fetched = pattern(Use.FETCH).search(words) is not None
    supplied = pattern(Use.SUPPLY).search(words) is not None
    if not (fetched or supplied):
        both = heading.rstrip().endswith(":") and pattern(Use.COMMUNICATE).search(words)
        return Direction.COMMUNICATES if both and re.search(r"\bmed\b[^.]{0,40}$", words) else None
    us = alternatives(tuple(own.us | folded_words(Use.MAY_BE_US)))
    ours = {match[1] for match in re.finditer(rf"\b(till|från)\s(?:{us})\b(?!\s(?:eller|och)\s)", words.casefold())}
    if len(ours) == 1 and not re.search(r"\b(?:till|från)\s(?:och|eller)\s(?:till|från)\b", words.casefold()):
        return Direction.FETCHED if "till" in ours else Direction.SUPPLIED
    if fetched == supplied:
        return None
    return Direction.FETCHED if fetched else Direction.SUPPLIED


def labels(label: str) -> Direction | None:
    """The direction that a label is: *In*, *Hämtas*, *Från och till*."""
    label = label.casefold()
    if label in folded_words(Use.SAYS_BOTH) or pattern(Use.BOTH_WAYS_WORD).fullmatch(label):
        return Direction.COMMUNICATES
    fetched = label in folded_words(Use.SAYS_FETCHED) or pattern(Use.FETCH).fullmatch(label)
    supplied = label in folded_words(Use.SAYS_SUPPLIED) or pattern(Use.SUPPLY).fullmatch(label)
    if bool(fetched) == bool(supplied):
        return None
    return Direction.FETCHED if fetched else Direction.SUPPLIED


_ARROWS = {"←": Direction.FETCHED, "→": Direction.SUPPLIED, "↔": Direction.COMMUNICATES}
_DRAWN = str.maketrans(
    {"⇐": "←", "⟵": "←", "⇦": "←", "⇒": "→", "⟶": "→", "➔": "→", "➜": "→", "⇨": "→", "⇔": "↔", "⇄": "↔"}
)
_TYPED = ((r"<[-=]{1,3}>|←\s?/?\s?→|→\s?/?\s?←|⇆", "↔"), (r"<[-=]{1,3}", "←"), (r"[-=]{1,3}>", "→"))
ARROW = r"[←→↔]"


def with_arrows(text: str) -> str:
    """A text with every kind of arrow as one of three."""
    text = text.translate(_DRAWN)
    for typed, arrow in _TYPED:
        text = re.sub(typed, arrow, text)
    return text


def of_arrow(arrow: str) -> Direction:
    """The direction of an arrow, seen from the authority: to it, from it, or both."""
    return _ARROWS[arrow]


def arrow_in(cell: str) -> Direction | None:
    """The direction of a cell that is an arrow, with or without words: in a table the authority stands to the left."""
    found = set(re.findall(ARROW, with_arrows(cell)))
    if not found:
        return None
    return _ARROWS[found.pop()] if len(found) == 1 else Direction.COMMUNICATES
