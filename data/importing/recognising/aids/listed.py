"""Finding aids in lists, forms, bold leads and headings under a heading on finding aids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Outline, OutlinePassage, PassageKind
from data.importing.recognising.aids.found import Found, is_distinct, is_kind, is_name
from data.importing.recognising.aids.prose import strict, told_in
from data.importing.recognising.aids.tables import named
from data.importing.recognising.aids.vocabulary import Use, anywhere, folded_words
from data.importing.recognising.aids.vocabulary import words as words_of
from data.importing.recognising.clauses import NAME, capital, folded
from data.wording import stands

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = re.compile(r"(?P<head>[^,:;(|\n]{2,90}?)(?=,|:|;|\s?[–—]\s|\s-\s|\s?\(|\n|\.?$|\s(?:förs|finns|redovisas|som|används|innehåller|hos|är)\s)")
_IN_SYSTEM = re.compile(rf"(?P<head>[^,;:]{{3,80}}?),?\s(?:i|del av|modul i|ingår i|finns i|förs i)\s(?:[a-zåäö-]{{0,40}}\s)?(?P<name>{NAME})")
_LABEL = re.compile(r"(?P<label>[A-ZÅÄÖa-zåäö][\w/ -]{1,30}?)\s?:\s*(?P<value>\S.{0,300})", re.DOTALL)
_LONGEST_HEAD = 9
_BRACKETED = re.compile(rf"(?P<name>{NAME})\s?\((?P<inner>[^()]{{2,60}})\)")
_SENTENCE = re.compile(r"\.\s|\b(?:registreras|diarieförs|förs i|är ordnade|söks)\b")


def in_item(item: OutlinePassage, *, named_list: bool) -> Iterator[Found]:
    """What a list item names as a finding aid."""
    text = item.text.strip()
    if folded(text).strip(" .") in folded_words(Use.OPEN_END):
        return
    system = _IN_SYSTEM.match(text)
    if system and is_name(system["name"]) and not is_kind(system["name"]) and len(system["head"].split()) < _LONGEST_HEAD:
        yield Found(system["name"], item.n, "item-in-system", (capital(system["head"].strip()),), (text,), (), text)
        return
    found = [] if _SENTENCE.search(text) else list(strict(text, item.n))
    if found:
        yield from found
        return
    head = _HEAD.match(text)
    if head is None or _SENTENCE.search(text):
        return
    words = head["head"].strip(" .")
    proper = re.fullmatch(NAME, words) is not None and is_name(words)
    if folded(words).startswith(words_of(Use.PROTOCOL)):
        name = capital(words_of(Use.PROTOCOL)[0])
        yield Found(name, item.n, "list-item", (words,) if words != name else (), (text,), (), text)
        return
    if len(words.split()) >= _LONGEST_HEAD or not (proper or named_list or is_kind(words.split(" ", maxsplit=1)[0])):
        return
    holds, caveats = told_in(text)
    for name, also in named(words):
        yield Found(name, item.n, "list-item", also, holds, caveats, text)


def in_form(passage: OutlinePassage) -> Iterator[Found]:
    """What lines with labels name: *System: X*, *IT-stöd: X (löner), Y (fakturor)*."""
    last: Found | None = None
    for line in passage.text.split("\n"):
        label = _LABEL.match(line.strip())
        if label is None:
            continue
        word = folded(label["label"]).strip()
        if word in folded_words(Use.COLUMN_NAME):
            if last:
                yield last
            *others, last = _in_value(label["value"], passage.n) or [None]
            yield from (one for one in others if one)
        elif last and word in folded_words(Use.COLUMN_HOLDS):
            last = last._replace(holds=(*last.holds, label["value"]))
        elif last and word in folded_words(Use.COLUMN_CAVEAT):
            last = last._replace(caveats=(*last.caveats, label["value"]))
        elif last and word in folded_words(Use.COLUMN_OWNER):
            last = last._replace(owner=label["value"])
    if last:
        yield last


def _in_value(value: str, n: int) -> list[Found]:
    bracketed = [match for match in _BRACKETED.finditer(value) if is_name(match["name"])]
    if bracketed:
        return [Found(match["name"], n, "form", (), (match["inner"],), (), value) for match in bracketed]
    parts = re.split(r",\s|;\s|\soch\s(?=[A-ZÅÄÖ])", value.strip(" ."))
    return [Found(name, n, "form", also, (), (), value) for part in parts if part for name, also in named(part)]


def in_lead(passage: OutlinePassage) -> Iterator[Found]:
    """A bold lead under a heading on finding aids."""
    lead = passage.bold_lead.strip(" .:,")
    label = folded(lead) in folded_words(Use.COLUMN_NAME) | folded_words(Use.COLUMN_HOLDS) | folded_words(Use.COLUMN_CAVEAT)
    if lead and not label and len(lead.split()) < _LONGEST_HEAD and not lead.isdigit():
        holds, caveats = told_in(passage.text[len(passage.bold_lead) :].strip(" .:–-") or passage.text)
        for name, also in named(lead):
            if is_kind(name.split(" ", maxsplit=1)[0]) or (is_name(name) and re.fullmatch(NAME, name)):
                yield Found(name, passage.n, "bold-lead", also, holds, caveats, passage.text)


def in_headings(outline: Outline, zone: frozenset[int]) -> Iterator[Found]:
    """Headings that are themselves names: a register's, or a system's whose text begins to describe it."""
    for at, section in enumerate(outline.sections):
        first = next((one for one in outline.passages if one.section == at and one.kind is not PassageKind.TABLE_ROW), None)
        heading = section.heading.strip()
        if first is None or not heading or first.n not in zone or len(heading.split()) >= _LONGEST_HEAD:
            continue
        opening = folded(first.text.split(" ", maxsplit=1)[0]).strip(".,:")
        if opening not in folded_words(Use.OPENS) and not stands(folded(first.text[:120]), folded(heading)):
            continue
        if " och " in heading:  # two kinds of things: a heading over several
            continue
        holds, caveats = told_in(first.text)
        for name, also in named(heading):
            kind = is_kind(name.split(" ", maxsplit=1)[0]) and folded(name) not in folded_words(Use.ORDINARY)
            proper = re.fullmatch(NAME, name) is not None and is_name(name) and not is_kind(name)
            if (kind or proper) and not anywhere(Use.KEYS_LIST).search(heading):
                sure = kind or is_distinct(name)
                yield Found(name, first.n, "heading", also, holds, caveats, first.text, not sure, _WHY_HEADING * (not sure))


_WHY_HEADING = "Rubriken är tagen för namnet på ett system, eftersom texten under den beskriver ett."
