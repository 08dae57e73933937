"""A document as it was read: its words in order, block by block, before anybody says what they mean.

Readers of every format make the same value, so that what recognises units and registers knows nothing of formats. It is
JSON between the process that reads and the one that asked (`data.importing.child`), and for the steps after it.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from data.cells import CELL

__all__ = ["CELL", "Block", "BlockKind", "CannotRead", "Furniture", "Look", "ReadDocument"]


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    DEFINITION = "definition"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class Look(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a block's words stand on the page: what tells a heading where no style does.

    Attributes:
        style: The style's own name, as the file has it (``heading 1``, ``Rubrik 2``, ``h2``); empty where it has none.
        size: Height of the letters in points, of most of them; 0 where it is not known.
        bold: Whether all of it is bold.
        capitals: Whether it is set in capitals by the style, so that the letters themselves may be small.
        centred: Whether it is centred.
        bold_lead: The words that it begins with in bold, where the rest is not; without the colon or stop after them.
    """

    style: str = ""
    size: float = 0.0
    bold: bool = False
    capitals: bool = False
    centred: bool = False
    bold_lead: str = ""


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
    r"""One paragraph, list item, row of a table, definition, caption, footnote or heading.

    Attributes:
        kind: What it is.
        text: Its words as they stand: white space as single blanks, a line break inside it as ``\n``. Soft hyphens are
            gone, no-break spaces are blanks, hyphens at a line's end are resolved. Of a row or a definition, its cells
            joined by `CELL`.
        place: Where it stands, as a person finds it: ``sida 3``, ``rad 40``, ``tabell 2, rad 5``.
        level: Of a heading, its depth from 1 as the file says it; 0 where only its look tells that it may be one.
        number: A number typed before it or made by the program (``2.1``, ``a)``), which is no part of `text`.
        cells: Of a row, its cells, those that a merged cell covers with its words; of a definition, term and words.
        columns: Of a row, what its columns are called; empty where the table has no head.
        table: Of a row, which table in the file, from 1.
        look: How it stands there.
        hidden: Whether the program does not show it.
    """

    kind: BlockKind
    text: str
    place: str
    level: int = 0
    number: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    table: int = 0
    look: Look = Look()
    hidden: bool = False


class Furniture(msgspec.Struct, frozen=True):
    """What is on the page and no part of the text: heads, feet, contents, menus, the table's repeated head."""

    what: str
    text: str


class ReadDocument(msgspec.Struct, frozen=True):
    """A whole document.

    Attributes:
        format: What it was read as: ``docx``, ``odt``, ``pdf``, ``html``, ``text``.
        blocks: Its words, in order.
        furniture: What was left out, so that it can be told.
        properties: What the file says of itself (``title``, ``author``), unverified.
        notices: Swedish sentences on how it was read: ”Läst som Latin-1.”, ”3 bilder lästes inte.”
        pages: How many pages it has; 0 where the format has none.
    """

    format: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    properties: dict[str, str] = {}
    notices: tuple[str, ...] = ()
    pages: int = 0


class CannotRead(Exception):  # noqa: N818 (a sentence, not a fault of ours)
    """A file cannot be read; the message is one Swedish sentence that says why, and what to do."""
