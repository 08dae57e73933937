"""Registers that are named by their kind, series of records in an order, and protocols: *gallringsliggaren*."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.aids.found import Found, is_name
from data.importing.recognising.aids.prose import CALLED, IS_UNIT, NEGATED, OWNER
from data.importing.recognising.aids.vocabulary import Use, anywhere, ending, folded_words, words
from data.importing.recognising.clauses import NAME, alternatives, capital, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = (
    rf"(?:\s(?:{alternatives(words(Use.FORM))}))?"
    r"(?:\sfrån (?:tiden|åren) (?:före|till och med|fram till) \d{4}"
    r"|\s(?:för (?:tiden|åren)\s|från\s)?\d{4}\s?[–-]\s?(?:\d{4})?)?"
)
"""What tells one register from another of its kind: its form, its years."""


@functools.cache
def _noun() -> re.Pattern[str]:
    listed = ending(Use.REGISTER, Use.SYSTEM, Use.LIST, Use.PLAN)
    return re.compile(
        rf"{OWNER}(?:(?P<adjective>(?i:digitala|äldre|skannade|administrativa|elektroniska|centrala))\s)?(?P<noun>(?:(?<![\w-])[A-ZÅÄÖa-zåäö][\wåäö]{{1,30}}-\soch\s)?{listed})(?P<form>{_FORM})"
    )


_KEEPS = (
    r"[\wåäö-]{0,30}"
    r"(?:systemet|systemen|pärm|pärmar|databasen|kansliet|arkivet|registret|portalen|tjänsten|form|diariet)\b"
)
"""What a register may be in, after which its sentence goes on."""


@functools.cache
def _over() -> re.Pattern[str]:
    """A register and what it is over, up to where the sentence goes on."""
    kinds = rf"(?<![\w-])(?i:{alternatives(words(Use.OVER))})"
    head = rf"{kinds}\s(?:över|till|med)\s(?!andra\b|samtliga\ssystem)[^,.;:()\n]{{3,80}}?"
    further = alternatives(words(Use.GOES_ON))
    return re.compile(rf"(?P<head>{head})(?=[,.;:()\n]|$|\s(?:{further})\s|\si\s(?:[A-ZÅÄÖ]|{_KEEPS}))")


_SERIES = r"(?:^|(?<=\. ))(?P<head>[A-ZÅÄÖ][\wåäö-]{2,40}(?:\s[a-zåäö][\wåäö-]{1,30}){0,4}?)"
_YEARS = (
    r"(?P<years>,?\s(?:(?:från|för|under)\s(?:tiden|åren)\s)?"
    r"(?:från|för tiden|till och med|fram till|före|efter)?\s?\d{4}[^,.;]{0,20}|,[^,.;]{1,40},)?"
)


@functools.cache
def _ordered() -> re.Pattern[str]:
    order = alternatives(words(Use.ORDERED))
    return re.compile(rf"{_SERIES}{_YEARS}\s(?:(?:är|finns|hålls|förvaras|förs)\b[^.;]{{0,80}}?)?(?:{order})")


_IN_SERIES = re.compile(
    r"(?:(?:hålls|förvaras|är|ligger) ordnade i|finns(?= [a-zåäö]{4,40} ordnade efter)) "
    r"(?P<head>[a-zåäö][\wåäö-]{3,40})"
    r"(?<!följd)(?<!ordning)(?<!pärmar)(?<!serie)(?<!serier)(?=[,.; ])"
)


def nouns(sentence: str, n: int, *, zone: bool) -> Iterator[Found]:
    """Registers that are named by their kind: *gallringsliggaren*, *register över domar*."""
    if zone:
        yield from _registers_over(sentence, n)
    for match in _noun().finditer(sentence):
        noun = match["noun"]
        if not _names_itself(noun) or _goes_on(sentence, match.end("noun")) or _others(match["owner"]):
            continue
        if sentence[: match.start()].endswith(_ROLE) or _is_indefinite_system(noun) or _foreign().match(sentence):
            continue
        if folded(noun) in folded_words(Use.PLAN) and not anywhere(Use.PLAN_SHOWS).search(sentence):
            continue
        if (
            sentence[: match.start()].endswith(_THEIRS)
            or _as_copy(sentence, match.end())
            or IS_UNIT.match(sentence, match.end())
        ):
            continue
        if (
            zone
            or _says_where(noun, sentence)
            or (re.search(r"(?:liggaren|kortregister|kortregistret)$", noun) and _in_use(sentence))
        ):
            name = " ".join(filter(None, (match["adjective"], noun + match["form"])))
            kept = _KEPT_IN.search(sentence, match.end())
            if zone and kept and is_name(kept["name"]) and not folded_words(Use.DIARY) & {folded(noun)}:
                yield Found(kept["name"], n, "register-in-system", (capital(name),), (sentence,), (), sentence)
                continue
            also = [noun] if match["form"] else []
            if match["owner"] and folded(noun) in folded_words(Use.DIARY):
                also.append(match["owner"] + noun)
            yield Found(capital(name), n, "register-noun", tuple(also), (sentence,), (), sentence)


_THEIRS = ("nationella ", "rikstäckande ", "europeiska ")


def _as_copy(sentence: str, at: int) -> bool:
    """Whether it says in what a register can now be read, which is the name: *finns som läskopia i X*."""
    return bool(
        re.match(
            r"\s(?:finns|är|läses|söks)\s(?:som\s)?(?:\w*kopia\s|läsbart\s|sökbart\s)?"
            rf"i\s(?:databasen\s|systemet\s|programmet\s)?{NAME}",
            sentence[at:],
        )
    )


def _says_where(noun: str, sentence: str) -> bool:
    """Whether the list of the archives is named with where it is or what it shows, wherever that stands."""
    return folded(noun).startswith("arkivförteckning") and bool(anywhere(Use.LISTED_IN).search(sentence))


def _registers_over(sentence: str, n: int) -> Iterator[Found]:
    for match in _over().finditer(sentence):
        head = match["head"].strip()
        if (kept := _KEPT_IN.match(sentence, match.end())) and is_name(kept["name"]):
            yield Found(kept["name"], n, "register-in-system", (capital(head),), (sentence,), (), sentence)
            continue
        if not sentence[: match.start()].endswith(_ROLE):
            yield Found(capital(head), n, "register-over", (), (sentence,), (), sentence)


_KEPT_IN = re.compile(
    rf"[^,.;]{{0,40}},\s(?:som\s)?(?:sköts|förs|finns|hanteras|registreras|ligger|administreras)\si\s(?:[a-zåäö-]{{3,40}}\s)?(?P<name>{NAME})"
)
"""After a register: the system that it is kept in."""
_ROLE = ("som ", "Som ", " med ", " enligt ", " utan ")
"""Before a noun that says what something else is, or is only a part of it."""


@functools.cache
def _foreign() -> re.Pattern[str]:
    """A sentence that begins with another organisation that keeps what it goes on to name."""
    return re.compile(
        r"[A-ZÅÄÖ][\wåäö]{0,30}(?:styrelsen|verket|kassan|byrån|inspektionen|arkivet)\s(?:för|har|äger|ansvarar|svarar)\s"
    )


def _in_use(sentence: str) -> bool:
    return bool(anywhere(Use.KEPT).search(sentence) or anywhere(Use.USED).search(sentence))


def _is_indefinite_system(noun: str) -> bool:
    """Whether it is only said that something is a system of a kind."""
    return not re.search(
        r"(?:register|liggare|förteckning(?:ar)?|katalog|kartotek|diarium|diarier|n|t|na|registren|lista|listor|dagböcker)$",
        folded(noun),
    )


def _names_itself(noun: str) -> bool:
    if re.search(r"(?:arkiv|arkivet|bank|banken)$", noun):
        return False
    return folded(noun) not in folded_words(Use.ORDINARY) and not re.search(r"\w[A-ZÅÄÖ]", noun)


def _goes_on(sentence: str, at: int) -> bool:
    """Whether a proper name follows, which is then the name."""
    return bool(re.match(rf"{CALLED}[”\"»]?{NAME}", sentence[at:])) or sentence[at : at + 6] == " över "


def _others(owner: str | None) -> bool:
    """Whether a genitive before says that it is another organisation's."""
    return bool(
        owner
        and owner[:1].isupper()
        and re.search(r"(?:verkets|kassans|styrelsens|byråns|inspektionens|riets)$", owner.strip())
    )


