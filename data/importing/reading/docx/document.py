"""A whole Word file: its body, its notes, its page heads and feet, and what it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import Block, BlockKind, ReadDocument
from data.importing.reading import contents
from data.importing.reading.docx.body import Body
from data.importing.reading.docx.numbering import Numbering
from data.importing.reading.docx.parts import Parts
from data.importing.reading.docx.properties import properties_of
from data.importing.reading.docx.story import Story
from data.importing.reading.docx.styles import Styles
from data.importing.reading.flow import Gathered, Item, counting
from data.importing.reading.markup import within
from data.importing.reading.notices import changes, left_out, pictures
from data.importing.reading.rows import lay_out, plain_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element

_FURNITURE = {"header": "sidhuvud", "footer": "sidfot"}
_NOTES = {"footnote": "fotnot", "endnote": "slutnot"}
_CHANGES = ("w:ins", "w:del", "w:moveTo")


def read(data: bytes, progress: Callable[[], None]) -> ReadDocument:
    """Read a Word file.

    Args:
        data: The whole file.
        progress: Told now and then that it goes forward.

    Raises:
        CannotRead: If it cannot be read.
    """
    return _Document(Parts(data, progress), progress).read()


class _Document:
    def __init__(self, parts: Parts, progress: Callable[[], None]) -> None:
        self._parts = parts
        self._gathered = Gathered(progress)
        self._story = Story()
        self._step = counting(progress)
        self._styles = Styles(parts.of_kind("styles"))
        self._numbering = Numbering(parts.of_kind("numbering"))
        self._related = parts.related(parts.main)

    def read(self) -> ReadDocument:
        root = self._parts.required(self._parts.main)
        self._story.page = int(within(root, "w:lastRenderedPageBreak") is not None)
        gathered = self._gathered
        lay_out(self._items(root), gathered)
        self._notes()
        self._heads_and_feet(root)
        blocks, typed = contents.without_typed(gathered.blocks)
        self._tell(root)
        return ReadDocument(
            format="docx",
            blocks=tuple(blocks),
            furniture=(*gathered.furniture, *typed),
            properties=properties_of(self._parts),
            notices=tuple(gathered.notices),
        )

    def _items(self, root: Element) -> Iterable[Item]:
        return Body(self._story, self._styles, self._numbering, self._diagram, self._step).items(root)

    def _diagram(self, reference: Element) -> Element | None:
        _, name = self._related.get(reference.get("r:dm", ""), ("", ""))
        return self._parts.root(name)

    def _notes(self) -> None:
        """The notes that the text refers to, in its order; what no text refers to is not shown."""
        parts = {kind: self._parts.of_kind(f"{kind}s") for kind in _NOTES}
        counts = dict.fromkeys(_NOTES, 0)
        for kind, ident in tuple(dict.fromkeys(self._story.notes)):
            root = parts[kind]
            found = root.findall(f"w:{kind}") if root is not None else []
            note = next((one for one in found if one.get("w:id") == ident), None)
            counts[kind] += 1
            text = plain_words(self._items(note)) if note is not None else ""
            if text:
                number = str(counts[kind])
                self._gathered.add(Block(BlockKind.FOOTNOTE, text, f"{_NOTES[kind]} {number}", number=number))

    def _heads_and_feet(self, root: Element) -> None:
        for kind, what in _FURNITURE.items():
            named = dict.fromkeys(one.get("r:id", "") for one in root.iter(f"w:{kind}Reference"))
            for reference in named:
                _, name = self._related.get(reference, ("", ""))
                part = self._parts.root(name)
                if part is not None:
                    self._gathered.leave_out(what, plain_words(self._items(part), apart=True))

    def _tell(self, root: Element) -> None:
        gathered, story = self._gathered, self._story
        for words in story.placeholders:
            gathered.leave_out("tomt fält", words)
        gathered.notices += [
            *changes(sum(1 for tag in _CHANGES for _ in root.iter(tag))),
            *left_out(
                hidden=gathered.hidden,
                comments=sum(1 for _ in root.iter("w:commentReference")),
                embedded=story.embedded,
                symbols=story.unknown,
            ),
            *pictures(story.pictures),
        ]
