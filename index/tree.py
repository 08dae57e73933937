"""The query tree: what understanding makes of a question, and what an engine executes (`index.engine.seam`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

Via = Literal["written", "inflected", "compound", "everyday", "folded", "corrected"]
"""How a word of the query was understood."""

TRUST: tuple[Via, ...] = get_args(Via)
"""The ways to understand a word, the most trusted first: the word as written, then further and further from it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a leaf is in the tree.

    Attributes:
        words: Which content words of the query it answers, by their position among them.
        via: How they were understood.
        written: The words as they were written.
        part: Which of the word's needed parts it answers, None where it answers the word whole.
        counts: False for a match that may tip the order but does not show that the word is answered: the
            head of a compound whose modifier says what it is about, or a word met inside another in running text.
        touches: False for one that does not even show that the entry has the word: people use it in questions about it.
    """

    words: tuple[int, ...]
    via: Via
    written: str
    part: int | None = None
    counts: bool = True
    touches: bool = True


@dataclass(frozen=True, slots=True)
class Leaf:
    """One term in one field; a document's score is the term's BM25 there times `weight`."""

    field: str
    term: str
    weight: float
    origin: Origin


@dataclass(frozen=True, slots=True)
class Any:
    """Documents that match some child: the best child's score, and `tie` of the other children's.

    A tie of 0 takes the best alone (spellings of one word), a tie of 1 sums (words of a question).
    """

    children: tuple[Node, ...]
    tie: float = 0.0


@dataclass(frozen=True, slots=True)
class All:
    """Documents that match every child, with the sum of their scores; without children, every document."""

    children: tuple[Node, ...] = ()


Node = Leaf | Any | All


def leaves(node: Node) -> Iterator[Leaf]:
    """The leaves of a tree, left to right."""
    if isinstance(node, Leaf):
        yield node
    else:
        for child in node.children:
            yield from leaves(child)
