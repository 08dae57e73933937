"""Where the register of cases is searched on the web, and the menus that lead there."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.outline import Basis
from data.importing.proposal import CaseRegisterFact
from data.importing.recognising.statements.sentences import sentences
from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.importing.outline import Outline
    from data.importing.proposal import FindingAidFact

_WEBSITE = re.compile(
    r"(?<![\w@.-])(?:https?://)?((?:www\.)?[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.(?:se|nu|com|eu|org|net|info|fi|ax|no|example)\b(?:/[\w/.~%-]{0,200})?)(?![\w@])"
)
_STEPS = re.compile(
    r"\s?(?:>|→|»|/|–|\\)\s?|,?\s(?:och\s(?:sedan|därefter|vidare|välj)|sedan|därefter|och under|under)\s"
)
_QUOTED = re.compile(r"[”\"]([^”\"]{2,60})[”\"]")
_STEP = re.compile(r"[”\"']?[A-ZÅÄÖ][\w &,-]{1,60}[”\"']?")
_END_OF_PATH = re.compile(r"[.;(]|,\s(?=[a-zåäö])|\s(?=(?:på|finns|kan|är|där|hos|i)\s)|$")


class RegisterRule(Rule, frozen=True, kw_only=True):
    """What words say of where the register is searched; `kind` says which."""

    kind: str
    words: tuple[str, ...]


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = (word for rule in rules("case_register", RegisterRule) if rule.kind == kind for word in rule.words)
    return re.compile("|".join(f"(?:{word})" for word in words))


def case_register(outline: Outline, finding_aids: Iterable[FindingAidFact] = ()) -> CaseRegisterFact | None:
    """Where a document says that the register of cases is searched: the first sentence with an address, else a name."""
    aids = tuple(finding_aids)
    named: CaseRegisterFact | None = None
    for passage in outline.passages:
        if passage.recited:
            continue
        for cell in passage.cells or (passage.text,):
            for sentence in sentences(cell):
                fact = _of_sentence(sentence.text, passage.n, aids, passage.text)
                if fact and "." in fact.website:
                    return fact
                named = named or fact
    return named


def _of_sentence(text: str, passage: int, aids: tuple[FindingAidFact, ...], whole: str) -> CaseRegisterFact | None:
    low = text.lower()
    if not (_pattern("register").search(low) and _pattern("searched").search(low)) or _pattern("unsaid").search(low):
        return None
    path = _path(text)
    address = _WEBSITE.search(text)
    name = _pattern("website").search(low)
    if address:
        return CaseRegisterFact(address[1].rstrip("./"), path, _aid(whole, aids), Basis("address", (passage,)))
    if name and path:
        site = text[name.start() : name.end()]
        return CaseRegisterFact(site, path, _aid(whole, aids), Basis("name-and-path", (passage,)))
    return None


def _path(text: str) -> tuple[str, ...]:
    """The menus that lead there: words with a capital first, after what leads to them."""
    for lead in _pattern("path").finditer(text.lower()):
        quoted = _QUOTED.match(text, lead.end())
        if quoted:
            return (quoted[1],)
        end = _END_OF_PATH.search(text, lead.end())
        steps = [step.strip(" ”\"'") for step in _STEPS.split(text[lead.end() : end.start() if end else len(text)])]
        if steps and all(_STEP.fullmatch(step) for step in steps):
            return tuple(steps)
    return ()


def _aid(text: str, aids: tuple[FindingAidFact, ...]) -> str:
    """The finding aid that the register is: one that the passage names, else the only one that is called so."""
    low = text.casefold()
    called = [aid.name for aid in aids if _pattern("register").search(" ".join((aid.name, *aid.aliases)).casefold())]
    there = [name for name in called if name.casefold() in low]
    if there or len(called) == 1:
        return (there or called)[0]
    named = [aid.name for aid in aids if re.search(rf"(?<!\w){re.escape(aid.name.casefold())}(?!\w)", low)]
    return named[0] if len(named) == 1 else ""
