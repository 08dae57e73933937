"""Parts that stand in a row in a sentence: after the word for them, or after the verb that says whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.units.naming import MOST_WORDS, capital, mentions, tokens
from data.importing.recognising.units.vocabulary import Form, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Mention
    from data.importing.recognising.units.places import Said

_MEMBERS = re.compile(
    r"\b(?:hör(?: också| även| dessutom)?|ingår(?: också| även)?|finns(?: också| även)?|består av|utgörs av|indelad i|indelat i|"
    r"bedrivs vid|bedrivs i|omfattar|innefattar|lyder|har)\b"
)
_ENDS = re.compile(r",? (?:som|där|vilka|vilket|med|utan|och (?:leds|nås|är|har|lyder|bereder))\b|\.\s*$|\s–|;")
_PLACE = re.compile(r"^(.+?) (?:vid|i|på) ([A-ZÅÄÖ].*|\w+en hamnen)$")
_SPLIT = re.compile(r", (?:samt |och )?| samt | och (?!\w+-)")


def listed_after(said: Said, at: int, count: int, *, definite: bool) -> list[tuple[str, str]]:
    """Names after a plural that names their kind: *sju enheter: A, B och C*, *avdelningarna A, B och C*."""
    rest = said.text[said.toks[at].end :]
    span = re.match(r"\s*(\d{1,2})\s*[–-]\s*(\d{1,2})\b", rest)
    if span and definite and 0 < int(span.group(2)) - int(span.group(1)) < 20:
        base = noun_of(said.toks[at].text)
        word = said.toks[at].text[: len(said.toks[at].text) - len(base[0].plurals)] + base[0].base if base else ""
        return [(f"{capital(word)} {n}", "") for n in range(int(span.group(1)), int(span.group(2)) + 1)]
    sign = re.match(r"\s*(:|–|,| nämligen)\s*", rest)
    if sign is None and not definite:
        return []
    listed = rest[sign.end() :] if sign else rest.strip()
    listed = _ENDS.split(listed, maxsplit=1)[0]
    pieces = [piece.strip(" .,:–") for piece in _SPLIT.split(listed)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2 or any(len(piece.split()) > MOST_WORDS or not _is_name(piece) for piece in pieces):
        return []
    if sign is None and not all(piece[:1].isupper() for piece in pieces):
        return []
    if sign and sign.group(1) == "," and not any(_tells(piece) for piece in pieces):
        return []
    if count not in {0, 99} and len(pieces) != count:
        return []
    return [(capital(piece), "") for piece in pieces]


def _is_name(piece: str) -> bool:
    first = piece.split()[0].casefold()
    return first not in {"en", "ett", "som", "att", "dels", "bland", "till"} and first not in words(Role.VERB)


def _tells(piece: str) -> bool:
    return any(m.strong for m in mentions(tokens(piece)))


def members(said: Said, book: Book, container: Draft | None) -> list[Draft]:
    """Units in a row after a verb of belonging, also such whose names are only told by standing there."""
    verb = _MEMBERS.search(said.text)
    if verb is None or container is None:
        return []
    verb = list(_MEMBERS.finditer(said.text))[0]
    word = verb.group().split()[0]
    if word == "har" or word == "omfattar" or word == "innefattar":
        return []
    strong = [m for m in said.names if m.strong and said.toks[m.start].start > verb.end() - 1]
    near = word in {"hör", "ingår", "bedrivs"} or said.text[:2].casefold() in {"i ", "på"} or said.text.startswith(("Vid ", "Inom ", "Under "))
    found = [
        draft
        for mention in said.names
        if said.toks[mention.start].start >= verb.end() and (near or strong)
        if (draft := _weak(said, mention, book, near=near)) is not None
    ]
    if word == "hör" and said.text.startswith("Till "):
        found += _proper(said, book, verb.end())
    return found


def _weak(said: Said, mention: Mention, book: Book, *, near: bool) -> Draft | None:
    if mention.noun.strength is not Strength.WEAK or mention.genitive or mention.form is not Form.DEFINITE:
        return None
    if mention.noun.kind is UnitKind.AREA or (mention.bare and mention.noun.base not in words(Role.ALONE) and mention.noun.kind is not UnitKind.FUNCTION):
        return None
    if mention.bare and not near:
        return None
    before = said.toks[mention.start - 1].low if mention.start else ""
    if before in {"den", "det", "i", "av", "för", "om", "till", "från", "med"}:
        return None
    return book.add(mention.name, mention.noun.kind, said.passage.n, "member", aliases=[mention.alias] if mention.alias else ())


def _proper(said: Said, book: Book, at: int) -> list[Draft]:
    """*Till museet hör Skeppsvarvet i Inre hamnen*: names with capitals."""
    found = []
    rest = re.sub(r"^\s*(?:också|även|dessutom)\s+", "", said.text[at:]).strip(" .")
    for piece in (part.strip() for part in _SPLIT.split(_ENDS.split(rest, maxsplit=1)[0])):
        if not piece[:1].isupper() or len(piece.split()) > MOST_WORDS:
            continue
        place = _PLACE.match(piece)
        name, whole = (place.group(1), piece) if place else (piece, "")
        known = noun_of(name.split()[0]) or noun_of(name.split()[-1])
        kind = known[0].kind if known else UnitKind.MUSEUM if "muse" in said.text.casefold() + book.root.name.casefold() else UnitKind.ACTIVITY
        found.append(book.add(name, kind, said.passage.n, "member", aliases=[whole] if whole else ()))
    return found
