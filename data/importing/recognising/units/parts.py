"""Parts that stand in a row in a sentence: after the word for them, or after the verb that says whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.naming import MOST_WORDS, capital, mentions, tokens
from data.importing.recognising.units.vocabulary import Form, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Mention
    from data.importing.recognising.units.places import Said

_MEMBERS = re.compile(
    r"\b(?:hör(?: också| även| dessutom)?|sorterar|lyder|ingår(?: också| även)?|finns(?: också| även)?|består av|"
    r"utgörs av|indelad i|indelat i|[Dd]e(?:ssa)? är|bedrivs vid|bedrivs i|omfattar|innefattar|lyder|har)\b"
)
_ENDS = re.compile(r",? (?:som|där|vilka|vilket|med|utan|och (?:leds|nås|är|har|lyder|bereder))\b|\.\s*$|\s–|;")
_PREPOSED = ("i ", "på ", "vid ", "inom ", "under ", "hos ")
_DIRECTLY = re.compile(r"^(?:direkt|närmast) ")
_AS_NAMES = frozenset({"centrum", "center", "service", "komvux", "lärcentrum", "verksamhetsstöd"})
_NO_NAME = frozenset(
    {"en", "ett", "som", "att", "dels", "bland", "till", "indelade", "uppdelade", "organiserade", "de", "alla", "också"}
    | {"placerade", "samtliga", "varje", "olika", "flera"}
)
_MOST_NUMBERS = 20
_PLACE = re.compile(r"^(.+?) (?:vid|i|på) ([A-ZÅÄÖ].*|\w+en hamnen)$")
_COMMA = re.compile(r", (?:samt |och )?| samt ")
_AND = re.compile(r"(?<!-) och (?!\w+-)")
_AND_CAPITAL = re.compile(r"(?<!-) och (?=[A-ZÅÄÖ]|(?:\w+a )?\w+(?:en|et)\b)")
_SPLIT = re.compile(r", (?:samt |och )?| samt |(?<!-) och (?!\w+-)")


def listed_after(said: Said, at: int, count: int, *, definite: bool) -> list[str]:
    """Names after a plural that names their kind: *sju enheter: A, B och C*, *avdelningarna A, B och C*."""
    rest = said.text[said.toks[at].end :]
    span = re.match(r"\s*(\d{1,2})\s*[–-]\s*(\d{1,2})\b", rest)
    if span and definite:
        return _numbers(said.toks[at].text, int(span[1]), int(span[2]))
    sign = re.match(r"\s*(:|–|,| nämligen| är)\s*", rest)
    if sign and sign[1] == " är" and (at or not definite):
        return []
    if sign is None and not definite:
        return []
    listed = rest[sign.end() :] if sign else rest.strip()
    pieces = _pieces(_ENDS.split(re.sub(r"\s?\([^()]{1,120}\)", "", listed), maxsplit=1)[0])
    if any(len(piece.split()) > MOST_WORDS or not _is_name(piece) for piece in pieces):
        return []
    fits = _fits(pieces, sign[1], count) if sign else _are_names(pieces)
    names = pieces if sign else [piece for piece in pieces if not _tells(piece)]
    return [capital(piece) for piece in names] if fits and names[1:] else []


def _numbers(word: str, first: int, last: int) -> list[str]:
    """*Avdelningarna 1–4*: each of them."""
    known = noun_of(word)
    if known is None:
        return []
    base = word[: len(word) - len(known[0].plurals)] + known[0].base
    return [f"{capital(base)} {n}" for n in range(first, min(last, first + _MOST_NUMBERS) + 1)]


def _fits(pieces: list[str], sign: str, count: int) -> bool:
    """Whether a row is as long as the text says, or has names that are enough where only a comma is before it."""
    if sign == "," and len(pieces) != count and not (count and any(_tells(piece) for piece in pieces)):
        return False
    return count in {0, 99} or len(pieces) == count


def _are_names(pieces: list[str]) -> bool:
    return all(piece[:1].isupper() for piece in pieces if not _tells(piece))


def _pieces(listed: str) -> list[str]:
    """The names of a row; *och* before a small letter joins words of one name where the names have capitals."""
    parts = [part.strip(" .,:–") for part in _COMMA.split(listed)]
    capitals = all(part[:1].isupper() for part in parts if part and not _tells(part))
    split = _AND_CAPITAL if capitals else _AND
    if " samt " in listed and not capitals:
        return [part for part in parts if part]
    return [piece.strip(" .,:–") for part in parts for piece in split.split(part) if piece.strip(" .,:–")]


def _is_name(piece: str) -> bool:
    first = piece.split(maxsplit=1)[0].casefold()
    return first not in _NO_NAME and first not in words(Role.VERB)


def _tells(piece: str) -> bool:
    return any(m.strong for m in mentions(tokens(piece)))


def members(said: Said, book: Book, container: Draft | None) -> list[Draft]:
    """Units in a row after a verb of belonging, also such whose names are only told by standing there."""
    verb = _MEMBERS.search(said.text)
    if verb is None or container is None or verb[0].startswith("har"):
        return []
    word = verb[0].split(" ", 1)[0]
    strong = [m for m in said.names if m.strong and said.toks[m.start].start > verb.end() - 1]
    if word in {"omfattar", "innefattar"} and not strong[1:]:
        return []
    near = word in {"hör", "ingår", "bedrivs", "sorterar", "lyder"} or _DIRECTLY.sub(
        "", said.text.casefold()
    ).startswith(_PREPOSED)
    found = [
        draft
        for mention in said.names
        if said.toks[mention.start].start >= verb.end() and (near or strong)
        if (draft := _weak(said, mention, book)) is not None
    ]
    if near or strong:
        found += _schools(said, book, verb.end())
    if strong and word not in {"omfattar", "innefattar"}:
        found += _like_the_others(said, book, verb.end())
    if word == "hör" and said.text.startswith("Till "):
        found += _proper(said, book, verb.end())
    return found


def _weak(said: Said, mention: Mention, book: Book) -> Draft | None:
    article = said.toks[mention.start - 1].low in {"en", "ett"} if mention.start else False
    named = mention.form is Form.DEFINITE or (mention.noun.base in _AS_NAMES and not mention.bare and not article)
    if mention.genitive or not named or not _may_stand(said, mention, book):
        return None
    before = [token.low for token in said.toks[max(0, mention.start - 2) : mention.start]]
    if words(Role.ARTICLE) & set(before) or (before[-1:] and before[-1] in words(Role.GOVERNS)):
        return None
    aliases = [mention.alias] if mention.alias else []
    return book.add(mention.name, mention.noun.kind, said.passage.n, "member", aliases=aliases)


def _may_stand(said: Said, mention: Mention, book: Book) -> bool:
    """Whether a name that is not enough by itself may be a unit's among others."""
    if mention.bare and mention.noun.base in words(Role.ALONE):
        return book.meant(mention, said.topic) is None or book.named(mention.name) is not None
    if mention.noun.strength is not Strength.WEAK or mention.noun.kind is UnitKind.AREA:
        return False
    return not mention.bare or mention.noun.kind is UnitKind.FUNCTION


