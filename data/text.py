"""The text of a description as the model has it: whose it is, which document, its sections, passages and tables."""

from __future__ import annotations

from dataclasses import dataclass

from data.cells import shown
from data.kinds import PassageKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered piece of the description's text, word for word.

    Attributes:
        text: Its words; of a row or a definition, its cells joined by `data.cells.CELL`; of a hidden one, `HIDDEN`.
        cells: Of a row, its cells, those that say nothing too; of a definition, the term and its words.
        table: Of a row, the id of its table.
        hidden: Why it is not shown on the web, a Swedish sentence; empty for what is shown.
    """

    id: str
    section: str
    number: int
    text: str
    subheading: str = ""
    kind: PassageKind = PassageKind.PARAGRAPH
    cells: tuple[str, ...] = ()
    table: str = ""
    hidden: str = ""

    @property
    def whole(self) -> str:
        """The passage with the subheading that stands over it, as one string: what facts and quotes stand in."""
        return f"{self.subheading} {self.text}".strip()

    @property
    def shown(self) -> str:
        """Its words as people read them in a line."""
        return shown(self.cells) if self.cells else self.text

    @property
    def searched(self) -> str:
        """What it is found by: its subheading and its words, if they are shown."""
        return f"{self.subheading} {'' if self.hidden else self.shown}".strip()


HIDDEN = "Stycket visas inte på webben. Begär ut det."
"""What stands in the place of a hidden passage, in ``original.txt`` too."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of the text; its rows are passages. `columns` is empty where it has no head."""

    id: str
    columns: tuple[str, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the description; `heading` is empty for what precedes the first heading.

    `level` tells how deep the heading stands: 1 for a section, 2 for one within it, and so on.
    """

    id: str
    heading: str
    passages: tuple[str, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority whose records are described; `unit` is the id of its root in the unit tree.

    `organisation` is empty for one that belongs to none: a court, an agency of the state. `outside_text` are its keys,
    as the file has them, whose words do not stand in its passages: a page head has them, or someone has said so.
    """

    id: str
    name: str
    short_name: str
    organisation: str
    website: str
    switchboard: str
    unit: str
    passages: tuple[str, ...]
    outside_text: tuple[str, ...] = ()

    @property
    def belongs_to(self) -> str:
        """The organisation by its name; the authority itself where it is one of its own."""
        return self.organisation or self.name


@dataclass(frozen=True, slots=True)
class Document:
    """The description as a document: its number and the one that it replaces; empty fields: the text does not say.

    `drawn_up_by` is a unit's id; `decided_on` and `valid_from` are days (ISO), `decided_by` is who decided it, as the
    text names him. `outside_text` as of `Authority`.
    """

    title: str
    number: str
    replaces: str
    drawn_up_by: str
    passages: tuple[str, ...]
    decided_on: str = ""
    valid_from: str = ""
    decided_by: str = ""
    outside_text: tuple[str, ...] = ()