_PLACE = re.compile(r"\bi\s([a-zåäö-]{2,30}arkivet)\b")
_MEDIUM = re.compile(rf"\s(?:{alternatives(words(Use.FORM))})$")
_PROTOCOL = re.compile(
    r"(?:Kallelser och )?(?P<alias>(?:[A-ZÅÄÖ][\wåäö]{1,40}s\s)?[Pp]rotokoll(?:en)?"
    r"(?:\s(?:från|hos|av)\s[^.;]{3,100}?)?)"
    r"\s(?:finns|publiceras|söks|läggs|läses|är|förvaras|binds|förs)\b"
)


def protocols(sentence: str, n: int) -> Iterator[Found]:
    """Protocols, where a sentence says where they can be read."""
    match = _PROTOCOL.match(sentence)
    told = anywhere(Use.PUBLISHED).search(sentence) or anywhere(Use.BOUND).search(sentence)
    if match and told and not NEGATED.search(sentence):
        name = capital(words(Use.PROTOCOL)[0])
        yield Found(name, n, "protocols", (match["alias"],), (sentence,), (), sentence)


_ALL = re.compile(r"^(?:Själva|Samtliga|Alla|Övriga)\s")
_WITHIN = re.compile(
    r"\s(?:finns|förvaras|hålls|ligger|förs|är samlade)\si\s"
    r"(?P<head>[a-zåäö][\wåäö-]{1,30}"
    r"(?:kataloger|liggare|register|böcker|kartotek|diarier|matriklar|samlingar)),?\s"
)
"""The series that records are in: *Resultat finns i betygskataloger, ordnade efter termin*."""


def ordered(sentence: str, n: int) -> Iterator[Found]:
    """Series of records that are kept in an order that one can search by."""
    for match in (*_ordered().finditer(sentence), *_IN_SERIES.finditer(sentence)):
        within = _WITHIN.search(match.group())
        head = within["head"] if within else _ALL.sub("", _MEDIUM.sub("", match["head"]))
        if folded(head) not in folded_words(Use.GENERIC) | folded_words(Use.ORDINARY):
            place = _PLACE.search(sentence, match.end())
            yield Found(capital(head), n, "ordered", (place[1],) if place else (), (sentence,), (sentence,), sentence)
