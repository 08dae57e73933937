"""A document's blocks as lines, each with what it has been found to be."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import Block, BlockKind
from data.importing.outline import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGER = 1.12
"""Times the size of the text: what is smaller differs by chance."""
_MOST = 0.6
"""Of the letters: where more are bold, bold is how the text looks."""
_FEWEST_LETTERS = 4


class Role(Enum):
    """What a block is in the outline."""

    PASSAGE = auto()
    TITLE = auto()
    HEADING = auto()
    FURNITURE = auto()


class Line(msgspec.Struct):
    """A block and what it is.

    Attributes:
        what: Of furniture, what it is called.
        level: Of a heading, its depth; 0 until it is told.
        number: Of a heading, its number, made or typed.
        text: Its words; of a heading, without a number that was typed.
        basis: Of a heading, why it is one.
    """

    block: Block
    role: Role = Role.PASSAGE
    what: str = ""
    level: int = 0
    number: str = ""
    text: str = ""
    basis: Basis = Basis("")

    def leave_out(self, what: str) -> None:
        """Take it for no part of the text."""
        self.role, self.what = Role.FURNITURE, what

    def head(self, rule: str, why: str = "") -> None:
        """Take it for a heading."""
        self.role = Role.HEADING
        self.basis = Basis(rule, guessed=bool(why), why=why)

    @property
    def is_short_kind(self) -> bool:
        """Whether it is a paragraph or a heading as it was read, and no row, list or note."""
        return self.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}


class Looks(msgspec.Struct, frozen=True):
    """How the document's text looks, so that what differs can be told.

    Attributes:
        size: The height of most letters; 0 where it is not known.
        bold: Whether most of the text is bold, so that bold tells nothing.
    """

    size: float
    bold: bool

    def stands_out(self, block: Block) -> bool:
        """Whether a block looks as headings do."""
        return (block.look.bold and not self.bold) or self.is_larger(block) or in_capitals(block)

    def is_larger(self, block: Block) -> bool:
        """Whether its letters are larger than those of the text."""
        return bool(self.size) and block.look.size >= _LARGER * self.size


def looks(blocks: Sequence[Block]) -> Looks:
    """How the text of a document looks."""
    sizes: Counter[float] = Counter()
    bold = letters = 0
    for block in blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            sizes[block.look.size] += len(block.text)
            letters += len(block.text)
            bold += len(block.text) * block.look.bold
    return Looks(max(sizes, key=lambda size: sizes[size], default=0.0), bold > _MOST * letters)


def in_capitals(block: Block) -> bool:
    """Whether it is written or set in capitals."""
    letters = [letter for letter in block.text if letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and (block.look.capitals or block.text.upper() == block.text)
