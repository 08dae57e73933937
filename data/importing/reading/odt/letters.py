"""The words of one paragraph of an OpenDocument text, and what hangs on it: frames, notes, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar
from xml.etree.ElementTree import Element

from data.importing.reading.markup import within
from data.importing.reading.words import Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.importing.reading.odt.styles import Style, Styles

_MOST_BLANKS = 100
_SKIPPED = (
    "office:annotation",
    "office:annotation-end",
    "text:tracked-changes",
    "text:change",
    "text:ruby-text",
    "text:note-citation",
    "text:script",
    "svg:desc",
    "svg:title",
)
SHAPES = frozenset(
    f"draw:{name}"
    for name in ("frame", "g", "custom-shape", "rect", "ellipse", "line", "polygon", "path", "connector", "circle")
)


@dataclass(slots=True)
class Story:
    """What holds for the whole file.

    Attributes:
        notes: The bodies of notes, in order, each with its kind.
        pictures: What the file says of each picture; empty where it says nothing.
        page: The page that is being read; 0 where the file has no marks of pages.
        embedded: How many objects of other kinds there are.
        placeholders: Words that stand where nobody has filled anything in.
    """

    notes: list[tuple[str, Element]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    page: int = 0
    embedded: int = 0
    placeholders: list[str] = field(default_factory=list)

    def picture(self, frame: Element) -> None:
        """Tell of what a frame holds that is no text.

        Args:
            frame: The frame.
        """
        if within(frame, "draw:image") is not None and within(frame, "draw:object") is None:
            said = within(frame, "svg:desc")
            said = within(frame, "svg:title") if said is None else said
            self.pictures.append((said.text or "") if said is not None else "")
        elif within(frame, "draw:object") is not None or within(frame, "draw:object-ole") is not None:
            self.embedded += 1


class Letters:
    """Gathers the words of a paragraph.

    Attributes:
        pieces: The words.
        boxes: The frames and shapes that hang on it.
        number: The number that the file itself has before it.
        counted: Whether it has a number that the program counts for tables and figures.
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
        self.number = ""
        self.counted = False
        self.page = 0
        self._story = story
        self._styles = styles

    def take(self, element: Element, style: Style) -> None:
        """Take all that stands in an element.

        Args:
            element: The paragraph, or a part of it.
            style: How letters look there.
        """
        self._say(element.text or "", style)
        for child in element:
            handler = self._HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, style)
            elif child.tag in SHAPES:
                self.boxes.append(child)
            else:
                self.take(child, style)
            self._say(child.tail or "", style)

    def _say(self, text: str, style: Style) -> None:
        self._put(text.replace("\n", " ").replace("\r", " "), style)

    def _put(self, text: str, style: Style) -> None:
        if text:
            if not self.page and text.strip():
                self.page = self._story.page
            self.pieces.append(Piece(text, style.bold, style.size, style.capitals, style.hidden))

    def _span(self, element: Element, style: Style) -> None:
        self.take(element, self._styles.letters(element.get("text:style-name", ""), style))

    def _break(self, element: Element, style: Style) -> None:
        self._put("\n", style)
        del element

    def _tab(self, element: Element, style: Style) -> None:
        self._put("\t", style)
        del element

    def _blanks(self, element: Element, style: Style) -> None:
        count = element.get("text:c", "1")
        self._put(
            " "
            * (
                min(int(count), _MOST_BLANKS)
                if count.isascii() and count.isdigit() and len(count) < _MOST_BLANKS
                else 1
            ),
            style,
        )

    def _page(self, *_: object) -> None:
        if self._story.page:
            self._story.page += 1

    def _note(self, element: Element, _: Style) -> None:
        body = element.find("text:note-body")
        if body is not None:
            self._story.notes.append((element.get("text:note-class", "footnote"), body))

    def _counted(self, element: Element, style: Style) -> None:
        self.counted = True
        self.take(element, style)

    def _concealed(self, element: Element, style: Style) -> None:
        text = element.get("text:string-value", "") or "".join(element.itertext())
        self._put(text, replace(style, hidden=True))

    def _numbered(self, element: Element, _: Style) -> None:
        self.number = "".join(element.itertext()).strip()[:50].removesuffix(".")

    def _unfilled(self, element: Element, _: Style) -> None:
        self._story.placeholders.append("".join(element.itertext()))

    def _skip(self, *_: object) -> None:
        pass

    _HANDLERS: ClassVar[dict[str, Callable[[Letters, Element, Style], None]]] = {
        **dict.fromkeys(_SKIPPED, _skip),
        "text:span": _span,
        "text:a": _span,
        "text:line-break": _break,
        "text:tab": _tab,
        "text:s": _blanks,
        "text:soft-page-break": _page,
        "text:note": _note,
        "text:sequence": _counted,
        "text:hidden-text": _concealed,
        "text:number": _numbered,
        "text:placeholder": _unfilled,
    }
