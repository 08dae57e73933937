"""Finding aids in running text: a kind with its name, what records are kept in, registers that are named by their kind."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.aids.found import Found, is_distinct, is_kind, is_name
from data.importing.recognising.aids.vocabulary import Use, anywhere, ending, folded_words, words
from data.importing.recognising.clauses import NAME, NAMES, alternatives, capital, folded, names_in, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOWER = r"[a-zåäö][\wåäö-]{0,40}"
_OWNER = r"(?P<owner>[A-ZÅÄÖa-zåäö][\w-]{2,40}s\s(?:(?:egna|egen|eget|gemensamma|nationella|digitala|interna|nya)\s)?)?"
_CALLED = r"(?:,?\s(?:som heter|som kallas|kallat|kallad|kallas|benämnt|benämnd|med namnet|heter)\s|\s)"


@functools.cache
def _kind_and_names() -> re.Pattern[str]:
    kind = ending(Use.SYSTEM, Use.REGISTER)
    return re.compile(
        rf"{_OWNER}(?P<kind>{kind}){_CALLED}[”\"»]?(?P<names>{NAMES})"
        rf"|(?P<kind2>{kind})\s\((?P<names2>{NAMES})\)"
    )


@functools.cache
def _placed() -> re.Pattern[str]:
    """A name where a sentence puts what holds records: after *i*, after *används*, before *för*."""
    before = (
        rf"(?<=\bi )|(?<=\bI )|(?<=\bur )|(?<=\bvia )|(?<=\bmed )|(?<=, )|(?<=\boch )|(?<=\bsamt )|(?<=\banvänds )"
        rf"|(?<=\banvänder )|(?<=\btill )|(?<=\bheter )|(?<=\banvändes )|(?<=\bpersonal )|(?<=: )"
    )
    return re.compile(rf"(?P<before>{before})(?P<names>{NAMES})(?=(?P<after>.{{0,24}}))", re.DOTALL)


@functools.cache
def _subject() -> re.Pattern[str]:
    verbs = alternatives(words(Use.DESCRIBES))
    return re.compile(rf"(?:Systemet |Registret )?(?P<name>{NAME})(?:\s\([^()]{{1,40}}\)|,[^,.;]{{1,80}},)?\s(?:{verbs})\b")


_FORM = (
    r"(?:\s(?:i bunden form|på papper|på kort|på mikrofilm|på mikrokort|i pärm|i pärmar|i kortform))?"
    r"(?:\s(?:för (?:tiden|åren)\s|från\s)?\d{4}\s?[–-]\s?(?:\d{4})?)?"
)
"""What tells one register from another of its kind: its form, its years."""


@functools.cache
def _noun() -> re.Pattern[str]:
    listed = ending(Use.REGISTER, Use.SYSTEM, Use.LIST, Use.PLAN)
    return re.compile(rf"{_OWNER}(?:(?P<adjective>digitala|äldre|skannade|administrativa|elektroniska|centrala)\s)?(?P<noun>{listed})(?P<form>{_FORM})")


_OVER = re.compile(
    r"(?P<head>(?<![\w-])(?:[Rr]egist(?:er|ret)|[Ff]örteckning(?:ar|en)?|[Ll]iggaren?|[Kk]atalog(?:en)?|[Kk]artotek(?:et)?|[Ll]ista|[Kk]ortregist(?:er|ret)"
    r"|[Jj]ournal|[Mm]atrikel|[Dd]atabas(?:en)?)\s(?:över|till|med)\s(?!andra\b|samtliga\ssystem)[^,.;:()\n]{3,80}?)"
    r"(?=,|\.|;|:|\(|\)|\n|$|\s(?:som|förs|finns|hos|i|upprättas|samt|på|för|är|hålls|och\s(?:en|ett|över|register|förteckning)|till och med|från|av|innehåller|redovisas)\s)"
)
_ORDERED_BEFORE = r"(?:^|(?<=\. ))(?P<head>(?:[A-ZÅÄÖ][\wåäö-]{2,40})(?:\s[a-zåäö][\wåäö-]{1,30}){0,4}?)(?:,?\s(?:från|för tiden|till och med|före|efter)?\s?\d{4}[^,.;]{0,20}|,[^,.;]{1,40},)?"


@functools.cache
def _ordered() -> re.Pattern[str]:
    order = alternatives(words(Use.ORDERED))
    return re.compile(rf"{_ORDERED_BEFORE}\s(?:(?:är|finns|hålls|förvaras|förs)\b[^.;]{{0,80}}?)?(?:{order})")


_IN_SERIES = re.compile(r"(?:hålls|förvaras|är|ligger) ordnade i (?P<head>[a-zåäö][\wåäö-]{3,40})(?=[,.; ])")
_NEGATED = re.compile(r"\binte\b|\bej\b|\baldrig\b")


def told_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A text on one finding aid as what it holds and what limits it, sentence by sentence."""
    parts = sentences(text)
    limits = tuple(part for part in parts if anywhere(Use.CAVEAT).search(part) or _NEGATED.search(part))
    return tuple(part for part in parts if part not in limits) or parts[:1], limits


