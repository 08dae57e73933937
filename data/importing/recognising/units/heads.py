"""Titles of those who lead units: a title as it stands, never a person's name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.units.naming import Token, tokens
from data.importing.recognising.units.vocabulary import Role, words

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.places import Said

_LED = re.compile(r"\b(?:[Ll]eds|[Ss]tyrs|[Ff]örestås|[Ll]edes|under ledning) (?:\w+ )?av (?:var sin )?")
_LEADS = re.compile(r"\b(?:leder|förestår|är chef för|är ansvarig för|ansvarar för) (?:\w+ )?(\S+)")
_CHIEF_IS = re.compile(r"\b(?:[Cc]hef|[Aa]nsvarig(?: chef)?|[Ff]öreståndare)(?: (?:för|vid|på) (?P<whom>[\w\s-]{3,60}?))? är ")
_IS_CHIEF = re.compile(
    r" är (?:tillförordnad |tf |också |även |dess )?(?:\w{0,30}(?:chef|direktör|föreståndare)(?! för)|(?:myndighetens |högsta )chef\b|chef för )"
)
_NAMED = re.compile(r"^(\w+(?:chefen|direktören|ledaren|föreståndaren)) heter [A-ZÅÄÖ]")
_LABEL = re.compile(r"^([A-Za-zÅÄÖåäö ]{3,30}):\s*(.+)$")
_LABELS = re.compile(r"(?:^|[.;] )(Chef|Enhetschef|Avdelningschef|Ansvarig chef|Föreståndare):\s*([^.;]+)")
_EACH = re.compile(r"\b(?:[Vv]arje|[Vv]ar och en|sin|respektive)\b")


@functools.cache
def _is_title(word: str) -> bool:
    return any(word.endswith(end) for role in (Role.TITLE, Role.TITLE_FORM) for end in words(role))


def _is_definite(word: str) -> bool:
    return any(word.endswith(end) for end in words(Role.TITLE_FORM))


def title_at(text: str) -> str:
    """The title that a text begins with, as it stands, without article; empty where it begins with none."""
    toks = tokens(text)
    at = 1 if toks and toks[0].low in {"en", "ett", "den"} else 0
    article, start = at == 1, at
    while at < len(toks) and (toks[at].low in words(Role.TITLE_ADJECTIVE) or toks[at].text.endswith("-") or toks[at].low == "och"):
        at += 1
    if at >= len(toks) or not _is_title(toks[at].low) or (toks[at].is_capital and at > start and not toks[start].is_capital):
        return ""
    end = at + 1
    if not article and not _is_definite(toks[at].low):
        end = _qualified(toks, end)
    elif end < len(toks) and toks[end].low == "för":
        end = _qualified(toks, end + 1)
    return text[toks[start].start : toks[end - 1].end].rstrip(" ,.")


def _qualified(toks: list[Token], at: int) -> int:
    """Where what a title is of ends: *verksamhetschef barn och unga*, *områdeschef norr*."""
    end = at
    while end < len(toks) and toks[end].is_word and "@" not in toks[end].text:
        token = toks[end]
        if token.low in words(Role.VERB) or token.low in {"som", "med", "vid", "på", "i", "eller", "samt", "telefon", "tfn", "e-post", "under", "leder"}:
            break
        if token.is_capital and not (token.text.isupper() or "-" in token.text):
            break
        if token.low == "och" and (end + 1 >= len(toks) or toks[end + 1].low in words(Role.VERB)):
            break
        end += 1
    while end > at and toks[end - 1].low in {"och", "för"}:
        end -= 1
    return end


def of_sentence(said: Said, book: Book) -> None:
    """Give the unit that a sentence is about its head, where the sentence says who it is."""
    if _EACH.search(said.text):
        return
    for whom, title in _found(said, book):
        if whom is not None and title:
            whom.set("head", _lowered(title), said.passage.n, "head")
            whom.tells(said.passage.n)


def _found(said: Said, book: Book) -> list[tuple[Draft | None, str]]:
    text = said.text
    found: list[tuple[Draft | None, str]] = [
        (before(said, book, match.start()), title_at(text[match.end() :])) for match in _LED.finditer(text)
    ]
    for match in _CHIEF_IS.finditer(text):
        whom = _whom(said, book, match.start("whom"), match.end("whom")) if match["whom"] else before(said, book, match.start())
        found.append((whom, title_at(text[match.end() :])))
    title = title_at(text)
    if title:
        rest = text[len(title) :] if text.startswith(title) else text[text.find(title) + len(title) :]
        leads = _LEADS.search(rest)
        if leads and len(rest[: leads.start()].split()) <= 3:
            begin = len(text) - len(rest) + leads.start()
            found.append((_whom(said, book, begin, begin + 80, strict=leads.group().startswith(("ansvarar", "är ansvarig"))), title))
        chief = _IS_CHIEF.search(rest)
        if chief and len(rest[: chief.start()].split()) <= 3:
            begin = len(text) - len(rest) + chief.end()
            found.append((_whom(said, book, begin, len(text)) if chief.group().endswith("för ") else said.topic, title))
    named = _NAMED.search(text)
    if named:
        found.append((said.topic, named.group(1)))
    return found + _labelled(said)


def _labelled(said: Said) -> list[tuple[Draft | None, str]]:
    label = _LABEL.match(said.text)
    if label and label.group(1).casefold().strip() in words(Role.HEAD_COLUMN):
        return [(said.topic, label_title(label.group(2)))]
    return [(said.topic, label_title(match.group(2))) for match in _LABELS.finditer(said.text)]


def label_title(value: str) -> str:
    """The title in a cell or after a label, where a person's name may stand before it."""
    for piece in (value, *value.split(", ")[1:]):
        title = title_at(piece.strip()[:1].lower() + piece.strip()[1:])
        if title:
            return title
    return ""


def before(said: Said, book: Book, at: int) -> Draft | None:
    """The unit named nearest before a place in a sentence, else the one that it is about."""
    for mention in reversed(said.names):
        if said.toks[mention.end - 1].end <= at and not mention.genitive:
            known = book.meant(mention, said.topic)
            if known is not None:
                return known
    for token in reversed(said.toks):
        if token.end <= at and book.is_root(token.text):
            return book.root
    return said.topic


def _whom(said: Said, book: Book, start: int, end: int, *, strict: bool = False) -> Draft | None:
    """The unit between two places."""
    for mention in said.names:
        if start <= said.toks[mention.start].start < end:
            return book.meant(mention, said.topic)
    if any(book.is_root(token.text) for token in said.toks if start <= token.start < end):
        return book.root
    low = said.text[start:end].casefold()
    return said.topic if not strict and any(word in low for word in ("området", "verksamheten", "arbetet")) else None


def _lowered(title: str) -> str:
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
