"""Titles of those who lead units: a title as it stands, never a person's name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.units import belonging
from data.importing.recognising.units.drafts import LOWEST, fits
from data.importing.recognising.units.naming import Mention, Token, tokens
from data.importing.recognising.units.vocabulary import Form, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.places import Said

_LED = re.compile(r"\b(?:[Ll]eds|[Ss]tyrs|[Ff]örestås|[Ll]edes|under ledning) (?:\w+ )?av (?:var sin )?")
_LEADS = re.compile(r"\b(?:leder|förestår|är chef för|är ansvarig för|ansvarar för|svarar för) (?:\w+ )?(\S+)")
_CHIEF_IS = re.compile(
    r"\b(?:\w{0,20}[Cc]hef|[Aa]nsvarig(?: chef)?|[Ff]öreståndare)(?: (?:för|vid|på) (?P<whom>[\w\s-]{3,60}?))? är "
)
_IS_CHIEF = re.compile(
    r" är (?:(?:tillförordnad |tf |också |även |dess )?(?:\w{0,30}(?:chef|direktör|föreståndare)\b(?! för)|chef för )|"
    r"(\w{3,40}s) chef\b)"
)
_AT_THE_TOP = re.compile(r"\b[Ii] spetsen för ([\w\s-]{3,60}?) står ")
_NAMED = re.compile(r"^(\w+(?:chefen|direktören|ledaren|föreståndaren)) heter [A-ZÅÄÖ]")
_LABEL = re.compile(r"^([A-Za-zÅÄÖåäö -]{3,60}):\s*(.+)$")
_CHIEF_FOR = re.compile(r"(?:\w{0,20}[Cc]hef|[Aa]nsvarig|[Ff]öreståndare) (?:för|på|vid) (.{3,60})$")
_LABELS = re.compile(r"(?:^|[.;] )(Chef|Enhetschef|Avdelningschef|Ansvarig chef|Föreståndare):\s*([^.;]+)")
_ANSWERS = re.compile(r"(?:[\wÅÄÖåäö-]{2,30} )?[\wÅÄÖåäö-]{0,30}ansvarige?", re.IGNORECASE)
_CHIEF_OF = re.compile(r"s?chef$")
_NAME = 3
_SHORT = 4
_WITH = re.compile(
    r"(?:,? med|,? och har| har)(?: en| ett)? (?=[\w -]{3,50}? som (?:\w+ )?(?:chef|ledare|föreståndare|ansvarig)\b)"
)
_OWN_HEAD = re.compile(
    r"\b(?:med|har) (?:en )?egen (?=[\w-]{0,30}(?:chef|föreståndare|prefekt|ledare|direktör|dekan)\b(?! enligt))"
)
_WHOSE = re.compile(r", vars (?=\w+ )")
_IN_BRACKET = re.compile(
    r"\((?:(?:chef|leds av|ledare|ansvarig|föreståndare|enhetschef|avdelningschef)[: ] ?)?(?P<title>[^():@\d]{4,50}?)"
    r"(?: är (?:\w{0,20}chef|föreståndare|ledare))?(?:[,;][^()]{0,90})?\)"
)
_AND_BY = re.compile(r"(?:,| och| samt|, medan) (?P<whom>[\w-]{3,30}(?:en|et)(?: för [\w -]{3,40}?)?) av (?=\w)")
_UNDER = re.compile(r"^[\w\s-]{3,60}? under (?=\w)")
_LEADING = re.compile(
    r"(?:chef|chefen|direktör|direktören|prefekt|prefekten|dekan|dekanen|föreståndare|föreståndaren|lagmannen)\b"
)
_EACH = re.compile(r"\b(?:[Vv]arje|[Vv]ar och en|var sin|varsin|respektive)\b")


@functools.cache
def _is_title(word: str) -> bool:
    return any(word.endswith(end) for role in (Role.TITLE, Role.TITLE_FORM) for end in words(role))


def _is_definite(word: str) -> bool:
    return any(word.endswith(end) for end in words(Role.TITLE_FORM))


def title_at(text: str, whose: str = "") -> str:
    """The title that a text begins with, as it stands, without article; empty where it begins with none.

    Args:
        text: The words.
        whose: The name of a unit, words of which may stand after the title with a capital.
    """
    toks = tokens(text)
    at = 1 if toks and toks[0].low in {"en", "ett"} | words(Role.ARTICLE) else 0
    article, start = at == 1, at
    while at < len(toks) and (
        toks[at].low in words(Role.TITLE_ADJECTIVE) or toks[at].text.endswith("-") or toks[at].low == "och"
    ):
        at += 1
    if (
        at >= len(toks)
        or not _is_title(toks[at].low)
        or (toks[at].is_capital and at > start and not toks[start].is_capital)
    ):
        return ""
    end = at + 1
    if not article and not _is_definite(toks[at].low):
        end = _qualified(toks, end, whose)
    elif end < len(toks) and toks[end].low == "för":
        end = _qualified(toks, end + 1, whose)
    return text[toks[start].start : toks[end - 1].end].rstrip(" ,.")


def _qualified(toks: list[Token], at: int, whose: str) -> int:
    """Where what a title is of ends: *verksamhetschef barn och unga*, *områdeschef norr*."""
    end = at
    while end < len(toks) and toks[end].is_word and "@" not in toks[end].text:
        token = toks[end]
        if (token.low in words(Role.VERB) and token.low != "för") or token.low in words(Role.TITLE_END):
            break
        if token.is_capital and not (token.text.isupper() or "-" in token.text or token.text in whose.split(" ")):
            break
        if token.low == "och" and (end + 1 >= len(toks) or toks[end + 1].low in words(Role.VERB)):
            break
        end += 1
    while end > at and toks[end - 1].low in {"och", "för"}:
        end -= 1
    return end


def of_sentence(said: Said, book: Book) -> None:
    """Give the unit that a sentence is about its head, where the sentence says who it is."""
    each = _EACH.search(said.text)
    if each:
        said = said._replace(text=said.text[: each.start()])
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
        named = match["whom"] is not None
        whom = _whom(said, book, *match.span("whom")) if named else _of_kind(match[0], said, book, match.start())
        found.append((whom, title_at(text[match.end() :])))
    found += [(_whom(said, book, *top.span(1)), title_at(text[top.end() :])) for top in _AT_THE_TOP.finditer(text)]
    named_so = _NAMED.search(text)
    if named_so:
        found.append((said.topic, named_so.group(1)))
    return found + _beside(said, book) + _first(said, book) + _labelled(said, book)


def _beside(said: Said, book: Book) -> list[tuple[Draft | None, str]]:
    """*A-enheten, med A-chefen som chef*, *A-enheten (A-chefen)*, *A-enheten under A-chefen*, *, vars dekan*."""
    text = said.text
    found = [
        (before(said, book, match.start()), title_at(text[match.end() :]))
        for pattern in (_WITH, _WHOSE, _OWN_HEAD)
        for match in pattern.finditer(text)
    ]
    if _LED.search(text):
        found += [
            (belonging.named(match["whom"], book), title)
            for match in _AND_BY.finditer(text)
            if (title := title_at(text[match.end() :]))
        ]
    found += [
        (before(said, book, match.start()), title_at(match["title"]))
        for match in _IN_BRACKET.finditer(text)
        if _LEADING.search(match["title"])
    ]
    under = _UNDER.match(text)
    if under and _LEADING.search(title_at(text[under.end() :])):
        found.append((before(said, book, under.end()), title_at(text[under.end() :])))
    return found


def _of_kind(words_: str, said: Said, book: Book, at: int) -> Draft | None:
    """*Förvaltningschef är …*: the unit of the kind that the word says, else the one spoken of."""
    known = noun_of(_CHIEF_OF.sub("", words_.split(" ", 1)[0].casefold()))
    pointed = book.pointed(known[0], said.near) if known and known[2] else None
    return pointed or before(said, book, at)


def _first(said: Said, book: Book) -> list[tuple[Draft | None, str]]:
    """*Miljöchefen leder enheten*, *Rektorn är verksamhetschef*: a title that the sentence begins with."""
    title = title_at(said.text, said.topic.name if said.topic is not None else "")
    if not title:
        return []
    after = said.text.find(title) + len(title)
    found: list[tuple[Draft | None, str]] = []
    leads = _LEADS.search(said.text, after)
    if leads and _is_near(said.text[after : leads.start()]):
        strict = leads.group().startswith(("ansvarar", "svarar", "är ansvarig"))
        found.append((_whom(said, book, leads.start(), leads.start() + 80, strict=strict), title))
    chief = _IS_CHIEF.search(said.text, after)
    if chief and _is_near(said.text[after : chief.start()]):
        start = chief.start() if chief[1] else chief.end()
        pointed = bool(chief[1]) or chief[0].endswith("för ")
        if "myndighetschef" in chief[0]:
            return [(book.root, title)]
        found.append((_whom(said, book, start, len(said.text)) if pointed else said.topic, title))
    return found


def _is_near(between: str) -> bool:
    """Whether no more than a name stands between."""
    return len(between.split()) <= _NAME


def _labelled(said: Said, book: Book) -> list[tuple[Draft | None, str]]:
    label = _LABEL.match(said.text)
    whose = _CHIEF_FOR.match(label.group(1)) if label else None
    if label and whose:
        return [(belonging.named(whose[1], book), label_title(label.group(2)))]
    if label and label.group(1).casefold().strip() in words(Role.HEAD_COLUMN):
        return [(said.topic, label_title(label.group(2)))]
    return [(said.topic, label_title(match.group(2))) for match in _LABELS.finditer(said.text)]


def label_title(value: str) -> str:
    """The title in a cell or after a label, where a person's name may stand before it."""
    for piece in (value, *value.split(", ")[1:]):
        title = title_at(_lowered(piece.strip()))
        if not title and _ANSWERS.fullmatch(piece.strip()):
            title = piece.strip()
        if title:
            return title
    return ""


