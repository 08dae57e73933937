"""Whole words of a text: where words of ours stand in it as they are, or as a form of what stands there.

A part of a word, of a number or of an address is not the word: *arkiv* does not stand in *arkivera*, nor 1500 in
011-15 00 00.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_JOINS = frozenset("-\u2010\u2011@._'’&+")
"""Between letters without a space they make one word of two: e-post, norrkoping.se."""
_JOINS_DIGITS = frozenset("-\u2010\u2011\u2012\u2013\u2212@._/:,+ ")
"""Between digits they make one number of two: 2019/0917, 1–3, 15 00 00. White space is one blank by then."""
_ABBREVIATED = frozenset({"s", "n", "t", "en", "et", "ns", "ts", "ens", "ets", "ar", "er"})
"""Endings that Swedish writes after a colon: OSL:s, SCB:s."""
_SHORTEST_STEM = 3
"""Letters: of shorter words an ending is most of what there is."""

_PARADIGMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(forms.replace("_", "").split(","))
    for forms in (
        "a,an,or,orna",  # skola
        "_,en,ar,arna",  # avdelning
        "e,en,ar,arna",  # förvaltare med -e: timme
        "_,en,er,erna",  # myndighet
        "_,n,er,erna",  # registrator, byrå
        "e,en,er,erna",  # styrelse, arkivarie
        "_,n,na,t",  # område
        "_,et,en",  # system, arkiv
        "_,et,er,erna",  # kansli
        "are,aren,arna",  # sekreterare
        "um,et,en,er,erna",  # diarium, centrum
        "el,eln,lar,larna",  # nyckel
        "er,ret,ren,rets",  # register, center
        "en,net",  # tecken
        "m,mmet,mmen",  # program
        "man,mannen,män,männen",  # tjänsteman
        "mot,moten,möter,möterna",  # ledamot
    )
)
"""How Swedish nouns are inflected, a row per way, each with a word that goes so.

The lexicon of the search knows more words, but not before an index is built, and `check` comes first. Of the nouns of
real descriptions both say the same (`tests/index/words/test_lexicon.py`).
"""

_OF_ADJECTIVES = ("", "t", "a", "e")
"""As *digital*; never of the last word of a name, which is a noun: *Kontakt* is no form of *kontakta*."""


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def stands(text: str, words: str) -> bool:
    """Whether words stand in a text letter for letter, and end where words and numbers of the text do.

    What has neither letter nor digit stands nowhere: it would prove nothing.
    """
    at = text.find(words) if any(map(str.isalnum, words)) else -1
    while at >= 0:
        if not _parts_a_word(text, at) and not _parts_a_word(text, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def stands_inflected(text: str, name: str) -> bool:
    """Whether a name stands in a text, each of its words as it is or in another form; in lower case, both."""
    wanted, there = _words(name), _words(text)
    for at in range(len(there) - len(wanted) + 1 if wanted else 0):
        found = there[at : at + len(wanted)]
        if not all(_is_alike(*pair, of=wanted) for pair in zip(found, wanted, strict=True)):
            continue
        if _between(text, found) == _between(name, wanted) and _is_whole(text, found, there[at + len(wanted) :]):
            return True
    return False


def _is_alike(one: _Word, other: _Word, of: list[_Word]) -> bool:
    if is_form_of(one.text, other.text):
        return True
    return other is not of[-1] and bool(_stems(one.text, _OF_ADJECTIVES) & _stems(other.text, _OF_ADJECTIVES))


def is_form_of(one: str, other: str) -> bool:
    """Whether two words in lower case are the same, or forms of one word by a row of the paradigms."""
    if other in (one, f"{one}s") or one == f"{other}s":
        return True
    if one[:_SHORTEST_STEM] != other[:_SHORTEST_STEM] or not (one.isalpha() and other.isalpha()):
        return False
    return any(_stems(one, endings) & _stems(other, endings) for endings in _PARADIGMS)


def _stems(word: str, endings: tuple[str, ...]) -> set[str]:
    """What is left of a word, or of one that the genitive has lengthened, without the endings of a row."""
    words = (word, word[:-1]) if word.endswith("s") else (word,)
    stems = (word[: len(word) - len(ending)] for word in words for ending in endings if word.endswith(ending))
    return {stem for stem in stems if len(stem) >= _SHORTEST_STEM}


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits."""
    return _WORD.findall(text)


def _words(text: str) -> list[_Word]:
    return [_Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _between(text: str, words: list[_Word]) -> list[str]:
    """What stands between words that follow on each other."""
    return [text[one.end : other.start] for one, other in pairwise(words)]


def _is_whole(text: str, found: list[_Word], after: list[_Word]) -> bool:
    """Whether the first of the words begins one and the last ends one, or has an ending after a colon."""
    end = found[-1].end
    if after and text[end : after[0].start] == ":" and after[0].text in _ABBREVIATED:
        end = after[0].end
    return not _parts_a_word(text, found[0].start) and not _parts_a_word(text, end)


def _parts_a_word(text: str, at: int) -> bool:
    """Whether a cut at this place would part a word, a number or an address."""
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    if not before or not after:
        return False
    if _is_of_word(before[-1]):
        return _is_of_word(after[0]) or (len(after) > 1 and _is_one(before[-1], after[0], after[1]))
    return len(before) > 1 and _is_of_word(after[0]) and _is_one(before[0], before[1], after[0])


def _is_one(before: str, joint: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return joint in _JOINS_DIGITS
    return joint in _JOINS and _is_of_word(before) and _is_of_word(after)


def _is_of_word(char: str) -> bool:
    return char.isalnum()
