"""Provisions of secrecy: those that the text says are applied, each with its law, chapter and paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Basis
from data.importing.proposal import ProvisionFact
from data.importing.recognising.provisions.places import Place, places
from data.importing.recognising.provisions.references import Cited, cited_in
from data.importing.recognising.provisions.tokens import law_of, laws, tokens
from data.importing.recognising.provisions.words import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.outline import Outline
    from data.importing.recognising.provisions.tokens import LawRule

_OSL, _OLDER, _EITHER = "osl", "older", "older-or-not"
_ASIDE = "Kapitlet handlar om när sekretess inte hindrar eller om hur den förs vidare, inte om vad som är hemligt."
_LAST_CHAPTER = 44
"""Of OSL."""
_FIRST_WORDS = 3
"""Characters before a reference that an item of a list begins with."""
_WINDOW = 600
"""Characters around a reference that its sentence may have."""
_NEAR = 80
"""Characters beside a reference that may say what it is about."""
_LONGEST_LEAD = 3000
"""Characters before a line of a list where the line that leads it in may stand."""
_LONGEST_LIST = 40
_SENTENCE_BEFORE, _SENTENCE_AFTER = re.compile(r"[.!?;]\s+(?=[A-ZÅÄÖ\d])|\n"), re.compile(r"[.!?;](?=\s)|\n|$")
_ABBREVIATED = re.compile(r"\b(?:kap|st|p|resp|ex|jfr|bl\.a|t\.ex|nr)$", re.IGNORECASE)


def provisions(outline: Outline) -> tuple[ProvisionFact, ...]:
    """The provisions of secrecy that a document names, in the order that it first names them."""
    default, is_known = _default(outline)
    found: dict[tuple[str, int, str], ProvisionFact] = {}
    for place in places(outline):
        for fact in _of_place(place, default, is_known=is_known):
            key = (fact.law, fact.chapter, fact.paragraph)
            found[key] = _joined(found[key], fact) if key in found else fact
    return tuple(found.values())


def _joined(one: ProvisionFact, other: ProvisionFact) -> ProvisionFact:
    passages = tuple(dict.fromkeys((*one.basis.passages, *other.basis.passages)))
    surest = one.basis if not one.basis.guessed else other.basis
    basis = Basis(surest.rule, passages, surest.guessed, surest.why)
    return ProvisionFact(one.law, one.chapter, one.paragraph, one.usual or other.usual, basis)


def _default(outline: Outline) -> tuple[str, bool]:
    """The id of the law of bare references, and whether the text names it: the older one if it knows no other."""
    named = set()
    for words in (*(each.text for each in outline.passages), *(each.heading for each in outline.sections)):
        if re.search(r"(?i)sekr|\bos[lf]\b|\d{4}:\d", words):
            parts = tokens(words)
            for at, part in enumerate(parts):
                after = parts[at + 1].text if at + 1 < len(parts) and parts[at + 1].kind == "Y" else ""
                if part.kind == "L":
                    named.add(law_of(part, after).id)
    return _OLDER if _OLDER in named and _OSL not in named else _OSL, bool(named & {_OSL, _OLDER, _EITHER})


def _of_place(place: Place, default: str, *, is_known: bool) -> Iterator[ProvisionFact]:
    by_id = {rule.id: rule for rule in laws()}
    found = cited_in(place.text)
    for at, cited in enumerate(found):
        law = cited.law
        if law and law.id == _EITHER:
            law = by_id[default]
        how = cited.how
        if law is None and place.law:
            law, how = by_id[place.law], "column"
        if law is None:
            law, how = by_id[default], "default"
        if _is_one(place, cited, law, how) and not _is_negated(place.text, found, at):
            yield from _facts(place, cited, law, how, is_known=is_known)


def _is_one(place: Place, cited: Cited, law: LawRule, how: str) -> bool:
    """Whether a reference is to a provision of secrecy, and nothing else."""
    before = place.text[max(0, cited.start - _NEAR) : cited.start].lower()
    after = place.text[cited.end : cited.end + _NEAR].lower()
    is_first = place.is_secrecy_section and cited.start < _FIRST_WORDS
    if law.secrecy == "none" or (how == "default" and cited.needs_law and not (place.is_column or is_first)):
        return False
    if cited.needs_law and how != "beside" and matches("clock", before):
        return False
    if law.secrecy == "all":
        is_bare = not cited.chapters
        return (how in {"beside", "list", "column"} or place.is_secrecy) and is_bare == law.bare
    return matches("said-before", before) or matches("said-after", after)


def _facts(place: Place, cited: Cited, law: LawRule, how: str, *, is_known: bool) -> Iterator[ProvisionFact]:
    why = ""
    if how == "default" and not is_known:
        why = "Texten säger inte vilken lag paragrafen står i; den lästes som offentlighets- och sekretesslagen."
    if law.secrecy == "said":
        why = "Bestämmelsen står i en annan lag än offentlighets- och sekretesslagen."
    name = law.law if law.law != "=" else _name(place.text[slice(*cited.name)])
    usual = _is_usual(place, cited, law)
    for chapter in cited.chapters or [0]:
        if chapter in law.left_out or (law.id == _OSL and chapter > _LAST_CHAPTER):
            continue
        aside = _ASIDE if chapter in law.aside else ""
        basis = Basis(f"{law.id}:{how}", (place.passage,), bool(why or aside), why or aside)
        for paragraph in cited.paragraphs or [""]:
            yield ProvisionFact(name, chapter, paragraph, usual, basis)


def _name(name: str) -> str:
    """A law's name in its base form."""
    name = " ".join(name.split())
    return name.removesuffix("s") if name.endswith("ens") else name


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a reference begins and ends, as far as one reads at a time."""
    first, last = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    begins = [m.end() for m in _SENTENCE_BEFORE.finditer(text, first, start) if not _is_abbreviated(text, m.start())]
    ends = (m.start() for m in _SENTENCE_AFTER.finditer(text, end, last) if not _is_abbreviated(text, m.start()))
    return max(begins, default=first), next(ends, last)


def _is_abbreviated(text: str, at: int) -> bool:
    return text[at : at + 1] == "." and _ABBREVIATED.search(text[max(0, at - 8) : at]) is not None


def _is_usual(place: Place, cited: Cited, law: LawRule) -> bool:
    begin, stop = _sentence(place.text, cited.start, cited.end)
    sentence = place.text[begin:stop].lower()
    if not place.is_common:
        lead = sentence if begin < cited.start - 3 else _lead(place.text[max(0, begin - _LONGEST_LEAD) : begin].lower())
        says = matches("usual", lead) and matches("provisions", lead)
        return place.is_one and says and not matches("restricted", lead)
    if matches("usual", sentence) or place.is_row or place.is_item:
        return not (matches("restricted", sentence) and not matches("usual", sentence))
    return bool(cited.paragraphs) and law.secrecy == "all" and not matches("restricted", sentence)


def _lead(before: str) -> str:
    """The line that a list is led in by: the nearest that is no item of it."""
    lines = (line.strip() for line in reversed(before.split("\n")))
    return next((line for line in lines if line and not re.match(r"\W?(?:\d|kap|§|os[lf])", line)), "")


def _is_negated(text: str, found: list[Cited], at: int) -> bool:
    """Whether the words after it, or those of the list that it stands in, say that it is not applied here."""
    end = found[at].end
    for after in found[at + 1 : at + _LONGEST_LIST]:
        if not re.fullmatch(r"[\s,]{0,3}(?:och|samt|eller)?\s{0,2}", text[end : min(after.start, end + _NEAR)].lower()):
            break
        end = after.end
    stop = found[at + 1].start if at + 1 < len(found) and found[at + 1].start > end else len(text)
    before = text[max(0, found[at].start - _NEAR) : found[at].start].lower()
    return matches("negated-after", text[end : min(stop, end + 2 * _NEAR)].lower()) or matches("negated-before", before)
