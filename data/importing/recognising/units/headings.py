"""Units that stand where a name stands alone: headings, bold leads, list items, terms, rows, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.importing.outline import OutlinePassage, PassageKind, Subject
from data.importing.recognising.units import tables, tree
from data.importing.recognising.units.belonging import balanced, is_noun_phrase, is_of_two, says_parent, without_parent
from data.importing.recognising.units.contacts import EMAIL
from data.importing.recognising.units.drafts import Draft
from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.naming import Mention, capital, mentions, tokens
from data.importing.recognising.units.vocabulary import Form, Noun, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book
    from data.importing.recognising.units.places import Places

_BRACKETED = re.compile(r"\s?\(([^()]{1,40})\)$")
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[a-z]\))\s+")
_CUT = re.compile(r":\s|\s[–—-]\s|,\s|;\s|\.\s")
_CUT_ITEM = re.compile(r":\s|\s[–—-]\s|, (?:som|där|med|vilken)\b|;\s|\.\s")
_LABEL = re.compile(r"^([A-Za-zÅÄÖåäö/ ]{2,40}):\s*(\S.*)$")
_COMMON = re.compile(r"(?:\w{0,30}[Gg]emensam[ta]?|[Cc]entralt?) (\w{4,40})$")
_NO_NAMES = frozenset({PassageKind.CAPTION, PassageKind.TITLE, PassageKind.FOOTNOTE})
MOST_LETTERS = 70
"""A name is no longer than this."""


@dataclass
class Announced:
    """Parts that a sentence has said will follow."""

    parent: Draft | None
    kind: UnitKind
    count: int
    section: int
    n: int
    total: int
    outer: Announced | None = None
    small: bool = False


@dataclass(frozen=True)
class Lead:
    """A name that stands alone, with what it is also called."""

    name: str
    alias: str
    mention: Mention | None


def lead(text: str) -> Lead:
    """The name that a heading or the like is."""
    name = _NUMBERED.sub("", text.strip()).strip(" .:;,")
    alias = ""
    bracketed = _BRACKETED.search(name)
    if bracketed:
        name, alias = name[: bracketed.start()], bracketed.group(1)
        if says_parent(alias) or title_at(alias) or EMAIL.search(alias):
            alias = ""
    name = without_parent(name)
    toks = tokens(name)
    whole = next((m for m in mentions(toks) if m.start == 0 and m.end == len(toks) and not m.genitive), None)
    return Lead(name, alias, whole if whole is not None else _owned(name))


def _owned(name: str) -> Mention | None:
    """*Generaldirektörens stab*: a genitive and a noun that is enough."""
    parts = name.split(" ")
    known = noun_of(parts[-1]) if parts[1:] == parts[-1:] and parts[0].endswith("s") else None
    if known and known[0].strength is Strength.STRONG and known[1] is Form.BASE:
        return Mention(name, 0, 2, known[0], Form.BASE, owner=parts[0])
    return None


def names_unit(found: Lead, *, open_: bool) -> bool:
    """Whether a name that stands alone is a unit's by its own words."""
    mention = found.mention
    if mention is None or len(found.name) > MOST_LETTERS or mention.noun.strength is Strength.BOARD:
        return False
    if mention.bare:
        return open_ and mention.noun.base in words(Role.ALONE)
    if mention.strong:
        return mention.form is Form.DEFINITE or bool(mention.owner or " " in found.name)
    return open_ and (mention.form is Form.DEFINITE or bool(mention.alias) or found.name[-1:].isdigit())


def of_heading(section: int, places: Places, book: Book, announced: Announced | None) -> Draft | None:
    """The unit that a section's heading names, if it does."""
    heading = places.outline.sections[section]
    other = set(heading.subjects) - {Subject.ORGANISATION}
    if not heading.heading or places.is_past(section) or _is_elsewhere(section, places):
        return None
    found = lead(heading.heading)
    known = book.named(found.name)
    if known is not None and known is not book.root and not other:
        return known
    open_ = heading.above >= 0 and places.is_open(heading.above)
    common = _COMMON.match(found.name)
    if common and known is None and _speaks(section, places) and (noun := noun_of(common[1])) and noun[2]:
        return book.add(found.name, noun[0].kind, 0, "unit-heading", aliases=_forms(found, noun[0]))
    if names_unit(found, open_=open_ or _speaks(section, places)) and known is None:
        return _added(found, book, 0, "unit-heading", None)
    if heading.subjects or len(found.name) > MOST_LETTERS or not (open_ or announced):
        return None
    return _plain(found, section, places, book, announced)


