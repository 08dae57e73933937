"""What units do, and what else they are called: sentences as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import PassageKind
from data.importing.recognising.units.vocabulary import Role, words

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.places import Said

_NOT_TASKS = frozenset(
    [
        "leds",
        "nås",
        "är",
        "har",
        "består",
        "hör",
        "ingår",
        "lyder",
        "sorterar",
        "finns",
        "heter",
        "kallas",
        "tillhör",
        "var",
        "styrs",
        "delas",
        "rymmer",
        "för",
        "förestås",
        "bildades",
        "inrättades",
    ]
)
_CALLED = re.compile(
    r"(?:i dagligt tal kalla[sd](?: \w{4,14}en)?|kallas(?: även| också)?|"
    r"(?:även|också|nedan) kalla[dt]|förkortas|förkortat) "
    r"(?:för )?[”\"]?([\w-]{2,40})[”\"]?"
)
_EARLY = 60
_FEW = 2
_BRACKET = re.compile(r"^\s*\(([A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{1,9})\)")


def of_sentence(said: Said, book: Book) -> None:
    """Give the unit that a sentence is about the sentence, where it says what the unit does."""
    unit = said.topic
    if unit is None:
        return
    called = _CALLED.search(said.text)
    its = said.about is not None or said.toks[0].low in words(Role.GOES_ON) | {"i", "ofta"}
    if called and its and called.start() < _EARLY and unit is not book.root:
        unit.also(called.group(1))
    for mention in said.names:
        bracket = _BRACKET.match(said.text[said.toks[mention.end - 1].end :])
        known = book.named(mention.name)
        if bracket and known is not None and not mention.bare:
            known.also(bracket.group(1))
    if _does(said, unit) and said.text not in unit.tasks:
        unit.tasks.append(said.text)
        unit.tells(said.passage.n)


def _does(said: Said, unit: Draft) -> bool:
    """Whether a verb for what is done is the sentence's first."""
    low = [token.low for token in said.toks]
    verb = next((word for word in low[:14] if word in words(Role.VERB) and word != "för"), "")
    starts = bool(said.names) and said.names[0].start <= _FEW
    if said.passage.kind is PassageKind.DEFINITION and said.text and low[0] in words(Role.VERB):
        starts = True
    return starts and bool(verb) and verb not in _NOT_TASKS and unit is not None
