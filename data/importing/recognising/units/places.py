"""Where a passage stands, as one who looks for units asks: of whom it tells, and whether it may tell new ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.importing.outline import Outline, OutlinePassage, PassageKind, Subject
from data.importing.recognising.units.naming import Mention, Token, mentions, tokens
from data.importing.recognising.units.sentences import sentences
from data.importing.recognising.units.vocabulary import Form, Role, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.recognising.units.drafts import Book, Draft

_PART = re.compile(r" (?:är en del av|hör till|ingår i|tillhör) ")
_LABEL = re.compile(r"(?:Chef|Ansvarig|Föreståndare|Telefon|E-post|Kontakt) (?:för|på|vid|till) ([^:.]{3,60}):")
_NAMED_SO = re.compile(r"\b(?:heter|kallas|benämns|har namnet|bär namnet|går under namnet) ")
_LABEL_LETTERS = 60
OTHERS = frozenset(
    {
        Subject.SECRECY,
        Subject.EXCHANGES,
        Subject.SALE,
        Subject.RETENTION,
        Subject.HISTORY,
        Subject.HANDED_OVER,
        Subject.LAW,
        Subject.ACCESS_AIDS,
        Subject.RECORDS,
        Subject.ARCHIVE,
    }
)
"""Subjects under which a name is only mentioned: no unit is new there."""


class Said(NamedTuple):
    """A sentence, its names, and the unit that it is about."""

    text: str
    toks: list[Token]
    names: list[Mention]
    topic: Draft | None
    about: Draft | None
    own: bool
    near: Draft | None
    passage: OutlinePassage
    last: tuple[Draft, ...] = ()
    before: tuple[Draft, ...] = ()


class Places:
    """Sections and passages by what they may tell of."""

    def __init__(self, outline: Outline, authority: str) -> None:
        """Where everything stands in an outline of an authority's text."""
        self._authority = authority.casefold()
        self.outline = outline
        self.of_section: dict[int, Draft] = {}
        self.of_passage: dict[int, Draft] = {}
        self._recent: dict[int, Draft] = {}
        self._past = {at for at in range(len(outline.sections)) if self._is_history(at)}

    def _is_history(self, section: int) -> bool:
        for at in self.outline.headings_over(section):
            heading = self.outline.sections[at]
            low = heading.heading.casefold().strip()
            organised = Subject.ORGANISATION in heading.subjects or "organisation" in low
            if not organised and {Subject.HISTORY, Subject.HANDED_OVER} & set(heading.subjects):
                return True
            if not organised and any(low == word or low.endswith(" " + word) for word in words(Role.HISTORY)):
                return True
        return False

    def is_past(self, section: int) -> bool:
        """Whether a section tells of what has been."""
        return section in self._past

    def replace(self, old: Draft, new: Draft) -> None:
        """Let one unit stand where another stood."""
        for places in (self.of_section, self.of_passage):
            for at in [at for at, unit in places.items() if unit is old]:
                places[at] = new

    def unit_of(self, section: int) -> Draft | None:
        """The unit of the nearest heading that names one."""
        return next((self.of_section[at] for at in self.outline.headings_over(section) if at in self.of_section), None)

    def owner_of(self, passage: OutlinePassage) -> Draft | None:
        """The unit whose part of the text a passage is."""
        return self.of_passage.get(passage.n) or self.unit_of(passage.section)

    def is_row(self, passage: OutlinePassage) -> bool:
        """Whether a passage is a row of a list, or begins with a label, that names its unit."""
        row = passage.kind in {PassageKind.LIST_ITEM, PassageKind.DEFINITION} or ":" in passage.text[:_LABEL_LETTERS]
        return row and passage.n in self.of_passage

    def is_open(self, section: int) -> bool:
        """Whether a heading over a section tells of the organisation, or names a unit."""
        for at in self.outline.headings_over(section):
            if at in self.of_section:
                return True
            if self.outline.sections[at].subjects:
                return Subject.ORGANISATION in self.outline.sections[at].subjects
            low = self.outline.sections[at].heading.casefold()
            if (
                low in words(Role.ROOT)
                or (low and low.removeprefix("om ") in self._authority)
                or any(low.startswith(word) or f" {word}" in low for word in words(Role.ORGANISATION))
            ):
                return True
        return False

    def is_of_organisation(self, passage: OutlinePassage) -> bool:
        """Whether a passage tells of the organisation."""
        if passage.recited or self.is_past(passage.section):
            return False
        if passage.n in self.of_passage:
            return True
        if passage.subjects and Subject.ORGANISATION not in passage.subjects:
            return any(at in self.of_section for at in self._own(passage.section))
        return Subject.ORGANISATION in passage.subjects or self.is_open(passage.section)

    def _own(self, section: int) -> list[int]:
        """The headings up to the first that says a subject."""
        chain = []
        for at in self.outline.headings_over(section):
            if at not in self.of_section and self.outline.sections[at].subjects:
                break
            chain.append(at)
        return chain

    def may_name(self, passage: OutlinePassage) -> bool:
        """Whether a strong name in a passage may be a unit that nothing else has told of."""
        if self.is_of_organisation(passage):
            return True
        return not (OTHERS & set(passage.subjects)) and not self.is_past(passage.section)

    def said(self, passage: OutlinePassage, book: Book) -> Iterator[Said]:
        """The sentences of a passage, each with the unit that it is about."""
        topic = owner = self.of_passage.get(passage.n) or self.unit_of(passage.section)
        last: tuple[Draft, ...] = ()
        earlier: list[Draft] = []
        first = True
        for text in self._texts(passage):
            for sentence in sentences(text):
                toks = tokens(sentence)
                names = mentions(toks)
                recent = topic or self._recent.get(passage.section)
                spoken = topic
                about = subject(names, toks, book, recent) or book.begins(sentence) or _of_label(sentence, book)
                topic = about or topic
                own = topic is not None and topic is owner
                yield Said(sentence, toks, names, topic, about, own, topic or recent, passage, last, tuple(earlier))
                there = preposed(names, toks, book, recent)
                told = about or subject(names, toks, book, recent) or book.begins(sentence)
                goes_on = spoken is not None and _is_part_of(sentence, names, book, spoken)
                named = _named_so(sentence, names, toks, book)
                topic = named or (spoken if goes_on else told or (there if first else None) or topic)
                first = False
                last = _last(names, book, there) or last
                earlier += last
                if topic is not None and topic is not book.root:
                    self._recent[passage.section] = topic

    def _texts(self, passage: OutlinePassage) -> tuple[str, ...]:
        if passage.kind is PassageKind.DEFINITION:
            return passage.cells[1:]
        return passage.cells or (passage.text,)


