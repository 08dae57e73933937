"""Finding aids: the registers, systems and lists that a text names, each brought together from all its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Outline, OutlinePassage, PassageKind, Subject
from data.importing.recognising.aids.gathered import gathered
from data.importing.recognising.aids.listed import in_form, in_headings, in_item, in_labels, in_lead
from data.importing.recognising.aids.nouns import nouns, ordered, protocols
from data.importing.recognising.aids.prose import apposed, is_none, placed, strict, subject
from data.importing.recognising.aids.tables import in_definitions, in_tables
from data.importing.recognising.aids.vocabulary import Use, anywhere
from data.importing.recognising.clauses import folded, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.proposal import FindingAidFact, UnitFact
    from data.importing.recognising.aids.found import Found

_ZONE = {Subject.FINDING_AIDS, Subject.REGISTRATION}
_NO_ZONE = {
    Subject.ORGANISATION,
    Subject.ACCESS_AIDS,
    Subject.INFORMATION,
    Subject.SECRECY,
    Subject.EXCHANGES,
    Subject.SALE,
    Subject.RETENTION,
    Subject.ARCHIVE,
    Subject.HISTORY,
    Subject.HANDED_OVER,
    Subject.ABOUT,
    Subject.LAW,
}
_SILENT = {Subject.ACCESS_AIDS, Subject.EXCHANGES, Subject.SALE, Subject.HANDED_OVER, Subject.ABOUT, Subject.LAW}


def finding_aids(outline: Outline, units: tuple[UnitFact, ...]) -> tuple[FindingAidFact, ...]:
    """The finding aids that a document names, in the order in which it first does."""
    zone = _zone(outline)
    rows = [passage for passage in outline.passages if passage.kind is PassageKind.TABLE_ROW and not passage.recited]
    tables = in_tables(rows, zone)
    zone |= _after_tables(outline, {one.n for one in tables})
    found = [*tables, *in_definitions(outline.passages, zone), *in_headings(outline, zone)]
    for passage in outline.passages:
        if not passage.recited and passage.kind not in {PassageKind.TABLE_ROW, PassageKind.CAPTION, PassageKind.TITLE}:
            found += _in_words(outline, passage, inside=passage.n in zone)
    return gathered(found, outline, units)


def _zone(outline: Outline) -> frozenset[int]:
    """The passages that stand where finding aids are told of: by subject, or by a word of the heading over them."""
    return frozenset(passage.n for passage in outline.passages if _in_zone(outline, passage))


def _after_tables(outline: Outline, rows: set[int]) -> frozenset[int]:
    """Paragraphs of no subject of their own that follow a table of finding aids."""
    after: set[int] = set()
    for passage in outline.passages[1:]:
        before = outline.passages[passage.n - 2]
        follows = (
            before.n in rows | after and before.section == passage.section and passage.kind is PassageKind.PARAGRAPH
        )
        if follows and not set(passage.subjects) & _NO_ZONE:
            after.add(passage.n)
    return frozenset(after)


def _in_zone(outline: Outline, passage: OutlinePassage) -> bool:
    subjects = set(passage.subjects)
    if subjects & _ZONE:
        return True
    if subjects & _NO_ZONE:
        return False
    over = (outline.sections[at].heading for at in outline.headings_over(passage.section))
    return any(_WORD_OF_SECTION(heading) for heading in over)


def _WORD_OF_SECTION(heading: str) -> bool:  # noqa: N802
    return bool(anywhere(Use.SECTION_WORD).search(heading))


def _in_words(outline: Outline, passage: OutlinePassage, *, inside: bool) -> Iterator[Found]:
    if inside and (passage.kind is PassageKind.LIST_ITEM or _DASHED.match(passage.text)):
        intro = _intro(outline, passage)
        if anywhere(Use.KEYS_LIST).search(intro) and not _SENTENCE.search(passage.text):
            return
        items = list(in_item(passage, named_list=bool(anywhere(Use.SECTION_WORD).search(intro))))
        yield from items
        if items:
            for sentence in sentences(passage.text)[1:]:
                yield from strict(sentence, passage.n)
            return
    led = ""
    if inside:
        leads = list(in_lead(passage))
        yield from leads
        led = _described(passage) if leads else ""
        yield from in_form(passage)
        yield from in_labels(passage)
    if passage.kind is PassageKind.FOOTNOTE and not inside:
        yield from _in_footnote(passage)
    text = " ".join(passage.cells[1:]) if passage.kind is PassageKind.DEFINITION else passage.text
    for sentence in sentences(text):
        if sentence == led:
            yield from strict(sentence, passage.n)
        else:
            yield from _in_sentence(sentence, passage, inside=inside)


def _in_footnote(note: OutlinePassage) -> Iterator[Found]:
    """Registers that a footnote begins to tell of, whatever it stands under."""
    for sentence in sentences(note.text):
        if not is_none(sentence) and (anywhere(Use.KEPT).search(sentence) or anywhere(Use.USED).search(sentence)):
            yield from (one for one in nouns(sentence, note.n, zone=True) if sentence.startswith(one.name))


def _described(passage: OutlinePassage) -> str:
    """The first sentence on what leads a passage: its kinds of registers are what that is, and no others."""
    lead = folded(passage.bold_lead).strip(" .:,")
    return next((one for one in sentences(passage.text) if folded(one).strip(" .:,") != lead), "")


_DASHED = re.compile(r"(?:\d{1,2}\)|[a-zåäö]\)|[•·*-])\s|[^.:;,–—\n]{2,50}\s[–—]\s")
_SENTENCE = re.compile(r"\b(?:förs|finns|är|registreras|diarieförs|söks)\b")


def _intro(outline: Outline, item: OutlinePassage) -> str:
    """What stands before a list, its heading where nothing does."""
    for before in reversed(outline.passages[: item.n - 1]):
        if before.section != item.section:
            break
        if before.kind is not PassageKind.LIST_ITEM:
            return before.text
    return outline.sections[item.section].heading


def _in_sentence(sentence: str, passage: OutlinePassage, *, inside: bool) -> Iterator[Found]:
    quiet = bool(set(passage.subjects) & _SILENT)
    if quiet and not inside:
        return
    if is_none(sentence):
        rest = anywhere(Use.EXCEPT).search(sentence)
        if rest and inside:
            yield from nouns(sentence[rest.end() :], passage.n, zone=True)
        return
    yield from strict(sentence, passage.n)
    if inside:
        yield from apposed(sentence, passage.n)
    if passage.kind is PassageKind.DEFINITION:
        yield from (one for one in nouns(sentence, passage.n, zone=inside) if "förteckning" in folded(one.name))
        return
    if inside:
        yield from placed(sentence, passage.n)
        yield from subject(sentence, passage.n)
        yield from ordered(sentence, passage.n)
        yield from protocols(sentence, passage.n)
    yield from nouns(sentence, passage.n, zone=inside)
