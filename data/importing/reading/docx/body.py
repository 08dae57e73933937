"""The paragraphs and tables of one part of a Word file, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.reading.docx.letters import DELETED, Letters
from data.importing.reading.docx.story import chosen
from data.importing.reading.docx.styles import Style, Styles, centres, level_of, numbered
from data.importing.reading.docx.tables import Grid
from data.importing.reading.flow import Cell, Item, Paragraph
from data.importing.reading.markup import first
from data.importing.reading.words import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from data.importing.reading.docx.numbering import Mark, Numbering
    from data.importing.reading.docx.story import Story

_CONTENTS = frozenset({"Table of Contents", "Table of Figures", "Table of Authorities"})


class Body:
    """Reads one part."""

    def __init__(
        self,
        story: Story,
        styles: Styles,
        numbering: Numbering,
        diagram: Callable[[Element], Element | None],
        step: Callable[[], None],
    ) -> None:
        """Begin a part.

        Args:
            story: What holds for the whole file.
            styles: Its styles.
            numbering: Its numberings.
            diagram: Finds the words of a diagram by what refers to it.
            step: Told of each paragraph.
        """
        self._story = story
        self._styles = styles
        self._numbering = numbering
        self._diagram = diagram
        self._step = step
        self._begun: list[Piece] = []
        self._in_contents = 0

    def items(self, element: Element) -> Iterator[Item]:
        """The paragraphs and tables in an element.

        Args:
            element: The body, a cell, a text box, or what wraps a part of one.
        """
        for child in element:
            if child.tag == "w:p":
                yield from self._paragraph(child)
            elif child.tag == "w:tbl":
                yield Grid(child, self._styles, self._cell).table()
            elif child.tag == "w:sdt":
                yield from self._control(child)
            elif child.tag == "mc:AlternateContent":
                one = chosen(child)
                yield from self.items(one) if one is not None else ()
            elif child.tag in {"w:altChunk", "w:subDoc"}:
                self._story.embedded += 1
            elif child.tag not in DELETED:
                yield from self.items(child)

    def _cell(self, element: Element, span: int, *, shaded: bool) -> Cell:
        return Cell(tuple(self.items(element)), span, shaded)

    def _control(self, control: Element) -> Iterator[Item]:
        content = control.find("w:sdtContent")
        if content is None:
            return
        if first(control, "w:sdtPr/w:showingPlcHdr") is not None:
            self._story.placeholders.append("".join(one.text or "" for one in content.iter("w:t")))
            return
        gallery = first(control, "w:sdtPr/w:docPartObj/w:docPartGallery")
        listed = gallery is not None and gallery.get("w:val") in _CONTENTS
        self._in_contents += listed
        yield from self.items(content)
        self._in_contents -= listed

    def _paragraph(self, element: Element) -> Iterator[Item]:
        self._step()
        props = element.find("w:pPr")
        named = props.find("w:pStyle") if props is not None else None
        style = self._styles.paragraph(named.get("w:val", "") if named is not None else "")
        letters = Letters(self._story, self._styles)
        letters.take(element, style.letters)
        if props is not None and any(first(props, f"w:rPr/{tag}") is not None for tag in DELETED):
            self._begun += letters.pieces  # its end is deleted, so that it goes on in the next one
        else:
            letters.pieces[:0] = self._begun
            self._begun = []
            yield self._made(letters, props, style)
        for box in letters.boxes:
            yield from self._box(box)

    def _made(self, letters: Letters, props: Element | None, style: Style) -> Paragraph:
        number, level = numbered(props, style.number)
        mark = self._numbering.next(number, level, style.ident)
        depth = level_of(props, style)
        return Paragraph(
            pieces=tuple(letters.pieces),
            kind=_kind(letters, style, depth, mark),
            style=style.name,
            level=depth,
            number=mark.text if mark else "",
            centred=centres(props, usual=style.centred),
            listed=letters.listed or style.is_listed or self._in_contents > 0,
            page=letters.page,
        )

    def _box(self, box: Element) -> Iterator[Item]:
        if box.tag != "dgm:relIds":
            yield from self.items(box)
            return
        words = self._diagram(box)
        for point in words.iter("dgm:pt") if words is not None else ():
            text = "".join(
                "\n" if one.tag == "a:br" else one.text or "" for one in point.iter() if one.tag in {"a:t", "a:br"}
            )
            if text.strip() and point.get("type", "node") in {"node", "asst"}:
                yield Paragraph((Piece(text),), BlockKind.LIST_ITEM, "diagram", place="diagram")


def _kind(letters: Letters, style: Style, level: int, mark: Mark | None) -> BlockKind:
    if level:
        return BlockKind.HEADING
    if style.is_caption or (letters.counted and not mark):
        return BlockKind.CAPTION
    return BlockKind.LIST_ITEM if mark or style.is_list else BlockKind.PARAGRAPH
