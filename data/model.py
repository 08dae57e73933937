"""The typed model of one authority's description of its public records.

Two owners are kept apart everywhere: `SourceText` is the authority's own document, word for word,
and what that text says; `Guidance` and `Signpost` are editorial, ours, and rest on quotes.
Swedish keys of the data files meet these English names in `data.fields` alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.cells import shown
from data.concepts import Signpost
from data.front import Clarification, CommonQuestion, ServicePoint, Tile, Word
from data.kinds import Access, Direction, EntryType, PassageKind, Secrecy, Topic, UnitKind, Verdict
from data.laws import Law
from data.today import CurrentFact, Ended, Removed

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the organisation. Empty fields mean that the text does not say; `outside_text` as of `Authority`."""

    id: str
    name: str
    kind: UnitKind
    parent: str
    tasks: tuple[str, ...]
    head: str
    email: str
    phone: str
    aliases: tuple[str, ...]
    passages: tuple[str, ...]
    outside_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingAid:
    """A register, list or system in which records are found; texts are quotes."""

    id: str
    name: str
    aliases: tuple[str, ...]
    holds: tuple[str, ...]
    caveats: tuple[str, ...]
    unit: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecrecyProvision:
    """A secrecy provision; `usual` where it stands in the text's list of the most common ones.

    `chapter` is 0 for a law without chapters. `paragraph` is the number of the paragraph of law, with a letter where it
    has one: ``5 b``; empty where the text names a chapter alone.
    """

    id: str
    law: str
    chapter: int
    paragraph: str
    usual: bool
    passages: tuple[str, ...]

    @property
    def citation(self) -> str:
        """The reference as Swedish statutes are cited, e.g. ``39 kap. 2 § OSL``."""
        chapter = f"{self.chapter} kap. " if self.chapter else ""
        return f"{chapter}{f'{self.paragraph} § ' if self.paragraph else ''}{self.law}"


@dataclass(frozen=True, slots=True)
class DataExchange:
    """Data fetched from or supplied to another party; empty `how` and `when`: not stated."""

    id: str
    direction: Direction
    party: str
    what: tuple[str, ...]
    how: str
    when: str
    finding_aid: str
    unit: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactRole:
    """A role that tells more about the records, and how it is reached; `about` is who holds it, or for what."""

    id: str
    name: str
    phone: str
    passages: tuple[str, ...]
    email: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class CaseRegister:
    """Where the diarium, the register of cases, is searched: the path of menus on the web site."""

    website: str
    path: tuple[str, ...]
    finding_aid: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the text that holds for the authority or for the named units."""

    id: str
    topic: Topic
    quote: str
    passage: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The authority's description: its text in passages, and what the text says of each thing."""

    authority: Authority
    document: Document
    case_register: CaseRegister | None
    sections: dict[str, Section]
    passages: dict[str, Passage]
    units: dict[str, Unit]
    finding_aids: dict[str, FindingAid]
    provisions: dict[str, SecrecyProvision]
    exchanges: dict[str, DataExchange]
    contact_roles: dict[str, ContactRole]
    statements: dict[str, Statement]
    tables: dict[str, TextTable] = field(default_factory=dict)
    original_sha256: str = ""

    def columns_of(self, passage: Passage) -> tuple[str, ...]:
        """What the columns of a row are called; none for what is no row, and where the table has no head."""
        table = self.tables.get(passage.table)
        return table.columns if table else ()

    def unit_and_above(self, unit: str) -> Iterator[Unit]:
        """A unit and those above it, nearest first; none for an id that is no unit's.

        Where units lie under each other in a loop, which `check` refuses, each comes once.
        """
        passed: set[str] = set()
        while unit in self.units and unit not in passed:
            passed.add(unit)
            yield self.units[unit]
            unit = self.units[unit].parent


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the description that a record rests on, and the passage where they stand."""

    passage: str
    text: str


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """One of the visitor's own questions, with our answer and the rules it rests on."""

    id: str
    question: str
    answer: str
    laws: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    short: str = ""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Editorial guidance about one entry; for record types and guides it is all there is.

    `unit` is the unit to ask; `unit_stated` is false where the text names none. `reviewed_by` and
    `reviewed_on` (ISO date) stay empty until the authority has reviewed the record. `words` are the record's own and
    those of its `concepts`, and so are `asked`, whole questions that people put. `test`, `longest` and `ground` are for
    provisions, `questions` for guides. `short` is the answer in a line and `answer` the rest of it; `spoken` is what
    one says of it on the telephone, `otherwise` whom those ask who seek something else, `general` what is known
    beside the description, and `unsaid` what the description does not say.
    """

    id: str
    type: EntryType
    title: str
    answer: str
    scope: str
    verdict: Verdict
    unit: str
    unit_stated: bool
    finding_aids: tuple[str, ...]
    section: str
    access: Access
    secrecy: Secrecy
    provisions: tuple[str, ...]
    steps: tuple[str, ...]
    theme: str
    quotes: tuple[Quote, ...]
    aliases: tuple[str, ...]
    see_also: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    reviewed_by: str = ""
    reviewed_on: str = ""
    concepts: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    test: str = ""
    longest: str = ""
    ground: str = ""
    questions: tuple[GuideQuestion, ...] = ()
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    short: str = ""
    spoken: str = ""
    otherwise: tuple[str, ...] = ()
    general: str = ""
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that entries are grouped under."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Observation:
    """A gap or contradiction of the source, shown to the editor and never smoothed over.

    `point` is the point of OSL 4 kap. 2 § that it makes unclear (1–7), 0 where none.
    """

    id: str
    point: int
    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """One authority's description with the guidance to it, and what holds today; tiles stand as in the file."""

    source: SourceText
    guidance: dict[str, Guidance]
    signposts: dict[str, Signpost]
    themes: dict[str, Theme]
    observations: dict[str, Observation] = field(default_factory=dict)
    questions: dict[str, CommonQuestion] = field(default_factory=dict)
    tiles: dict[str, Tile] = field(default_factory=dict)
    glossary: dict[str, Word] = field(default_factory=dict)
    clarifications: dict[str, Clarification] = field(default_factory=dict)
    service_points: dict[str, ServicePoint] = field(default_factory=dict)
    current: dict[str, CurrentFact] = field(default_factory=dict)
    ended: Ended | None = None
    removed: dict[str, Removed] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.source.authority.id

    def guidance_of(self, type_: EntryType, id_: str) -> Guidance | None:
        """Our guidance to an entry; None where there is none, or where the id is that of another type's."""
        guidance = self.guidance.get(id_)
        return guidance if guidance and guidance.type is type_ else None
