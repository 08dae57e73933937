"""The paragraphs, lists and tables of an OpenDocument text, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.reading.flow import Item, Paragraph
from data.importing.reading.markup import within
from data.importing.reading.odt.letters import SHAPES, Letters, Story
from data.importing.reading.odt.lists import OUTLINE, Lists
from data.importing.reading.odt.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from data.importing.reading.odt.styles import Style, Styles

_INDEXES = frozenset(
    f"text:{name}"
    for name in (
        "table-of-content",
        "alphabetical-index",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
    )
)
_SKIPPED = frozenset(
    {"text:tracked-changes", "office:annotation", "text:sequence-decls", "text:variable-decls", "office:forms"}
)
_PARAGRAPHS = frozenset({"text:p", "text:h"})


@dataclass(frozen=True, slots=True)
class _Around:
    """The lists that a paragraph stands in, and whether a table of contents or a hidden part does."""

    style: str = ""
    deep: int = 0
    number: str = ""
    first: bool = False
    listed: bool = False
    hidden: bool = False


class Body:
    """Reads one part."""

    def __init__(self, story: Story, styles: Styles, lists: Lists, progress: Callable[[], None]) -> None:
        """Begin a part.

        Args:
            story: What holds for the whole file.
            styles: Its styles.
            lists: Its styles of lists.
            progress: Told that it goes forward.
        """
        self._story = story
        self._styles = styles
        self._lists = lists
        self._progress = progress

    def items(self, element: Element, around: _Around = _Around()) -> Iterator[Item]:
        """The paragraphs and tables in an element.

        Args:
            element: The text, a cell, a frame, a note.
            around: What it stands in.
        """
        for child in element:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, around)
                around = replace(around, first=False)
            elif child.tag == "text:list":
                yield from self._list(child, around)
            elif child.tag == "table:table":
                yield table_of(child, self.items, self._styles)
            elif child.tag in SHAPES:
                yield from self._shape(child)
            elif child.tag == "text:soft-page-break":
                self._story.page += bool(self._story.page)
            elif child.tag not in _SKIPPED:
                yield from self.items(child, _within(child, around))

    def _list(self, element: Element, around: _Around) -> Iterator[Item]:
        style = element.get("text:style-name") or around.style
        deep = around.deep + 1
        goes_on = element.get("text:continue-numbering") == "true" or element.get("text:continue-list")
        if deep == 1 and not goes_on:
            self._lists.restart(style)
        for item in element:
            inside = replace(around, style=style, deep=deep, number=item.get("text:start-value", ""))
            yield from self.items(item, replace(inside, first=item.tag == "text:list-item"))

    def _shape(self, shape: Element) -> Iterator[Item]:
        if within(shape, "text:p") is None:
            self._story.picture(shape)
        yield from self.items(shape)

    def _paragraph(self, element: Element, around: _Around) -> Iterator[Item]:
        self._progress()
        style = self._styles.paragraph(element.get("text:style-name", ""))
        level = _level(element, style)
        letters = Letters(self._story, self._styles)
        letters.take(element, replace(style, hidden=style.hidden or around.hidden))
        yield Paragraph(
            pieces=tuple(letters.pieces),
            kind=_kind(letters, style, level, around),
            style=style.name,
            level=level,
            number=letters.number or self._number(element, style, level, around),
            centred=style.centred,
            listed=around.listed,
            page=letters.page,
        )
        for box in letters.boxes:
            yield from self._shape(box)

    def _number(self, element: Element, style: Style, level: int, around: _Around) -> str:
        if around.deep:
            named = around.style or style.numbers
            return self._lists.next(named, around.deep, around.number) if around.first else ""
        if level and element.get("text:is-list-header") != "true":
            return self._lists.next(style.numbers or OUTLINE, level, element.get("text:start-value", ""))
        return ""


def _within(element: Element, around: _Around) -> _Around:
    if element.tag in _INDEXES:
        return replace(around, listed=True)
    if element.tag == "text:section" and element.get("text:display") in {"none", "condition"}:
        return replace(around, hidden=element.get("text:display") == "none" or element.get("text:is-hidden") == "true")
    return around


def _level(element: Element, style: Style) -> int:
    said = element.get("text:outline-level", "")
    if element.tag == "text:h":
        return min(int(said), 10) if said.isascii() and said.isdigit() and len(said) < len("100") else style.level or 1
    return style.level


def _kind(letters: Letters, style: Style, level: int, around: _Around) -> BlockKind:
    if level:
        return BlockKind.HEADING
    if style.is_caption and (letters.counted or style.names[0] != "text"):
        return BlockKind.CAPTION
    if letters.counted:
        return BlockKind.CAPTION
    return BlockKind.LIST_ITEM if around.deep and around.first else BlockKind.PARAGRAPH
