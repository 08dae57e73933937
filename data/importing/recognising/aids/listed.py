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
from data.importing.recognising.clauses import NAME, NAMES, alternatives, capital, folded, names_in, sentences
from data.wording import stands

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = re.compile(
    r"(?P<head>[^,:;(|\n]{2,90}?)(?=,|:|;|\s[–—]\s|\s-\s|\s?\(|\n|\.?$|\s(?:förs|finns|redovisas|som|används|användes|innehåller|innehöll|omfattar|visar|rymmer|drivs|ersatte|fördes|hålls|hos|är)\s)"
)
_IN_SYSTEM = re.compile(
    rf"(?P<head>[^,;:]{{3,80}}?),?\s(?:{alternatives(words_of(Use.PART_OF))})\s(?:[a-zåäö-]{{0,40}}\s)?(?P<name>{NAME})"
)
_LABEL = re.compile(r"(?P<label>[A-ZÅÄÖa-zåäö][\w/ -]{1,30}?)\s?:\s*(?P<value>\S.{0,300})", re.DOTALL)
_PAIR = re.compile(rf"(?P<head>[^,;:.–]{{3,60}}?)\s[–-]\s(?P<name>{NAME})(?=[.,;]|$)")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[a-zåäö]\)|[•·*-])\s")
_LABELLED = re.compile(rf"[^:.–\n]{{2,50}}(?::|\s[–-])\s(?P<names>{NAMES})\.?$")
_LONGEST_HEAD = 9
_BRACKETED = re.compile(rf"(?P<name>{NAME})\s?\((?P<inner>[^()]{{2,60}})\)")
_SENTENCE = re.compile(r"\.\s|\b(?:registreras|diarieförs|förs i|är ordnade|söks)\b")


def in_item(item: OutlinePassage, *, named_list: bool) -> Iterator[Found]:
    """What a list item names as a finding aid."""
    text = _NUMBER.sub("", item.text.strip())
    if folded(text).strip(" .") in folded_words(Use.OPEN_END):
        return
    if (found := _in_system(text, item.n)) is not None:
        yield found
    elif not _SENTENCE.search((*sentences(text), "")[0]):
        yield from list(strict(text, item.n)) or _by_head(text, item.n, named_list=named_list)


def _in_system(text: str, n: int) -> Found | None:
    """*Skolskjutsregister i systemet X*, *Elevregister – X*."""
    system, paired = _IN_SYSTEM.match(text), _PAIR.match(text)
    for match in (system, paired if paired and is_kind(paired["head"]) else None):
        if match is None or not is_name(match["name"], marked=True) or is_kind(match["name"]):
            continue
        if len(match["head"].split()) < _LONGEST_HEAD:
            return Found(match["name"], n, "item-in-system", (capital(match["head"].strip()),), (text,), (), text)
    return None


def _by_head(text: str, n: int, *, named_list: bool) -> list[Found]:
    """What an item begins with, up to its first comma, colon or dash."""
    head = _HEAD.match(text)
    words = head["head"].strip(" .") if head else ""
    if folded(words).startswith(words_of(Use.PROTOCOL)):
        name = capital(words_of(Use.PROTOCOL)[0])
        return [Found(name, n, "list-item", (words,) if words != name else (), (text,), (), text)]
    proper = re.fullmatch(NAME, words) is not None and is_name(words)
    kind = is_kind(words.split(" ", maxsplit=1)[0])
    if folded(words) in folded_words(Use.GENERIC) | folded_words(Use.ORDINARY):
        return []
    if not words or len(words.split()) >= _LONGEST_HEAD or not (proper or named_list or kind):
        return []
    holds, caveats = told_in(text)
    return [Found(name, n, "list-item", also, holds, caveats, text) for name, also in named(words)]


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
            named_here = _in_value(label["value"], passage.n)
            yield from named_here[:-1]
            last = named_here[-1] if named_here else None
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


def _is_column(label: str) -> bool:
    """Whether a label is one of a form's, whose words are no names."""
    uses = (Use.COLUMN_NAME, Use.COLUMN_HOLDS, Use.COLUMN_CAVEAT, Use.COLUMN_OWNER, Use.COLUMN_OTHER)
    return any(label in folded_words(use) for use in uses)


def in_labels(passage: OutlinePassage) -> Iterator[Found]:
    """Names after a label that says what they are for: *Gymnasiet: X, Y*."""
    for sentence in sentences(passage.text):
        match = _LABELLED.fullmatch(sentence)
        names = names_in(match["names"]) if match else ()
        label = folded(re.split(r":|\s[–-]\s", sentence, maxsplit=1)[0])
        if names and not _is_column(label) and all(is_name(name) and not is_kind(name) for name in names):
            yield from (Found(name, passage.n, "label-names", (), (sentence,), (), sentence) for name in names)


def in_lead(passage: OutlinePassage) -> Iterator[Found]:
    """A bold lead under a heading on finding aids."""
    lead = passage.bold_lead.strip(" .:,")
    label = folded(lead) in folded_words(Use.COLUMN_NAME) | folded_words(Use.COLUMN_HOLDS) | folded_words(
        Use.COLUMN_CAVEAT
    )
    if lead and not label and len(lead.split()) < _LONGEST_HEAD and not lead.isdigit():
        holds, caveats = told_in(passage.text[len(passage.bold_lead) :].strip(" .:–-") or passage.text)
        for name, also in named(lead):
            if is_kind(name.split(" ", maxsplit=1)[0]) or (is_name(name) and re.fullmatch(NAME, name)):
                yield Found(name, passage.n, "bold-lead", also, holds, caveats, passage.text)


def in_headings(outline: Outline, zone: frozenset[int]) -> Iterator[Found]:
    """Headings that are themselves names: a register's, or a system's whose text begins to describe it."""
    for at, section in enumerate(outline.sections):
        first = next(
            (one for one in outline.passages if one.section == at and one.kind is not PassageKind.TABLE_ROW), None
        )
        heading = section.heading.strip()
        if first is None or not heading or first.n not in zone or len(heading.split()) >= _LONGEST_HEAD:
            continue
        if _PLAIN.match(heading):
            continue
        opening = folded(first.text.split(" ", maxsplit=1)[0]).strip(".,:")
        if opening not in folded_words(Use.OPENS) and not stands(folded(first.text[:120]), folded(heading)):
            continue
        if " och " in heading or (
            section.subjects and " över " in heading
        ):  # two kinds of things: a heading over several
            continue
        holds, caveats = told_in(first.text)
        for name, also in named(heading):
            kind = is_kind(name.split(" ", maxsplit=1)[0]) and folded(name) not in folded_words(Use.ORDINARY)
            proper = re.fullmatch(NAME, name) is not None and is_name(name) and not is_kind(name)
            if (kind or proper) and not anywhere(Use.KEYS_LIST).search(heading):
                sure = kind or is_distinct(name)
                yield Found(
                    name, first.n, "heading", also, holds, caveats, first.text, not sure, _WHY_HEADING * (not sure)
                )


_PLAIN = re.compile(
    r"(?:[\w-]{0,30}(?i:system)|[Rr]egister|[Ff]örteckningar|[Dd]atabaser|[Kk]ataloger|[Dd]iarier|[Ll]iggare|[Pp]rogram)\s"
    r"(?:med|för|i|hos|som|inom|av|vid|på)\s"
)
"""A heading over several: *System med allmänna handlingar*."""
_WHY_HEADING = "Rubriken är tagen för namnet på ett system, eftersom texten under den beskriver ett."