def _forms(found: Lead, noun: Noun) -> list[str]:
    """What running text calls a common support: *det gemensamma verksamhetsstödet*, *verksamhetsstödet*."""
    return [alias for alias in (f"Gemensamma {noun.definite}", capital(noun.definite), found.alias) if alias]


def _is_elsewhere(section: int, places: Places) -> bool:
    """Whether a heading stands under one that tells of something else."""
    above = places.outline.sections[section].above
    over = places.outline.sections[above].subjects if above >= 0 else ()
    return bool(over) and Subject.ORGANISATION not in over and not places.is_open(above)


def _plain(found: Lead, section: int, places: Places, book: Book, announced: Announced | None) -> Draft | None:
    """The unit of a heading that is one by what is said of it: before it, or under it."""
    if announced is not None and section in _awaited(announced, places):
        return _added(found, book, announced.n, "announced-heading", announced.kind)
    kind = _pointed_kind(section, places)
    if kind is None or is_of_two(found.name):
        return None
    draft = _added(found, book, 0, "spoken-of-heading", kind)
    draft.guessed = draft.guessed or "Rubriken togs för en enhet, för att texten under den kallar det så."
    return draft


def _is_of_root(found: Lead, book: Book) -> bool:
    return book.named(found.name) is book.root


def _awaited(announced: Announced, places: Places) -> list[int]:
    """The headings that an announcement speaks of: as many as it said."""
    sections = places.outline.sections
    inside = [
        at
        for at in range(announced.section + 1, len(sections))
        if sections[at].above == announced.section and not sections[at].subjects and not places.is_past(at)
    ]
    plain = [at for at in inside if not names_unit(lead(sections[at].heading), open_=True)]
    if announced.count in {len(inside), len(plain)} or announced.total == len(inside):
        return plain
    return []


def _speaks(section: int, places: Places) -> bool:
    """Whether the text under a heading says who leads it."""
    return any(
        "leds av" in passage.text or "-post:" in passage.text
        for passage in places.outline.passages
        if passage.section == section
    )


def _pointed_kind(section: int, places: Places) -> UnitKind | None:
    """What the text under a heading calls it: *Området leds av …*, *Enheten ansvarar …*."""
    if places.unit_of(section) is not None:
        return None
    texts = [passage.text for passage in places.outline.passages if passage.section == section]
    return pointed_kind(" ".join(texts))


def pointed_kind(text: str) -> UnitKind | None:
    """The kind of unit that a text speaks of as known: *Området leds av …*."""
    for match in re.finditer(r"(?:^|[.!?\n]\s*|leder )(\w{4,30})", text):
        known = noun_of(match.group(1))
        if known and known[1] is Form.DEFINITE and known[2]:
            noun = known[0]
            if noun.strength is Strength.STRONG or noun.kind in {UnitKind.AREA, UnitKind.GROUP}:
                return noun.kind
            if noun.base == "funktion":
                return noun.kind
    return None


def _added(found: Lead, book: Book, n: int, rule: str, kind: UnitKind | None) -> Draft:
    mention = found.mention
    own = mention.noun.kind if mention is not None and mention.noun.strength is not Strength.BOARD else None
    if kind is not None and (own is None or mention is None or mention.noun.strength is Strength.WEAK):
        own = kind
    aliases = [alias for alias in (found.alias, mention.alias if mention else "") if alias]
    return book.add(capital(found.name), own or UnitKind.UNIT, n, rule, aliases=aliases)


