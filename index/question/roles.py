"""Which words of a question name what is asked for, and which only say whose, about whom or from where.

*Mejl till borgmästaren* asks for e-mail and not for the mayor, *protokoll från personalutskottet* for minutes and not
for the committee. The word that names a kind of record is the head; beside it these qualify, so that they tip the order
and do not decide it:

- what follows on a link (*från, om, till, of, about*), where the head stands before it;
- what stands in the genitive before the head (*kommunstyrelsens protokoll*);
- the name of a body or a system (*Heroma lön*), and the role of a person (*chefens lön*), wherever a head stands; a
  compound is of the person that its head is (*personaldirektör*), and what is said with a person is the person's
  (*högsta chefen*).

Where what somebody wants to know is what is held of a person (*vad tjänar*), persons and bodies qualify it alike.

The way to reach somebody (*mejl, telefon*) qualifies the body that is named beside it: *mejl till personalavdelningen*
asks for that department.

Without a head everything is asked for as it stands: *kommunstyrelsen* is the board itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from index.words.analysis import LANGUAGES, stem
from index.words.intents import is_of_person
from index.words.tables import of_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from index.question.understood import Word
    from index.question.vocabulary import Vocabulary
    from index.words.analyser import Analyser

_LINK, _PERSON, _CONTACT = "länk", "person", "kontakt"
_GENITIVE = "s"


def is_link(word: str, language: str) -> bool:
    """Whether a normalised word leads over to what qualifies: *från, of*."""
    return word in of_role(_LINK)[language]


def qualifying(
    words: Sequence[Word],
    together: Iterable[Sequence[int]],
    language: str,
    vocabulary: Vocabulary,
    analyser: Analyser,
) -> frozenset[int]:
    """Positions of the words that only qualify another, which names what is asked for.

    Args:
        words: The words of a question, resolved.
        together: The places of those that are something together.
        language: The language that it is analysed as.
        vocabulary: Knows which words name records, and which bodies and systems.
        analyser: Makes terms.
    """
    asking = [at for at, word in enumerate(words) if not (word.codes or word.weak or word.hints)]
    terms = {at: _terms(words[at], analyser) for at in asking}
    bodies = {
        at for at in asking if not vocabulary.bodies.isdisjoint(terms[at]) and vocabulary.records.isdisjoint(terms[at])
    }
    persons = {at for at in asking if _is(_PERSON, terms[at] | _of_head(words[at], analyser))}
    ways = {at for at in asking if bodies - {at} and _is(_CONTACT, terms[at])}
    heads = {at for at in asking if not vocabulary.records.isdisjoint(terms[at])} - persons - ways
    if any(is_of_person(word.codes) for word in words):
        return frozenset(ways | persons | bodies | _said_of(persons, heads, together))
    if not heads:
        return frozenset(ways)
    first = min(heads)
    linked = {at for at in asking if words[at].linked and first < at}
    owners = {at for at in asking if language == "sv" and at + 1 in heads and _is_genitive(words[at], analyser)}
    found = (persons | bodies | ways | linked | owners) - {first}
    if not heads - found:
        return frozenset()
    return frozenset(found | _said_of(persons, heads, together))


def _terms(word: Word, analyser: Analyser) -> set[str]:
    """The terms of a word, of its head where it is a compound that no entry has whole."""
    text = word.parts[-1].base if word.parts else word.text
    return {f"{language}:{stem_}" for language in LANGUAGES for stem_ in analyser.stems(text, language)}


def _said_of(persons: AbstractSet[int], heads: AbstractSet[int], together: Iterable[Sequence[int]]) -> set[int]:
    """The words that are one thing with a person and with no head: *högsta* in *högsta chefen*."""
    return {at for places in together if not persons.isdisjoint(places) and heads.isdisjoint(places) for at in places}


def _of_head(word: Word, analyser: Analyser) -> set[str]:
    """The terms of a compound's head: a *personaldirektör* is a director."""
    return {f"sv:{stem_}" for part in analyser.parts(word.text, "sv")[-1:] for stem_ in analyser.part_stems(part)}


def _is_genitive(word: Word, analyser: Analyser) -> bool:
    """Whether a Swedish word has the ending of the genitive, and its base has none."""
    return word.text.endswith(_GENITIVE) and not any(base.endswith(_GENITIVE) for base in analyser.bases(word.text))


def _is(kind: str, terms: set[str]) -> bool:
    return not _stems(kind).isdisjoint(terms)


@cache
def _stems(kind: str) -> frozenset[str]:
    words = of_role(kind)
    return frozenset(
        f"{language}:{stem(form, language)}"
        for language in LANGUAGES
        for word in words[language]
        for form in (word, word.replace("-", ""))
    )
