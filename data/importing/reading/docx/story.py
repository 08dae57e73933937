"""What holds for the whole of a Word file while it is read: fields that are open, changes, notes, pages, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.markup import DAMAGED, within

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 50
"""How many fields may be open in one another."""
_LISTS = ("TOC", "INDEX", "TOA")
"""Fields whose words the program makes of the text itself."""


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether its words have begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def name(self) -> str:
        """Which field it is."""
        return (self.instruction.split() or [""])[0].upper()


@dataclass(slots=True)
class Story:
    """What has been met so far.

    Attributes:
        fields: The fields that are open, the innermost last.
        notes: Notes in the order in which the text refers to them: kind and id.
        pictures: What the file says of each picture; empty where it says nothing.
        page: The page that is being read; 0 where the file has no marks of pages.
        embedded: How many parts of other kinds there are, which are not read.
        placeholders: Words that stand where nobody has filled anything in.
        unknown: Characters of fonts with symbols that stand for nothing that can be written.
    """

    fields: list[Field] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    page: int = 0
    embedded: int = 0
    placeholders: list[str] = field(default_factory=list)
    unknown: int = 0

    def turn(self) -> None:
        """Go to the next page, where pages are counted."""
        if self.page:
            self.page += 1

    def field_character(self, element: Element) -> None:
        """Open a field, begin its words, or close it.

        Args:
            element: The element ``w:fldChar``.
        """
        kind = element.get("w:fldCharType")
        if len(self.fields) > _DEEPEST:
            raise CannotRead(DAMAGED)
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def instruct(self, text: str) -> None:
        """Take a part of a field's instruction.

        Args:
            text: The part.
        """
        if self.fields and not self.fields[-1].shown:
            self.fields[-1].instruction += text[:100]

    @property
    def is_silent(self) -> bool:
        """Whether what comes is an instruction, which is not shown."""
        return any(not one.shown for one in self.fields)

    @property
    def is_listing(self) -> bool:
        """Whether what comes is a list that the program made of the text, as a table of contents."""
        return any(one.shown and one.name in _LISTS for one in self.fields)

    def says(self, name: str) -> bool:
        """Whether a field of a name is open.

        Args:
            name: As ``SEQ``.
        """
        return any(one.name == name for one in self.fields)


def chosen(alternatives: Element) -> Element | None:
    """Which of several versions of the same is read: the one for new programs, unless only the other has words.

    Args:
        alternatives: The element ``mc:AlternateContent``.
    """
    choice = alternatives.find("mc:Choice")
    fallback = alternatives.find("mc:Fallback")
    if choice is None or (fallback is not None and not _has_words(choice) and _has_words(fallback)):
        return fallback
    return choice


def _has_words(element: Element) -> bool:
    return any(one.text for one in element.iter("w:t")) or within(element, "dgm:relIds") is not None