def of_passage(passage: OutlinePassage, places: Places, book: Book, announced: Announced | None) -> Draft | None:
    """The unit that a passage begins with as a name that stands alone, if it does."""
    if passage.recited or places.is_past(passage.section) or passage.kind in _NO_NAMES:
        return None
    told = places.is_of_organisation(passage)
    if passage.kind is PassageKind.TABLE_ROW:
        return (
            _of_row(passage, book) if told or Subject.INFORMATION in passage.subjects or not passage.subjects else None
        )
    if announced is not None and not _follows(passage, announced):
        announced = None
    leads = _leads(passage, listed=told and announced is not None)
    for text, rule in leads:
        found = lead(text)
        enough = told or (found.mention is not None and found.mention.strong)
        if enough and names_unit(found, open_=told) and not _is_of_root(found, book):
            return _added(found, book, passage.n, rule, announced.kind if announced else None)
    long = bool(leads[1:]) and len(leads[0][0]) > MOST_LETTERS and is_noun_phrase(leads[1][0])
    for text, rule in leads[long : long + 1] if told else []:
        found = lead(text)
        if rule == "label" or _may_be(found, passage, announced):
            kind = announced.kind if announced else pointed_kind(_rest(passage, text))
            return _added(found, book, passage.n, rule, kind)
    return None


def _may_be(found: Lead, passage: OutlinePassage, announced: Announced | None) -> bool:
    if (
        not found.name
        or len(found.name) > MOST_LETTERS
        or (found.name.endswith("s") and " " not in found.name and announced is None)
    ):
        return False
    if announced is not None and passage.kind is not PassageKind.PARAGRAPH:
        return True
    if passage.kind is PassageKind.DEFINITION:
        return False
    return bool(passage.bold_lead) and (announced is not None or pointed_kind(_rest(passage, found.name)) is not None)


def _rest(passage: OutlinePassage, name: str) -> str:
    return (passage.text.removeprefix(name)).strip()


def inside(announced: Announced, outer: Announced | None, unit: Draft | None) -> Announced:
    """What an item of a list says will follow: a list of its own unit's parts."""
    return replace(announced, outer=outer, parent=unit if unit is not None else announced.parent)


def still(passage: OutlinePassage, announced: Announced | None) -> Announced | None:
    """The announcement that a passage belongs to: a list inside an item ends where a name with a capital follows."""
    while announced is not None and announced.outer is not None:
        small = passage.text[:1].islower()
        if passage.n == announced.n + 1:
            announced.small = small
        if passage.kind is PassageKind.LIST_ITEM and (small or not announced.small):
            return announced
        if passage.kind is not PassageKind.LIST_ITEM and passage.kind is not PassageKind.PARAGRAPH:
            return announced
        announced = announced.outer
    return announced


def _follows(passage: OutlinePassage, announced: Announced) -> bool:
    return passage.section == announced.section and announced.n < passage.n <= announced.n + max(announced.count, 12)


def _leads(passage: OutlinePassage, *, listed: bool) -> list[tuple[str, str]]:
    """What a passage begins with that may be a name, and the rule that says so."""
    text = passage.text.strip()
    if passage.kind is PassageKind.DEFINITION:
        return [(passage.cells[0], "term")]
    if passage.bold_lead:
        return [(passage.bold_lead, "bold-lead")]
    if passage.kind is PassageKind.LIST_ITEM:
        cut = balanced(_CUT.split(text, maxsplit=1)[0])
        whole = balanced(_CUT_ITEM.split(text, maxsplit=1)[0])
        return (
            [(whole, "list-item"), (cut, "list-item"), (text, "list-item")] if listed or len(cut) < MOST_LETTERS else []
        )
    label = _LABEL.match(text.split("\n", 1)[0])
    if label and label.group(1).casefold() in words(Role.COLUMN):
        return [(label.group(2), "label")]
    return [(text, "name-alone")] if len(text) < MOST_LETTERS and not text.endswith(".") else []


def _of_row(passage: OutlinePassage, book: Book) -> Draft | None:
    """The smallest unit of a row, under those of the row's other columns that hold units."""
    if not passage.cells[1:] or not passage.columns:
        return None
    over: Draft | None = None
    for at in tables.unit_cells(passage):
        found = lead(passage.cells[at])
        if not found.name or found.name.casefold() in words(Role.NO_ROW) or len(found.name) > MOST_LETTERS:
            continue
        if _is_of_root(found, book):
            over = book.root
            continue
        unit = _added(found, book, passage.n, "table", None)
        tree.put(unit, over)
        over = unit
    return None if over is book.root else over
