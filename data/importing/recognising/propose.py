"""From an outline to a proposal: each stage in turn, with what those before it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.outline import Basis
from data.importing.proposal import AuthorityFacts, Proposal, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.outline import Outline

_BY_HAND = Basis("named-by-hand")
_BY_ID = Basis(
    "named-by-id", guessed=True, why="Texten säger inte vilken myndighet det är; namnet är id:t. Skriv det rätta."
)


class Undecided(Exception):  # noqa: N818 (a question, not a fault)
    """The text does not say whose it is, or says it of several: `names` are those, none where it says nothing."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        """Ask which of these it is."""
        self.names = names
        super().__init__(", ".join(names))


def propose(outline: Outline, files: Sequence[str], *, named: str = "", otherwise: str = "") -> Proposal:
    """What a document says.

    Args:
        outline: It.
        files: Names of the files that it came from.
        named: The authority's name, where someone has said it.
        otherwise: What to call the authority where the text does not say: its id.

    Raises:
        Undecided: If nobody has said whose it is, and the text does not.
    """
    if not named and not otherwise:
        raise Undecided
    told = Told(named, _BY_HAND) if named else Told(otherwise, _BY_ID)
    return Proposal(outline, AuthorityFacts(name=told), files=tuple(files))
