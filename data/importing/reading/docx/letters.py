"""The words of one paragraph of a Word file, run by run, and what hangs on it: text boxes, notes, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from data.importing.reading.docx.story import chosen
from data.importing.reading.docx.styles import Format, Styles, format_of
from data.importing.reading.markup import first, within
from data.importing.reading.words import Piece

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from data.importing.reading.docx.story import Story

DELETED = frozenset({"w:del", "w:moveFrom"})
_SYMBOLS = {
    "F0B7": "•", "F0A7": "•", "F0E0": "→", "F0DF": "←", "F0FC": "✓", "F0FE": "☒", "F0FD": "☒", "F078": "☒",
    "F0A8": "☐", "F06F": "☐", "F071": "☐", "F02D": "–", "F0AE": "→", "F0B0": "°", "F0B1": "±", "F0D7": "·",
}  # fmt: skip
"""Characters of Word's fonts for symbols, which have no letters, and what they look like."""


class Letters:
    """Gathers the words of a paragraph.

    Attributes:
        pieces: The words.
        boxes: The text boxes and drawings with text that hang on it.
        listed: Whether any of it is of a table of contents.
        counted: Whether it has a number that Word counts for tables and figures.
        page: The page on which its first words stand.
    """

    def __init__(self, story: Story, styles: Styles) -> None:
        """Begin a paragraph.

        Args:
            story: What holds for the whole file.
            styles: The file's styles.
        """
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self.listed = False
        self.counted = False
        self.page = 0
        self._story = story
        self._styles = styles

    def take(self, element: Element, letters: Format) -> None:
        """Take all that stands in an element.

        Args:
            element: The paragraph, or what wraps a part of it.
            letters: How letters look there.
        """
        for child in element:
            handler = self._HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, letters)
            else:
                self.take(child, letters)

    def _run(self, run: Element, letters: Format) -> None:
        props = run.find("w:rPr")
        style = props.find("w:rStyle") if props is not None else None
        named = self._styles.letters(style.get("w:val", "")) if style is not None else Format()
        self.take(run, letters.under(named).under(format_of(props)))

    def _text(self, element: Element, letters: Format) -> None:
        text = (element.text or "").replace("\n", " ").replace("\r", " ")
        self._say(text, letters)

    def _say(self, text: str, letters: Format) -> None:
        story = self._story
        if not text or story.is_silent:
            return
        if not self.page:
            self.page = story.page
        self.listed = self.listed or story.is_listing
        self.counted = self.counted or story.says("SEQ")
        self.pieces.append(
            Piece(text, bool(letters.bold), letters.size or 0.0, bool(letters.capitals), bool(letters.hidden))
        )

    def _break(self, element: Element, letters: Format) -> None:
        self._say("\n", letters)
        del element

    def _tab(self, element: Element, letters: Format) -> None:
        self._say("\t", letters)
        del element

    def _hyphen(self, element: Element, letters: Format) -> None:
        self._say("-", letters)
        del element

    def _symbol(self, element: Element, letters: Format) -> None:
        text = _SYMBOLS.get(element.get("w:char", "").upper(), "")
        self._story.unknown += not text
        self._say(text, letters)

    def _page(self, *_: object) -> None:
        self._story.turn()

    def _field(self, element: Element, _: Format) -> None:
        self._story.field_character(element)

    def _instruction(self, element: Element, _: Format) -> None:
        self._story.instruct(element.text or "")

    def _note(self, element: Element, _: Format) -> None:
        self._story.notes.append((element.tag.removeprefix("w:").removesuffix("Reference"), element.get("w:id", "")))

    def _alternatives(self, element: Element, letters: Format) -> None:
        one = chosen(element)
        if one is not None:
            self.take(one, letters)

    def _box(self, element: Element, _: Format) -> None:
        self.boxes.append(element)

    def _picture(self, element: Element, letters: Format) -> None:
        """Tell of a picture; a drawing may hold text as well."""
        if within(element, "pic:pic") is not None or within(element, "c:chart") is not None:
            said = within(element, "wp:docPr")
            self._story.pictures.append("" if said is None else said.get("descr", "") or said.get("title", ""))
        self.take(element, letters)

    def _old_picture(self, element: Element, letters: Format) -> None:
        if within(element, "v:imagedata") is not None:
            shape = within(element, "v:shape")
            self._story.pictures.append("" if shape is None else shape.get("alt", ""))
        self.take(element, letters)

    def _object(self, element: Element, _: Format) -> None:
        self._story.embedded += 1
        del element

    def _control(self, element: Element, letters: Format) -> None:
        """A content control: what is filled in, and not what stands where nothing is."""
        content = element.find("w:sdtContent")
        if content is None:
            return
        if first(element, "w:sdtPr/w:showingPlcHdr") is not None:
            self._story.placeholders.append("".join(one.text or "" for one in content.iter("w:t")))
        else:
            self.take(content, letters)

    def _skip(self, *_: object) -> None:
        pass

    _HANDLERS: ClassVar[dict[str, Callable[[Letters, Element, Format], None]]] = {
        "w:r": _run,
        "w:t": _text,
        "m:t": _text,
        "w:br": _break,
        "w:cr": _break,
        "w:tab": _tab,
        "w:ptab": _tab,
        "w:noBreakHyphen": _hyphen,
        "w:sym": _symbol,
        "w:lastRenderedPageBreak": _page,
        "w:fldChar": _field,
        "w:instrText": _instruction,
        "w:footnoteReference": _note,
        "w:endnoteReference": _note,
        "mc:AlternateContent": _alternatives,
        "w:txbxContent": _box,
        "dgm:relIds": _box,
        "w:drawing": _picture,
        "w:pict": _old_picture,
        "w:object": _object,
        "w:sdt": _control,
        **dict.fromkeys((*DELETED, "w:pPr", "w:rPr", "w:rt", "w:sdtPr", "w:fldData", "w:delText"), _skip),
    }
