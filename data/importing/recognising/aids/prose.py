"""Finding aids in running text: kinds with their names, what records are kept in, registers named by their kind."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.aids.found import Found, is_compound, is_distinct, is_kind, is_name
from data.importing.recognising.aids.vocabulary import Use, anywhere, ending, folded_words, words
from data.importing.recognising.clauses import NAME, NAMES, alternatives, folded, names_in, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNER = r"(?P<owner>[A-ZÅÄÖa-zåäö][\w-]{2,40}s\s(?:(?:egna|egen|eget|gemensamma|nationella|digitala|interna|nya)\s)?)?"
CALLED = r"(?:,?\s(?:som heter|som kallas|kallat|kallad|kallas|benämnt|benämnd|med namnet|heter)\s|\s)"


@functools.cache
def _kind_and_names() -> re.Pattern[str]:
    kind = ending(Use.SYSTEM, Use.REGISTER)
    return re.compile(
        rf"{OWNER}(?P<kind>{kind}){CALLED}[”\"»]?(?P<names>{NAMES})"
        rf"|(?P<kind2>{kind})\s\((?P<names2>{NAMES}(?:\s(?:for|of)\s{NAME})?)\)"
    )


@functools.cache
def _apposed() -> re.Pattern[str]:
    """A name beside its kind: *X:s diarium, Y,* and *Y, universitetets databas* and *Y är lönesystem*."""
    kind = ending(Use.SYSTEM, Use.REGISTER)
    return re.compile(
        rf"{OWNER}(?P<kind>{kind}),\s(?P<name>{NAME})(?=,|\.|$|\s(?:{alternatives(words(Use.SUBJECT_VERB))})\b)"
        rf"|(?P<name2>{NAME})(?:,\s(?:ett\s|en\s|vårt\s)?|\sär\s(?:ett\s|en\s|vårt\s)?|\sett\s)(?P<owner2>[\wåäö]{{3,40}}s\s)?(?:[A-ZÅÄÖa-zåäö][a-zåäö]{{2,30}}(?:a|t)\s)?(?P<kind2>{kind})"
        rf"|(?P<name3>{NAME})\ssom\s(?P<kind3>{kind})"
    )


@functools.cache
def _placed() -> re.Pattern[str]:
    """A name where a sentence puts what holds records: after *i*, after *används*, before *för*."""
    before = (
        r"(?<=\bi )|(?<=\bI )|(?<=\bur )|(?<=\bvia )|(?<=\bmed )|(?<=, )|(?<=\boch )|(?<=\bsamt )|(?<=\banvänds )"
        r"|(?<=\banvänder )|(?<=\btill )|(?<=\bheter )|(?<=\banvändes )|(?<=\bfinns )|(?<=\bpersonal )|(?<=: )"
        r"|(?<=\bgenom )"
    )
    return re.compile(rf"(?P<before>{before})(?P<names>{NAMES})(?=(?P<after>.{{0,24}}))", re.DOTALL)


@functools.cache
def _subject() -> re.Pattern[str]:
    verbs = alternatives(words(Use.SUBJECT_VERB))
    return re.compile(
        rf"(?:Systemet |Registret )?(?P<name>{NAME})(?:\s\([^()]{{1,40}}\)|,[^,.;]{{1,80}},)?\s(?:{verbs})\b"
    )


NEGATED = re.compile(r"\binte\b|\bej\b|\baldrig\b")


def told_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A text on one finding aid as what it holds and what limits it, sentence by sentence."""
    parts = sentences(text)
    limits = tuple(part for part in parts if anywhere(Use.CAVEAT).search(part) or NEGATED.search(part))
    return tuple(part for part in parts if part not in limits) or parts[:1], limits


def is_none(sentence: str) -> bool:
    """Whether a sentence says that there is none, or what the law asks."""
    return bool(anywhere(Use.NONE).search(sentence) or anywhere(Use.LAW).search(sentence))