def subject(names: list[Mention], toks: list[Token], book: Book, topic: Draft | None) -> Draft | None:
    """The unit that a sentence begins with."""
    if toks and book.is_root(toks[0].text):
        return book.root
    if not names or names[0].genitive:
        return None
    first = names[0]
    before = {token.low for token in toks[: first.start]}
    if before - words(Role.ARTICLE) - {"hela", "."} and not all(
        token.text.isdigit() or token.text in ".-–" for token in toks[: first.start]
    ):
        return None
    return book.meant(first, topic) if first.form is not Form.BASE or not first.bare else None


def _is_part_of(sentence: str, names: list[Mention], book: Book, whole: Draft) -> bool:
    """Whether a sentence says that something is a part of what is spoken of, which the next one goes on with."""
    part = _PART.search(sentence)
    return part is not None and any(book.named(m.name) is whole for m in names)


def _named_so(sentence: str, names: list[Mention], toks: list[Token], book: Book) -> Draft | None:
    """*Styrelsens förvaltning heter stadskontoret*: whose name a sentence says, and the next is of."""
    verb = _NAMED_SO.search(sentence)
    after = next((m for m in names if verb and verb.end() <= toks[m.start].start <= verb.end() + 1), None)
    return book.named(after.name) if after is not None and not after.bare and not after.genitive else None


def _of_label(sentence: str, book: Book) -> Draft | None:
    """The unit that a label is of: *Chef för personalavdelningen: personalchefen*."""
    label = _LABEL.match(sentence)
    return book.named(label[1]) if label else None


def preposed(names: list[Mention], toks: list[Token], book: Book, topic: Draft | None) -> Draft | None:
    """The unit that a sentence tells the parts of: *Under kansliavdelningen finns …*."""
    if not names or len(toks) <= names[0].end or toks[0].low not in words(Role.PREPOSED):
        return None
    first = names[0]
    verb = toks[first.end].low in {"finns", "ingår", "hör", "lyder", "sorterar", "ligger"}
    if not verb or first.start > 1 + (toks[1].low in words(Role.ARTICLE)) or first.genitive:
        return None
    meant = book.meant(first, topic)
    return meant if meant is not book.root else None


def _last(names: list[Mention], book: Book, there: Draft | None) -> tuple[Draft, ...]:
    """The units that *där* and *dit* may mean after a sentence: those that it named as parts."""
    parts = [unit for m in names if (unit := book.named(m.name)) is not None and not m.genitive and unit is not there]
    one = [unit for unit in dict.fromkeys(parts) if unit is not book.root]
    return tuple(one)