def _schools(said: Said, book: Book, at: int) -> list[Draft]:
    """*I förvaltningen ingår Norra folkhögskola*: a proper name and a noun for what it is."""
    found = []
    for piece in (part.strip(" .,") for part in _SPLIT.split(_ENDS.split(said.text[at:], maxsplit=1)[0])):
        known = noun_of(piece.rsplit(" ", 1)[-1])
        named = piece[:1].isupper() and " " in piece and known is not None and known[1] is Form.BASE
        if named and known is not None and known[0].kind in {UnitKind.SCHOOL, UnitKind.MUSEUM}:
            found.append(book.add(piece, known[0].kind, said.passage.n, "proper-name"))
    return found


def _like_the_others(said: Said, book: Book, at: int) -> list[Draft]:
    """Among names that are enough, a single word in its definite form is a name as well."""
    found = []
    for piece in (part.strip(" .,") for part in _SPLIT.split(_ENDS.split(said.text[at:], maxsplit=1)[0])):
        alike = re.fullmatch(r"[\w-]{5,40}(?:en|et|an)|[A-ZÅÄÖ][\w-]{3,30}(?: [A-ZÅÄÖ][\w-]{2,30}){0,3}", piece)
        inside = any(piece in m.name and piece != m.name for m in said.names)
        if alike and not inside and not noun_of(piece) and not title_at(piece.casefold()):
            draft = book.add(piece, UnitKind.UNIT, said.passage.n, "like-the-others")
            draft.guessed = draft.guessed or "Togs för en enhet, för att den räknas upp bland enheter."
            found.append(draft)
    return found


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
        kind = (
            known[0].kind
            if known
            else UnitKind.MUSEUM
            if "muse" in said.text.casefold() + book.root.name.casefold()
            else UnitKind.ACTIVITY
        )
        found.append(book.add(name, kind, said.passage.n, "member", aliases=[whole] if whole else ()))
    return found
