"""A page's text as blocks, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from data.importing.blocks import CELL, Block, BlockKind, Furniture, Look
from data.importing.reading.contents import NAME as CONTENTS
from data.importing.reading.html import lists, tables
from data.importing.reading.html.inline import Words, gathered
from data.importing.reading.html.looks import Looks, Style
from data.importing.reading.html.tree import Element
from data.importing.reading.html.words import is_button, is_label
from data.importing.reading.words import mark_apart, number_apart, one_line, tidy

_HEADING = re.compile(r"h[1-6]")
_OPENS = frozenset({"aria-controls", "data-target", "data-bs-target"})


@dataclass(slots=True)
class Flow:
    """Where blocks are gathered, and what was left out on the way.

    Attributes:
        looks: The page's styles.
        left_out: Elements that are the site's.
        progress: Called now and then, so that who waits sees that it goes on.
        opened: Ids of what a button on the page shows: hidden until then, and its text all the same.
        links: Per block, whether all its words are links.
    """

    looks: Looks
    left_out: dict[Element, str]
    progress: Callable[[], None]
    opened: frozenset[str] = frozenset()
    blocks: list[Block] = field(default_factory=list)
    links: list[bool] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    hidden: int = 0
    tables: int = 0

    def read(self, element: Element, around: Style) -> None:
        """Read all that stands in an element."""
        line: list[Element | str] = []
        for each in element.children:
            if isinstance(each, str) or not each.block:
                line.append(each)
                continue
            self._paragraphs(line, element, around)
            line = []
            self._block(each, around)
        self._paragraphs(line, element, around)

    def add(
        self, kind: BlockKind, text: str, look: Look, *, number: str = "", level: int = 0, links: bool = False
    ) -> None:
        """Keep a block, unless it has no words or says something of the page."""
        if not re.search(r"\w", text):
            return
        if kind is not BlockKind.HEADING and (is_label(text) or (is_button(text) and len(text.split()) < 5)):
            self.furniture.append(Furniture("om sidan", one_line(text)))
            return
        parts = _typed_list(text) if kind is BlockKind.PARAGRAPH else []
        if len(parts) > 1 or (parts and parts[0][0] is not kind):
            for part, words in parts:
                self.add(part, words, look, links=links)
            return
        self.blocks.append(Block(kind, text, "", level=level, number=number, look=look, hidden=self.hidden > 0))
        self.links.append(links)
        self.progress()

    def words(self, element: Element, around: Style) -> Words:
        """The words of an element, without what is the site's."""
        gathering = gathered(element.children, self.looks, around, self.left_out)
        self.furniture.extend(Furniture("dolda ord", text) for each in gathering.aside if (text := one_line(each)))
        return gathering

    def _block(self, element: Element, around: Style) -> None:
        style = self._style(element, around)
        if element in self.left_out:
            return
        if style.part in {"header", "footer", "comment-list"} or style.unseen:
            self.furniture.append(Furniture("dolt", one_line(element.text())))
            return
        self.hidden += style.hidden
        reads = {
            "ul": lists.read_list, "ol": lists.read_list, "dir": lists.read_list, "dl": lists.read_definitions,
            "table": read_table, "summary": _summary, "p": _paragraph, "pre": _paragraph, "caption": _caption,
            "figcaption": _caption, "button": _button, "legend": _summary,
        }  # fmt: skip
        if _HEADING.fullmatch(element.tag) or element.get("role") == "heading":
            _heading(self, element, style)
        elif element.tag in reads:
            reads[element.tag](self, element, style)
        else:
            self.read(element, style)
        self.hidden -= style.hidden

    def _style(self, element: Element, around: Style) -> Style:
        """An element's style, with what it has from around it."""
        own = self.looks.of(element)
        hidden = (
            own.hidden and element.attributes.get("id", "\0") not in self.opened and element.get("role") != "tabpanel"
        )
        return Style(
            around.bold if own.bold is None else own.bold,
            own.size or around.size,
            own.capitals or around.capitals,
            own.centred or around.centred,
            hidden,
            own.unseen,
            own.name,
            own.list_mark,
            own.part or around.part,
        )

    def _paragraphs(self, line: list[Element | str], element: Element, style: Style) -> None:
        """What stands in lines between blocks: a paragraph, or several where an empty line parts them."""
        if not any(each.strip() if isinstance(each, str) else each.words for each in line):
            return
        for each in line:
            if isinstance(each, Element) and each.tag in {"button", "label"}:
                _button(self, each, style)
        line = [each for each in line if isinstance(each, str) or each.tag not in {"button", "label"}]
        _split(self, Element(element.tag, element.attributes, element.parent, line), style, BlockKind.PARAGRAPH)


def _split(flow: Flow, element: Element, style: Style, kind: BlockKind) -> None:
    """A paragraph's element as the paragraphs that a reader sees: two line breaks in a row part them."""
    parts: list[list[Element | str]] = [[]]
    breaks = 0
    for each in element.children:
        breaks = breaks + 1 if isinstance(each, Element) and each.tag == "br" else breaks
        if (not each.strip()) if isinstance(each, str) else each.tag == "br":
            parts[-1].append(each)
        else:
            if breaks > 1:
                parts.append([])
            parts[-1].append(each)
            breaks = 0
    for part in parts:
        words = flow.words(Element(element.tag, element.attributes, element.parent, part), style)
        flow.add(kind, words.text, words.look(style, style.name), links=words.is_links, number=_mark(words))