def before(said: Said, book: Book, at: int) -> Draft | None:
    """The unit named nearest before a place in a sentence, else the one that it is about."""
    goes_on = said.toks[0].low in words(Role.ARTICLE) and said.topic is not None
    if (said.about is not None or goes_on) and said.text[:at].endswith((" och ", ", ")):
        return said.about or said.topic
    for mention in reversed(said.names):
        if said.toks[mention.end - 1].end <= at and not mention.genitive:
            known = _meant(mention, said, book)
            if known is None and mention.start == 0 and _is_of_another(mention, said):
                return None
            if known is not None:
                return known
            if not mention.bare and mention.form is Form.DEFINITE and mention is said.names[-1]:
                return None
    for token in reversed(said.toks):
        if token.end <= at and book.is_root(token.text):
            return book.root
    return said.topic


def _meant(mention: Mention, said: Said, book: Book) -> Draft | None:
    """Whom a name means: *enheten* the only one of those that the passage has named, where nothing nearer is."""
    known = book.meant(mention, said.near)
    if known is None and mention.bare and mention.form is Form.DEFINITE:
        fitting = [unit for unit in dict.fromkeys(said.before) if fits(unit, mention.noun)]
        known = fitting[0] if len(fitting) == 1 else None
        if known is None and said.topic is not None and fits(said.topic, mention.noun):
            known = said.topic
    return known


def _is_of_another(mention: Mention, said: Said) -> bool:
    """Whether *enheten* cannot be the department that is spoken of."""
    strong = mention.bare and mention.form is Form.DEFINITE and mention.noun.strength is Strength.STRONG
    return strong and said.topic is not None and said.topic.rank < LOWEST and said.topic.kind is not mention.noun.kind


def _whom(said: Said, book: Book, start: int, end: int, *, strict: bool = False) -> Draft | None:
    """The unit between two places."""
    for mention in said.names:
        if start <= said.toks[mention.start].start < end:
            known = _meant(mention, said, book)
            if known is not None or not mention.bare or mention.noun.kind is not UnitKind.ACTIVITY:
                return known
    if any(book.is_root(token.text.removesuffix("s")) for token in said.toks if start <= token.start < end):
        return book.root
    low = said.text[start:end].casefold().strip()
    if said.topic is not None and len(low) > _SHORT and said.topic.name.casefold().startswith(low):
        return said.topic
    whole = not strict and any(word in low for word in ("området", "verksamheten", "arbetet"))
    return (said.topic or book.root) if whole else None


def _lowered(title: str) -> str:
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
