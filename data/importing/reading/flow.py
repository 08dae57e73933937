"""What readers of formats with styles hand over: paragraphs and tables in order, which become blocks in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from data.importing.blocks import Block, BlockKind, CannotRead, Furniture, Look
from data.importing.reading import contents
from data.importing.reading.words import Piece, look_of, mark_apart, number_apart, tidy

LONGEST = 6_000_000
"""Characters that a document may have: 90 pages have 300,000."""
_MOST = 60_000
"""Paragraphs that a document may have, cells among them: 90 pages of tables have 20,000."""
TOO_LONG = (
    "Dokumentet är längre än någon beskrivning (mer än 60 000 stycken eller sex miljoner tecken); "
    "spara den del som är beskrivningen som ett eget dokument och försök med det."
)


def counting(progress: Callable[[], None]) -> Callable[[], None]:
    """What a reader tells of each paragraph: it goes forward, until there are more of them than in any description.

    Args:
        progress: Told now and then that it goes forward.
    """
    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count > _MOST:
            raise CannotRead(TOO_LONG)
        progress()

    return step


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as its format has it.

    Attributes:
        pieces: Its words.
        kind: What its style or list says that it is.
        style: The style's own name.
        level: Of a heading, its depth from 1.
        number: What the program puts before it.
        centred: Whether it is centred.
        listed: Whether it is of a table of contents, or another list that the program made of the text.
        page: The page that it begins on; 0 where the file does not say.
        place: Where it stands, when that is neither a page nor its turn in the text.
    """

    pieces: tuple[Piece, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    style: str = ""
    level: int = 0
    number: str = ""
    centred: bool = False
    listed: bool = False
    page: int = 0
    place: str = ""

    @cached_property
    def text(self) -> str:
        """Its words that are shown."""
        return tidy("".join(piece.text for piece in self.pieces if not piece.hidden))

    @cached_property
    def hidden(self) -> str:
        """Its words that are not shown."""
        return tidy("".join(piece.text for piece in self.pieces if piece.hidden))

    @cached_property
    def look(self) -> Look:
        """How its words stand: those that are shown, where any are."""
        shown = [piece for piece in self.pieces if not piece.hidden]
        return look_of(shown or self.pieces, self.style, centred=self.centred)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what stands in it, how many columns it is wide, and whether it is shaded."""

    items: tuple[Paragraph | Table, ...] = ()
    span: int = 1
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, also those that reach down into it, and whether the file says that it is a head."""

    cells: tuple[Cell, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``styled`` where its style makes the first row look like a head."""

    rows: tuple[Row, ...]
    styled: bool = False


Item = Paragraph | Table


@dataclass(slots=True)
class Gathered:
    """What has been read so far.

    Attributes:
        progress: Told at each block that it goes forward.
        blocks: The blocks.
        furniture: What was left out.
        notices: How it was read.
        tables: How many tables there are.
    """

    progress: Callable[[], None]
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    tables: int = 0
    hidden: int = 0
    _paragraphs: int = 0
    _characters: int = 0

    def add(self, block: Block) -> None:
        """Take a block.

        Args:
            block: Any block.

        Raises:
            CannotRead: If the document is longer than any description.
        """
        self.progress()
        self.blocks.append(block)
        self._count(len(block.text) + sum(map(len, block.columns)))
        self.hidden += block.hidden

    def leave_out(self, what: str, text: str) -> None:
        """Take what is no part of the text.

        Args:
            what: What it is, as a Swedish word.
            text: Its words.
        """
        if text:
            self.progress()
            self.furniture.append(Furniture(what, text))
            self._count(len(text))

    def paragraph(self, paragraph: Paragraph) -> None:
        """Take a paragraph: as one block, or as several where lists are typed in it with line breaks.

        Args:
            paragraph: Any paragraph.
        """
        self._paragraphs += 1
        place = paragraph.place or (f"sida {paragraph.page}" if paragraph.page else f"stycke {self._paragraphs}")
        if paragraph.listed:
            contents.take_title(self.blocks, self.furniture)
            self.leave_out(contents.NAME, paragraph.text)
            return
        for block in _blocks(paragraph, place):
            self.add(block)

    def _count(self, characters: int) -> None:
        self._characters += characters
        if self._characters > LONGEST:
            raise CannotRead(TOO_LONG)


def _blocks(paragraph: Paragraph, place: str) -> Iterator[Block]:
    text, look = paragraph.text, paragraph.look
    if paragraph.kind is BlockKind.HEADING:
        number, heading = (paragraph.number, text) if paragraph.number else number_apart(text)
        if text:
            yield Block(paragraph.kind, heading, place, level=paragraph.level, number=number, look=look)
    elif paragraph.kind is BlockKind.PARAGRAPH:
        for kind, part in _typed_lists(text):
            yield Block(kind, part, place, number=paragraph.number, look=look)
    elif text:
        shown = mark_apart(text)[1] if paragraph.kind is BlockKind.LIST_ITEM and not paragraph.number else text
        yield Block(paragraph.kind, shown, place, number=paragraph.number, look=look)
    if hidden := paragraph.hidden:
        yield Block(BlockKind.PARAGRAPH, hidden, place, look=look, hidden=True)


def _typed_lists(text: str) -> Iterable[tuple[BlockKind, str]]:
    """The parts of a paragraph in which lines begin with a typed mark: what leads to the list, and each item."""
    parts: list[tuple[BlockKind, str]] = []
    for line in filter(None, text.split("\n")):
        marked, rest = mark_apart(line)
        if marked:
            parts.append((BlockKind.LIST_ITEM, rest))
        elif parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]}\n{line}")
        else:
            parts.append((BlockKind.PARAGRAPH, line))
    return parts