def _typed_list(text: str) -> list[tuple[BlockKind, str]]:
    """A paragraph in which lines begin with a typed bullet, as what leads to the list and each of its items."""
    parts: list[tuple[BlockKind, str]] = []
    for line in text.split("\n"):
        marked, words = mark_apart(line)
        if marked:
            parts.append((BlockKind.LIST_ITEM, words))
        elif parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]}\n{line}")
        else:
            parts.append((BlockKind.PARAGRAPH, line))
    return parts


def _mark(words: Words) -> str:
    """The number that Word made before a paragraph; nothing where it made a bullet."""
    said = one_line("".join(words.marks))
    return said.rstrip(".") if re.search(r"\d|^\(?[a-zA-Z]{1,3}[.)]$", said) and said != "o" else ""


def _paragraph(flow: Flow, element: Element, style: Style) -> None:
    name = element.get("class")
    if re.search(r"\bmsotoc", name):
        flow.furniture.append(Furniture(CONTENTS, one_line(element.text())))
    elif style.list_mark or "msolistparagraph" in name or "msolistbullet" in name:
        words = flow.words(element, style)
        flow.add(BlockKind.LIST_ITEM, words.text, words.look(style, style.name), number=_mark(words))
    elif "msofootnotetext" in name or style.part == "footnote":
        words = flow.words(element, style)
        number = re.search(r"\d+", next((each.text() for each in element.walk() if each.tag == "a"), ""))
        flow.add(BlockKind.FOOTNOTE, words.text, words.look(style, style.name), number=number[0] if number else "")
    elif "msotitle" in name:
        words = flow.words(element, style)
        flow.add(BlockKind.PARAGRAPH, words.text, words.look(style, "Title"))
    elif element.tag == "pre":
        text = tidy(element.text())
        flow.add(BlockKind.PARAGRAPH, text, Look(style="pre"))
    else:
        kind = BlockKind.CAPTION if "msocaption" in name else BlockKind.PARAGRAPH
        _split(flow, element, style, kind)


def _caption(flow: Flow, element: Element, style: Style) -> None:
    words = flow.words(element, style)
    flow.add(BlockKind.CAPTION, words.text, words.look(style, element.tag))


def _heading(flow: Flow, element: Element, style: Style) -> None:
    words = flow.words(element, style)
    said = element.get("aria-level") or element.tag[1:]
    number, text = number_apart(one_line(words.text))
    made = _mark(words)
    level = int(said) if said.isascii() and said.isdecimal() and len(said) < 3 else 2
    flow.add(BlockKind.HEADING, text, words.look(style, element.tag), number=made or number, level=max(1, level))


def _summary(flow: Flow, element: Element, style: Style) -> None:
    """What opens a part: the heading in it, or its words as one whose depth is not said."""
    if any(_HEADING.fullmatch(each.tag) for each in element.walk()):
        flow.read(element, style)
        return
    words = flow.words(element, style)
    number, text = number_apart(one_line(words.text))
    flow.add(BlockKind.HEADING, text, words.look(style, element.tag), number=number)


def _button(flow: Flow, element: Element, style: Style) -> None:
    """A button that opens a part of the text is its heading; others are the site's."""
    if any(each in element.attributes for each in _OPENS) and not is_button(element.text()):
        _summary(flow, element, style)
    elif text := one_line(element.text()):
        flow.furniture.append(Furniture("knapp", text))


def read_table(flow: Flow, element: Element, style: Style) -> None:
    """A table's caption and rows; one that only places its parts is read as they stand."""
    caption = next((each for each in element.elements() if each.tag == "caption"), None)
    if tables.is_layout(element):
        flow.read(element, style)
        return
    if caption is not None:
        _caption(flow, caption, style)

    def words(cell: Element) -> tuple[str, bool]:
        found = flow.words(cell, flow.looks.of(cell))
        return found.text, found.look(style, "").bold

    flow.tables += 1
    made = tables.grid(element, words)
    top = tables.heads(element, made)
    columns = tables.columns(made[:top])
    for index, row in enumerate(made[top:], start=top + 1):
        # As in every format: a cell over several columns has its words in the first, one over all of them is alone.
        cells = tuple(cell.text if cell.first else "" for cell in row)
        cells = cells if any(cell.first for cell in row[1:]) else cells[:1]
        if not any(cells):
            continue
        flow.progress()
        text = CELL.join(cells)
        look = Look(style=style.name, bold=all(cell.heads for cell in row if cell.text))
        place = f"tabell {flow.tables}, rad {index}"
        flow.blocks.append(
            Block(
                BlockKind.TABLE_ROW,
                text,
                place,
                cells=cells,
                columns=columns,
                table=flow.tables,
                look=look,
                hidden=flow.hidden > 0,
            )
        )
        flow.links.append(False)
