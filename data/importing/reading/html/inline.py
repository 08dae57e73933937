"""The running words of a paragraph: with their line breaks and their look, without what only a screen shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.blocks import Look
from data.importing.reading.html.words import is_said_of_link
from data.importing.reading.words import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.importing.reading.html.looks import Looks, Style
    from data.importing.reading.html.tree import Element

_SHORTEST_LEAD = 2


@dataclass(slots=True)
class Run:
    """Words in a row that look alike."""

    text: str
    bold: bool
    size: float


@dataclass(slots=True)
class Words:
    """The words of a paragraph as they are gathered.

    Attributes:
        runs: The words in order.
        marks: What Word made before a list's paragraph: a bullet or a number.
        aside: What is in it and no part of its text.
    """

    runs: list[Run] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    linked: int = 0
    total: int = 0

    @property
    def text(self) -> str:
        """All of it."""
        return tidy("".join(each.text for each in self.runs))

    @property
    def is_links(self) -> bool:
        """Whether all its words are links or buttons."""
        return self.total > 0 and self.linked == self.total

    def look(self, style: Style, name: str) -> Look:
        """How it looks as a whole."""
        worded = [each for each in self.runs if each.text.strip()]
        bold = bool(worded) and all(each.bold for each in worded)
        lead = ""
        if worded and worded[0].bold and not bold:
            at = next(index for index, each in enumerate(worded) if not each.bold)
            lead = tidy("".join(each.text for each in worded[:at])).rstrip(" :.")
        sizes = [each.size for each in worded for _ in each.text if each.size]
        return Look(
            style=name,
            size=max(set(sizes), key=sizes.count) if sizes else style.size,
            bold=bold,
            capitals=style.capitals,
            centred=style.centred,
            bold_lead=lead if len(lead) >= _SHORTEST_LEAD else "",
        )


def gathered(children: Iterable[Element | str], looks: Looks, around: Style, left_out: Iterable[Element] = ()) -> Words:
    """The words of an element's children, or of those of them that stand in one line."""
    words = Words()
    _gather(children, looks, (around.bold or False, around.size), words, frozenset(left_out))
    return words


def _gather(
    children: Iterable[Element | str],
    looks: Looks,
    around: tuple[bool, float],
    words: Words,
    left_out: frozenset[Element],
) -> None:
    for each in children:
        if isinstance(each, str):
            words.runs.append(Run(re.sub(r"\s+", " ", each), *around))
            words.total += len(each.split())
            continue
        if each.tag in {"br", "wbr"}:
            words.runs.append(Run("\n" if each.tag == "br" else "", *around))
            continue
        style = looks.of(each)
        if each in left_out or style.hidden or style.unseen or _in_link(each):
            words.aside.append(each.text())
        elif style.list_mark == "ignore":
            words.marks.append(each.text())
        elif not _is_reference(each, style):
            before = words.total
            bold = around[0] if style.bold is None else style.bold
            if each.block:
                words.runs.append(Run("\n", *around))
            _gather(each.children, looks, (bold, style.size or around[1]), words, left_out)
            if each.block:
                words.runs.append(Run("\n", *around))
            if each.words and each.linked == each.words:
                words.linked += words.total - before


def _in_link(element: Element) -> bool:
    """Whether it is words in a link on where it leads."""
    return (
        element.tag in {"span", "small"}
        and is_said_of_link(element.text())
        and any(each.tag == "a" for each in element.within())
    )


def _is_reference(element: Element, style: Style) -> bool:
    """Whether an element is the mark of a footnote, or a link to itself beside a heading."""
    text = element.text().strip()
    if style.name == "footnote reference" or "msofootnotereference" in element.get("class"):
        return True
    to = element.get("href")
    if element.tag == "a" and re.match(r"#_?(?:ftn|fn|edn|not)", to) and re.fullmatch(r"\[?[\divx*]{1,4}\]?", text):
        return True
    if element.tag == "sup" and len(inner := [each for each in element.elements() if each.words]) == 1:
        return _is_reference(inner[0], style) and inner[0].text().strip() == text
    return element.tag == "a" and to.startswith("#") and text in {"#", "¶", "§", "🔗"}
