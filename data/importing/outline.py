"""A document's outline: which of its blocks are headings, which are passages, and what each of them tells of.

Made from what was read (`data.importing.blocks`) before any fact is told: whoever looks for units or provisions asks
here where a passage stands, and never looks at styles or pages.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from data.importing.blocks import Furniture


class PassageKind(StrEnum):
    """What a passage is on the page."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    DEFINITION = "definition"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class Subject(StrEnum):
    """What a section or a passage tells of: the points of OSL 4 kap. 2 § first, then what else such texts hold."""

    ORGANISATION = "organisation"
    FINDING_AIDS = "finding-aids"
    ACCESS_AIDS = "access-aids"
    INFORMATION = "information"
    SECRECY = "secrecy"
    EXCHANGES = "exchanges"
    SALE = "sale"
    RETENTION = "retention"
    ARCHIVE = "archive"
    REGISTRATION = "registration"
    RECORDS = "records"
    HISTORY = "history"
    HANDED_OVER = "handed-over"
    ABOUT = "about"
    LAW = "law"
    """The law as it is recited or left standing in a form: no word of it is about the authority."""


POINTS = {
    Subject.ORGANISATION: 1,
    Subject.FINDING_AIDS: 2,
    Subject.ACCESS_AIDS: 3,
    Subject.INFORMATION: 4,
    Subject.SECRECY: 5,
    Subject.EXCHANGES: 6,
    Subject.SALE: 7,
}
"""The points of OSL 4 kap. 2 § that subjects are."""


class Basis(msgspec.Struct, frozen=True, omit_defaults=True):
    """What something that was recognised rests on.

    Attributes:
        rule: The id of the rule that told it (`data.importing.rules`).
        passages: Numbers of the passages whose words it is, the first the nearest.
        guessed: Whether it may be otherwise, so that the registrator should look.
        why: A Swedish sentence on what was guessed; empty where nothing was.
    """

    rule: str
    passages: tuple[int, ...] = ()
    guessed: bool = False
    why: str = ""


class OutlineSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A heading and what stands under it, up to the next heading of any depth.

    Attributes:
        heading: Its words, without number; empty for what precedes the first heading.
        level: Its depth, from 1.
        number: The number before it, typed or made by the program, as it stands: ``2.1``.
        above: Index of the section that it stands in; -1 for none.
        place: Where it stands, as a person finds it.
        subjects: What its own heading says that it tells of; empty where it says nothing of the kind.
        basis: Why it is a heading.
    """

    heading: str
    level: int = 1
    number: str = ""
    above: int = -1
    place: str = ""
    subjects: tuple[Subject, ...] = ()
    basis: Basis = Basis("")


class OutlinePassage(msgspec.Struct, frozen=True, omit_defaults=True):
    r"""A passage.

    Attributes:
        n: Its number in the document, from 1.
        kind: What it is.
        text: Its words as they stand, a number that was typed before it with them; cells joined by `CELL`; ``\n`` where
            a line was broken on purpose.
        section: Index of its section.
        place: Where it stands, as a person finds it.
        subjects: What it tells of: by its own number or cell where it has such, else by the nearest heading over it
            that says.
        number: A number before it, made by the program, that is no part of `text`.
        bold_lead: The words that it begins with in bold, where the rest is not.
        table: Of a row, which table in the file, from 1; 0 for what is no row.
        cells: Of a row or a definition, its cells.
        columns: Of a row, what its columns are called; empty where the table has no head.
        masked: Why its words are not to be shown, a Swedish sentence: then it has none; empty for every other.
        recited_cells: Of a row in a form, which of its cells hold the law's words, from 0.
    """

    n: int
    kind: PassageKind
    text: str
    section: int
    place: str = ""
    subjects: tuple[Subject, ...] = ()
    number: str = ""
    bold_lead: str = ""
    table: int = 0
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    masked: str = ""
    recited_cells: tuple[int, ...] = ()

    @property
    def own_cells(self) -> tuple[str, ...]:
        """Its cells without those that hold the law's words."""
        return tuple(cell for at, cell in enumerate(self.cells) if at not in self.recited_cells)

    @property
    def recited(self) -> bool:
        """Whether it is the law's words, and none of the authority's."""
        return self.subjects == (Subject.LAW,)


class Outline(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document in sections and passages, all its words in order.

    Attributes:
        sections: In order; those without passages have a heading alone.
        passages: In order: the passage with number n stands at n - 1.
        furniture: What was left out, so that it can be told; page heads may hold the number of the case.
        properties: What the file says of itself, unverified.
        notices: Swedish sentences on how it was read.
        format: What it was read as.
    """

    sections: tuple[OutlineSection, ...]
    passages: tuple[OutlinePassage, ...]
    furniture: tuple[Furniture, ...] = ()
    properties: dict[str, str] = {}
    notices: tuple[str, ...] = ()
    format: str = ""

    def headings_over(self, section: int) -> tuple[int, ...]:
        """Indices of a section and those it stands in, the nearest first."""
        chain: list[int] = []
        while section >= 0:
            chain.append(section)
            section = self.sections[section].above
        return tuple(chain)

    def under(self, section: int) -> tuple[OutlinePassage, ...]:
        """The passages of a section and of those in it."""
        return tuple(passage for passage in self.passages if section in self.headings_over(passage.section))

    def telling_of(self, subject: Subject) -> tuple[OutlinePassage, ...]:
        """The passages that tell of a subject."""
        return tuple(passage for passage in self.passages if subject in passage.subjects)