def is_none(sentence: str) -> bool:
    """Whether a sentence says that there is none, or what the law asks."""
    return bool(anywhere(Use.NONE).search(sentence) or anywhere(Use.LAW).search(sentence))


def strict(sentence: str, n: int) -> Iterator[Found]:
    """What names itself by its kind, wherever it stands: *ärendehanteringssystemet X*."""
    for match in _kind_and_names().finditer(sentence):
        kind = match["kind"] or match["kind2"]
        listed = names_in(match["names"] or match["names2"])
        owner = (match["owner"] or "").strip()
        if kind.casefold() in {"register", "program"} or folded(owner + " " + kind).startswith("mina "):
            continue
        single = bool(match["kind"]) and not re.search(r"(?:en|na|er|ar|system|register)$", kind) and len(listed) > 1
        for name in listed[:1] if single or _takes_one(kind) else listed:
            if is_name(name) and not is_kind(name.split(" ", maxsplit=1)[0]):
                yield Found(name, n, "kind-and-name", _also(owner, kind), (sentence,), (), owner + "; " + sentence)


def _takes_one(kind: str) -> bool:
    return kind.endswith(("et", "systemet", "databasen", "portalen"))


def _also(owner: str, kind: str) -> tuple[str, ...]:
    """What the text calls it beside its name: its kind, where that is a word of its own."""
    if folded(kind) in folded_words(Use.ORDINARY):
        return ()
    return tuple(filter(None, (f"{owner} {kind}" if owner else "", kind)))


def placed(sentence: str, n: int) -> Iterator[Found]:
    """Names that a sentence on keeping or using puts where systems stand; for sections on finding aids."""
    uses = anywhere(Use.USED).search(sentence) is not None
    if not uses and not anywhere(Use.KEPT).search(sentence):
        return
    for match in _placed().finditer(sentence):
        before = sentence[: match.start("names")]
        if before.endswith((", ", " och ", " samt ", "till ", ": ", "personal ")) and not uses and not _LISTED.search(before):
            continue
        for name in _kept_names(match["names"], match["after"]):
            sure = uses or is_distinct(name) or _STRONG.search(sentence) is not None
            yield Found(name, n, "kept-in", (), (sentence,), (), sentence, not sure, "" if sure else _WHY_PLACED)


_STRONG = re.compile(r"\b(?:registreras|diarieförs|journalförs|dokumenteras|bokförs|lagras|hanteras|registrerar|diarieför|söker|söks|förs)\b")
_LISTED = re.compile(r"(?:system|register|databaser)[^.:]{0,40}:")
_WHY_PLACED = "Namnet står där ett system brukar stå, men texten säger inte att det är ett."


def _kept_names(listed: str, after: str) -> Iterator[str]:
    names = names_in(listed)
    if re.match(rf"\s(?:{alternatives(words(Use.PLACE_AFTER))})\b", after):
        names = names[:-1]
    for index, name in enumerate(names):
        genitive = index == len(names) - 1 and name.endswith("s") and re.match(r"\s[a-zåäö]", after)
        if is_name(name) and not is_kind(name) and not (genitive and not _after_name().match(after)):
            yield name


@functools.cache
def _after_name() -> re.Pattern[str]:
    """What follows a name that only ends as a genitive does: *I Diabas registreras*."""
    verbs = (*words(Use.AFTER_NAME), *words(Use.KEPT), *words(Use.USED), *words(Use.DESCRIBES))
    return re.compile(rf"\s(?:{alternatives(verbs)})\b")


def subject(sentence: str, n: int) -> Iterator[Found]:
    """The name that a sentence begins with and describes; for sections on finding aids."""
    match = _subject().match(sentence)
    if match and is_name(match["name"]) and not _is_noun(match["name"]) and not is_kind(match["name"].split(" ")[0]):
        diary = re.search(rf"\bär\s(?P<alias>[\wåäö]+s\s(?:{alternatives(words(Use.DIARY_SYSTEM))}))\b", sentence)
        also = (diary["alias"],) if diary else ()
        yield Found(match["name"], n, "subject", also, (sentence,), (), sentence, not is_distinct(match["name"]), _WHY_SUBJECT)


