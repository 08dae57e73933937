"""The parts that pages are made of: plain values, so that a template only has to show them."""

from __future__ import annotations

from dataclasses import dataclass

from data.kinds import EntryType, Secrecy, Verdict

RECORDS = frozenset({EntryType.RECORD_TYPE, EntryType.FINDING_AID})
"""Entries that are records or lead to them, and so carry a verdict and a secrecy mark."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that a person reads: their language, and whether they are ours or the description's.

    Attributes:
        value: The words.
        lang: The ``lang`` that they are in, which may differ from the page's; empty for the page's own.
        ours: False for the description's own words.
        original: The Swedish name, beside a translated one: it is what one must ask for.
        name: Whether it is a name, which no machine is to translate.
        today: What it is called today, where that is another name.
        ended: When what it names ended, in words of the page's language; empty for what has not.
    """

    value: str
    lang: str = "sv"
    ours: bool = True
    original: str = ""
    name: bool = False
    today: str = ""
    ended: str = ""

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.value)


SILENT = Text("")
"""No words: what has not been said."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the portal."""

    label: Text
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class StaffPlace:
    """Where staff are met, as the authority itself has said, and on what day; empty fields: it has not.

    `whose` is the authority, where there are several.
    """

    whose: Text
    name: Text
    address: Text
    opening_hours: tuple[Text, ...]
    stated_by: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. Empty fields: the description does not say.

    Attributes:
        unit: The unit, linked; None where the description names none.
        stated: False where the unit is our suggestion because the description names none.
        role: What to ask for at the switchboard.
        role_in_swedish: The same to say aloud, where the page is in another language; else empty.
        phone: As the description writes it.
        phone_link: ``tel:`` address.
        phone_name: Whose number that is, where it is not the unit's own: the switchboard, say.
        via: The unit whose e-mail or phone it is, where it is not the unit's own.
        external: The unit belongs to another organisation.
        whose: The authority that is reached so, or the place; empty where all of the portal is one authority's.
        open_at: When the place answers, as it has stated it.
        stated_today: Who says that telephone or e-mail is so today, and when; none where they are the description's.
    """

    unit: Link | None
    stated: bool
    role: str
    phone: str
    phone_link: str
    phone_name: str
    email: str
    via: str
    external: bool
    whose: Text = Text("")
    open_at: tuple[StaffPlace, ...] = ()
    stated_today: tuple[str, ...] = ()
    role_in_swedish: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionLink:
    """A secrecy provision, its page here and its paragraph at riksdagen.se."""

    citation: str
    answer: Text
    url: str
    statute_url: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that an answer of a guide rests on, linked to the statute."""

    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """The secrecy mark in words, and the provisions that may apply."""

    mark: Secrecy
    label: str
    explanation: str
    provisions: tuple[ProvisionLink, ...]

    @property
    def is_stated(self) -> bool:
        """Whether the description says anything of secrecy here."""
        return self.mark is not Secrecy.UNSTATED


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """The verdict in words."""

    verdict: Verdict
    label: str


@dataclass(frozen=True, slots=True)
class PassageQuote:
    """A passage of the description, word for word, and its place in the whole text.

    Attributes:
        text: Its words; of a row, its cells in a line.
        cells: Of a row, its cells; of a definition, the term and its words.
        columns: Of a row, what its columns are called; empty where the table has no head.
        is_hidden: Whether its words are not shown.
    """

    id: str
    subheading: str
    text: str
    url: str
    section: str
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    is_hidden: bool = False

    @property
    def called(self) -> tuple[tuple[str, str], ...]:
        """The cells that say something, each with what its column is called; none where columns have no names."""
        pairs = zip(self.columns, self.cells, strict=False) if any(self.columns) else ()
        return tuple((column, cell) for column, cell in pairs if cell)


@dataclass(frozen=True, slots=True)
class AnswerText:
    """What an answer says, in the order that it is read; empty fields: nobody has written them.

    Attributes:
        short: The line that answers.
        rest: The rest of the answer, or all of it where nobody has written a line.
        steps: What to do.
        otherwise: Whom those ask who seek something else.
        general: What is known beside the description.
        unsaid: What the description does not say.
    """

    short: Text
    rest: Text
    scope: Text
    steps: tuple[Text, ...] = ()
    otherwise: tuple[Text, ...] = ()
    general: Text = Text("")
    unsaid: Text = Text("")

    @property
    def first(self) -> Text:
        """The line, or the whole answer where there is none."""
        return self.short or self.rest


@dataclass(frozen=True, slots=True)
class Ways:
    """How one asks: a number, and always a way to write, for who cannot ring or comes when nobody answers.

    Attributes:
        phone: As the description writes it; empty where it gives none.
        phone_link: ``tel:`` address.
        phone_name: Whose number it is, where it is not the unit's own.
        email: Where to write; empty where nobody has said.
        request: The page where a request is written, filled in with what it is about.
        role: Whom to ask for, in the page's language.
        role_in_swedish: The word to say, where the page is in another language; else empty.
    """

    phone: str
    phone_link: str
    phone_name: str
    email: str
    request: str
    role: str
    role_in_swedish: str


@dataclass(frozen=True, slots=True)
class Card:
    """A found entry in a list.

    Attributes:
        whose: The authority, where there are several.
        secrecy: None for what is no record, a unit, say, and where the description says nothing of secrecy.
        verdict: None for what is no record.
        alike: The same kind of record at several authorities, each with a line of its own; then all else is of the
            first of them.
        part_of: The guide that it is a question of; None for what has a page of its own.
        rules: The rules that the answer to such a question rests on.
        beside: Other hits of the same matter, which have no card of their own, but for those of `found_in`.
    """

    kind: str
    title: Text
    url: str
    answer: AnswerText
    snippet: str
    found_in: tuple[Link, ...]
    ask: Link | None
    secrecy: SecrecyMark | None
    verdict: VerdictMark | None
    whose: Text = Text("")
    alike: tuple[Alike, ...] = ()
    part_of: Link | None = None
    rules: tuple[Rule, ...] = ()
    beside: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """One authority's entry among several of the same kind: whose it is, what it is of, and its page.

    `key` is the authority's id and the entry's.
    """

    whose: Text
    title: Text
    scope: Text
    url: str
    key: tuple[str, str]


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in the organisation's nested list."""

    link: Link
    current: bool
    units: tuple[UnitNode, ...]


@dataclass(frozen=True, slots=True)
class Signpost:
    """Who usually holds what the description does not, and the entries of those who say that they do.

    `short` is the same in a line, `spoken` as one says it on the telephone; no words where nobody has written them.
    `is_of_the_place` is whether the switchboard of those that are asked reaches who holds it,
    `is_urgent` whether somebody may be in danger, `by_questions` whether no word of the question names it.
    """

    topic: Text
    holder: Text
    note: Text
    held: tuple[Alike, ...] = ()
    short: Text = Text("")
    spoken: Text = Text("")
    is_of_the_place: bool = False
    is_urgent: bool = False
    by_questions: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which description a page speaks from.

    Attributes:
        number: Its case number; empty where it has none.
        year: The year of that number; empty where it tells none.
        decided: The day that the text says it was decided on, as people read it; empty where it does not say.
    """

    number: str
    year: str
    decided: str
    title: str
    authority: str
    url: str
