"""A whole OpenDocument text: its body, its notes, its page heads and feet, and what it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import Block, BlockKind, CannotRead, ReadDocument
from data.importing.reading import contents
from data.importing.reading.flow import Gathered, counting
from data.importing.reading.markup import first, parse, within
from data.importing.reading.notices import changes, left_out, pictures
from data.importing.reading.odt.body import Body
from data.importing.reading.odt.letters import Story
from data.importing.reading.odt.lists import Lists
from data.importing.reading.odt.parts import OPEN_DOCUMENT
from data.importing.reading.odt.styles import Styles
from data.importing.reading.package import PROTECTED, Package
from data.importing.reading.rows import lay_out, plain_words
from data.importing.reading.words import tidy

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

_HEADS = ("header", "header-first", "header-left")
_FEET = ("footer", "footer-first", "footer-left")
_NOTES = {"footnote": "fotnot", "endnote": "slutnot"}
_PROPERTIES = {
    "dc:title": "title",
    "dc:subject": "subject",
    "dc:description": "description",
    "meta:keyword": "keywords",
    "meta:initial-creator": "author",
    "dc:creator": "last_author",
    "meta:creation-date": "created",
    "dc:date": "modified",
}
_LONGEST = 1_000


def read(data: bytes, progress: Callable[[], None]) -> ReadDocument:
    """Read an OpenDocument text.

    Args:
        data: The whole file.
        progress: Told now and then that it goes forward.

    Raises:
        CannotRead: If it cannot be read.
    """
    return _Document(Package(data), progress).read()


class _Document:
    def __init__(self, package: Package, progress: Callable[[], None]) -> None:
        self._package = package
        self._progress = progress
        self._step = counting(progress)
        manifest = self._root("META-INF/manifest.xml")
        if manifest is not None and within(manifest, "manifest:encryption-data") is not None:
            raise CannotRead(PROTECTED)
        self._gathered = Gathered(progress)
        self._story = Story()
        self._named = self._root("styles.xml")

    def read(self) -> ReadDocument:
        root = self._root("content.xml")
        text = first(root, "office:body/office:text")
        if root is None or text is None:
            raise CannotRead(
                "Filen är inget textdokument fast den är packad som ett; "
                "öppna den i LibreOffice och spara den som OpenDocument-text (.odt) eller Word-dokument (.docx)."
            )
        self._story.page = int(within(text, "text:soft-page-break") is not None)
        body = Body(self._story, Styles(self._named, root), Lists(self._named, root), self._step)
        lay_out(body.items(text), self._gathered)
        self._notes(body)
        self._heads_and_feet()
        blocks, typed = contents.without_typed(self._gathered.blocks)
        self._tell(text)
        return ReadDocument(
            format="odt",
            blocks=tuple(blocks),
            furniture=(*self._gathered.furniture, *typed),
            properties=self._properties(),
            notices=tuple(self._gathered.notices),
        )

    def _root(self, name: str) -> Element | None:
        data = self._package.read(name, self._progress)
        return parse(data, OPEN_DOCUMENT, self._progress) if data else None

    def _notes(self, body: Body) -> None:
        counts = dict.fromkeys(_NOTES, 0)
        for kind, note in tuple(self._story.notes):
            known = kind if kind in _NOTES else "footnote"
            counts[known] += 1
            number = str(counts[known])
            if text := plain_words(body.items(note)):
                self._gathered.add(Block(BlockKind.FOOTNOTE, text, f"{_NOTES[known]} {number}", number=number))

    def _heads_and_feet(self) -> None:
        """The heads and feet of every kind of page, also of those that the text has none of."""
        root = self._named
        body = Body(Story(), Styles(root), Lists(root), self._step)
        pages = first(root, "office:master-styles")
        said: dict[tuple[str, str], None] = {}
        for page in pages if pages is not None else ():
            for what, names in (("sidhuvud", _HEADS), ("sidfot", _FEET)):
                for one in (page.find(f"style:{name}") for name in names):
                    if one is not None:
                        said[what, plain_words(body.items(one), apart=True)] = None
        for what, text in said:
            self._gathered.leave_out(what, text)

    def _tell(self, text: Element) -> None:
        gathered, story = self._gathered, self._story
        for words in story.placeholders:
            gathered.leave_out("tomt fält", tidy(words))
        gathered.notices += [
            *changes(sum(1 for _ in text.iter("text:changed-region"))),
            *left_out(
                hidden=gathered.hidden,
                comments=sum(1 for _ in text.iter("office:annotation")),
                embedded=story.embedded,
            ),
            *pictures(story.pictures),
        ]

    def _properties(self) -> dict[str, str]:
        said: dict[str, str] = {}
        meta = first(self._root("meta.xml"), "office:meta")
        for one in meta if meta is not None else ():
            name = one.get("meta:name", "") if one.tag == "meta:user-defined" else _PROPERTIES.get(one.tag, "")
            if name and (text := tidy("".join(one.itertext())[:_LONGEST])):
                said.setdefault(name[:_LONGEST], text)
        return said