_WHY_SUBJECT = "Ordet står först i meningen och kan vara ett vanligt ord."


def _is_noun(name: str) -> bool:
    return " " not in name and not is_distinct(name) and bool(re.search(r"(?:en|et|na|or|ar|er|ning|ingen|tion)$", name))


def nouns(sentence: str, n: int, *, zone: bool) -> Iterator[Found]:
    """Registers that are named by their kind: *gallringsliggaren*, *register över domar*."""
    for match in _OVER.finditer(sentence):
        head = match["head"].strip()
        if zone and not sentence[: match.start()].endswith(_ROLE):
            yield Found(capital(head), n, "register-over", (), (sentence,), (), sentence)
    for match in _noun().finditer(sentence):
        noun = match["noun"]
        if not _names_itself(noun) or _goes_on(sentence, match.end("noun")) or _others(match["owner"]):
            continue
        if sentence[: match.start()].endswith(_ROLE) or _is_indefinite_system(noun) or _foreign().match(sentence):
            continue
        if folded(noun) in folded_words(Use.PLAN) and not anywhere(Use.PLAN_SHOWS).search(sentence):
            continue
        if zone or (re.search(r"(?:liggaren|kortregister|kortregistret)$", noun) and _in_use(sentence)):
            name = " ".join(filter(None, (match["adjective"], noun + match["form"])))
            yield Found(capital(name), n, "register-noun", (noun,) if match["form"] else (), (sentence,), (), sentence)


_ROLE = ("som ", "Som ", " med ", " enligt ", " utan ")
"""Before a noun that says what something else is, or is only a part of it."""


@functools.cache
def _foreign() -> re.Pattern[str]:
    """A sentence that begins with another organisation that keeps what it goes on to name."""
    return re.compile(r"[A-ZÅÄÖ][\wåäö]{0,30}(?:styrelsen|verket|kassan|byrån|inspektionen|arkivet)\s(?:för|har|äger|ansvarar|svarar)\s")


def _in_use(sentence: str) -> bool:
    return bool(anywhere(Use.KEPT).search(sentence) or anywhere(Use.USED).search(sentence))


def _is_indefinite_system(noun: str) -> bool:
    """Whether it is only said that something is a system of a kind."""
    return not re.search(r"(?:register|liggare|förteckning(?:ar)?|katalog|kartotek|diarium|diarier|n|t|registren|lista|listor|dagböcker)$", noun)


def _names_itself(noun: str) -> bool:
    return folded(noun) not in folded_words(Use.ORDINARY) and not re.search(r"\w[A-ZÅÄÖ]", noun)


def _goes_on(sentence: str, at: int) -> bool:
    """Whether a proper name follows, which is then the name."""
    return bool(re.match(rf"{_CALLED}[”\"»]?{NAME}", sentence[at:])) or sentence[at : at + 6] == " över "


def _others(owner: str | None) -> bool:
    """Whether a genitive before says that it is another organisation's."""
    return bool(owner and owner[:1].isupper() and re.search(r"(?:verkets|kassans|styrelsens|byråns|inspektionens|riets)$", owner.strip()))


_MEDIUM = re.compile(r"\s(?:på|i)\s(?:papper|mikrofilm|mikrokort|kort|pärm|pappersform|bunden form)$")
_PROTOCOL = re.compile(rf"(?P<alias>(?:[A-ZÅÄÖ][\wåäö]+s\s)?[Pp]rotokoll(?:en)?(?:\s(?:från|hos)\s[^,.;]{{3,60}}?)?)\s(?:finns|publiceras|söks|läggs|läses)\b")


def protocols(sentence: str, n: int) -> Iterator[Found]:
    """Protocols, where a sentence says where they can be read."""
    match = _PROTOCOL.match(sentence)
    if match and anywhere(Use.PUBLISHED).search(sentence) and not _NEGATED.search(sentence):
        name = capital(words(Use.PROTOCOL)[0])
        yield Found(name, n, "protocols", (match["alias"],), (sentence,), (), sentence)


def ordered(sentence: str, n: int) -> Iterator[Found]:
    """Series of records that are kept in an order that one can search by."""
    for match in (*_ordered().finditer(sentence), *_IN_SERIES.finditer(sentence)):
        head = _MEDIUM.sub("", match["head"])
        if folded(head) not in folded_words(Use.GENERIC):
            yield Found(capital(head), n, "ordered", (), (sentence,), (sentence,), sentence)