def strict(sentence: str, n: int) -> Iterator[Found]:
    """What names itself by its kind, wherever it stands: *ärendehanteringssystemet X*."""
    for match in _kind_and_names().finditer(sentence):
        kind = match["kind"] or match["kind2"]
        owned = bool(match["owner"])
        listed = names_in(match["names"] or match["names2"])
        owner = (match["owner"] or "").strip()
        if owned and "tillgång till" in sentence:
            continue
        if (kind.casefold() in {"register", "program"} and not owned) or folded(owner + " " + kind).startswith("mina "):
            continue
        if not match["kind"] and IS_UNIT.match(sentence, match.end()):
            continue
        single = bool(match["kind"]) and not re.search(r"(?:en|na|er|ar|system|register)$", kind) and len(listed) > 1
        for name in listed[:1] if single or _takes_one(kind) else listed:
            if is_name(name, marked=True) and (is_distinct(name) or not is_kind(name)):
                yield Found(name, n, "kind-and-name", _also(owner, kind), (sentence,), (), owner + "; " + sentence)


IS_UNIT = re.compile(r"(?:\s\([^()]{2,12}\))?\s(?:leds|är (?:indela|organisera)\w+|består av|har \d|sorterar|lyder)\b")
"""After a kind and its letters: it is a part of the authority, *verksamhetsstödet (GVS) leds av*."""


def apposed(sentence: str, n: int) -> Iterator[Found]:
    """Names that stand beside the word for what they are."""
    for match in _apposed().finditer(sentence):
        name = match["name"] or match["name2"] or match["name3"]
        kind = match["kind"] or match["kind2"] or match["kind3"]
        owner = (match["owner"] or match["owner2"] or "").strip()
        first, _, rest = name.partition(" ")
        name = rest if rest and is_kind(first) and not is_distinct(first) else name
        plain = bool(match["name"]) or not _is_noun(name)
        if is_name(name, marked=True) and plain and (is_distinct(name) or not is_kind(name)):
            yield Found(name, n, "beside-kind", _also(owner, kind), (sentence,), (), owner + "; " + sentence)


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
    if not uses and not anywhere(Use.KEPT).search(sentence) and not _PASSIVE.search(sentence):
        return
    for match in _placed().finditer(sentence):
        before = sentence[: match.start("names")]
        if _AT_SOMEBODY.search(before):
            continue
        if (
            before.endswith((", ", " och ", " samt ", "till ", ": ", "personal "))
            and not uses
            and not _LISTED.search(before)
            and not before.endswith("), ")
        ):
            continue
        for name in _kept_names(match["names"], match["after"]):
            sure = uses or is_distinct(name) or _STRONG.search(sentence) is not None
            yield Found(name, n, "kept-in", (), (sentence,), (), sentence, not sure, "" if sure else _WHY_PLACED)


_AT_SOMEBODY = re.compile(
    r"\b(?:av|hos)\s(?:[a-zåäö-]{2,30}\s){1,2}i\s$"
    r"|\w(?:arkivet|museet|biblioteket|kontoret|nämnden|styrelsen|rätten|skolan|sjukhuset|förvaltningen|kommunen)\si\s$"
)
"""Before a place, not a system: *registreras av registrator i*."""
_PASSIVE = re.compile(r"\b[a-zåäö]{3,20}(?:as|gs|ds|örs|ärs)\s(?:också\s|även\s)?i\s")
_STRONG = re.compile(
    r"\b(?:registreras|diarieförs|journalförs|dokumenteras|bokförs|lagras|hanteras|registrerar|diarieför|söker|söks|förs)\b"
)
_LISTED = re.compile(r"(?:system|register|databaser)[^.:]{0,40}:")
_WHY_PLACED = "Namnet står där ett system brukar stå, men texten säger inte att det är ett."


def _kept_names(listed: str, after: str) -> Iterator[str]:
    names = names_in(listed)
    if re.match(rf"\s(?:{alternatives(words(Use.PLACE_AFTER))})\b", after):
        names = names[:-1]
    for index, name in enumerate(names):
        genitive = index == len(names) - 1 and name.endswith("s") and re.match(r"\s[a-zåäö]", after)
        if (is_compound(name) if is_kind(name) else is_name(name)) and not (
            genitive and not _after_name().match(after)
        ):
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
        yield Found(
            match["name"], n, "subject", also, (sentence,), (), sentence, not is_distinct(match["name"]), _WHY_SUBJECT
        )


_WHY_SUBJECT = "Ordet står först i meningen och kan vara ett vanligt ord."


def _is_noun(name: str) -> bool:
    return (
        " " not in name
        and not is_distinct(name)
        and bool(re.search(r"(?:en|et|arna|orna|erna|or|ar|er|ning|ingen|tion)$", name))
    )
