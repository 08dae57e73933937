"""What someone probably meant who wrote a key or an id that does not exist."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 0.7
"""Below it a proposal misleads more often than it helps: ``mejl`` is not ``ord``."""


def proposal(written: str, candidates: Iterable[str]) -> str:
    """A question with the candidate that is most like what was written, with a space before it; empty where none is.

    Args:
        written: The key or the id.
        candidates: Those that would have done.
    """
    nearest = _nearest(written, list(candidates))
    return f" Menade du {nearest}?" if nearest else ""


def _nearest(written: str, candidates: list[str]) -> str:
    if whole := get_close_matches(written, candidates, 1, _LIKENESS):
        return whole[0]
    by_part = {part: candidate for candidate in reversed(candidates) for part in candidate.split("-")}
    parts = [near for part in written.split("-") for near in get_close_matches(part, by_part, 1, _LIKENESS)]
    return by_part[max(parts, key=len)] if parts else ""
